/** What is written is read again, from CSV in three wordings and from Parquet; and both ways of reading CSV agree. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column, Population, Table } from '../../src/population/columns.ts';
import { generatePopulation } from '../../src/population/generate.ts';
import { readPopulation } from '../../src/population/read.ts';
import { readTables } from '../../src/population/read-tables.ts';
import { loadPopulationSpec } from '../../src/population/synthetic/load-spec.ts';
import { writePopulation } from '../../src/population/write.ts';
import { codes, folder, read, root, rural, said } from './fixture.ts';

const { spec } = loadPopulationSpec(join(root, 'policies/populations/rural-county.yaml'));
const county = generatePopulation(spec!, { households: 400, seed: 11, missing: 0.1, memberIds: true });

/** Cells of every column by rows: what a column means, whatever arrays hold it. */
function cells(column: Column): unknown[] {
  return Array.from(column.values, (value, row) =>
    column.valid !== null && column.valid[row] === 0
      ? null
      : column.kind === 'text'
        ? column.dictionary[value]
        : value,
  );
}

function meaning({ ids, owner, columns, parts }: Table): unknown {
  return {
    ids,
    owner: owner && [...owner],
    parts: Object.fromEntries(Object.entries(parts).map(([id, offsets]) => [id, [...offsets]])),
    columns: Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, cells(column)])),
  };
}

function expectAlike(found: Population, wanted: Population): void {
  expect(Object.keys(found.tables).sort()).toEqual(Object.keys(wanted.tables).sort());
  for (const [entity, table] of Object.entries(wanted.tables))
    expect([entity, meaning(found.tables[entity]!)]).toEqual([entity, meaning(table)]);
}

async function reread(dir: string): Promise<Population> {
  const { population, diagnostics } = await readPopulation(dir, spec!.vocabulary);
  expect(said(diagnostics)).toEqual([]);
  return population!;
}

describe('a county', () => {
  test.each([undefined, 'zh', 'en'] as const)('written in %s and read again', async labels => {
    const dir = folder();
    expect(await writePopulation(county, spec!.vocabulary, dir, labels ? { labels } : {})).toEqual([]);
    const found = await reread(dir);
    expectAlike(found, county);
    expect([found.source, found.seed]).toEqual(['rural-county', 11]);
  });

  test('through Parquet, with types that DuckDB finds and as bare text', async () => {
    const csv = folder();
    await writePopulation(county, spec!.vocabulary, csv);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const options of ['sample_size=-1', 'all_varchar=true']) {
      const dir = folder();
      for (const table of ['households', 'members', 'villages', 'townships'])
        await connection.run(
          `COPY (SELECT * FROM read_csv('${csv}/${table}.csv', ${options})) TO '${dir}/${table}.parquet' (FORMAT parquet)`,
        );
      expectAlike(await reread(dir), county);
    }
    connection.closeSync();
  });

  test('the careful way reads what the quick way reads', async () => {
    const dir = folder();
    await writePopulation(county, spec!.vocabulary, dir);
    for (const file of ['households.csv', 'members.csv']) {
      const text = readFileSync(join(dir, file), 'utf8');
      writeFileSync(join(dir, file), text.replaceAll(/[^,\n]+/g, '"$&"'));
    }
    expectAlike(await reread(dir), county);
  });
});

test('large files are read in threads, to the same tables', async () => {
  const dir = folder();
  await writePopulation(county, spec!.vocabulary, dir);
  const requests = ['household', 'member', 'village'].map(entity => {
    const file = `${rural().entities[entity]!.plural}.csv`;
    return { path: join(dir, file), file, entity, vocabulary: rural(), facts: null, keepBad: true };
  });
  let heard = 0;
  const apart = await readTables(
    requests,
    done => {
      heard = done;
    },
    0,
  );
  expect(apart).toEqual(await readTables(requests));
  expect(heard).toBe(requests.reduce((sum, { path }) => sum + readFileSync(path).length, 0));
});

test('Parquet: what is wrong is said as for CSV', async () => {
  const dir = folder();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const copy = (sql: string, file = 'households') =>
    connection.run(`COPY (${sql}) TO '${join(dir, file)}.parquet' (FORMAT parquet)`);
  const complaints = async () => said((await readPopulation(dir, rural())).diagnostics).slice(0, -1);

  await copy(`SELECT * FROM (VALUES
    ('h1', 1.5::DOUBLE, 'yes', DATE '2019-12-01'), ('h2', 1e308, '是', NULL), ('h3', 0.001, 'perhaps', NULL),
    ('h4', 'NaN'::DOUBLE, NULL, NULL), (NULL, 3, NULL, NULL)) AS t(household_id, wage_income, registered, exit_date)`);
  expect(await complaints()).toEqual([
    'households.parquet, line 2, column "wage_income": "1e+308" is too large to be computed exactly (money: at most 90071992547409.91 yuan).',
    'households.parquet, line 3, column "wage_income": "0.001" has too many decimals; at most 2 are kept.',
    'households.parquet, line 3, column "registered": "perhaps" is neither yes nor no. Write yes or no, and leave it empty where it is not known.',
    'households.parquet, line 4, column "wage_income": "NaN" is not a number.',
    'households.parquet, line 5, column "household_id": The id is empty.',
  ]);
  await copy(`SELECT 'h1' AS household_id, [1, 2] AS wage_income`);
  expect(codes((await readPopulation(dir, rural())).diagnostics)).toEqual(['parquet-column-type']);
  writeFileSync(join(dir, 'households.parquet'), 'not a parquet file at all');
  expect(codes((await readPopulation(dir, rural())).diagnostics)).toEqual(['parquet-unreadable']);
  // A pattern in a path is just a name.
  const odd = join(dir, "it's [1]*");
  mkdirSync(odd);
  await connection.run(
    `COPY (SELECT 'h1' AS household_id, true AS registered) TO '${odd.replaceAll("'", "''")}/households.parquet' (FORMAT parquet)`,
  );
  expect((await readPopulation(odd, rural())).population!.tables['household']!.rows).toBe(1);
  connection.closeSync();
});

