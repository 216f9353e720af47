import { type KeyTable, spell } from './keys.ts';

/** Of which part of a scheme a clause speaks. */
export const clauseKindWords = {
  scope: spell('范围 | 适用', 'scope'),
  card: spell('卡类 | 类别', 'card'),
  exclusion: spell('排除', 'exclusion'),
  priority: spell('优先', 'priority'),
  benefit: spell('帮扶', 'benefit'),
  quota: spell('名额', 'quota'),
  fund: spell('资金', 'fund'),
  constraint: spell('约束 | 要求', 'constraint'),
  duty: spell('职责', 'duty'),
  procedure: spell('程序', 'procedure'),
  review: spell('复核', 'review'),
  monitoring: spell('监测', 'monitoring'),
  form: spell('审批表 | 表式', 'form'),
  village: spell('村', 'village'),
  indicator: spell('指标 | 考核', 'indicator'),
  data: spell('数据 | 资料', 'data'),
} satisfies KeyTable;

export type ClauseKind = keyof typeof clauseKindWords;
