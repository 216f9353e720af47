/** One instance out of the columns, as the reference evaluator reads it. */
import type { Fact, Vocabulary } from '../policy/vocabulary.ts';
import { isoDate } from './cell.ts';
import type { Column, Population, Table } from './columns.ts';
import type { FactValue, Instance } from './instance.ts';
import { isInside, nameWithin, rowNames } from './names.ts';
import { UNIT } from './standard.ts';

/**
 * The household at `row` (or the instance of another entity), with its owners above and its parts below. A fact that no
 * column holds is absent: missing. Members are called by their household's name and their own, or their place: `h1#2`.
 */
export function instanceOf(
  population: Population,
  vocabulary: Vocabulary,
  row: number,
  entity: string = UNIT,
): Instance {
  const owner = ownerOf(population, vocabulary, entity, row);
  return withParts(population, vocabulary, entity, row, owner);
}

/** Made once: all households of a village share it. Their owners' parts are made when they are first looked at. */
const owners = new WeakMap<Table, Map<number, Instance>>();

function ownerOf(
  population: Population,
  vocabulary: Vocabulary,
  entity: string,
  row: number,
): Instance | null {
  const above = vocabulary.entities[entity]?.within ?? null;
  const ownerRow = population.tables[entity]?.owner?.[row] ?? -1;
  return above === null ? null : areaOf(population, vocabulary, above, ownerRow);
}

/**
 * The village (or whatever has parts) at `row`, as its households see it: made once, its parts when they are first looked
 * at. null: no such row.
 */
export function areaOf(
  population: Population,
  vocabulary: Vocabulary,
  entity: string,
  row: number,
): Instance | null {
  const table = population.tables[entity];
  if (!table || row < 0) return null;
  const known = owners.get(table) ?? new Map<number, Instance>();
  owners.set(table, known);
  const made = known.get(row) ?? makeOwner(population, vocabulary, entity, row);
  known.set(row, made);
  return made;
}

function makeOwner(population: Population, vocabulary: Vocabulary, entity: string, row: number): Instance {
  const table = population.tables[entity]!;
  let parts: Instance['parts'] | null = null;
  const owner: Instance = {
    entity,
    id: table.ids[row] ?? String(row),
    row,
    facts: factsOfRow(table, vocabulary, row),
    owner: ownerOf(population, vocabulary, entity, row),
    get parts() {
      parts ??= partsOfRow(population, vocabulary, table, row, owner);
      return parts;
    },
  };
  return owner;
}

function partsOfRow(
  population: Population,
  vocabulary: Vocabulary,
  table: Table,
  row: number,
  owner: Instance,
): Record<string, Instance[]> {
  const parts: Record<string, Instance[]> = Object.create(null);
  for (const [part, offsets] of Object.entries(table.parts)) {
    const first = offsets[row]!;
    parts[part] = Array.from({ length: offsets[row + 1]! - first }, (_, i) =>
      withParts(population, vocabulary, part, first + i, owner, i + 1),
    );
  }
  return parts;
}

interface Growing extends Instance {
  readonly parts: Record<string, Instance[]>;
}

function withParts(
  population: Population,
  vocabulary: Vocabulary,
  entity: string,
  row: number,
  owner: Instance | null,
  place = 0,
): Instance {
  const table = population.tables[entity]!;
  const id = nameOf(population, vocabulary, entity, row, owner, place);
  const instance: Growing = {
    entity,
    id,
    row,
    facts: factsOfRow(table, vocabulary, row),
    owner,
    parts: Object.create(null),
  };
  Object.assign(instance.parts, partsOfRow(population, vocabulary, table, row, instance));
  return instance;
}

function nameOf(
  population: Population,
  vocabulary: Vocabulary,
  entity: string,
  row: number,
  owner: Instance | null,
  place: number,
): string {
  const id = population.tables[entity]!.ids[row];
  if (owner === null) return id ?? String(row);
  if (id === undefined)
    return place > 0 ? `${owner.id}#${place}` : rowNames(vocabulary, population, entity)(row);
  return id !== '' && isInside(vocabulary, entity) ? nameWithin(owner.id, id) : id;
}

function factsOfRow(table: Table, vocabulary: Vocabulary, row: number): Record<string, FactValue> {
  const facts: Record<string, FactValue> = Object.create(null);
  for (const [id, column] of Object.entries(table.columns)) {
    const fact = vocabulary.facts[`${table.entity}.${id}`];
    if (fact) facts[id] = valueAt(column, row, fact);
  }
  const key = vocabulary.entities[table.entity]?.key;
  if (key !== undefined && vocabulary.facts[`${table.entity}.${key}`] && table.ids[row])
    facts[key] = table.ids[row]!;
  return facts;
}

/** The value of one cell in base units; null: missing. */
export function valueAt(column: Column, row: number, fact: Fact): FactValue {
  if (column.valid !== null && column.valid[row] === 0) return null;
  const value = column.values[row]!;
  switch (column.kind) {
    case 'bool':
      return value === 1;
    case 'enum':
      return fact.values[value]!.id;
    case 'date':
      return isoDate(value);
    case 'text':
      return column.dictionary[value]!;
    case 'number':
      return baseUnits(value, column.factor);
  }
}

/** `value` × factor as an exact number: an integer, or a fraction in lowest terms. */
export function baseUnits(value: number, [above, below]: readonly [number, number]): string {
  const n = BigInt(value) * BigInt(above);
  const d = BigInt(below);
  if (n % d === 0n) return String(n / d);
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${n / a}/${d / a}`;
}
