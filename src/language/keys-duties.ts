import { exclusionKeys, type KeyTable, ruleKeys, spell } from './keys.ts';

const { when, except } = exclusionKeys;
const concerned = spell('对象', 'for');
const by = spell('由', 'by');
const within = spell('内', 'within');

export const roleKeys = { ...ruleKeys, level: spell('级别', 'level') } satisfies KeyTable;

export const dutyKeys = {
  ...ruleKeys,
  for: concerned,
  when,
  except,
  by,
  do: spell('做', 'do'),
  often: spell('频次', 'often'),
  within,
  after: spell('自', 'after'),
} satisfies KeyTable;

/** How often something is done. */
export const oftenKeys = {
  at_least: spell('至少', 'at_least | at least'),
  per: spell('每', 'per'),
} satisfies KeyTable;

const every = spell('每', 'every');

export const reviewKeys = {
  ...ruleKeys,
  for: concerned,
  when,
  except,
  by,
  every,
  within,
  after: dutyKeys.after,
} satisfies KeyTable;

export const stageKeys = {
  ...ruleKeys,
  by,
  from: spell('起', 'from'),
  to: spell('止', 'to'),
  after: spell('之后', 'after'),
  within,
  notice: spell('公示', 'notice'),
  every,
  parallel: spell('并行', 'parallel'),
} satisfies KeyTable;

const lasts = spell('期限', 'lasts');

export const noticeKeys = {
  lasts,
  first: spell('首日', 'first'),
  last: spell('末日', 'last'),
} satisfies KeyTable;

export const sampleKeys = {
  ...ruleKeys,
  for: concerned,
  share: spell('比例', 'share'),
  strata: spell('分层', 'by | strata'),
  team: spell('每组', 'team'),
  role: spell('由', 'role'),
  stage: spell('环节', 'stage'),
} satisfies KeyTable;

export const transitionKeys = {
  ...ruleKeys,
  lasts,
  from: spell('自', 'from'),
  benefits: spell('项目', 'benefits'),
} satisfies KeyTable;
