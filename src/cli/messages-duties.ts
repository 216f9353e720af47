import type { Catalog } from '../language/diagnostic.ts';

/** What `calendar`, `workload` and `sample` have to say about their options. */
export const dutyOptionMessages = {
  'dates-crossed': {
    zh: '--to 的 {to} 早于起始的 {from}。',
    en: '--to {to} lies before the beginning, {from}.',
  },
  'dates-far': {
    zh: '从 {from} 到 {to} 太长了，最长 {most} 年。',
    en: 'From {from} to {to} is too long: at most {most} years.',
  },
  'option-month': {
    zh: '选项 {option} 要一个月份，如 2020-03，不能是 {value}。',
    en: 'Option {option} takes a month such as 2020-03, not {value}.',
  },
  'option-share': {
    zh: '选项 {option} 要一个大于 0、最多 100% 的比例，如 30%，不能是 {value}。',
    en: 'Option {option} takes a share above 0 and at most 100%, such as 30%, not {value}.',
  },
  'option-stratum': {
    zh: '不能按 {value} 分层，可以按：{known}。',
    en: 'A sample cannot be stratified by {value}; it can be by: {known}.',
  },
  'option-area': {
    zh: '不能按 {value} 汇总，可以按：{known}。',
    en: 'Cannot sum up by {value}; possible: {known}.',
  },
  'no-such-sample': {
    zh: '政策里没有抽查 {value}，有：{known}。',
    en: 'The policy has no sample {value}; it has: {known}.',
  },
  'which-sample': {
    zh: '政策里有几项抽查，请用 --sample 写明是哪一项：{known}。',
    en: 'The policy has several samples; say which with --sample: {known}.',
  },
  'no-sample': {
    zh: '政策里没有写抽查，请用 --share 写明抽多少。',
    en: 'The policy lays down no sample; say with --share how much to draw.',
  },
  'nothing-to-draw': {
    zh: '没有一户可以抽：没有已定的户评上{cards}。',
    en: 'There is nothing to draw from: no household is decided to be {cards}.',
  },
  'no-duties': {
    zh: '政策里没有写职责和复核，没有工作量可算。',
    en: 'The policy lays down no duties and no reviews, so there is no workload.',
  },
} as const satisfies Catalog;
