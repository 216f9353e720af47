/** Populations from directories of CSV or Parquet files. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import type { Words } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import type { Entity, Vocabulary } from '../policy/vocabulary.ts';
import { findRejects, type RejectedRow, type Rejects, rejectDiagnostics } from './bad-rows.ts';
import { idColumn, pickRows } from './column-rows.ts';
import type { Column, Population, Table } from './columns.ts';
import { innermostFirst, type Linked, linkTables } from './link.ts';
import { offsetsOf, orderByOwner } from './owners.ts';
import { asIs } from './problem.ts';
import { PROVENANCE_FILE, readProvenance } from './provenance.ts';
import type { RawTable, TableRequest } from './raw-table.ts';
import { readTables } from './read-tables.ts';
import { UNIT } from './standard.ts';
import { systemReason } from './system-reason.ts';
import { wordKey } from './word-key.ts';

export interface ReadOptions {
  /** Keys of the facts to keep (`member.labour`); without it all are. Names of members are kept only where asked for. */
  readonly facts?: ReadonlySet<string>;
  /** Leave bad rows out instead of refusing the population. */
  readonly skipBadRows?: boolean;
  /** Bytes read so far of all bytes. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ReadResult {
  /** Null where an error was found. */
  readonly population: Population | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Rows left out; empty unless `skipBadRows`. */
  readonly rejected: readonly RejectedRow[];
}

/** Reads `households.csv`, `members.csv` … (or `.parquet`) of a directory. Never throws for what the files hold. */
export async function readPopulation(
  dir: string,
  vocabulary: Vocabulary,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const found = await findFiles(dir, vocabulary);
  if (found.requests === null) return { population: null, diagnostics: found.diagnostics, rejected: [] };
  const facts = options.facts ?? null;
  const requests = found.requests.map(
    (each): TableRequest => ({ ...each, vocabulary, facts, keepBad: options.skipBadRows === true }),
  );
  const raws = await readTables(requests, options.onProgress);
  const diagnostics = [...found.diagnostics, ...raws.flatMap(raw => raw.diagnostics)];
  if (diagnostics.some(isError)) return { population: null, diagnostics, rejected: [] };
  const provenance = await readProvenance(join(dir, PROVENANCE_FILE));
  const source = provenance?.source ?? basename(dir);
  return assemble(raws, vocabulary, options, { source, seed: provenance?.seed ?? null }, diagnostics);
}

/** Links tables that were read; plain data in, so that both kinds of files end here. */
function assemble(
  raws: readonly RawTable[],
  vocabulary: Vocabulary,
  options: ReadOptions,
  origin: { source: string; seed: number | null },
  diagnostics: Diagnostic[],
): ReadResult {
  const { tables, diagnostics: contradictions } = linkTables(
    new Map(raws.map(raw => [raw.entity, raw])),
    vocabulary,
  );
  diagnostics.push(...contradictions);
  const rejects = findRejects(tables, vocabulary);
  const bad = [...rejects.counts.values()].reduce((sum, count) => sum + count, 0);
  const skip = options.skipBadRows === true && !rejects.counts.has('') && contradictions.length === 0;
  if (bad > 0 && !skip) {
    diagnostics.push(...rejectDiagnostics(rejects));
    diagnostics.push({
      code: 'population-bad-rows',
      severity: 'error',
      params: { rows: bad - rejects.followers },
    });
  }
  if (contradictions.length > 0 || (bad > 0 && !skip)) return { population: null, diagnostics, rejected: [] };
  if (bad > 0) diagnostics.push(skippedWarning(rejects, tables));
  const population = { tables: buildTables(tables, rejects, vocabulary, options.facts ?? null), ...origin };
  if ((population.tables[UNIT]?.rows ?? 1) === 0)
    return {
      population: null,
      diagnostics: [...diagnostics, { code: 'population-empty', severity: 'error', params: {} }],
      rejected: rejects.rows,
    };
  return { population, diagnostics, rejected: rejects.rows };
}

function skippedWarning(rejects: Rejects, tables: ReadonlyMap<string, Linked>): Diagnostic {
  const counts = [...rejects.counts].map(([entity, count]) =>
    asIs(`${tables.get(entity)?.raw?.file ?? entity} ${count}`),
  );
  return { code: 'bad-rows-skipped', severity: 'warning', params: { counts } };
}

/** From the outermost inward, so that rows stand in the order of their owners. */
function buildTables(
  linked: ReadonlyMap<string, Linked>,
  rejects: Rejects,
  vocabulary: Vocabulary,
  facts: ReadonlySet<string> | null,
): Record<string, Table> {
  const built: Record<string, Table> = Object.create(null);
  const moved = new Map<string, Int32Array>();
  for (const entity of innermostFirst(vocabulary).reverse()) {
    const table = linked.get(entity.id);
    if (!table) continue;
    const above = table.owner === null ? undefined : built[entity.within!];
    const owner = above ? movedOwners(table.owner!, moved.get(entity.within!)) : null;
    const order = orderByOwner(owner, rejects.dropped.get(entity.id) ?? null, above?.rows ?? 0);
    if (order) moved.set(entity.id, places(order, table.rows));
    built[entity.id] = buildTable(table, order, owner, vocabulary, facts);
    if (above)
      (above.parts as Record<string, Int32Array>)[entity.id] = offsetsOf(
        built[entity.id]!.owner!,
        above.rows,
      );
  }
  return built;
}

