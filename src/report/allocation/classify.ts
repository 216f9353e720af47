/** Seats and what was served, a row for each household (or whatever is judged). */
import type { Place, Placed } from '../../analysis/allocation/placed.ts';
import type { HouseholdRow } from '../../analysis/rows.ts';
import type { Lang, Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { quotaName } from '../names.ts';

const words = {
  rank: { zh: '{quota}名次', en: '{quota}: rank' },
  low: { zh: '实得一年最低（元）', en: 'served in a year, lowest (yuan)' },
  high: { zh: '实得一年最高（元）', en: 'served in a year, highest (yuan)' },
} as const satisfies Record<string, Words>;

const placeWords: Record<Place, Words> = {
  served: { zh: '得到', en: 'served' },
  unserved: { zh: '没有得到', en: 'without' },
  contesting: { zh: '未定', en: 'open' },
};

/** Whether quotas or funds with a total leave some of the claims unserved. */
const rations = (policy: Policy) =>
  policy.quotas.length > 0 || Object.values(policy.funds).some(({ total }) => total !== null);

/** Heads of the further columns: the place and the rank in each quota, then what is left of the money. */
export function placeHeads(policy: Policy, lang: Lang, labels: boolean): string[] {
  if (!rations(policy)) return [];
  return [
    ...policy.quotas.flatMap(({ id }) => {
      if (!labels) return [`quota_${id}`, `quota_${id}_rank`];
      const quota = quotaName(policy, id, lang);
      return [quota, words.rank[lang].replace('{quota}', () => quota)];
    }),
    ...(labels ? [words.low[lang], words.high[lang]] : ['served_low', 'served_high']),
  ];
}

/** Of a quota for members each cell holds one entry for each of them: `m1:served`. */
export function placeCells(
  policy: Policy,
  { places, served }: HouseholdRow,
  lang: Lang,
  labels: boolean,
): (string | number | null)[] {
  if (!rations(policy)) return [];
  const [colon, comma] = !labels ? [':', ' '] : lang === 'zh' ? ['：', '、'] : [': ', ', '];
  return [
    ...policy.quotas.flatMap(({ id, entity }) => {
      const own = places.filter(({ quota }) => quota === id);
      const cell = (all: readonly Placed[], write: (one: Placed) => string) =>
        all
          .map(one => (entity === policy.entity ? write(one) : `${one.id}${colon}${write(one)}`))
          .join(comma);
      return [
        cell(own, ({ place }) => (labels ? placeWords[place][lang] : place)),
        cell(
          own.filter(({ rank }) => rank !== null),
          ({ rank }) => String(rank),
        ),
      ];
    }),
    served === null ? null : served.low / 100,
    served === null || served.high === null ? null : served.high / 100,
  ];
}

export function placesJson(policy: Policy, { places, served }: HouseholdRow): Record<string, unknown> {
  if (!rations(policy)) return {};
  return {
    quotas: places.map(({ quota, entity, id, place, rank }) => ({
      id: quota,
      of: entity,
      who: id,
      place,
      rank,
    })),
    served_low: served === null ? null : served.low / 100,
    served_high: served === null || served.high === null ? null : served.high / 100,
  };
}
