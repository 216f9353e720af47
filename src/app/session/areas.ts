/** Where households lie: their village and township, or whatever entities the vocabulary puts around them. */
import type { Policy } from '../../policy/policy.ts';
import type { Vocabulary } from '../../policy/vocabulary.ts';
import type { Population } from '../../population/columns.ts';
import { chainOf } from '../../population/header.ts';
import { inert } from '../../report/inert.ts';
import type { Area } from '../protocol.ts';

/** Entities that the lists of areas speak of, in the roles of village and township; null: the vocabulary has none. */
export interface AreaEntities {
  readonly village: string | null;
  readonly township: string | null;
}

export function areaEntities({ entity, vocabulary }: Pick<Policy, 'entity' | 'vocabulary'>): AreaEntities {
  const above = chainOf(entity, vocabulary)
    .slice(1)
    .map(({ id }) => id);
  const named = (id: string) => (above.includes(id) ? id : null);
  const village = named('village') ?? above[0] ?? null;
  const further = village === null ? [] : above.slice(above.indexOf(village) + 1);
  return { village, township: named('township') ?? further[0] ?? null };
}

const none = (rows: number) => new Int32Array(rows).fill(-1);

/** By row of `from`, the row of the instance of `to` around it; −1: not recorded. */
export function areaRowsOf(
  population: Population,
  vocabulary: Vocabulary,
  from: string,
  to: string | null,
): Int32Array {
  const rows = population.tables[from]?.rows ?? 0;
  if (to === null) return none(rows);
  let found: Int32Array | null = null;
  for (let at = from; at !== to; ) {
    const within: string | null = vocabulary.entities[at]?.within ?? null;
    const owner: Int32Array | null = population.tables[at]?.owner ?? null;
    if (within === null || owner === null || !population.tables[within]) return none(rows);
    found = found === null ? owner : found.map(row => (row < 0 ? -1 : owner[row]!));
    at = within;
  }
  return found === null
    ? Int32Array.from({ length: rows }, (_, row) => row)
    : found.map(row => Math.max(-1, row));
}

/** The areas of one entity by id, with the households in each. */
export function areasOf(
  population: Population,
  vocabulary: Vocabulary,
  entity: string | null,
  around: string | null,
  rows: Int32Array,
): Area[] {
  const table = entity === null ? undefined : population.tables[entity];
  if (entity === null || !table) return [];
  const counts = new Int32Array(table.rows);
  for (const row of rows) if (row >= 0) counts[row]!++;
  const outer = around === null ? null : areaRowsOf(population, vocabulary, entity, around);
  const outerIds = around === null ? [] : (population.tables[around]?.ids ?? []);
  return Array.from({ length: table.rows }, (_, row): Area => {
    const id = table.ids[row] ?? String(row);
    const at = outer?.[row] ?? -1;
    const name = nameIn(table.columns, row) ?? id;
    return {
      id: inert(id),
      label: { zh: inert(name), en: inert(name) },
      households: counts[row]!,
      within: at < 0 ? null : inert(outerIds[at] ?? ''),
    };
  });
}

/** A village may have its name recorded, under a fact that says so. */
function nameIn(columns: Population['tables'][string]['columns'], row: number): string | null {
  const found = Object.entries(columns).find(([id, { kind }]) => kind === 'text' && /(^|_)name$/.test(id));
  const column = found?.[1];
  if (column?.kind !== 'text' || column.valid?.[row] === 0) return null;
  return column.dictionary[column.values[row]!] ?? null;
}
