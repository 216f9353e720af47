import type { Catalog } from '../../language/diagnostic.ts';

/** What the session has to tell besides what other rooms tell. */
export const sessionMessages = {
  'session-broken': {
    zh: '程序出错了：{reason}。数据没有改动，可以继续。',
    en: 'Something went wrong in the program: {reason}. No data were changed; you can go on.',
  },
  'session-not-loaded': { zh: '还没有载入政策和人口。', en: 'No policies and population are loaded yet.' },
  'session-path-missing': { zh: '找不到{path}。', en: 'There is no {path}.' },
  'session-different-facts': {
    zh: '{first}与{second}对“{fact}”的定义不同，不能放在一起比较。',
    en: '{first} and {second} mean different things by "{fact}"; they cannot be compared.',
  },
  'session-different-entities': {
    zh: '{first}与{second}判定的对象不同，不能放在一起比较。',
    en: '{first} and {second} judge different things; they cannot be compared.',
  },
  'session-no-households': {
    zh: '人口资料里没有这些政策要判定的对象。',
    en: 'The population does not hold what these policies judge.',
  },
  'session-no-parameter': { zh: '政策没有参数{name}。', en: 'The policy has no parameter {name}.' },
  'session-no-cell': { zh: '参数{name}没有这一格。', en: 'The parameter {name} has no such cell.' },
  'session-bad-value': {
    zh: '{text}不能作{name}的值，单位是“{unit}”。',
    en: '{text} is no value for {name}, which is in {unit}.',
  },
  'session-bad-value-plain': { zh: '{text}不能作{name}的值。', en: '{text} is no value for {name}.' },
  'session-outside-range': {
    zh: '{text}超出了{name}的范围（{least} 至 {most}）。',
    en: '{text} is outside the range of {name} ({least} to {most}).',
  },
  'session-crossed': { zh: '{text}：下限高于上限。', en: '{text}: the low end is above the high end.' },
  'session-no-policy': { zh: '没有这个政策。', en: 'There is no such policy.' },
  'session-no-row': { zh: '没有这一户。', en: 'There is no such household.' },
  'session-no-village': { zh: '没有这个村。', en: 'There is no such village.' },
  'session-expression-truth': {
    zh: '筛选要写一个成立或不成立的条件，如“人均纯收入 低于 4000 元/人年”。',
    en: 'A filter is a condition that holds or does not, such as "net income per head < 4000 yuan/person/year".',
  },
  'session-expression-unworkable': {
    zh: '这个表达式要等判定之后才有值，这里算不了。',
    en: 'This expression has a value only after cards are given; it cannot be worked out here.',
  },
  'session-expression-open': {
    zh: '筛选和排序里不能有待定的数或区间。',
    en: 'Filters and orders cannot hold open figures or ranges.',
  },
  'session-exists': { zh: '{path}已经存在。', en: '{path} is there already.' },
  'session-cannot-write': { zh: '写不了{path}：{reason}。', en: 'Cannot write {path}: {reason}.' },
  'session-nothing-changed': { zh: '没有改动可存。', en: 'There are no changes to save.' },
  'session-no-name': { zh: '请给草案起个名字。', en: 'Please give the draft a name.' },
  'session-no-fact': { zh: '没有{name}这一项。', en: 'There is no fact {name}.' },
  'session-not-editable': {
    zh: '{name}是算出来的，不能改。',
    en: '{name} is computed; it cannot be edited.',
  },
  'session-households': {
    zh: '户数只能是 1 至 {most} 的整数。',
    en: 'The number of households must be from 1 to {most}.',
  },
} as const satisfies Catalog;

export type SessionCode = keyof typeof sessionMessages;
