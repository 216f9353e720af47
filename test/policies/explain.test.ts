import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide } from '../../src/engine/reference/decide.ts';
import type { Lang } from '../../src/language/label.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { readHousehold } from '../../src/population/household-file.ts';
import { answerText } from '../../src/report/explain/text.ts';
import { noPaint } from '../../src/report/paint.ts';
import { pathOf, projectRoot } from './shipped.ts';

/** Whole explanations to read through; `vitest run -u` writes them anew. */
const explained: readonly [household: string, scheme: string, lang: Lang][] = [
  ['li-at-the-line.yaml', 'county-four-cards', 'zh'],
  ['elderly-couple.yaml', 'county-four-cards/policy.en.yaml', 'en'],
  ['marginal-with-car.yaml', 'county-four-cards/drafts/line-6000', 'zh'],
  ['missing-wages.json', 'lancang-five-cards', 'en'],
];

test.each(explained)('%s by %s in %s', async (household, scheme, lang) => {
  const { policy, sources } = loadPolicy(pathOf(scheme));
  if (policy === null) throw new Error(`${scheme} does not load`);
  const { instance } = readHousehold(
    readFileSync(`${projectRoot}examples/households/${household}`, 'utf8'),
    policy.vocabulary,
  );
  if (instance === null) throw new Error(`${household} cannot be read`);
  const answer = decide(policy, instance, { trace: true });
  const text = answerText(answer, { policy, lang, paint: noPaint, sources });
  const name = `${household.replace(/\..*$/, '')}.${policy.id}.${lang}.txt`;
  await expect(text).toMatchFileSnapshot(`../golden/explain/${name}`);
});
