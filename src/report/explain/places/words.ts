import { fillGaps, type Lang, type Words } from '../../../language/label.ts';

/** Words about places in quotas and shares of funds. */
const placeWords = {
  places: { zh: '名额和资金', en: 'Places and funds' },
  alone: {
    zh: '{names}：有没有、得多少，要和其他户一起排。',
    en: '{names}: whether and how much depends on the others, who are not at hand here.',
  },
  served: { zh: '得到名额', en: 'has a place' },
  unserved: { zh: '没有名额', en: 'no place' },
  contesting: { zh: '还不能排名', en: 'cannot be ranked yet' },
  rank: { zh: '总排名第 {rank}，共 {of} 名', en: 'number {rank} of {of}' },
  takes: { zh: '占 {takes} 个', en: 'takes {takes}' },
  whole: { zh: '全体', en: 'all' },
  noSeats: { zh: '没有名额', en: 'no places' },
  pool: { zh: '第 {rank} 名，共 {seats} 个名额', en: 'number {rank} for {seats} places' },
  poolOfOne: { zh: '第 {rank} 名，共 {seats} 个名额', en: 'number {rank} for {seats} place' },
  had: { zh: '得到名额', en: 'has a place' },
  didNotFit: { zh: '轮到时只剩 {free} 个，不够', en: 'just {free} left at its turn, not enough' },
  ended: {
    zh: '名单到 {other} 为止：剩下的名额不够它占',
    en: 'the list ended at {other}, for whom the places left were not enough',
  },
  last: { zh: '最后一名是 {other}', en: 'the last one is {other}' },
  missed: { zh: '下一名 {other} 没有排上', en: 'the next one, {other}, has none' },
  before: { zh: '按“{key}”在前', en: 'ahead by "{key}"' },
  behind: { zh: '按“{key}”在后', en: 'behind by "{key}"' },
  byIdBefore: { zh: '条件相同，按编号在前', en: 'equal by every key, ahead by its number' },
  byIdBehind: { zh: '条件相同，按编号在后', en: 'equal by every key, behind by its number' },
  bothValues: { zh: '对方：{other}，这里：{own}', en: '{other} there, {own} here' },
  ascending: { zh: '{key}从低到高', en: '{key}, low first' },
  descending: { zh: '{key}从高到低', en: '{key}, high first' },
  wait: { zh: '另有 {n} 个未定的申请不占名额', en: '{n} more cannot be ranked yet and take no place' },
  claimOpen: { zh: '是否符合条件还不能确定', en: 'it is not certain that it qualifies' },
  rankOpen: { zh: '排名依据不全：{keys}', en: 'not known by what it stands: {keys}' },
  sizeOpen: { zh: '要占几个名额还不能确定', en: 'how many places it takes is not known' },
  totalOpen: { zh: '总数还没有确定', en: 'the total is not settled' },
  seatsOpen: {
    zh: '{area}的名额数还不能确定，按没有计',
    en: 'the places of {area} are not known and count as none',
  },
  weightOpen: {
    zh: '{area}的分配依据不全，不分名额',
    en: 'the weight of {area} is not known, so it shares in none',
  },
  weightsZero: { zh: '分配依据都是零，没有可分的', en: 'all weights are zero, so nothing is shared out' },
  belowMinimums: {
    zh: '总数 {total} 少于各级最低名额之和 {needed}，谁也不给',
    en: 'the total of {total} is below the minimums, {needed} together, so nobody is served',
  },
  full: { zh: '申请 {asked}，全部得到', en: 'asks for {asked} and gets all of it' },
  part: { zh: '申请 {asked}，得到 {served}', en: 'asks for {asked} and gets {served}' },
  nothing: { zh: '申请 {asked}，没有得到', en: 'asks for {asked} and gets nothing' },
  fundTotal: { zh: '总额 {total}，共申请 {asked}', en: '{asked} asked of a total of {total}' },
  fundLast: { zh: '最后得到的是 {other}', en: 'the last one to get something is {other}' },
  fundMissed: { zh: '下一名 {other} 没有得全', en: 'the next one, {other}, does not get all' },
} as const satisfies Record<string, Words>;

export function tell(
  key: keyof typeof placeWords,
  lang: Lang,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fillGaps(placeWords[key][lang], params);
}
