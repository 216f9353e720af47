/** Columns out of facts written as in `makeHousehold`, so that one test can ask every evaluator the same. */
import { dayNumber, parseDay } from '../../src/engine/reference/calendar.ts';
import type { Fact, Vocabulary } from '../../src/policy/vocabulary.ts';
import type { Column, Population, Table } from '../../src/population/columns.ts';
import type { Facts } from './policy.ts';
import { testVocabulary } from './vocabulary.ts';

type Cell = Facts[string];

/** Numbers must be whole multiples of the fact's unit (money: of a fen). */
function numberColumn(fact: Fact, cells: readonly Cell[], valid: Uint8Array | null): Column {
  const factor = fact.unit?.label.en === 'years' ? 12 : 1;
  const values = Float64Array.from(cells, cell => Number(cell ?? 0) / factor);
  const known = values.filter((_, row) => valid === null || valid[row] === 1);
  const [least, most] = [
    known.reduce((a, b) => Math.min(a, b), 0),
    known.reduce((a, b) => Math.max(a, b), 0),
  ];
  return { kind: 'number', values, valid, factor: [factor, 1], least, most };
}

function column(fact: Fact, cells: readonly Cell[]): Column {
  const gaps = cells.some(cell => cell === null || cell === undefined);
  const valid = gaps ? Uint8Array.from(cells, cell => (cell === null || cell === undefined ? 0 : 1)) : null;
  switch (fact.type.kind) {
    case 'bool':
      return { kind: 'bool', values: Uint8Array.from(cells, cell => (cell === true ? 1 : 0)), valid };
    case 'enum': {
      const index = (cell: Cell) =>
        Math.max(
          0,
          fact.values.findIndex(value => value.id === cell),
        );
      return { kind: 'enum', values: Uint8Array.from(cells, index), valid };
    }
    case 'date': {
      const day = (cell: Cell) => (typeof cell === 'string' ? dayNumber(parseDay(cell)) : 0);
      return { kind: 'date', values: Int32Array.from(cells, day), valid };
    }
    case 'text': {
      const dictionary = [...new Set(cells.map(String))];
      return {
        kind: 'text',
        values: Int32Array.from(cells, cell => dictionary.indexOf(String(cell))),
        dictionary,
        valid,
      };
    }
    case 'number':
      return numberColumn(fact, cells, valid);
  }
}

/** Rows of one entity by themselves, named as given. */
export function makeTable(
  entity: string,
  rows: readonly Facts[],
  ids: readonly string[],
  vocabulary: Vocabulary,
): Omit<Table, 'owner' | 'parts'> {
  const used = Object.values(vocabulary.facts).filter(
    fact => fact.entity === entity && rows.some(row => row[fact.id] !== undefined),
  );
  return {
    entity,
    rows: rows.length,
    ids,
    columns: Object.fromEntries(
      used.map(fact => [
        fact.id,
        column(
          fact,
          rows.map(row => row[fact.id] ?? null),
        ),
      ]),
    ),
  };
}

const table = (entity: string, rows: readonly Facts[], names: string, vocabulary: Vocabulary) =>
  makeTable(
    entity,
    rows,
    rows.map((_, row) => `${names}${row + 1}`),
    vocabulary,
  );

/** `parts`: by entity, a list for each household; an entity left out has unknown parts. `above`: one village for all. */
export function makePopulation(
  households: readonly Facts[],
  parts: Readonly<Record<string, readonly (readonly Facts[])[]>> = {},
  village: Facts | null = null,
  vocabulary: Vocabulary = testVocabulary,
): Population {
  const tables: Record<string, Table> = {};
  const offsets: Record<string, Int32Array> = {};
  for (const [entity, lists] of Object.entries(parts)) {
    const starts = [0];
    for (const list of lists) starts.push(starts.at(-1)! + list.length);
    offsets[entity] = Int32Array.from(starts);
    const owner = Int32Array.from(lists.flatMap((list, row) => list.map(() => row)));
    tables[entity] = { ...table(entity, lists.flat(), entity.slice(0, 1), vocabulary), owner, parts: {} };
  }
  const count = households.length;
  tables['household'] = {
    ...table('household', households, 'h', vocabulary),
    owner: village === null ? null : new Int32Array(count),
    parts: offsets,
  };
  if (village !== null) {
    const all = { household: Int32Array.from([0, count]) };
    tables['village'] = { ...table('village', [village], 'v', vocabulary), owner: null, parts: all };
  }
  return { tables, source: 'test', seed: null };
}
