import type { Lang, Words } from '../language/label.ts';

export const reasonWords = {
  reason: { zh: '原因', en: 'why' },
  alone: { zh: '只差这一条', en: 'only this fails' },
  lacking: { zh: '缺什么', en: 'lacking' },
  onlyThis: { zh: '只缺这一项', en: 'only this' },
  fails: { zh: '不成立：{what}', en: 'does not hold: {what}' },
  barred: { zh: '不得评：{what}', en: 'barred: {what}' },
  parts: { zh: '{what}名单', en: 'the list of {what}' },
  open: { zh: '参数待定：{what}', en: 'open parameter: {what}' },
  used: { zh: '{what}的结果未定', en: 'what {what} gives is undetermined' },
  served: { zh: '名额和资金的分配', en: 'how seats and funds are handed out' },
  zeroDivision: { zh: '除数为零', en: 'a division by zero' },
  tooLarge: { zh: '数字大到无法计算', en: 'figures too large to compute' },
  noParts: { zh: '没有可以取最大、最小或平均的项', en: 'a least, greatest or mean of nothing' },
} as const satisfies Record<string, Words>;

export function sayReason(word: keyof typeof reasonWords, lang: Lang, what: string): string {
  return reasonWords[word][lang].replace('{what}', () => what);
}
