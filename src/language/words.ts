import type { KeyTable, Spellings } from './keys.ts';

function spell(zh: string, en: string): Spellings {
  return { zh: zh.split(' | '), en: en.split(' | ') };
}

/** Words with a fixed meaning that stand as values of keys, by what they say. */
export const meaningWords = {
  'safety-net': spell('兜底', 'safety-net'),
  poor: spell('贫困', 'poor'),
  'at-risk': spell('风险', 'at-risk'),
  exited: spell('已脱贫', 'exited'),
  ordinary: spell('一般', 'ordinary'),
  model: spell('示范', 'model'),
} satisfies KeyTable;

export const decisionWords = {
  ordered: spell('依次', 'ordered'),
  unique: spell('唯一', 'unique'),
} satisfies KeyTable;

export const periodWords = {
  once: spell('一次 | 次', 'once'),
  month: spell('月', 'month'),
  year: spell('年', 'year'),
} satisfies KeyTable;

export const kindWords = {
  cash: spell('现金', 'cash'),
  'in-kind': spell('实物', 'in-kind'),
  service: spell('服务', 'service'),
  insurance: spell('保险', 'insurance'),
  post: spell('岗位', 'post'),
} satisfies KeyTable;

export const roundModeWords = {
  up: spell('向上', 'up'),
  down: spell('向下', 'down'),
  'half-up': spell('四舍五入', 'half-up'),
} satisfies KeyTable;

export const countsWords = {
  best: spell('最高', 'best'),
  first: spell('首项', 'first'),
} satisfies KeyTable;

export const perWords = {
  household: spell('户', 'household'),
  person: spell('人', 'person'),
} satisfies KeyTable;

export const assertionWords = {
  parameters: spell('参数', 'parameters'),
  household: spell('每户', 'household | each household'),
  overall: spell('总体', 'overall'),
} satisfies KeyTable;

export const factTypeWords = {
  yes_no: spell('是否', 'yes_no'),
  choice: spell('选项', 'choice'),
  money: spell('金额', 'money'),
  number: spell('数量', 'number'),
  date: spell('日期', 'date'),
  year: spell('年份', 'year'),
  text: spell('文本', 'text'),
} satisfies KeyTable;

export const statusWords = {
  decided: spell('已定', 'decided'),
  undetermined: spell('未定', 'undetermined'),
  'out-of-scope': spell('不适用', 'out-of-scope'),
  conflict: spell('冲突', 'conflict'),
} satisfies KeyTable;

/** How far a figure can be trusted. */
export const figureStatusWords = {
  verified: spell('已核', 'verified'),
  derived: spell('推算', 'derived'),
  secondary: spell('转引', 'secondary'),
  assumed: spell('假设', 'assumed'),
} satisfies KeyTable;

export const yesWords: readonly string[] = ['true', 'yes', '是'];
export const noWords: readonly string[] = ['false', 'no', '否'];
export const openWords: readonly string[] = ['待定', 'open'];
/** No card. */
export const noneWords: readonly string[] = ['无', 'none'];
