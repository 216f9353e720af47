/** Folders of CSV into columns. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { readPopulation } from '../../src/population/read.ts';
import { codes, facts, folder, households, read, rural, said } from './fixture.ts';

describe('heads and values', () => {
  test('ids, Chinese and English labels say the same', async () => {
    const byId = await facts('registered,poverty_status,wage_income,housing_grade', 'true,exited,100,c');
    const chinese = await facts('建档立卡,脱贫状态,工资性收入,住房等级', '是,已脱贫,100,C级');
    const english = await facts(
      'registered,poverty status,Wage income,housing grade',
      'yes,out of poverty,100,grade C',
    );
    expect(chinese).toEqual(byId);
    expect(english).toEqual(byId);
  });

  test('empty is unknown, not zero', async () => {
    const found = await facts('wage_income,registered,exit_date', ', ,　');
    expect(found).toEqual({ household_id: 'h1', wage_income: null, registered: null, exit_date: null });
  });

  test('a head may name the unit, if it is the right one', async () => {
    expect(await facts('工资性收入（元）', '100')).toEqual(await facts('wage_income', '100'));
    const { diagnostics } = await read({ 'households.csv': 'household_id,工资性收入（万元）\nh1,3\n' });
    expect(said(diagnostics)).toEqual(['"households.csv": "万元" is not the unit of "工资性收入".']);
  });

  test('columns marked # and columns without a name are not read', async () => {
    const found = await facts('#姓名,wage_income,,#电话', '张三,100,,13800000000');
    expect(Object.keys(found)).toEqual(['wage_income', 'household_id']);
  });

  test('an unknown column is an error that names the nearest', async () => {
    const { population, diagnostics } = await read({
      'households.csv': 'household_id,wage_incme,建挡立卡\nh1,3,是\n',
    });
    expect(population).toBeNull();
    expect(diagnostics.map(({ code, suggestion }) => [code, suggestion])).toEqual([
      ['csv-unknown-column', 'wage_income'],
      ['csv-unknown-column', '建档立卡'],
    ]);
  });

  test('keys may be called numbers, and no column is suggested that the file has', async () => {
    const { population } = await read({
      '村.csv': '村编号,乡镇编号,县编号\nv1,t1,c1\n',
      '户.csv': '户编号,村编号\nh1,v1\n',
    });
    expect(population!.tables['village']!.ids.at(0)).toBe('v1');
    expect(population!.tables['household']!.ids.at(0)).toBe('h1');
    const { diagnostics } = await read({ '户.csv': '户编号,社编号,村编号\nh1,1,v1\n' });
    expect(diagnostics.map(({ code, suggestion }) => [code, suggestion])).not.toContainEqual([
      'csv-unknown-column',
      '户编号',
    ]);
  });

  test('only the facts asked for are kept, and only they are looked at', async () => {
    const files = { 'households.csv': 'household_id,registered,wage_income\nh1,是,not looked at\n' };
    const { population } = await read(files, { facts: new Set(['household.registered']) });
    expect(Object.keys(population!.tables['household']!.columns)).toEqual(['registered']);
  });
});

describe('spreadsheets', () => {
  const rows = 'h1,"1,234.5 元",是,"上寨村\n二组"\nh2,２０００,FALSE,\n';
  // A year's yuan in fen a month.
  const expected = [
    ['20575/2', true],
    ['50000/3', false],
  ];
  const head = 'household_id,wage_income,registered,#地址\n';
  const shown = async (content: string | Uint8Array) =>
    (await households({ 'households.csv': content })).map(({ facts }) => [
      facts['wage_income'],
      facts['registered'],
    ]);

  test('thousands, units, full-width digits, quoted line breaks', async () => {
    expect(await shown(head + rows)).toEqual(expected);
  });
  test('byte order mark and Windows line ends', async () => {
    expect(await shown(`\ufeff${(head + rows).replaceAll('\n', '\r\n')}`)).toEqual(expected);
  });
  test('old line ends', async () => {
    expect(await shown((head + rows).replaceAll('\n', '\r'))).toEqual(expected);
  });
  test('GB18030, told by its bytes', async () => {
    const chinese = head.replace('registered', '建档立卡') + rows;
    expect(await shown(iconv.encode(chinese, 'gb18030'))).toEqual(expected);
  });
  test('GB18030 whose Chinese comes late', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `x${i},1,true,\n`).join('');
    const bytes = iconv.encode(`${head}${many}h1,1,是,岩帅镇\n`, 'gb18030');
    const found = await read({ 'households.csv': bytes });
    expect(found.diagnostics).toEqual([]);
    expect(found.population!.tables['household']!.rows).toBe(60_001);
  });
  test('blank rows at the end', async () => {
    expect(await shown(`${head}${rows},,,\n\n   \n,,,\n`)).toEqual(expected);
  });
  test('no line break at the end', async () => {
    expect(await shown(head + rows.trimEnd())).toEqual(expected);
  });
});

describe('tables together', () => {
  test('members stand with their household, whatever the order of the files', async () => {
    const found = await households({
      'households.csv': 'household_id,village_id\nh1,v2\nh2,v1\nh3,v2\n',
      'members.csv': 'member_id,household_id,age\na,h3,1\nb,h1,2\nc,h2,3\nd,h3,4\ne,h1,5\n',
      'villages.csv': 'village_id,township_id,village_type\nv1,t2,poor\nv2,t1,ordinary\n',
      'townships.csv': 'township_id,supervised\nt1,是\nt2,否\n',
    });
    const shown = found.map(({ id, parts, owner }) => [
      id,
      parts['member']!.map(member => member.id).join(' '),
      owner!.facts['village_type'],
      owner!.owner!.facts['supervised'],
    ]);
    expect(Object.fromEntries(shown.map(row => [row[0], row.slice(1)]))).toEqual({
      h1: ['h1#b h1#e', 'ordinary', true],
      h2: ['h2#c', 'poor', false],
      h3: ['h3#a h3#d', 'ordinary', true],
    });
  });

  test('villages and townships that have no file are made from the households', async () => {
    const { population } = await read({
      'households.csv': 'household_id,township_id,village_id\nh1,t1,v1\nh2,t1,v2\nh3,t2,v3\nh4,t1,v1\n',
    });
    const { household, village, township } = population!.tables;
    expect([village!.ids, township!.ids]).toEqual([
      ['v1', 'v2', 'v3'],
      ['t1', 't2'],
    ]);
    expect([...village!.owner!]).toEqual([0, 0, 1]);
    expect(household!.ids).toEqual(['h1', 'h4', 'h2', 'h3']);
    expect([...village!.parts['household']!]).toEqual([0, 2, 3, 4]);
    expect(village!.columns).toMatchObject({});
    expect(household!.parts['member']).toBeUndefined();
  });

  test('a village in two townships is a contradiction', async () => {
    const { diagnostics } = await read({
      'households.csv': 'household_id,township_id,village_id\nh1,t1,v1\nh2,t2,v1\n',
    });
    expect(said(diagnostics)).toEqual([
      '"households.csv": "township_id" of "v1" is "t1" in one row and "t2" in another.',
    ]);
  });

  test('households without a village have one of which nothing is known', async () => {
    const [known, unknown] = await households({
      'households.csv': 'household_id,village_id\nh1,\nh2,v1\n',
      'villages.csv': 'village_id,village_type\nv1,poor\n',
    });
    expect([known!.id, known!.owner!.facts['village_type']]).toEqual(['h2', 'poor']);
    expect([unknown!.id, unknown!.owner!.id, unknown!.owner!.facts['village_type']]).toEqual([
      'h1',
      '',
      null,
    ]);
  });

  test('what is known of no village lies in no township', async () => {
    const [, , unknown] = await households({
      'households.csv': 'household_id,village_id\nh1,v1\nh2,\nh3,v2\n',
      'villages.csv': 'village_id,township_id\nv1,t1\nv2,t2\n',
      'townships.csv': 'township_id,supervised\nt1,yes\nt2,no\n',
    });
    const township = unknown!.owner!.owner!;
    expect([unknown!.id, township.id, township.facts['supervised']]).toEqual(['h2', '', null]);
  });

  test('declared parts of one’s own: holdings under the household', async () => {
    const { makeVocabulary, testFacts } = await import('../support/vocabulary.ts');
    const [first, second] = await households(
      {
        'households.csv': 'household_id,income\nh1,10\nh2,20\n',
        'members.csv': 'household_id,age\nh1,30\nh2,40\nh2,50\n',
        'holdings.csv': 'household_id,area,crop\nh2,3,tea\nh2,4,rice\n',
      },
      makeVocabulary(testFacts),
    );
    expect(first!.parts['holding']).toEqual([]);
    expect(second!.parts['holding']!.map(({ facts }) => facts['crop'])).toEqual(['tea', 'rice']);
    expect(second!.parts['member']!.map(({ id }) => id)).toEqual(['h2#1', 'h2#2']);
  });
});

describe('files that cannot be read', () => {
  test('a folder, and a link to nothing, in the place of a file', async () => {
    const dir = folder({ 'households.csv': 'household_id\nh1\n' });
    mkdirSync(join(dir, 'members.csv'));
    symlinkSync(join(dir, 'gone.csv'), join(dir, 'villages.csv'));
    const { diagnostics } = await readPopulation(dir, rural());
    expect(said(diagnostics)).toEqual([
      '"members.csv" cannot be opened (it is a folder).',
      '"villages.csv" cannot be opened (the file that it links to is not there).',
    ]);
    expect(said(diagnostics, 'zh')[0]).toBe('“members.csv”打不开（这是一个目录）。');
  });

  test('the line of a byte that is no text, whatever the head looks like in another encoding', async () => {
    const lines = ['户编号,village_id,建档立卡', 'h1,v1,', 'h2,v1,否', ''].map(line => Buffer.from(line));
    const bytes = Buffer.concat([
      lines[0]!,
      Buffer.from('\n'),
      lines[1]!,
      Buffer.from([0xff, 0xfe, 0xff]),
      Buffer.from('\n'),
      lines[2]!,
    ]);
    const { diagnostics } = await read({ 'households.csv': bytes });
    expect(diagnostics).toMatchObject([{ code: 'csv-encoding', params: { line: 2 } }]);
  });
});

describe('bad rows', () => {
  const files = {
    'households.csv':
      'household_id,wage_income,registered\nh1,100,是\nh2,abc,maybe\nh3,5\nh4,7,否\nh5,8,"否\nh6,9,是\n',
    'members.csv': 'household_id,member_id,age\nh1,a,30\nh2,b,40\nh4,c,-3\nh4,d,20\nh6,e,50\nh9,f,60\n',
  };

  test('each is told with file, line, column and reason, and the population refused', async () => {
    const { population, diagnostics } = await read(files);
    expect(population).toBeNull();
    expect(said(diagnostics)).toEqual([
      'members.csv, line 4, column "age": "-3" cannot be negative.',
      'households.csv, line 3, column "wage_income": "abc" is not a number.',
      'households.csv, line 3, column "registered": "maybe" is neither yes nor no. Write yes or no, and leave it empty where it is not known.',
      'households.csv, line 4: 2 cells, where the head has 3 columns.',
      'households.csv, line 6: The quotation marks do not match.',
      'members.csv, line 7, column "household_id": Nothing has the id "h9" ("household_id") that it says it belongs to.',
      '5 rows cannot be used. Mend them, or leave them out with --skip-bad-rows (households with a bad row are left out whole).',
    ]);
    expect(said(diagnostics, 'zh')[0]).toBe('members.csv 第 4 行“age”列：“-3”不能是负数。');
  });

  test('left out where wished, households whole, with what was wrong', async () => {
    const { population, diagnostics, rejected } = await read(files, { skipBadRows: true });
    expect(population!.tables['household']!.ids).toEqual(['h1', 'h6']);
    expect(population!.tables['member']!.ids).toEqual(['a', 'e']);
    expect(codes(diagnostics)).toEqual(['bad-rows-skipped']);
    expect(rejected.map(({ file, line, problem, text }) => [file, line, problem.code, text])).toEqual([
      ['members.csv', 4, 'cell-negative', 'h4,c,-3'],
      ['members.csv', 3, 'owner-rejected', ''],
      ['members.csv', 7, 'owner-not-found', ''],
      ['households.csv', 3, 'cell-not-number', 'h2,abc,maybe'],
      ['households.csv', 3, 'cell-not-bool', ''],
      ['households.csv', 4, 'row-ragged', 'h3,5'],
      ['households.csv', 6, 'row-broken-quote', 'h5,8,"否'],
      ['households.csv', 5, 'part-rejected', ''],
      ['members.csv', 5, 'owner-rejected', ''],
    ]);
    // Also where no rule asks for the names of members.
    const kept = await read(files, { skipBadRows: true, facts: new Set(['member.age']) });
    expect(kept.rejected.find(({ problem }) => problem.code === 'owner-not-found')!.id).not.toBe('');
  });

  test('a broken row of members takes its household along, if it still says whose it is', async () => {
    const { population } = await read(
      {
        'households.csv': 'household_id\nh1\nh2\n',
        'members.csv': 'household_id,age\nh1,3\nh1,4,5,6\nh2,7\n',
      },
      { skipBadRows: true },
    );
    expect(population!.tables['household']!.ids).toEqual(['h2']);
  });

  test('members of a household whose row is wrong are not blamed, nor those of a broken row', async () => {
    const { diagnostics } = await read({
      'households.csv': 'household_id,wage_income\nh1,x\nh2,1,2\n"h3",4\n',
      'members.csv': 'household_id,age\nh1,3\nh2,4\nh3,5,6\n',
    });
    expect(said(diagnostics)).toEqual([
      'members.csv, line 4: 3 cells, where the head has 2 columns.',
      'households.csv, line 2, column "wage_income": "x" is not a number.',
      'households.csv, line 3: 3 cells, where the head has 2 columns.',
      '3 rows cannot be used. Mend them, or leave them out with --skip-bad-rows (households with a bad row are left out whole).',
    ]);
  });

  test('two households of one id: neither can be trusted', async () => {
    const twice = { 'households.csv': 'household_id,wage_income\nb,1\na,2\nb,3\n' };
    expect(codes((await read(twice)).diagnostics)).toEqual(['id-twice', 'id-twice', 'population-bad-rows']);
    expect((await read(twice, { skipBadRows: true })).population!.tables['household']!.ids).toEqual(['a']);
  });

  test.each([
    ['side by side', 'h1,a,30\nh2,a,40\nh2,a,4\nh3,b,5\n', [3, 4]],
    ['apart', 'h2,a,40\nh1,a,30\nh3,b,5\nh2,a,4\n', [2, 5]],
    [
      'in a large household',
      `${Array.from({ length: 40 }, (_, i) => `h2,m${i % 39},1\n`).join('')}h1,a,3\nh3,a,3\n`,
      [2, 41],
    ],
  ])('two members of one id in one household, %s', async (_, members, lines) => {
    const files = {
      'households.csv': 'household_id\nh1\nh2\nh3\n',
      'members.csv': `household_id,member_id,age\n${members}`,
    };
    for (const facts of [undefined, new Set(['member.age'])]) {
      const { population, diagnostics } = await read(files, facts ? { facts } : {});
      expect(population).toBeNull();
      expect(said(diagnostics).slice(0, 2)).toEqual(
        lines.map(
          line => `members.csv, line ${line}, column "member_id": More than one row of "h2" has this id.`,
        ),
      );
    }
    const skipped = await read(files, { skipBadRows: true });
    expect(skipped.population!.tables['household']!.ids).toEqual(['h1', 'h3']);
  });

  test('members without ids may be many', async () => {
    const files = {
      'households.csv': 'household_id\nh1\n',
      'members.csv': 'household_id,member_id\nh1,\nh1,\n',
    };
    expect((await read(files, { facts: new Set() })).diagnostics).toEqual([]);
  });

  test('a household without members, where members are recorded', async () => {
    const files = { 'households.csv': 'household_id\nh1\nh2\n', 'members.csv': 'household_id,age\nh1,3\n' };
    expect(said((await read(files)).diagnostics)[0]).toBe(
      'households.csv, line 3: It has no members in members.csv.',
    );
  });

  test('many mistakes are counted, not listed', async () => {
    const rows = Array.from({ length: 500 }, (_, i) => `h${i},x\n`).join('');
    const { diagnostics } = await read({ 'households.csv': `household_id,wage_income\n${rows}` });
    expect(diagnostics).toHaveLength(22);
    expect(diagnostics.at(-2)).toMatchObject({ code: 'bad-rows-more', params: { more: 480 } });
  });

  test('lines are counted through quoted line breaks and long files', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, i) => `h${String(i).padStart(6, '0')},${i === 39_998 ? 'x' : 1},aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n`,
    );
    rows[3] = 'h000003,1,"two\nlines"\n';
    const { diagnostics } = await read({
      'households.csv': `household_id,wage_income,#note\n${rows.join('')}`,
    });
    expect(said(diagnostics)[0]).toBe(
      'households.csv, line 40001, column "wage_income": "x" is not a number.',
    );
  });

  test('no reject says more than a line of a huge cell', async () => {
    const { diagnostics, population } = await read({
      'households.csv': `household_id,wage_income\nh1,${'9'.repeat(200_000)}\n`,
    });
    expect(population).toBeNull();
    expect(said(diagnostics)[0]!.length).toBeLessThan(200);
  });
});

describe('files that are none', () => {
  test.each([
    ['', ['csv-empty']],
    ['\n\n', ['csv-empty']],
    ['household_id\n', ['population-empty']],
    ['household_id;wage_income\nh1;3\n', ['csv-separator']],
    ['household_id\twage_income\nh1\t3\n', ['csv-separator']],
    ['household_id,"wage_income\nh1,3\n', ['csv-broken-head']],
    ['wage_income,registered\n3,是\n', ['csv-missing-key']],
    ['household_id,wage_income,工资性收入\nh1,3,4\n', ['csv-duplicate-column']],
    ['household_id,wage_income\nh1,3\0\n', ['csv-not-text']],
    [Uint8Array.from([0xff, 0xfe, 0x68, 0, 0x31, 0]), ['csv-utf16']],
    [
      Buffer.concat([Buffer.from('household_id,#村\nh1,岩帅\n'), Buffer.from([0xff, 0xff, 0x0a])]),
      ['csv-encoding'],
    ],
    [`household_id,wage_income\nh1,${'9'.repeat(10 << 20)}`, ['csv-line-too-long']],
  ])('%#', async (content, expected) => {
    expect(codes((await read({ 'households.csv': content })).diagnostics)).toEqual(expected);
  });

  test('no folder, a file in its place, nothing in it', async () => {
    const { readPopulation } = await import('../../src/population/read.ts');
    const { rural } = await import('./fixture.ts');
    const dir = folder({ 'households.csv': 'household_id\nh1\n', 'notes.txt': '' });
    expect(codes((await readPopulation(`${dir}/nowhere`, rural())).diagnostics)).toEqual([
      'population-not-found',
    ]);
    expect(codes((await readPopulation(`${dir}/notes.txt`, rural())).diagnostics)).toEqual([
      'population-not-a-folder',
    ]);
    expect(codes((await read({ 'members.csv': 'household_id,age\nh1,3\n' })).diagnostics)).toEqual([
      'population-no-file',
    ]);
  });

  test('two files of one kind; a file of no kind', async () => {
    const one = 'household_id\nh1\n';
    expect(codes((await read({ 'households.csv': one, '户.csv': one })).diagnostics)).toEqual([
      'population-two-files',
    ]);
    const { diagnostics, population } = await read({ 'households.csv': one, 'member.csv': 'x\n' });
    expect(population).not.toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'population-unread-file', severity: 'warning', suggestion: 'members.csv' },
    ]);
  });

  test('a quote that nobody closed does not swallow the file', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `h${i},1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n`);
    rows[10] = 'h10,1,"open\n';
    const { diagnostics, rejected, population } = await read(
      { 'households.csv': `household_id,wage_income,#note\n${rows.join('')}` },
      { skipBadRows: true },
    );
    expect(codes(diagnostics)).toEqual(['bad-rows-skipped']);
    expect(rejected.map(({ line }) => line)).toEqual([12]);
    expect(population!.tables['household']!.rows).toBe(2999);
  });
});
