import { bandKeys, type KeyTable, policyKeys, ruleKeys, spell } from './keys.ts';

/** On what entity a policy decides. */
export const classifyKeys = { of: spell('对象', 'of') } satisfies KeyTable;

export const useKeys = { ...ruleKeys, policy: policyKeys.policy } satisfies KeyTable;

/** One key of an order. */
export const rankKeys = {
  by: bandKeys.by,
  order: spell('次序', 'order'),
  label: ruleKeys.label,
  note: ruleKeys.note,
} satisfies KeyTable;

const rank = spell('排序', 'rank');

export const quotaKeys = {
  ...ruleKeys,
  for: spell('对象', 'for'),
  takes: spell('占', 'takes'),
  total: spell('总数', 'total'),
  at_least: spell('至少', 'at_least | at least'),
  seats: spell('席位', 'seats'),
  shares: spell('分解', 'shares'),
  rank,
  skip: spell('可跳过', 'skip'),
  vacant: spell('空缺', 'vacant'),
} satisfies KeyTable;

export const fundKeys = { ...ruleKeys, total: spell('总额', 'total'), rank } satisfies KeyTable;
