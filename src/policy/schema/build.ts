import { type KeyTable, spellingsOf } from '../../language/keys.ts';

export type Schema = { readonly [key: string]: unknown };

export const ref = (part: string): Schema => ({ $ref: `#/$defs/${part}` });

/** Text as people write it: YAML takes `5000` for a number and `true` for a truth value. */
export const text: Schema = { type: ['string', 'number', 'boolean'] };
/** A field that may be left empty. */
export const words: Schema = { type: ['string', 'number', 'boolean', 'null'] };

export function word(table: KeyTable): Schema {
  return { enum: spellingsOf(table) };
}

export function listOf(item: Schema): Schema {
  return { type: 'array', items: item };
}

/** A map whose keys are names that people choose. */
export function named(item: Schema): Schema {
  return { type: 'object', additionalProperties: item };
}

/** Conditional forms; the key `then` is written here alone. */
export function choose(test: Schema, yes: Schema, no?: Schema): Schema {
  return Object.fromEntries([['if', test], ['then', yes], ...(no === undefined ? [] : [['else', no]])]);
}

/** Text, or a map of the given form. */
export function textOr(form: Schema): Schema {
  return { type: ['string', 'number', 'boolean', 'object'], ...choose({ type: 'object' }, form) };
}

/** One of it, or a list. */
export function oneOrList(item: Schema, types: readonly string[] = ['string', 'number', 'boolean']): Schema {
  return { type: [...types, 'array'], ...choose({ type: 'array' }, { items: item }, item) };
}

/** By the kind of what stands there; the other kinds are refused. */
export function byKind(kinds: {
  readonly array?: Schema;
  readonly object?: Schema;
  readonly text?: boolean;
}): Schema {
  const { array, object } = kinds;
  return {
    type: [
      ...(kinds.text === true ? ['string', 'number', 'boolean'] : []),
      ...(array ? ['array'] : []),
      ...(object ? ['object'] : []),
    ],
    allOf: [
      ...(array ? [choose({ type: 'array' }, array)] : []),
      ...(object ? [choose({ type: 'object' }, object)] : []),
    ],
  };
}

export interface ClosedOptions {
  readonly patterns?: Readonly<Record<string, Schema>>;
  /** Keys of which one spelling has to be there. */
  readonly required?: readonly string[];
  /** Allows further keys of this form. */
  readonly others?: Schema;
}

/** A map of known keys only, each in every spelling. */
export function closed(
  table: KeyTable,
  forms: Readonly<Record<string, Schema>>,
  options: ClosedOptions = {},
): Schema {
  const properties: Record<string, Schema> = {};
  for (const [key, { zh, en }] of Object.entries(table)) {
    const form = forms[key];
    if (form === undefined) continue;
    for (const spelling of [...zh, ...en]) properties[spelling] = form;
  }
  const required = (options.required ?? []).map(key => ({
    anyOf: spellingsOf({ key: table[key] as KeyTable[string] }).map(spelling => ({ required: [spelling] })),
  }));
  return {
    type: 'object',
    properties,
    ...(options.patterns ? { patternProperties: options.patterns } : {}),
    additionalProperties: options.others ?? false,
    ...(required.length > 0 ? { allOf: required } : {}),
  };
}

/** Does a map have any spelling of any of these keys? For `if`. */
export function has(table: KeyTable): Schema {
  return { anyOf: spellingsOf(table).map(spelling => ({ required: [spelling] })) };
}

/** Forms for every key of a table that are alike. */
export function each(table: KeyTable, form: Schema): Record<string, Schema> {
  return Object.fromEntries(Object.keys(table).map(key => [key, form]));
}
