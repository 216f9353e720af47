/** Links the tables of a population: names to rows, and tables that no file holds made from the names that others mention. */
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Entity, Vocabulary } from '../policy/vocabulary.ts';
import { withUnknownRow } from './column-rows.ts';
import type { Column } from './columns.ts';
import { chainOf } from './header.ts';
import { addId, finishIds, makeIds, type OwnerRuns, unpackIds } from './ids.ts';
import { makeNames, type Names, NO_OWNER, ownerRows } from './owners.ts';
import { quoted } from './problem.ts';
import type { RawTable } from './raw-table.ts';

/** A table on its way into the population. */
export interface Linked {
  readonly entity: Entity;
  /** Null: no file holds it; made from what others say. */
  readonly raw: RawTable | null;
  rows: number;
  names: Names;
  columns: Record<string, Column>;
  /** Row of the owner's table; null where that is not recorded. */
  owner: Int32Array | null;
}

export function linkTables(
  raws: ReadonlyMap<string, RawTable>,
  vocabulary: Vocabulary,
): { tables: Map<string, Linked>; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const tables = new Map<string, Linked>();
  const entities = innermostFirst(vocabulary);
  for (const entity of entities) {
    const raw = raws.get(entity.id);
    const made = raw === undefined ? namesFromBelow(entity, raws, vocabulary) : null;
    if (raw) {
      const names = makeNames(raw.ids === null ? [] : unpackIds(raw.ids));
      tables.set(entity.id, { entity, raw, rows: raw.rows, names, columns: { ...raw.columns }, owner: null });
    } else if (made) {
      tables.set(entity.id, {
        entity,
        raw: null,
        rows: made.length,
        names: makeNames(made),
        columns: {},
        owner: null,
      });
    }
  }
  for (const entity of entities) {
    const table = tables.get(entity.id);
    const owner = entity.within === null ? undefined : tables.get(entity.within);
    if (!table || !owner) continue;
    const runs = runsOf(table, owner, raws, vocabulary, diagnostics);
    if (runs === null) continue;
    table.owner = ownerRows(runs, owner.names, table.rows);
    if (hasParts(entity, vocabulary)) nameUnknownOwner(table.owner, owner);
  }
  return { tables, diagnostics };
}

export function innermostFirst(vocabulary: Vocabulary): Entity[] {
  const depth = (entity: Entity): number => chainOf(entity.id, vocabulary).length;
  return Object.values(vocabulary.entities).sort((a, b) => depth(b) - depth(a));
}

function hasParts(entity: Entity, vocabulary: Vocabulary): boolean {
  return Object.values(vocabulary.entities).some(part => part.within === entity.id);
}

/** The file closest below that names this entity. */
function closestNaming(
  entity: Entity,
  raws: ReadonlyMap<string, RawTable>,
  vocabulary: Vocabulary,
): RawTable | null {
  let best: RawTable | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, raw] of raws) {
    const distance = chainOf(id, vocabulary).findIndex(each => each.id === entity.id);
    if (distance > 0 && distance < least && raw.above[entity.id]) {
      least = distance;
      best = raw;
    }
  }
  return best;
}

/** Names that the closest file below mentions, in order of their first appearance. */
function namesFromBelow(
  entity: Entity,
  raws: ReadonlyMap<string, RawTable>,
  vocabulary: Vocabulary,
): string[] | null {
  const runs = closestNaming(entity, raws, vocabulary)?.above[entity.id];
  return runs ? [...new Set(unpackIds(runs.ids))].filter(name => name !== '') : null;
}

/** Owners of a table's rows: said by its own file, or by a file below that names both. */
function runsOf(
  table: Linked,
  owner: Linked,
  raws: ReadonlyMap<string, RawTable>,
  vocabulary: Vocabulary,
  diagnostics: Diagnostic[],
): OwnerRuns | null {
  const own = table.raw?.above[owner.entity.id];
  if (own) return own;
  const below = closestNaming(owner.entity, raws, vocabulary);
  const inner = below?.above[table.entity.id];
  const outer = below?.above[owner.entity.id];
  if (!below || !inner || !outer) return null;
  const owners = new Array<string>(table.rows).fill('');
  const innerNames = unpackIds(inner.ids);
  const outerNames = unpackIds(outer.ids);
  let o = 0;
  for (let i = 0; i < innerNames.length; i++) {
    const row = table.names.find(innerNames[i]!);
    const from = inner.starts[i]!;
    while (outer.starts[o + 1]! <= from) o++;
    for (let k = o; k < outerNames.length && outer.starts[k]! < inner.starts[i + 1]!; k++) {
      const name = outerNames[k]!;
      if (row === undefined || name === '' || owners[row] === name) continue;
      if (owners[row] === '') owners[row] = name;
      else
        diagnostics.push({
          code: 'owner-contradicted',
          severity: 'error',
          params: {
            file: below.file,
            key: owner.entity.key,
            of: quoted(innerNames[i]!),
            first: quoted(owners[row]!),
            second: quoted(name),
          },
        });
    }
  }
  const ids = makeIds();
  for (const name of owners) addId(ids, name);
  return { ids: finishIds(ids), starts: Uint32Array.from({ length: owners.length + 1 }, (_, i) => i) };
}

/** Rows whose owner is not named belong to one owner without a name, of whom nothing is known. */
function nameUnknownOwner(owners: Int32Array, owner: Linked): void {
  if (!owners.includes(NO_OWNER)) return;
  const row = owner.rows;
  for (let i = 0; i < owners.length; i++) if (owners[i] === NO_OWNER) owners[i] = row;
  owner.rows = row + 1;
  owner.names = makeNames([...owner.names.list, '']);
  for (const [id, column] of Object.entries(owner.columns)) owner.columns[id] = withUnknownRow(column);
}
