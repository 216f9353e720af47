/** Every message of the population room: something that brings it about, and words in both languages. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { generatePopulation } from '../../src/population/generate.ts';
import { readHousehold } from '../../src/population/household-file.ts';
import { populationMessages } from '../../src/population/messages.ts';
import { type ReadOptions, readPopulation } from '../../src/population/read.ts';
import { loadPopulationSpec } from '../../src/population/synthetic/load-spec.ts';
import { writePopulation } from '../../src/population/write.ts';
import { messageOf } from '../../src/report/message.ts';
import { memoryReader } from '../support/load-text.ts';
import { type Files, folder, read, root, rural } from './fixture.ts';

type Told = readonly Pick<Diagnostic, 'code' | 'params' | 'severity'>[];
type Sample = () => Promise<Told> | Told;

const files =
  (content: Files, options?: ReadOptions): Sample =>
  async () => {
    const { diagnostics, rejected } = await read(content, options);
    return [...diagnostics, ...rejected.map(({ problem }) => ({ ...problem, severity: 'error' as const }))];
  };
const table = (head: string, ...rows: string[]): Sample =>
  files({ 'households.csv': `household_id${head}\n${rows.map((row, i) => `h${i}${row}\n`).join('')}` });
const withMembers = (members: string, options?: ReadOptions): Sample =>
  files(
    { 'households.csv': 'household_id\nh1\nh2\n', 'members.csv': `household_id,age\n${members}` },
    options,
  );
const household =
  (text: string): Sample =>
  () =>
    readHousehold(text, rural()).diagnostics;

const shipped = readFileSync(join(root, 'policies/populations/rural-county.yaml'), 'utf8');
const words = readFileSync(join(root, 'policies/vocabulary/rural-household.yaml'), 'utf8');
/** The shipped spec with one thing changed. */
const spec =
  (from: string | RegExp, to: string, vocabulary = words): Sample =>
  () => {
    const text = shipped.replace(from, to);
    if (text === shipped && vocabulary === words) throw new Error('nothing was changed');
    const read = memoryReader({
      '/p/populations/rural.yaml': text,
      '/p/vocabulary/rural-household.yaml': vocabulary,
      '/p/mingbai.yaml': '',
    });
    return loadPopulationSpec('/p/populations/rural.yaml', { read }).diagnostics;
  };

async function parquet(sql: string | null): Promise<Told> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const dir = folder(sql === null ? { 'households.parquet': 'PAR1 no more' } : {});
  if (sql !== null) await connection.run(`COPY (${sql}) TO '${dir}/households.parquet' (FORMAT parquet)`);
  connection.closeSync();
  return (await readPopulation(dir, rural())).diagnostics;
}

