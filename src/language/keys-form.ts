import { cardKeys, type KeyTable, ruleKeys, sourceKeys, spell } from './keys.ts';

/** What may be printed beside boxes, fields and columns. */
const item = { id: ruleKeys.id, label: ruleKeys.label };
const boxes = spell('选项', 'boxes');
const by = spell('由', 'by');

/** One part of the approval form: which of these keys it has says what it is. */
export const formKeys = {
  ...ruleKeys,
  title: sourceKeys.title,
  copies: spell('份数', 'copies'),
  fields: spell('填', 'fields'),
  across: spell('每行', 'across'),
  boxes,
  each: spell('每', 'each'),
  columns: spell('列', 'columns'),
  due: spell('可享受', 'due'),
  assessment: spell('测算', 'assessment'),
  opinion: spell('意见', 'opinion'),
  stage: spell('环节', 'stage'),
  by,
  cards: spell('卡', 'cards'),
  signatures: spell('签字', 'signatures'),
  seals: spell('盖章', 'seals'),
  dated: spell('日期', 'dated'),
  remarks: spell('备注', 'remarks'),
} satisfies KeyTable;

/** A field or a column. */
export const formFieldKeys = { ...item, value: spell('值', 'value'), boxes } satisfies KeyTable;

export const formBoxKeys = {
  ...item,
  when: cardKeys.when,
  of_which: spell('其中', 'of_which | of which'),
} satisfies KeyTable;

/** A heading under which benefits are listed. */
export const formDueKeys = {
  ...item,
  benefits: spell('项目', 'benefits'),
  otherwise: cardKeys.otherwise,
} satisfies KeyTable;

export type FormKey = keyof typeof formKeys;
