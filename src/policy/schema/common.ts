import * as keys from '../../language/keys.ts';
import {
  byKind,
  choose,
  closed,
  each,
  has,
  listOf,
  named,
  oneOrList,
  ref,
  type Schema,
  text,
  textOr,
  words,
} from './build.ts';

export const datePattern = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

const value = ref('value');

/** Fields every rule may carry. */
export const ruleForms: Readonly<Record<string, Schema>> = {
  id: ref('name'),
  label: ref('labels'),
  cite: words,
  clause: oneOrList(text),
  note: ref('labels'),
  place: ref('place'),
};

/** Parts that several kinds of files use. */
export const commonParts: Readonly<Record<string, Schema>> = {
  labels: textOr(ref('label')),
  label: closed(keys.labelKeys, each(keys.labelKeys, text)),
  notes: byKind({ text: true, object: ref('label'), array: { items: ref('labels') } }),
  name: { type: ['string', 'number'] },
  names: oneOrList(ref('name'), ['string', 'number']),
  date: { type: 'string', pattern: datePattern },
  whole: { type: 'integer', minimum: 1 },
  yes: { enum: [true, false, 'true', 'false', 'yes', 'no', '是', '否'] },
  place: closed(keys.placeKeys, each(keys.placeKeys, ref('name'))),
  /** An expression, or bands, a table, a list of conditions. */
  value: textOr(ref('structure')),
  structure: {
    type: 'object',
    ...choose(
      has({ whole: keys.bandKeys.whole, marginal: keys.bandKeys.marginal, by: keys.bandKeys.by }),
      ref('bands'),
      choose(has(keys.tableKey), ref('tableHolder'), ref('conditions')),
    ),
  },
  bands: closed(
    keys.bandKeys,
    { by: text, whole: named(value), marginal: named(value), base: text, otherwise: value },
    { required: ['by'] },
  ),
  tableHolder: closed(keys.tableKey, { table: ref('table') }),
  table: closed(
    keys.tableKeys,
    { by: oneOrList(text), otherwise: value },
    { others: ref('cell'), required: ['by'] },
  ),
  /** A value, or the cells of the next thing that the table goes by. */
  cell: textOr(
    choose(
      has({ by: keys.bandKeys.by, ...keys.tableKey, ...keys.conditionKeys }),
      ref('structure'),
      named(ref('cell')),
    ),
  ),
  conditions: closed(keys.conditionKeys, each(keys.conditionKeys, listOf(value)), {
    patterns: { [keys.atLeastPattern]: listOf(value) },
  }),
  definition: closed(
    { ...keys.definitionKeys, ...keys.bandKeys, ...keys.tableKey, ...keys.conditionKeys },
    {
      ...ruleForms,
      of: ref('name'),
      value,
      by: text,
      whole: named(value),
      marginal: named(value),
      base: text,
      otherwise: value,
      table: ref('table'),
      ...each(keys.conditionKeys, listOf(value)),
    },
    { patterns: { [keys.atLeastPattern]: listOf(value) } },
  ),
};
