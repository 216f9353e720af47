/** Which rows of a population cannot be used, why, and what goes with them. */
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Vocabulary } from '../policy/vocabulary.ts';
import { isPart } from './header.ts';
import { innermostFirst, type Linked } from './link.ts';
import { twinsWithin } from './marks.ts';
import { NO_OWNER, UNKNOWN_OWNER } from './owners.ts';
import { asIs, type Problem, placeOf, problem, quoted } from './problem.ts';
import { BAD_ROWS_KEPT, type BadRow, cellsOfBroken, lineOf } from './raw-table.ts';
import { PERSON, UNIT } from './standard.ts';

/** A row left out, for the reject file. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly problem: Problem;
  readonly id: string;
  /** As it stood in the file; empty where the row itself is sound but goes with another. */
  readonly text: string;
}

export interface Rejects {
  readonly rows: readonly RejectedRow[];
  /** Rows left out by entity, also those past what `rows` keeps. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many of them only go with another. */
  readonly followers: number;
  /** By entity: 1 on each row to leave out. */
  readonly dropped: ReadonlyMap<string, Uint8Array>;
}

interface State {
  readonly tables: ReadonlyMap<string, Linked>;
  readonly rows: RejectedRow[];
  readonly counts: Map<string, number>;
  followers: number;
  readonly dropped: Map<string, Uint8Array>;
}

/**
 * A household with a bad row among its members is left out whole: without that member its size and income per head would be
 * wrong. Members of a household left out go with it.
 */
export function findRejects(tables: ReadonlyMap<string, Linked>, vocabulary: Vocabulary): Rejects {
  const state: State = { tables, rows: [], counts: new Map(), followers: 0, dropped: new Map() };
  const order = innermostFirst(vocabulary).flatMap(entity => tables.get(entity.id) ?? []);
  for (const table of order) {
    for (const bad of table.raw?.bad ?? []) rejectBad(state, table, bad);
    const more = (table.raw?.badRows ?? 0) - (table.raw?.bad.length ?? 0);
    if (more > 0) state.counts.set(table.entity.id, (state.counts.get(table.entity.id) ?? 0) + more);
    rejectTwins(state, table, vocabulary);
    rejectLost(state, table);
  }
  for (const table of order) rejectOwners(state, table, vocabulary);
  rejectEmpty(state);
  for (const table of [...order].reverse()) rejectParts(state, table);
  return state;
}

function rejectTwins(state: State, table: Linked, vocabulary: Vocabulary): void {
  const { entity, names, owner, raw } = table;
  if (!isPart(entity, vocabulary)) {
    for (const row of names.twins)
      rejectRow(state, table, row, entity.key, problem('id-twice', { id: quoted(names.list[row]!) }));
    return;
  }
  if (!raw?.marks || owner === null) return;
  const owners = state.tables.get(entity.within!)!.names.list;
  for (const row of twinsWithin(owner, raw.marks))
    rejectRow(state, table, row, entity.key, problem('part-id-twice', { of: quoted(owners[owner[row]!]!) }));
}

function rejectBad(state: State, table: Linked, bad: BadRow): void {
  count(state, table);
  const { file } = table.raw!;
  const wrong = bad.problems[0]!;
  for (const each of bad.problems)
    note(state, { file, line: bad.line, ...each, id: bad.id, text: each === wrong ? bad.text : '' });
}

function rejectRow(state: State, table: Linked, row: number, column: string | null, why: Problem): void {
  let dropped = state.dropped.get(table.entity.id);
  if (!dropped) {
    dropped = new Uint8Array(table.rows);
    state.dropped.set(table.entity.id, dropped);
  }
  if (dropped[row] === 1) return;
  dropped[row] = 1;
  count(state, table);
  if (isFollower(why)) state.followers++;
  const line = table.raw === null ? 0 : lineOf(table.raw, row);
  note(state, {
    file: table.raw?.file ?? table.entity.plural,
    line,
    column,
    problem: why,
    id: table.names.list[row] ?? '',
    text: '',
  });
}

/** Sound by itself, but belongs with a row that is not. */
const isFollower = ({ code }: Problem): boolean => code === 'owner-rejected' || code === 'part-rejected';

function count(state: State, table: Linked): void {
  state.counts.set(table.entity.id, (state.counts.get(table.entity.id) ?? 0) + 1);
}

function note(state: State, row: RejectedRow): void {
  if (state.rows.length < BAD_ROWS_KEPT) state.rows.push(row);
}