function buildTable(
  { entity, rows, names, columns: raw }: Linked,
  order: Int32Array | null,
  owner: Int32Array | null,
  vocabulary: Vocabulary,
  facts: ReadonlySet<string> | null,
): Table {
  const columns: Record<string, Column> = Object.create(null);
  for (const [id, column] of Object.entries(raw)) columns[id] = order ? pickRows(column, order) : column;
  const ids = order && names.list.length > 0 ? Array.from(order, row => names.list[row]!) : names.list;
  const key = `${entity.id}.${entity.key}`;
  if (ids.length > 0 && vocabulary.facts[key] && (facts?.has(key) ?? true))
    columns[entity.key] = idColumn(ids);
  const placed = order && owner ? Int32Array.from(order, row => owner[row]!) : owner;
  return {
    entity: entity.id,
    rows: order?.length ?? rows,
    ids,
    columns,
    owner: placed,
    parts: Object.create(null),
  };
}

/** Old row → new row; 0 for one left out, which nothing kept belongs to. */
function places(order: Int32Array, rows: number): Int32Array {
  const to = new Int32Array(rows);
  order.forEach((from, at) => {
    to[from] = at;
  });
  return to;
}

function movedOwners(owner: Int32Array, moved: Int32Array | undefined): Int32Array {
  return moved ? owner.map(row => moved[row] ?? row) : owner;
}

interface FoundFile {
  readonly path: string;
  readonly file: string;
  readonly entity: string;
}

/** Which files of the directory hold what. */
async function findFiles(
  dir: string,
  vocabulary: Vocabulary,
): Promise<{ requests: FoundFile[] | null; diagnostics: Diagnostic[] }> {
  const fail = (
    code: string,
    params: Diagnostic['params'],
  ): { requests: null; diagnostics: Diagnostic[] } => ({
    requests: null,
    diagnostics: [{ code, severity: 'error', params }],
  });
  const info = await stat(dir).catch(() => null);
  if (info === null) return fail('population-not-found', { path: dir });
  if (!info.isDirectory()) return fail('population-not-a-folder', { path: dir });
  const names = await readdir(dir).catch(() => null);
  if (names === null) return fail('population-not-found', { path: dir });
  names.sort();
  const entities = Object.values(vocabulary.entities);
  const requests: FoundFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of names) {
    const match = /^(.+)\.(csv|parquet)$/i.exec(file);
    if (!match || file.startsWith('.') || /\.rejected\.csv$/i.test(file)) continue;
    const entity = entities.find(each => fileNames(each).includes(wordKey(match[1]!)));
    const reason = entity ? await whyNoFile(join(dir, file)) : null;
    if (reason) {
      const params = { file, reason };
      diagnostics.push({ code: 'population-file-unreadable', severity: 'error', params });
      continue;
    }
    const twin = entity && requests.find(each => each.entity === entity.id);
    if (entity && twin)
      diagnostics.push({
        code: 'population-two-files',
        severity: 'error',
        params: { file, first: twin.file },
      });
    else if (entity) requests.push({ path: join(dir, file), file, entity: entity.id });
    else diagnostics.push(unreadFile(file, match[1]!, entities));
  }
  if (diagnostics.some(isError)) return { requests: null, diagnostics };
  const unit = vocabulary.entities[UNIT];
  if (unit && !requests.some(each => each.entity === UNIT))
    return {
      requests: null,
      diagnostics: [
        ...fail('population-no-file', { path: dir, file: `${unit.plural}.csv` }).diagnostics,
        ...diagnostics,
      ],
    };
  if (requests.length === 0)
    return fail('population-no-file', { path: dir, file: entities.map(e => `${e.plural}.csv`) });
  return { requests, diagnostics };
}

const NO_FILE: Words = { zh: '这不是普通文件', en: 'it is no ordinary file' };

const NO_TARGET: Words = {
  zh: '它所链接的文件不存在',
  en: 'the file that it links to is not there',
};

/** Null for a file that can be read from its beginning to its end; a pipe would be waited for without one. */
async function whyNoFile(path: string): Promise<Words | null> {
  try {
    const info = await stat(path);
    if (info.isFile()) return null;
    return info.isDirectory() ? systemReason({ code: 'EISDIR' }) : NO_FILE;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? NO_TARGET : systemReason({ code });
  }
}

function fileNames(entity: Entity): string[] {
  return [entity.plural, entity.pluralLabel.zh, entity.pluralLabel.en].flatMap(name =>
    name ? [wordKey(name)] : [],
  );
}

function unreadFile(file: string, name: string, entities: readonly Entity[]): Diagnostic {
  const base: Diagnostic = { code: 'population-unread-file', severity: 'warning', params: { file } };
  const suggestion = nearest(
    name,
    entities.map(each => each.plural),
  );
  return suggestion ? { ...base, suggestion: `${suggestion}.csv` } : base;
}
