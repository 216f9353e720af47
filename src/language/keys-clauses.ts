import { type KeyTable, policyKeys, ruleKeys, spell } from './keys.ts';

/** A ledger: the clauses of a document, one by one. */
export const ledgerKeys = {
  clauses: spell('条款', 'clauses'),
  notes: policyKeys.notes,
} satisfies KeyTable;

export const clauseKeys = {
  kind: spell('类 | 类别', 'kind'),
  says: spell('说', 'says'),
  cite: ruleKeys.cite,
  note: ruleKeys.note,
  not_computed: spell('不计算', 'not_computed | not computed'),
} satisfies KeyTable;