const samples: Record<keyof typeof populationMessages, Sample> = {
  // cells
  'cell-not-number': table(',wage_income', ',abc'),
  'cell-exponent': table(',wage_income', ',1e308'),
  'cell-too-precise': table(',wage_income', ',0.001'),
  'cell-too-large': table(',wage_income', ',99999999999999999'),
  'cell-negative': table(',wage_income', ',-5'),
  'cell-out-of-range': withMembers('h1,131\n'),
  'cell-not-bool': table(',registered', ',perhaps'),
  'cell-unknown-value': table(',housing_grade', ',e'),
  'cell-not-date': table(',exit_date', ',soon'),
  'cell-no-such-day': table(',exit_date', ',2019-02-29'),
  'cell-too-long': files({ 'households.csv': `household_id\n${'x'.repeat(300)}\n` }),
  // rows
  'row-ragged': table(',registered', '', ',是,是'),
  'row-broken-quote': table(',registered', ',"是"x'),
  'id-empty': files({ 'households.csv': 'household_id,registered\n,是\n' }),
  'id-twice': files({ 'households.csv': 'household_id\nh1\nh1\n' }),
  'part-id-twice': files({
    'households.csv': 'household_id\nh1\n',
    'members.csv': 'household_id,member_id\nh1,a\nh1,a\n',
  }),
  'owner-empty': withMembers(',3\nh1,3\nh2,4\n'),
  'owner-not-found': withMembers('h1,3\nh2,4\nh3,4\n'),
  'owner-contradicted': files({ 'households.csv': 'household_id,village_id,township_id\na,v,s\nb,v,t\n' }),
  'owner-rejected': withMembers('h1,x\nh1,3\nh2,4\n', { skipBadRows: true }),
  'part-rejected': withMembers('h1,x\nh1,3\nh2,4\n', { skipBadRows: true }),
  'parts-empty': withMembers('h1,3\n'),
  'bad-rows-more': table(',wage_income', ...Array.from({ length: 30 }, () => ',x')),
  'population-bad-rows': table(',wage_income', ',x'),
  'bad-rows-skipped': files(
    { 'households.csv': 'household_id,wage_income\na,x\nb,1\n' },
    { skipBadRows: true },
  ),
  // files
  'population-not-found': async () => (await readPopulation('/nowhere/at/all', rural())).diagnostics,
  'population-not-a-folder': async () =>
    (await readPopulation(join(root, 'package.json'), rural())).diagnostics,
  'population-no-file': files({}),
  'population-two-files': files({ 'households.csv': 'household_id\na\n', '户.csv': '' }),
  'population-unread-file': files({ 'households.csv': 'household_id\na\n', 'house.csv': '' }),
  'population-file-unreadable': async () => {
    const dir = folder();
    mkdirSync(join(dir, 'households.csv'));
    return (await readPopulation(dir, rural())).diagnostics;
  },
  'population-empty': files({ 'households.csv': 'household_id\n' }),
  'csv-empty': files({ 'households.csv': '' }),
  'csv-broken-head': files({ 'households.csv': 'household_id,"x\n' }),
  'csv-separator': files({ 'households.csv': 'household_id;x\n' }),
  'csv-utf16': files({ 'households.csv': Uint8Array.from([0xff, 0xfe, 0x68, 0]) }),
  'csv-not-text': files({ 'households.csv': 'household_id\n\0\n' }),
  'csv-encoding': files({ 'households.csv': Uint8Array.from([0x68, 0xff, 0xff, 0x0a]) }),
  'csv-line-too-long': files({ 'households.csv': 'x'.repeat(10 << 20) }),
  'csv-unknown-column': table(',wage_incme'),
  'csv-duplicate-column': table(',age_of_house,registered,建档立卡'),
  'csv-column-unit': table(',wage_income(万元)'),
  'csv-missing-key': files({ 'households.csv': 'registered,relocated\n' }),
  'parquet-unreadable': () => parquet(null),
  'parquet-column-type': () => parquet("SELECT 'h1' AS household_id, [1] AS registered"),
  'write-folder-taken': () =>
    writePopulation({ tables: {}, source: '', seed: null }, rural(), folder({ 'letter.doc': '' })),
  'write-failed': () =>
    writePopulation({ tables: {}, source: '', seed: null }, rural(), join(folder({ file: '' }), 'file', 'x')),
  // one household
  'household-not-a-map': household('[]'),
  'household-unknown-key': household('houshold: {}'),
  'household-fact-misplaced': household('age: 3'),
  'household-key-twice': household('household: {}\n户: {}'),
  'household-unknown-fact': household('household: {incme: 3}'),
  'household-not-facts': household('household: 3'),
  'household-not-a-list': household('members: {age: 3}'),
  'household-no-members': household('members: []'),
  'household-part-twice': household('members: [{member_id: a}, {member_id: a}]'),
  'household-exponent': household('household: {wage_income: 1e3}'),
  'household-not-a-value': household('household: {registered: {}}'),
  // specs
  'spec-unknown-figure': spec('  male: {', '  mail: {'),
  'spec-figures-lacking': spec(/ {2}male: .*\n/, ''),
  'spec-unknown-source': spec('source: census-2020', 'source: census-2021'),
  'spec-without-source': spec('status: verified, source: census-2020', 'status: verified'),
  'spec-not-a-number': spec('value: 51.24%', 'value: half'),
  'spec-not-a-share': spec('value: 51.24%', 'value: 51.24'),
  'spec-not-by-key': spec(/largest-households: \{value: \{[^}]*\}/, 'largest-households: {value: 9'),
  'spec-part-lacking': spec('not_exited: 551', 'not_exit: 551'),
  'spec-unknown-part': spec('not_exited: 551', 'not_exited: 551, 2030: 3'),
  'spec-shares-sum': spec('{9: 70%, 10: 20%, 11: 10%}', '{9: 70%, 10: 20%}'),
  'spec-vocabulary-values': spec('', '', words.replace('child_in_law: {zh: 儿媳女婿, en: child-in-law}', '')),
};

describe('every message', () => {
  test.each(Object.entries(samples))('%s', async (code, sample) => {
    const found = (await sample()).find(each => each.code === code);
    expect(found).toBeDefined();
    for (const lang of ['zh', 'en'] as const) {
      const text = messageOf(found!, populationMessages, lang);
      expect(text).not.toMatch(/[{}]\w|undefined|\[object/);
      expect(/[\u3400-\u9fff]/.test(populationMessages[code as keyof typeof populationMessages][lang])).toBe(
        lang === 'zh',
      );
    }
  });

  test('is told, none is left over', async () => {
    const told = new Set(
      (await Promise.all(Object.values(samples).map(async sample => sample())))
        .flat()
        .map(({ code }) => code),
    );
    const strangers = [...told].filter(code => !(code in populationMessages));
    expect(
      strangers.filter(code => /^(cell|row|csv|household|population|spec|owner|part|id)-/.test(code)),
    ).toEqual([]);
  });
});

test('a mistake in a spec is pointed at, all of them at once', () => {
  const text = shipped
    .replace('  male: {', '  mail: {')
    .replace('value: 19.39%', 'value: 119.39%')
    .replace('status: assumed', 'status: guessed');
  const read = memoryReader({
    '/p/spec.yaml': text.replace('../vocabulary', 'vocabulary'),
    '/p/vocabulary/rural-household.yaml': words,
  });
  const { diagnostics } = loadPopulationSpec('/p/spec.yaml', { read });
  expect(
    diagnostics
      .filter(({ span }) => span?.file === '/p/spec.yaml')
      .map(({ code, span, suggestion }) => [
        code,
        text.slice(span!.start, span!.end).slice(0, 8),
        suggestion,
      ]),
  ).toEqual(
    expect.arrayContaining([
      ['spec-unknown-figure', expect.any(String), 'male'],
      ['spec-not-a-share', expect.any(String), undefined],
      ['unknown-word', expect.any(String), undefined],
    ]),
  );
});

test('a spec with another figure makes another population', () => {
  const text = shipped.replace(/( {2}registered:\n(?:.*\n)*? {4}value: )8\.5%/, '$130%');
  const read = memoryReader({
    '/p/spec.yaml': text.replace('../vocabulary', 'vocabulary'),
    '/p/vocabulary/rural-household.yaml': words,
  });
  const { spec: changed } = loadPopulationSpec('/p/spec.yaml', { read });
  const { tables } = generatePopulation(changed!, { households: 3_000, seed: 1 });
  const registered = Array.from(tables['household']!.columns['registered']!.values).filter(Boolean).length;
  expect(registered / 3_000).toBeGreaterThan(0.25);
});
