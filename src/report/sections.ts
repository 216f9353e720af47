import { canonicalKey, type KeyTable } from '../language/keys.ts';

/** Parts of an overview, as `--show` and the `compare:` of a scenario name them. */
export const sectionWords = {
  cards: { zh: ['卡', '卡类'], en: ['cards'] },
  transitions: { zh: ['去向'], en: ['transitions'] },
  moves: { zh: ['变动'], en: ['moves'] },
  cross: { zh: ['对照', '含义'], en: ['cross', 'roles'] },
  targeting: { zh: ['误差', '瞄准'], en: ['targeting', 'errors'] },
  winners: { zh: ['得失'], en: ['winners'] },
  budget: { zh: ['资金'], en: ['budget'] },
  quotas: { zh: ['名额'], en: ['quotas', 'seats'] },
  funds: { zh: ['总额', '资金总额'], en: ['funds'] },
  duties: { zh: ['职责', '复核'], en: ['duties'] },
  unset: { zh: ['待定'], en: ['unset'] },
  barred: { zh: ['排除'], en: ['barred'] },
  'no-card': { zh: ['无卡'], en: ['no-card'] },
  missing: { zh: ['缺失'], en: ['missing'] },
  assertions: { zh: ['断言'], en: ['assertions'] },
  areas: { zh: ['乡镇'], en: ['areas', 'townships'] },
} as const satisfies KeyTable;

export type Section = keyof typeof sectionWords;

/** The section that a word names; null where none. */
export function sectionOf(written: string): Section | null {
  return canonicalKey(sectionWords, written.trim()) as Section | null;
}
