import type { Catalog } from '../../language/diagnostic.ts';

/** What can be wrong with roles, duties, the procedure, reviews, samples and transitions. */
export const dutyMessages = {
  'unknown-role': { zh: '“角色”里没有{name}。', en: 'There is no role {name}.' },
  'unused-role': { zh: '角色{name}没有承担任何事。', en: 'The role {name} has nothing to do.' },
  'unknown-stage': { zh: '“程序”里没有{name}这个环节。', en: 'The procedure has no stage {name}.' },
  'nobody-concerned': {
    zh: '{rule}的“对象”里没有列出卡类，跟谁都没有关系。不分卡类的，去掉“对象”。',
    en: '“for” of {rule} lists no cards, so it concerns nobody. If it is for all cards, take “for” away.',
  },
  'bad-frequency': {
    zh: '看不懂{text}这个频次。写成“每月 不少于 2 次”“每季度 1 次”“每周”“每两周一次”，只做一次的写“一次”。',
    en: 'The frequency {text} cannot be read. Write such as “at least twice a month”, “6 times a year”, “every 2 weeks”, “quarterly”, or “once”.',
  },
  'bad-times': {
    zh: '{text}：次数和间隔都要是 1 至 {most} 的整数。',
    en: '{text}: how often, and of how many periods, is a whole number from 1 to {most}.',
  },
  'bad-period': {
    zh: '看不懂{text}。“每”写成 天、周、月、季度、半年、年，或“两周”“3 个月”。',
    en: '{text} cannot be read. Say day, week, month, quarter, half-year or year, or such as “2 weeks”.',
  },
  'bad-time-span': {
    zh: '看不懂{text}这个期限。写成“15 个工作日”“7 天”“2 周”“6 个月”“1 年 至 2 年”。',
    en: 'The time {text} cannot be read. Write such as “15 working days”, “7 days”, “2 weeks”, “6 months”, “1 to 2 years”.',
  },
  'time-span-zero': { zh: '期限{text}至少要有一天。', en: 'A time of {text} is none: the least is 1.' },
  'time-span-crossed': {
    zh: '期限{text}的短端长于长端。',
    en: 'The short end of {text} is longer than its long end.',
  },
  'time-span-mixed': {
    zh: '期限{text}的两端单位不同，天、工作日、周和月不能互相换算。两端请用同一种单位。',
    en: 'The ends of {text} are in different units; days, working days, weeks and months do not convert. Use one for both.',
  },
  'time-span-long': {
    zh: '期限{text}太长了，最长 100 年。',
    en: 'A time of {text} is too long: the most is 100 years.',
  },
  'bad-day': {
    zh: '{text}不是日期。写成 2020-03-18、3 月 18 日（“施行”的那一年）或 6 月底。',
    en: '{text} is not a day. Write 2020-03-18, or 18 March (in the year of “effective”), or end of June.',
  },
  'day-needs-year': {
    zh: '{text}没有写年份，按施行的那一年又早于施行日 {effective}，看不出是哪一年。请写全，例如 2021-01-31。',
    en: '{text} has no year, and in the year of “effective” it would lie before {effective}. Write the whole date, such as 2021-01-31.',
  },
  'ends-before-start': {
    zh: '{stage}倒着走：止于 {to}，早于起始的 {from}。',
    en: '{stage} runs backwards: it ends on {to}, before it begins on {from}.',
  },
  'stage-after-later': {
    zh: '{stage}在{other}之后，{other}却写在它后面。程序按先后写：请把{other}移到前面。',
    en: '{stage} follows {other}, which is written further down. The procedure goes in order: move {other} up.',
  },
  'stage-after-itself': { zh: '{stage}不能在它自己之后。', en: '{stage} cannot follow itself.' },
  'within-of-what': {
    zh: '{stage}写了“内”，要用“之后”写明在哪个环节之后，或者用“起”写明从哪天起。',
    en: '{stage} has a time “within”: say after which stage, or from which day.',
  },
  'recurring-with-deadline': {
    zh: '{rule}既写了多久一次，又写了多久之内。定期做的去掉“内”，只做一次的去掉频次。',
    en: '{rule} recurs and has a deadline as well. Take “within” away if it recurs, or the frequency if it is done once.',
  },
  'after-without-within': {
    zh: '{rule}写了“自”，还要用“内”写明多久之内。',
    en: '{rule} says after what; say within which time as well.',
  },
  'bad-share': {
    zh: '{text}不能作抽查比例。写一个比例，例如 30%、三成、1/3。',
    en: '{text} cannot be the share of a sample. Give a share such as 30% or 1/3.',
  },
  'share-impossible': {
    zh: '抽查比例不能是{text}：要大于 0，最多 100%。',
    en: 'A sample cannot be {text} of the households: more than 0, and at most 100%.',
  },
  'bad-team': {
    zh: '{text}不能作每组人数。写一个整数，例如 2 人。',
    en: '{text} cannot be the size of a team. Give a whole number such as 2 people.',
  },
  'stratum-below': {
    zh: '不能按{text}分层：只能按卡，或者按户所在的村、乡镇、县。',
    en: 'A sample cannot be stratified by {text}: only by card, or by what a household lies in.',
  },
} as const satisfies Catalog;
