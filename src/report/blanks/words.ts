import type { BlankKind } from '../../analysis/blanks/blanks.ts';
import type { Usage } from '../../analysis/blanks/usage.ts';
import type { Lang, Words } from '../../language/label.ts';
import { fillGaps, wordOf } from '../../language/label.ts';
import { inert } from '../inert.ts';
import { sectionNames } from '../trace/words.ts';

export const kindWords: Record<BlankKind, Words> = {
  open: { zh: '待定', en: 'open' },
  range: { zh: '区间', en: 'range' },
  'not-yet': { zh: '当日还没有值', en: 'no value yet' },
  'last-year': { zh: '上年没有值', en: 'none for last year' },
};

const words = {
  title: { zh: '待定的数', en: 'Blanks' },
  none: { zh: '没有待定的数。', en: 'Nothing is left open.' },
  unit: { zh: '单位', en: 'unit' },
  usedBy: { zh: '用于', en: 'used by' },
  unused: { zh: '没有规则用到', en: 'no rule uses it' },
  between: { zh: '{low} 至 {high}', en: '{low} to {high}' },
  from: { zh: '{day} 起才有值', en: 'has a value from {day} on' },
  others: { zh: '其余', en: 'all others' },
  itself: { zh: '{name}的金额', en: 'amount of {name}' },
  touchesBenefits: { zh: '{counted}的帮扶金额', en: 'the amounts of {counted}' },
  touchesCards: { zh: '{counted}的卡', en: 'the cards of {counted}' },
  touchesClaims: { zh: '凡是申请的', en: 'everybody who claims' },
  touches: { zh: '影响', en: 'touches' },
  touchesNobody: { zh: '没有', en: 'nobody' },
  ofUse: { zh: '使用的政策：{policy}', en: 'a policy that it uses: {policy}' },
  count: {
    zh: '共 {all} 处：{open} 处待定，{range} 处区间。',
    en: '{all} in all: {open} open, {range} left to a range.',
  },
} as const satisfies Record<string, Words>;

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(
  word: keyof typeof words,
  lang: Lang,
  params: Readonly<Record<string, string>> = {},
): string {
  return fillGaps(words[word][lang], params);
}

const usageSections: Record<Usage['section'], Words> = {
  ...sectionNames,
  fund: { zh: '资金', en: 'fund' },
  scope: { zh: '适用范围', en: 'scope' },
};

/** `帮扶：临时救助、建房补助；卡类：黄卡`. */
export function usagesText(usages: readonly Usage[], lang: Lang): string {
  const [colon, comma, stop] = lang === 'zh' ? ['：', '、', '；'] : [': ', ', ', '; '];
  const groups = new Map<Usage['section'], string[]>();
  for (const { section, id, label } of usages)
    groups.set(section, [...(groups.get(section) ?? []), inert(wordOf(label, lang, id))]);
  return [...groups]
    .map(([section, names]) => {
      const name = usageSections[section][lang];
      return section === 'scope' ? name : `${name}${colon}${names.join(comma)}`;
    })
    .join(stop);
}
