import type { Catalog } from '../language/diagnostic.ts';

/** What is wrong in a scenario by itself. */
export const scenarioMessages = {
  'setting-to-fill': {
    zh: '{name}还没有填：请把 ____ 换成县里定的值；暂时定不下来的，删去这一行。',
    en: '{name} is not filled in: replace ____ by what the county settles, or delete the line to leave it open.',
  },
  'setting-to-fill-unit': {
    zh: '{name}还没有填：请把 ____ 换成县里定的数，单位是{unit}；暂时定不下来的，删去这一行。',
    en: '{name} is not filled in: replace ____ by the figure that the county settles, in {unit}, or delete the line to leave it open.',
  },
} as const satisfies Catalog;
