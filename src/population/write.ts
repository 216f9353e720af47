/** Populations as directories of CSV files. */
import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Lang } from '../language/label.ts';
import { wordOf } from '../language/label.ts';
import type { Entity, Fact, Vocabulary } from '../policy/vocabulary.ts';
import { cellTexts, safeText } from './cell-text.ts';
import type { Population, Table } from './columns.ts';
import { PROVENANCE_FILE } from './provenance.ts';
import { systemReason } from './system-reason.ts';

export interface WriteOptions {
  /** Heads and values by their labels in this language, with a byte order mark so that spreadsheets show them; else ids. */
  readonly labels?: Lang;
  readonly onProgress?: (done: number, total: number) => void;
}

const CHUNK = 1 << 20;

/**
 * Writes the whole population into `dir`, or nothing: into a folder beside it first, which then takes its place. A folder
 * that holds anything but a population is left alone. Returns what went wrong, nothing where all is well.
 */
export async function writePopulation(
  population: Population,
  vocabulary: Vocabulary,
  dir: string,
  options: WriteOptions = {},
): Promise<Diagnostic[]> {
  const target = resolve(dir);
  let partial: string | null = null;
  try {
    const taken = await isTaken(target, vocabulary);
    if (taken !== null)
      return [{ code: 'write-folder-taken', severity: 'error', params: { path: dir, file: taken } }];
    await mkdir(dirname(target), { recursive: true });
    partial = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    await chmod(partial, 0o777 & ~process.umask());
    await writeTables(population, vocabulary, partial, options);
    await replaceFolder(partial, target);
    return [];
  } catch (error) {
    if (partial !== null) await rm(partial, { recursive: true, force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === undefined ? message : systemReason({ code });
    return [{ code: 'write-failed', severity: 'error', params: { path: dir, reason } }];
  }
}

async function writeTables(
  population: Population,
  vocabulary: Vocabulary,
  dir: string,
  options: WriteOptions,
): Promise<void> {
  const tables = Object.values(population.tables).filter(table => isNeeded(table, population, vocabulary));
  const total = tables.reduce((sum, table) => sum + table.rows, 0);
  let done = 0;
  for (const table of tables) {
    const entity = vocabulary.entities[table.entity]!;
    const handle = await open(join(dir, `${entity.plural}.csv`), 'w');
    try {
      if (options.labels) await handle.write('\ufeff');
      for (const { text, rows } of csvChunks(table, population, vocabulary, options.labels)) {
        await handle.write(text);
        done += rows;
        options.onProgress?.(done, total);
      }
    } finally {
      await handle.close();
    }
  }
  const { source, seed } = population;
  const counts = Object.fromEntries(
    tables.map(table => [vocabulary.entities[table.entity]!.plural, table.rows]),
  );
  await writeFile(join(dir, PROVENANCE_FILE), `${JSON.stringify({ source, seed, ...counts }, null, 2)}\n`);
}

/** A table that says no more than the names its parts mention is made again from them. */
function isNeeded(table: Table, population: Population, vocabulary: Vocabulary): boolean {
  const key = vocabulary.entities[table.entity]?.key;
  if (Object.keys(table.columns).some(id => id !== key) || table.owner !== null) return true;
  return !Object.values(vocabulary.entities).some(
    part => part.within === table.entity && population.tables[part.id],
  );
}

interface CsvColumn {
  readonly head: string;
  readonly texts: (row: number) => string;
}

function* csvChunks(
  table: Table,
  population: Population,
  vocabulary: Vocabulary,
  labels: Lang | undefined,
): Generator<{ text: string; rows: number }> {
  const columns = csvColumns(table, population, vocabulary, labels);
  let text = `${columns.map(column => safeText(column.head)).join(',')}\n`;
  let from = 0;
  for (let row = 0; row < table.rows; row++) {
    let line = columns[0]!.texts(row);
    for (let i = 1; i < columns.length; i++) line += `,${columns[i]!.texts(row)}`;
    text += `${line}\n`;
    if (text.length < CHUNK) continue;
    yield { text, rows: row + 1 - from };
    text = '';
    from = row + 1;
  }
  yield { text, rows: table.rows - from };
}

function csvColumns(
  table: Table,
  population: Population,
  vocabulary: Vocabulary,
  labels: Lang | undefined,
): CsvColumn[] {
  const entity = vocabulary.entities[table.entity]!;
  const columns: CsvColumn[] = [];
  const { ids, owner } = table;
  if (ids.length > 0)
    columns.push({ head: keyHead(entity, vocabulary, labels), texts: row => safeText(ids[row]!) });
  const above = entity.within === null ? undefined : vocabulary.entities[entity.within];
  const ownerIds = above ? population.tables[above.id]?.ids : undefined;
  if (above && owner && ownerIds)
    columns.push({
      head: keyHead(above, vocabulary, labels),
      texts: row => safeText(ownerIds[owner[row]!] ?? ''),
    });
  for (const [id, column] of Object.entries(table.columns)) {
    const fact = vocabulary.facts[`${entity.id}.${id}`];
    if (fact && id !== entity.key)
      columns.push({ head: headOf(fact, labels), texts: cellTexts(column, fact, labels) });
  }
  return columns;
}

function keyHead(entity: Entity, vocabulary: Vocabulary, labels: Lang | undefined): string {
  const fact = vocabulary.facts[`${entity.id}.${entity.key}`];
  return fact ? headOf(fact, labels) : entity.key;
}

function headOf(fact: Fact, labels: Lang | undefined): string {
  return labels ? wordOf(fact.label, labels, fact.id) : fact.id;
}

/** The file that shows that the folder holds something else (or is none); null where it may be written. */
async function isTaken(target: string, vocabulary: Vocabulary): Promise<string | null> {
  const info = await stat(target).catch(() => null);
  if (info === null) return null;
  if (!info.isDirectory()) return basename(target);
  const own = new Set([
    PROVENANCE_FILE,
    ...Object.values(vocabulary.entities).map(each => `${each.plural}.csv`),
  ]);
  return (await readdir(target)).find(name => !own.has(name)) ?? null;
}

async function replaceFolder(from: string, to: string): Promise<void> {
  const old = `${from}-old`;
  const existed = await rename(to, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(from, to);
  } catch (error) {
    if (existed) await rename(old, to);
    throw error;
  }
  if (existed) await rm(old, { recursive: true, force: true });
}
