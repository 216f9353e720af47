import { bandKeys, tableKey } from '../../language/keys.ts';
import * as keys from '../../language/keys-quotas.ts';
import { orderWords, vacantWords } from '../../language/words-quotas.ts';
import { byKind, choose, closed, has, named, ref, type Schema, textOr, word } from './build.ts';
import { ruleForms } from './common.ts';

const value = ref('value');

/** Parts of other schemes, quotas and funds. */
export const quotaParts: Readonly<Record<string, Schema>> = {
  classify: closed(keys.classifyKeys, { of: ref('name') }, { required: ['of'] }),
  use: closed(keys.useKeys, { ...ruleForms, policy: { type: 'string' } }, { required: ['policy'] }),
  quota: closed(keys.quotaKeys, {
    ...ruleForms,
    for: ref('names'),
    takes: value,
    total: value,
    at_least: value,
    seats: named(value),
    shares: named(value),
    rank: ref('ranks'),
    skip: ref('yes'),
    vacant: word(vacantWords),
  }),
  fund: closed(keys.fundKeys, { ...ruleForms, total: value, rank: ref('ranks') }),
  ranks: byKind({ text: true, object: ref('rank'), array: { items: textOr(ref('rank')) } }),
  /** A key with its order, or a structure that is the key itself. */
  rank: choose(
    has({ ...tableKey, whole: bandKeys.whole, marginal: bandKeys.marginal }),
    ref('structure'),
    choose(has({ by: bandKeys.by }), ref('namedRank'), ref('conditions')),
  ),
  namedRank: closed(
    keys.rankKeys,
    { by: value, order: word(orderWords), label: ref('labels'), note: ref('labels') },
    { required: ['by'] },
  ),
};

/** Their sections. */
export const quotaForms: Readonly<Record<string, Schema>> = {
  classify: textOr(ref('classify')),
  uses: named(textOr(ref('use'))),
  quotas: named(ref('quota')),
  funds: named(textOr(ref('fund'))),
};
