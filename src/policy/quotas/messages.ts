import type { Catalog } from '../../language/diagnostic.ts';

/** What can be wrong with quotas and funds. */
export const quotaMessages = {
  'unknown-claimant': {
    zh: '没有{name}这项帮扶或这类卡。',
    en: 'There is no benefit and no card {name}.',
  },
  'quota-of-several': {
    zh: '名额{quota}的“对象”只能是一项帮扶，或一类、几类卡。',
    en: '“for” of the quota {quota} must be one benefit, or one or several cards.',
  },
  'quota-without-seats': {
    zh: '名额{quota}没有写有多少：要写“总数”“至少”或“席位”。',
    en: 'The quota {quota} does not say how many: give “total”, “at_least” or “seats”.',
  },
  'total-and-least': {
    zh: '名额{quota}的“总数”和“至少”只能写一个：正好这么多，还是不少于这么多。',
    en: 'The quota {quota} has both “total” and “at_least”: give one, exactly or no fewer than so many.',
  },
  'seats-and-shares': {
    zh: '名额{quota}的“席位”和“分解”只能写一个：各地有定数，还是按比例分解总数。',
    en: 'The quota {quota} has both “seats” and “shares”: give one, fixed seats or shares of the total.',
  },
  'shares-need-total': {
    zh: '名额{quota}要分解，先要写“总数”。',
    en: 'The quota {quota} is shared out, so it needs a “total”.',
  },
  'level-twice': { zh: '{name}写了两次。', en: '{name} is given twice.' },
  'level-not-around': {
    zh: '{name}不在得名额者之上，名额{quota}不能按它来定。',
    en: '{name} is not around those who take the seats of {quota}, so they cannot go by it.',
  },
  'shares-inside-out': {
    zh: '“分解”要从外到内写：{order}。',
    en: '“shares” go from the outside in: {order}.',
  },
  'seats-share': {
    zh: '这里要写多少个名额，不能写比例。',
    en: 'A number of seats is wanted here, not a share.',
  },
  'seats-not-whole': {
    zh: '名额要写成不小于 0 的整数。',
    en: 'Seats are a whole number, 0 or more.',
  },
  'seats-unit': {
    zh: '名额应以“{expected}”计，却以“{found}”计。',
    en: 'Seats are counted in {expected} here, not in {found}.',
  },
  'takes-unit': {
    zh: '“占”要写占几个名额（人数、户数或个数），不能以“{found}”计。',
    en: '“takes” says how many seats one takes (people, households or a plain number), not a figure in {found}.',
  },
  'seats-short': {
    zh: '名额{quota}的总数是 {total}，各级的名额加起来至少要 {needed}。',
    en: 'The quota {quota} has a total of {total}, but its levels need at least {needed}.',
  },
  'rank-of-what': {
    zh: '这里只写了次序，没有写按什么排。',
    en: 'This says an order, but not of what.',
  },
  'rank-needs-order': {
    zh: '按{found}排序，要写明“从低到高”还是“从高到低”。',
    en: 'To rank by {found}, say “low first” or “high first”.',
  },
  'quota-cycle': {
    zh: '名额和资金互相要等对方分完，绕成了圈：{path}。',
    en: 'These quotas and funds each wait for another to be settled: {path}.',
  },
  'quota-without-rank': {
    zh: '{name}没有写“排序”，名额不够时只能按编号先后。',
    en: '{name} has no “rank”: where there is not enough for all, only the order of ids decides.',
  },
  'fund-total-each': {
    zh: '资金{fund}的“总额”是全部的钱，不能按人、按户写。',
    en: 'The “total” of the fund {fund} is all the money there is; it is not per person or household.',
  },
  'fund-total-negative': {
    zh: '资金{fund}的“总额”不能小于 0。',
    en: 'The “total” of the fund {fund} cannot be below 0.',
  },
  'fund-rank-unused': {
    zh: '资金{fund}没有“总额”，谁都能得到，“排序”用不上。',
    en: 'The fund {fund} has no “total”, so everybody is paid and its “rank” decides nothing.',
  },
} as const satisfies Catalog;