test('any text survives writing and reading, and none of it is a formula', async () => {
  const { makeVocabulary } = await import('../support/vocabulary.ts');
  const vocabulary = makeVocabulary({ household: { note: 'text' } });
  const texts = fc.uniqueArray(
    fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map(text => text.replaceAll(/[\0\r]|\p{Cs}/gu, '').trim())
      .filter(text => text !== ''),
    { minLength: 1, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(texts, async notes => {
      const ids = notes.map((_, i) => `h${i}`);
      const values = Int32Array.from(notes, (_, i) => i);
      const note: Column = { kind: 'text', values, dictionary: notes, valid: null };
      const table: Table = {
        entity: 'household',
        rows: notes.length,
        ids,
        columns: { note },
        owner: null,
        parts: {},
      };
      const dir = folder();
      await writePopulation({ tables: { household: table }, source: 'test', seed: null }, vocabulary, dir);
      expect(readFileSync(join(dir, 'households.csv'), 'utf8')).not.toMatch(/,"?[=+@-]/);
      const { population, diagnostics } = await readPopulation(dir, vocabulary);
      expect(diagnostics).toEqual([]);
      expect(cells(population!.tables['household']!.columns['note']!)).toEqual(notes);
    }),
    { numRuns: 30, seed: 20200318 },
  );
});

test('rows too short and too long are told the same whichever way is taken', async () => {
  const cell = fc.constantFrom('', '1', '22', 'x', '333.33', ' ');
  const row = fc.array(cell, { minLength: 0, maxLength: 5 });
  const rows = fc.array(fc.oneof({ weight: 3, arbitrary: fc.tuple(cell, cell) }, row), { maxLength: 12 });
  const head = 'household_id,wage_income,transfer_income\n';
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), async (list, end) => {
      const body = list.map((cells, i) => [`h${i}`, ...cells].join(',') + end).join('');
      const quick = await read({ 'households.csv': `${head}${body}z,1,1${end}` }, { skipBadRows: true });
      // One quoted cell, and the whole block is taken carefully.
      const careful = await read({ 'households.csv': `${head}${body}"z",1,1${end}` }, { skipBadRows: true });
      expect(careful.rejected).toEqual(quick.rejected);
      expect(careful.population!.tables).toEqual(quick.population!.tables);
      const wide = list.filter(cells => cells.length !== 2).length;
      expect(quick.rejected.filter(({ problem }) => problem.code === 'row-ragged')).toHaveLength(wide);
    }),
    { numRuns: 80, seed: 20200318 },
  );
});

test('random bytes never crash the reader', async () => {
  const pieces = fc.constantFrom(
    'household_id',
    'wage_income',
    ',',
    ',',
    '\n',
    '\n',
    '\r\n',
    '"',
    '""',
    'h1',
    'h2',
    '3',
    '-1',
    ' ',
    '，',
    '\ufeff',
    '1e9',
    '#x',
    '是',
  );
  const text = fc.array(pieces, { maxLength: 60 }).map(parts => parts.join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.boolean(), async (body, headed) => {
      const content = headed ? `household_id,wage_income,registered\n${body}` : body;
      const { population, diagnostics } = await read({ 'households.csv': content }, { skipBadRows: true });
      expect(population !== null || diagnostics.length > 0).toBe(true);
    }),
    { numRuns: 120, seed: 20200318 },
  );
});

describe('writing', () => {
  test('leaves a folder alone that holds anything else', async () => {
    const dir = folder({ 'households.csv': 'old', 'letter.doc': 'mine' });
    const diagnostics = await writePopulation(county, spec!.vocabulary, dir);
    expect(said(diagnostics)).toEqual([
      `"${dir}" holds "letter.doc" and is no population; nothing was written. Choose an empty folder.`,
    ]);
    expect(readFileSync(join(dir, 'households.csv'), 'utf8')).toBe('old');
  });

  test('replaces a population, leaving nothing of the old one', async () => {
    const parent = folder();
    const dir = join(parent, 'county');
    await writePopulation(county, spec!.vocabulary, dir);
    await writePopulation(generatePopulation(spec!, { households: 5, seed: 1 }), spec!.vocabulary, dir);
    expect((await reread(dir)).tables['household']!.rows).toBe(5);
    expect(readdirSync(parent)).toEqual(['county']);
  });

  test('says where it cannot write', async () => {
    const parent = folder({ file: 'x' });
    const diagnostics = await writePopulation(county, spec!.vocabulary, join(parent, 'file', 'county'));
    expect(codes(diagnostics)).toEqual(['write-failed']);
  });
});
