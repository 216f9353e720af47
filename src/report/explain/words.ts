import { fillGaps, type Lang, type Words } from '../../language/label.ts';
import type { Benefit, BenefitKind } from '../../policy/policy.ts';

/** Words of an explanation. */
export const explainWords = {
  card: { zh: '卡', en: 'Card' },
  none: { zh: '无卡', en: 'no card' },
  outOfScope: { zh: '不在本政策适用范围内', en: 'outside the scope of this policy' },
  undetermined: { zh: '资料不足，不能确定；可能是 {cards}', en: 'cannot be determined; possibly {cards}' },
  unsettled: {
    zh: '政策有待定之处，不能确定；可能是 {cards}',
    en: 'cannot be determined before the policy is settled; possibly {cards}',
  },
  conflict: {
    zh: '政策自相矛盾：只许一条成立，却有几条同时成立：{cards}',
    en: 'the policy contradicts itself: just one condition may hold, yet several do: {cards}',
  },
  or: { zh: '或 ', en: 'or ' },
  comma: { zh: '、', en: ', ' },
  barred: {
    zh: '{card}：符合条件，但因“{by}”不得评为此卡',
    en: '{card}: conditions met, but barred by "{by}"',
  },
  exclusion: { zh: '不得评的情形：', en: 'barred by: ' },
  settles: { zh: '补上这些就能往下定', en: 'These would help to settle it' },
  reasons: { zh: '理由', en: 'Reasons' },
  scope: { zh: '适用范围', en: 'scope' },
  benefits: { zh: '帮扶', en: 'Benefits' },
  noBenefits: { zh: '没有可得的帮扶', en: 'no benefits' },
  refused: { zh: '不符合的帮扶', en: 'Benefits without a claim' },
  withoutMoney: { zh: '不涉及金额', en: 'without money' },
  unset: { zh: '金额未定', en: 'amount not settled' },
  open: { zh: '尚不能确定', en: 'not yet certain' },
  lapsed: { zh: '同组另有一项计算，此项不计', en: 'not counted: another of its group is' },
  lapsedHere: {
    zh: '本应 {asked}；“{group}”{manner}，此项不计',
    en: '{asked}, not counted: of "{group}" {manner}',
  },
  cut: { zh: '本应 {asked}，按“{group}”计 {figure}', en: '{asked} before "{group}", {figure} after it' },
  countsBest: { zh: '只计最高的一项', en: 'just the largest counts' },
  countsFirst: { zh: '只计排在最前的一项', en: 'just the first counts' },
  proportional: { zh: '超过上限按比例压减', en: 'cut in proportion above the cap' },
  perHousehold: { zh: '每户', en: 'per household' },
  perPerson: { zh: '每人', en: 'per person' },
  perHead: { zh: '每人，乘以家庭人口', en: 'per person, times the number of members' },
  cap: { zh: '上限', en: 'cap' },
  periods: { zh: '{n} 期', en: '{n} times' },
  together: { zh: '合计', en: 'together' },
  changed: { zh: '由草案 {by} 修改', en: 'changed by draft {by}' },
  added: { zh: '由草案 {by} 增加', en: 'added by draft {by}' },
  missing: { zh: '{of}：{facts}', en: '{of}: {facts}' },
  parts: { zh: '{of}的{parts}名单', en: 'the list of {parts} of {of}' },
  ownParts: { zh: '{parts}名单', en: 'the list of {parts}' },
  supposing: { zh: '如果是{card}', en: 'if it is {card}' },
  supposingNone: { zh: '如果没有卡', en: 'if it has no card' },
  above: { zh: '见上', en: 'see above' },
  notYet: { zh: '该日还没有数值', en: 'no value yet on that day' },
  notYetLastYear: { zh: '上年末还没有数值', en: 'no value yet at the end of the year before' },
  leftOpen: { zh: '待定', en: 'left open' },
  itself: { zh: '金额本身', en: 'the amount itself' },
  belowZero: { zh: '低于零，按零计', en: 'below zero, so nothing is paid' },
  rounded: { zh: '取整为 {figure}', en: 'rounded to {figure}' },
  openParameter: { zh: '政策未定：{names}', en: 'left open by the policy: {names}' },
  duties: { zh: '职责', en: 'Duties' },
  within: { zh: '{time}内', en: 'within {time}' },
  withinAfter: { zh: '{stage}后 {time}内', en: 'within {time} after {stage}' },
  inAYear: { zh: '全年合计', en: 'in a year' },
  usedUnknown: {
    zh: '“{use}”对{of}的结果不能确定',
    en: 'what "{use}" gives {of} cannot be determined',
  },
  inUse: { zh: '“{use}”：{line}', en: '"{use}": {line}' },
  servedUnknown: {
    zh: '“{name}”分到与否，要有全体数据并且排定才知道',
    en: 'what is left of "{name}" is known only where all who claim it are at hand and ranked',
  },
  zeroDivision: { zh: '除数为零：{words}', en: 'division by zero: {words}' },
  tooLarge: { zh: '数字大到无法计算：{words}', en: 'figures too large to compute: {words}' },
  noParts: { zh: '没有可以比较的：{words}', en: 'nothing to compare: {words}' },
  more: { zh: '……另有 {n} 个', en: '… and {n} more' },
  noneHolds: { zh: '都不成立：{words}', en: 'none holds: {words}' },
  row: { zh: '按 {by}：{rows}', en: 'by {by}: {rows}' },
  quoted: { zh: '“{words}”', en: '"{words}"' },
  otherwise: { zh: '其余', en: 'otherwise' },
  marginal: { zh: '{by}，分段计算', en: '{by}, band by band' },
  inapplicable: { zh: '不适用', en: 'not applicable' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Record<string, Words>;

export const periodWords: Readonly<Record<Benefit['period'], Words>> = {
  once: { zh: '一次', en: 'once' },
  month: { zh: '每月', en: 'a month' },
  year: { zh: '每年', en: 'a year' },
};

export const kindWords: Readonly<Record<BenefitKind, Words>> = {
  cash: { zh: '现金', en: 'cash' },
  'in-kind': { zh: '实物', en: 'in kind' },
  service: { zh: '服务', en: 'service' },
  insurance: { zh: '保险', en: 'insurance' },
  post: { zh: '岗位', en: 'post' },
};

/** One of the phrases with its gaps filled; what fills them must be inert already. */
export function say(
  key: keyof typeof explainWords,
  lang: Lang,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fillGaps(explainWords[key][lang], params);
}

/** In brackets of the reader's language. */
export const bracketed = (text: string, lang: Lang): string => (lang === 'zh' ? `（${text}）` : ` (${text})`);
