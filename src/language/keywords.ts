/**
 * Every word of the expression language in both languages. The first spelling of each is the one printed.
 * Words of statutes keep their statutory meaning (Civil Code art. 1259): 以上 以下 以内 届满 include the number,
 * 不满 超过 以外 do not; nor, by plain usage, do 低于 高于.
 */
export interface Keyword {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** May also be the name of something, where a name is asked for. */
  readonly soft: boolean;
}

function hard(zh: string, en: string): Keyword {
  return { zh: zh === '' ? [] : zh.split(' | '), en: en === '' ? [] : en.split(' | '), soft: false };
}
function soft(zh: string, en: string): Keyword {
  return { ...hard(zh, en), soft: true };
}

export const keywords = {
  and: hard('且 | 并且 | 同时 | 而且 | 并', 'and'),
  or: hard('或 | 或者', 'or'),
  not: hard('非 | 并非 | 未 | 没有', 'not'),
  if: hard('若 | 如果 | 如', 'if'),
  then: hard('则 | 那么', 'then'),
  otherwise: hard('否则', 'otherwise'),
  else: hard('未知时取 | 不明时取 | 缺省为 | 否则默认', 'else'),

  lt: hard(
    '低于 | 小于 | 少于 | 不满 | 不足 | 未满 | 不到 | 未达到',
    'below | less than | fewer than | under | lower than',
  ),
  le: hard(
    '不超过 | 不高于 | 不多于 | 不大于 | 小于等于 | 小于或等于 | 至多 | 最多 | 不超出',
    'at most | no more than | not more than | not above | not over | not exceeding | no higher than | up to | less than or equal to',
  ),
  gt: hard(
    '超过 | 高于 | 大于 | 多于 | 超出',
    'above | more than | greater than | higher than | exceeds | exceeding',
  ),
  ge: hard(
    '不低于 | 不少于 | 不小于 | 大于等于 | 大于或等于 | 达到 | 满 | 年满 | 已满 | 达',
    'no less than | not less than | not below | not under | no fewer than | no lower than | reaches | greater than or equal to | more than or equal to',
  ),
  /** Inside `sum(…)` it names the parts: `sum(wage over members)`. */
  over: hard('', 'over'),
  atLeast: hard('至少 | 最少', 'at least'),
  eq: hard('等于 | 为', 'equals | is'),
  isTrue: soft('是', ''),
  ne: hard('不等于 | 不为 | 不是', 'is not'),
  before: hard('早于', 'before | earlier than'),
  after: hard('晚于', 'after | later than'),
  notBefore: hard('不早于', 'not before | not earlier than'),
  notAfter: hard('不晚于', 'not after | not later than'),

  below: hard('以下 | 及以下', 'or less | or below | or fewer'),
  aboveOrEqual: hard('以上 | 及以上', 'or more | or above'),
  within: hard('以内 | 之内 | 内', ''),
  beyond: hard('以外 | 之外 | 外', ''),
  reached: hard('届满', ''),
  beforeOrOn: hard('以前 | 之前 | 前', ''),
  afterOrOn: hard('以后 | 之后 | 后', ''),
  at: hard('在 | 处于', ''),
  notAt: hard('不在', ''),
  between: hard('介于', 'between'),
  betweenEnd: hard('之间 | 间', ''),
  among: hard('之中 | 之列 | 中 | 之一', ''),
  to: hard('至 | 到', 'to'),
  with: hard('和 | 与 | 及 | 以及', ''),

  in: hard('属于', 'in | one of | is one of | is in'),
  notIn: hard('不属于', 'not in | is not in | not one of'),
  of: hard('的', 'of'),
  part: hard('的部分 | 部分', ''),
  partOf: hard('', 'the part of | part of'),
  shortfallOf: hard('', 'the shortfall of | shortfall of'),
  cap: hard(
    '封顶 | 最高不超过 | 最多不超过 | 不得超过 | 最高不得超过 | 但不超过 | 但最高不超过 | 但不得超过',
    'capped at | but at most',
  ),
  floor: hard(
    '保底 | 最低不低于 | 最少不少于 | 不得低于 | 最低不得低于 | 但不低于 | 但最低不低于 | 但不得低于',
    'floored at | but at least',
  ),
  per: soft('每', 'per'),
  plus: hard('加上', 'plus'),
  minus: hard('减去', 'minus'),
  multiply: hard('乘以', 'multiplied by'),
  divide: hard('除以', 'divided by'),

  any: soft('任一 | 任何 | 任意 | 任何一个 | 任一个 | 有', 'any | some'),
  every: soft('每个 | 每名 | 每一 | 每一个 | 所有 | 全部 | 全体', 'every | each | all'),
  none: soft('无 | 无任何 | 没有任何 | 没有一个 | 没有一名', 'no'),
  count: soft('计数 | 数量', 'count'),
  sum: soft('合计 | 总和 | 求和 | 总计', 'sum | total'),
  min: soft('最小 | 最低', 'min | minimum | least | lowest'),
  max: soft('最大 | 最高', 'max | maximum | greatest | highest'),
  average: soft('平均 | 平均值', 'average | mean'),
  anyOf: hard('任一项 | 任意一项 | 任何一项', 'any of | any of these'),
  allOf: hard('', 'all of | all of these'),
  noneOf: hard('均不', 'none of | none of these'),
  where: hard('其中 | 当', 'where'),
  round: soft('取整', 'round'),
  up: soft('向上', 'up'),
  down: soft('向下', 'down'),
  halfUp: soft('四舍五入', 'half_up | half-up'),
  known: soft('已知', 'known'),
  unknown: soft('未知', 'unknown'),
  lastYear: soft('上年', 'last_year | last year'),
  yearOf: soft('年份', 'year_of | calendar_year'),
  yearsBetween: soft('整年数', 'years_between'),
  monthsBetween: soft('整月数', 'months_between'),
  daysBetween: soft('整天数', 'days_between'),
  items: hard('项', 'of these'),

  from: hard('自 | 从', 'since'),
  onward: hard('起 | 之日起 | 之日 | 以来', ''),
  withinSpan: hard('', 'within'),
  true: soft('真', 'yes | true'),
  false: soft('否 | 假', 'false'),
  today: soft('今天 | 评估日', 'today'),
  card: soft('卡 | 卡类', 'card'),
  open: hard('待定', 'open'),
  households: soft('户数', ''),
  people: soft('人数', ''),
  noCard: soft('无卡', 'no_card | no card'),
  allCards: soft('各卡合计 | 总体', 'overall'),
  exactlyOneCard: hard('每户恰有一卡 | 每户恰有一张卡', 'every household has exactly one card'),
  percentOf: hard('百分之', ''),
} as const satisfies Record<string, Keyword>;

export type KeywordId = keyof typeof keywords;
