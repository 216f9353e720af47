import type { Special } from '../analysis/outcome.ts';
import { fillGaps, type Lang, type Words } from '../language/label.ts';

/** Words of the overviews of `simulate` and `compare`. */
const overviewWords = {
  people: { zh: '人', en: 'people' },
  population: { zh: '住户', en: 'Households' },
  judged: { zh: '{units}', en: '{Units}' },
  source: { zh: '来源', en: 'source' },
  seed: { zh: '种子', en: 'seed' },
  cards: { zh: '卡', en: 'Cards' },
  roles: { zh: '按卡的含义', en: 'By the role of the card' },
  role: { zh: '含义', en: 'role' },
  card: { zh: '卡', en: 'card' },
  difference: { zh: '增减', en: 'change' },
  share: { zh: '占比', en: 'share' },
  budget: { zh: '资金（一年）', en: 'Money in a year' },
  benefit: { zh: '帮扶', en: 'benefit' },
  noFund: { zh: '（未写明）', en: '(not named)' },
  open: { zh: '可能另加', en: 'maybe more' },
  total: { zh: '合计', en: 'total' },
  withoutMoney: { zh: '不涉及金额', en: 'without money' },
  unbounded: { zh: '无上限', en: 'unbounded' },
  unset: { zh: '金额未定，没有计入合计', en: 'Amounts not settled, in no total' },
  waitsFor: { zh: '待定', en: 'open' },
  itself: { zh: '金额本身', en: 'the amount itself' },
  none: { zh: '没有卡的{units}', en: '{Units} without a card' },
  barred: { zh: '符合条件但不得评的{units}', en: '{Units} that an exclusion bars' },
  exclusion: { zh: '排除', en: 'exclusion' },
  area: { zh: '按{area}', en: 'By {area}' },
  unrecorded: { zh: '（没有记载）', en: '(not recorded)' },
  transitions: { zh: '从…到…（{units}）', en: 'From … to … ({units})' },
  moves: { zh: '结果有变化的{units}', en: '{Units} with another outcome' },
  noMoves: { zh: '没有一{unit}结果有变化。', en: 'None of the {units} has another outcome.' },
  example: { zh: '例如', en: 'such as' },
  gain: { zh: '帮扶增减（一年）', en: 'benefits a year' },
  explainOne: { zh: '看其中一{unit}的理由', en: 'The reasons for one of them' },
  winners: { zh: '受益{units}和受损{units}（一年）', en: 'Who gains and who loses (in a year)' },
  gains: { zh: '增加', en: 'gain' },
  losses: { zh: '减少', en: 'lose' },
  either: { zh: '看区间怎么定', en: 'as ranges are settled' },
  equal: { zh: '不变', en: 'the same' },
  unknown: { zh: '资料不全，算不出', en: 'facts missing' },
  sum: { zh: '共计', en: 'altogether' },
  median: { zh: '中位数', en: 'median' },
  greatest: { zh: '最多', en: 'greatest' },
  upTo: { zh: '{to} 以下', en: 'up to {to}' },
  between: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  above: { zh: '超过 {from}', en: 'above {from}' },
  unsetToo: {
    zh: '另有 {count} {unit}还有金额未定的帮扶，未定部分没有计入。',
    en: '{count} {units} also hold benefits whose amount is not settled; that part is left out.',
  },
  byRole: {
    zh: '各方案不同源，同一含义的卡算同样的卡（颜色本身没有含义）。',
    en: 'The schemes are unrelated: cards are the same where they name the same role (colours mean nothing).',
  },
  missing: { zh: '未定的{units}还缺什么', en: 'What undetermined {units} lack' },
  sampled: {
    zh: '（共 {all} {unit}，只查了前 {looked} {unit}）',
    en: '(of {all} {units}, the first {looked} were looked at)',
  },
  engine: {
    zh: '{policy}：由参考求值器逐{unit}计算（{reason}）',
    en: '{policy}: the reference evaluator did it one by one ({reason})',
  },
} as const satisfies Record<string, Words>;

type OverviewWord = keyof typeof overviewWords;

export const specialWords: Record<Special, Words> = {
  none: { zh: '无卡', en: 'no card' },
  undetermined: { zh: '未定', en: 'undetermined' },
  'out-of-scope': { zh: '不在范围', en: 'out of scope' },
  conflict: { zh: '多卡冲突', en: 'conflict' },
  'not-recorded': { zh: '没有登记，不判定', en: 'not recorded, not judged' },
};

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(word: OverviewWord, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return fillGaps(overviewWords[word][lang], params);
}
