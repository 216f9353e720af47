/** What the generator made of each fact, before the vocabulary gives it its place. */
import type { Fact, Vocabulary } from '../../policy/vocabulary.ts';
import { narrowed } from '../cells.ts';
import type { Column } from '../columns.ts';
import { numberForm } from '../number-form.ts';

export type RawColumn =
  | { readonly kind: 'bool'; readonly values: Uint8Array }
  /** `words`: ids of values; 255 in `values`: not known. */
  | { readonly kind: 'enum'; readonly values: Uint8Array; readonly words: readonly string[] }
  /** In the unit of files (yuan, years, 亩) × 10^`decimals`; NaN: not known. */
  | { readonly kind: 'number'; readonly values: ArrayLike<number>; readonly decimals: number }
  /** Days since 1970-01-01; `NO_DAY`: not known. */
  | { readonly kind: 'date'; readonly values: Int32Array };

export const NO_DAY = -2147483648;
export const NO_VALUE = 255;

export type RawColumns = Readonly<Record<string, RawColumn>>;

/** Columns of the facts that the vocabulary declares, in its order; the rest is left out. */
export function toColumns(entity: string, raw: RawColumns, vocabulary: Vocabulary): Record<string, Column> {
  const columns: Record<string, Column> = Object.create(null);
  for (const fact of Object.values(vocabulary.facts)) {
    const column = fact.entity === entity && Object.hasOwn(raw, fact.id) ? raw[fact.id] : undefined;
    if (column && fact.type.kind === column.kind) columns[fact.id] = toColumn(column, fact);
  }
  return columns;
}

function toColumn(raw: RawColumn, fact: Fact): Column {
  switch (raw.kind) {
    case 'bool':
      return { kind: 'bool', values: raw.values, valid: null };
    case 'enum': {
      const index = raw.words.map(word => fact.values.findIndex(value => value.id === word));
      const valid = validOf(raw.values, value => value !== NO_VALUE);
      return {
        kind: 'enum',
        values: raw.values.map(value => (value === NO_VALUE ? 0 : index[value]!)),
        valid,
      };
    }
    case 'date': {
      const valid = validOf(raw.values, value => value !== NO_DAY);
      return { kind: 'date', values: raw.values.map(value => (value === NO_DAY ? 0 : value)), valid };
    }
    case 'number': {
      const form = numberForm(fact);
      const scale = 10 ** (form.decimals - raw.decimals);
      const valid = validOf(raw.values, value => !Number.isNaN(value));
      const scaled = new Float64Array(raw.values.length);
      for (let i = 0; i < scaled.length; i++) {
        const value = raw.values[i]!;
        if (!Number.isNaN(value)) scaled[i] = Math.round(value * scale);
      }
      return { kind: 'number', ...narrowed(scaled), valid, factor: form.factor };
    }
  }
}

function validOf(values: ArrayLike<number>, known: (value: number) => boolean): Uint8Array | null {
  const valid = new Uint8Array(values.length);
  let all = true;
  for (let i = 0; i < values.length; i++) {
    if (known(values[i]!)) valid[i] = 1;
    else all = false;
  }
  return all ? null : valid;
}
