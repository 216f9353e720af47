import { clauseKeys, ledgerKeys } from '../../language/keys-clauses.ts';
import { clauseKindWords } from '../../language/words-clauses.ts';
import { closed, named, ref, type Schema, word, words } from './build.ts';
import { commonParts } from './common.ts';

/**
 * The ledger of a scheme: its clauses by number, in the project's own words. `不计算/not_computed` says what of a clause
 * no rule works out, and why; a clause without it needs a rule that carries its number.
 */
export const clausesSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://mingbai.example/schema/clauses.schema.json',
  title: 'Mingbai clauses',
  description: 'The clauses of a document that a scheme is written from. 一份文件的条款，供对照规则。',
  ...closed(ledgerKeys, { clauses: named(ref('clause')), notes: ref('notes') }, { required: ['clauses'] }),
  $defs: {
    labels: commonParts['labels']!,
    label: commonParts['label']!,
    notes: commonParts['notes']!,
    clause: closed(
      clauseKeys,
      {
        kind: word(clauseKindWords),
        says: ref('labels'),
        cite: words,
        note: ref('labels'),
        not_computed: ref('labels'),
      },
      { required: ['kind', 'says'] },
    ),
  },
};