/** Rows whose owner is not named or not there. */
function rejectLost(state: State, table: Linked): void {
  const { owner } = table;
  if (owner === null) return;
  const { entity: above, raw } = state.tables.get(table.entity.within!)!;
  const bad = new Set(raw?.bad.flatMap(each => (each.id === '' ? cellsOfBroken(each) : each.id)));
  const isBad = (name: string) => bad.has(name) || (raw !== null && raw.badRows > raw.bad.length);
  for (let row = 0; row < owner.length; row++) {
    if (owner[row]! >= 0) continue;
    if (owner[row] === NO_OWNER)
      rejectRow(state, table, row, above.key, problem('owner-empty', { key: above.key }));
    else if (owner[row] === UNKNOWN_OWNER) {
      const name = ownerName(table, row);
      const code = isBad(name) ? 'owner-rejected' : 'owner-not-found';
      rejectRow(state, table, row, above.key, problem(code, { key: above.key, id: quoted(name) }));
    }
  }
}

function ownerName(table: Linked, row: number): string {
  const runs = table.raw?.above[table.entity.within!];
  if (!runs) return '';
  let low = 0;
  let high = runs.ids.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs.starts[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  const { bytes, places } = runs.ids;
  return Buffer.from(bytes.subarray(places[low]!, places[low + 1]!)).toString();
}

/** Up to the unit: the owner of a row left out is left out. */
function rejectOwners(state: State, table: Linked, vocabulary: Vocabulary): void {
  const above = table.entity.within === null ? undefined : state.tables.get(table.entity.within);
  if (!above || !liesWithinUnit(table.entity.id, vocabulary)) return;
  const why = (line: number): Problem =>
    problem('part-rejected', { file: asIs(table.raw?.file ?? ''), line });
  for (const bad of table.raw?.bad ?? []) {
    const name = ownerOfBad(bad, above);
    if (name !== undefined) rejectRow(state, above, name, null, why(bad.line));
  }
  const dropped = state.dropped.get(table.entity.id);
  if (!dropped || table.owner === null) return;
  for (let row = 0; row < dropped.length; row++) {
    const owner = table.owner[row]!;
    if (dropped[row] === 1 && owner >= 0)
      rejectRow(state, above, owner, null, why(table.raw ? lineOf(table.raw, row) : 0));
  }
}

function ownerOfBad(bad: BadRow, above: Linked): number | undefined {
  for (const name of [bad.owner, ...cellsOfBroken(bad)]) {
    const row = name === '' ? undefined : above.names.find(name);
    if (row !== undefined) return row;
  }
  return undefined;
}

function liesWithinUnit(entity: string, vocabulary: Vocabulary): boolean {
  for (let at = vocabulary.entities[entity]?.within; at; at = vocabulary.entities[at]?.within)
    if (at === UNIT) return true;
  return false;
}

function rejectEmpty(state: State): void {
  const persons = state.tables.get(PERSON);
  const owner = persons?.entity.within ? state.tables.get(persons.entity.within) : undefined;
  if (!persons || !owner || persons.owner === null) return;
  const has = new Uint8Array(owner.rows);
  for (let row = 0; row < persons.owner.length; row++)
    if (persons.owner[row]! >= 0) has[persons.owner[row]!] = 1;
  for (let row = 0; row < has.length; row++)
    if (has[row] === 0)
      rejectRow(state, owner, row, null, problem('parts-empty', { file: asIs(persons.raw?.file ?? '') }));
}

function rejectParts(state: State, table: Linked): void {
  const dropped = table.entity.within === null ? undefined : state.dropped.get(table.entity.within);
  if (!dropped || table.owner === null) return;
  const above = state.tables.get(table.entity.within!)!;
  for (let row = 0; row < table.rows; row++) {
    const owner = table.owner[row]!;
    if (owner >= 0 && dropped[owner] === 1)
      rejectRow(
        state,
        table,
        row,
        null,
        problem('owner-rejected', { key: above.entity.key, id: quoted(above.names.list[owner]!) }),
      );
  }
}

/** Messages shown by file; the rest is counted. */
const SHOWN = 20;

const rankOf = ({ problem: { code } }: RejectedRow): number =>
  code === 'owner-not-found' || code === 'owner-empty' || code === 'parts-empty' ? 1 : 0;

/** Bad rows as messages, and how many there are in all. */
export function rejectDiagnostics(rejects: Rejects): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const shown = new Map<string, number>();
  // What is wrong with a row by itself may be why another row misses it.
  const ranked = [...rejects.rows].sort((a, b) => rankOf(a) - rankOf(b));
  for (const { file, line, column, problem: why } of ranked) {
    // Rows that only go with another say nothing new.
    if (isFollower(why)) continue;
    const count = (shown.get(file) ?? 0) + 1;
    shown.set(file, count);
    if (count > SHOWN) continue;
    const params = { ...why.params, place: placeOf(file, line, column) };
    const base: Diagnostic = { code: why.code, severity: 'error', params };
    diagnostics.push(why.suggestion ? { ...base, suggestion: why.suggestion } : base);
  }
  for (const [file, count] of shown)
    if (count > SHOWN)
      diagnostics.push({ code: 'bad-rows-more', severity: 'error', params: { file, more: count - SHOWN } });
  return diagnostics;
}
