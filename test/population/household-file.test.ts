/** One household, in JSON or YAML, in either language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { readHousehold } from '../../src/population/household-file.ts';
import { codes, root, rural, said } from './fixture.ts';

const household = (text: string) => readHousehold(text, rural(), 'household.yaml');
const pointed = (text: string, diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, span, suggestion }) => [code, text.slice(span!.start, span!.end), suggestion]);

test('the same household in JSON and English, YAML and Chinese', () => {
  const english = household(
    JSON.stringify({
      household: {
        household_id: 'h1',
        registered: true,
        poverty_status: 'exited',
        wage_income: 9000.5,
        housing_grade: null,
      },
      members: [{ member_id: 'm1', relation: 'head', age: 67, labour: 'weak' }],
      village: { village_type: 'poor' },
      township: { supervised: false },
    }),
  );
  const chinese = household(`
户: {户编号: h1, 建档立卡: 是, 脱贫状态: 已脱贫, 工资性收入: "9,000.50 元", 住房等级: }
成员:
  - {成员编号: m1, 与户主关系: 户主, 年龄: 67, 劳动能力: 弱劳动力或半劳动力}
村: {村类型: 贫困村}
乡镇: {挂牌督战乡镇: 否}
`);
  expect(chinese.diagnostics).toEqual([]);
  expect(chinese.instance).toEqual(english.instance);
  expect(english.instance!.facts).toEqual({
    household_id: 'h1',
    registered: true,
    poverty_status: 'exited',
    wage_income: '450025/6',
    housing_grade: null,
  });
  expect(english.instance!.owner!.owner!.facts).toEqual({ supervised: false });
});

test('the shipped examples can be read', () => {
  const dir = join(root, 'examples/households');
  for (const file of readdirSync(dir)) {
    const { instance, diagnostics } = readHousehold(readFileSync(join(dir, file), 'utf8'), rural(), file);
    expect(diagnostics).toEqual([]);
    expect(instance!.parts['member']!.length).toBeGreaterThan(0);
  }
});

test('without a list of members they are unknown; members without names are counted', () => {
  expect(household('household: {registered: true}').instance!.parts).toEqual({});
  const named = household('household: {household_id: h1}\nmembers: [{age: 3}, {age: 4}]').instance!;
  expect(named.parts['member']!.map(({ id }) => id)).toEqual(['h1#1', 'h1#2']);
});

test('a household alone, with its township but not its village', () => {
  const { instance } = household('household: {household_id: h1}\ntownship: {supervised: true}');
  expect(instance!.owner).toMatchObject({
    entity: 'village',
    facts: {},
    owner: { facts: { supervised: true } },
  });
});

describe('mistakes are pointed at, all at once', () => {
  test('unknown names and values, with the nearest', () => {
    const text =
      'household: {wage_incme: 3, 建挡立卡: 是, housing_grade: e级, registered: perhaps}\nmember: [{age: 3}]\nvilage: {}\n';
    const { instance, diagnostics } = household(text);
    expect(instance).toBeNull();
    expect(pointed(text, diagnostics)).toEqual([
      ['household-unknown-fact', 'wage_incme', 'wage_income'],
      ['household-unknown-fact', '建挡立卡', '建档立卡'],
      ['cell-unknown-value', 'e级', expect.stringMatching(/^.级$/)],
      ['cell-not-bool', 'perhaps', undefined],
      ['household-unknown-key', 'vilage', 'village'],
    ]);
  });

  test('also behind a reserved name or an anchor', () => {
    const text =
      '户: {建档立: 是, 工资性收入: 一万, __proto__: 5, 脱贫日期: &a 昨天}\n成员: [{年令: 5}]\n亲戚: []\n';
    const { instance, diagnostics } = household(text);
    expect(instance).toBeNull();
    expect(pointed(text, diagnostics).map(([code, at]) => [code, at])).toEqual([
      ['household-unknown-fact', '建档立'],
      ['cell-not-number', '一万'],
      ['reserved-name', '__proto__'],
      ['yaml-alias', '&a'],
      ['cell-not-date', '昨天'],
      ['household-unknown-fact', '年令'],
      ['household-unknown-key', '亲戚'],
    ]);
    expect(household('household: {wage_income: &a 5}').instance).toBeNull();
  });

  test('sections are called by their names in the language of the reader, in its quotation marks', () => {
    const { diagnostics } = household(
      'household: {registered: maybe, wage_income: 1e5}\nmembers: {age: 5}\nvillage: [1]\n',
    );
    expect(said(diagnostics, 'zh')).toEqual([
      '“registered”：“maybe”看不出是或否。请写“是”或“否”，不掌握的留空。',
      '“wage_income”：“1e5”是科学计数法，看不出原来的数字。请写出全部数字。',
      '“成员”应当是一个列表，每一项以“-”开头。',
      '“村”下面应当逐项写“事实: 值”。',
    ]);
    expect(said(diagnostics)).toEqual([
      '"registered": "maybe" is neither yes nor no. Write yes or no, and leave it empty where it is not known.',
      '"wage_income": "1e5" is in scientific notation, which hides the figure itself. Write it out in digits.',
      '"members" should be a list, each item after a `-`.',
      '"village" should hold facts and their values.',
    ]);
  });

  test('figures that cannot be', () => {
    const text =
      'household: {wage_income: 1e308, land_area: -3, property_income: 90071992547409.92, transfer_income: 1.234}\nmembers: [{age: 131, birth_date: 2020-02-30}]';
    expect(pointed(text, household(text).diagnostics)).toEqual([
      ['household-exponent', '1e308', undefined],
      ['cell-negative', '-3', undefined],
      ['cell-too-large', '90071992547409.92', undefined],
      ['cell-too-precise', '1.234', undefined],
      ['cell-out-of-range', '131', undefined],
      ['cell-no-such-day', '2020-02-30', undefined],
    ]);
  });

  test('shapes that do not fit', () => {
    expect(codes(household('- 1').diagnostics)).toEqual(['household-not-a-map']);
    expect(codes(household('household: [1]').diagnostics)).toEqual(['household-not-facts']);
    expect(codes(household('household: {registered: [true]}').diagnostics)).toEqual([
      'household-not-a-value',
    ]);
    expect(codes(household('household: {}\nmembers: {age: 3}').diagnostics)).toEqual([
      'household-not-a-list',
    ]);
    expect(codes(household('household: {}\nmembers: []').diagnostics)).toEqual(['household-no-members']);
    expect(codes(household('household: {}\nmembers: [{member_id: a}, {member_id: a}]').diagnostics)).toEqual([
      'household-part-twice',
    ]);
    expect(codes(household('household: {registered: true, 建档立卡: 是}').diagnostics)).toEqual([
      'household-key-twice',
    ]);
    expect(codes(household('household: {}\n户: {}').diagnostics)).toEqual(['household-key-twice']);
  });

  test('a fact one level too high', () => {
    const { diagnostics } = household('household: {}\nage: 4\nwage_income: 3');
    expect(said(diagnostics)).toEqual([
      '"age" belongs under `member`.',
      '"wage_income" belongs under `household`.',
    ]);
    expect(said(diagnostics, 'zh')[1]).toBe('“wage_income”要写在“户”下面。');
  });

  test('hostile text', () => {
    expect(codes(household('household: {__proto__: 3}').diagnostics)).toEqual(['reserved-name']);
    expect(codes(household(`{"household": ${'['.repeat(10_000)}`).diagnostics)).toEqual(['yaml-too-deep']);
    expect(codes(household(`household: {household_id: ${'x'.repeat(1_000_000)}}`).diagnostics)).toEqual([
      'file-too-large',
    ]);
    expect(household('').instance).toBeNull();
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nhousehold: *b';
    expect(household(bomb).instance).toBeNull();
  });
});

test('parts of parts stand inside them', async () => {
  const { makeVocabulary } = await import('../support/vocabulary.ts');
  const loan = { id: 'loan', label: {}, plural: 'loans', pluralLabel: {}, within: 'member', key: 'loan_id' };
  const vocabulary = makeVocabulary({ member: { age: 'years' }, loan: { amount: 'money' } }, {}, [loan]);
  const { instance, diagnostics } = readHousehold(
    'household: {}\nmembers: [{age: 30, loans: [{amount: 5}]}]',
    vocabulary,
  );
  expect(diagnostics).toEqual([]);
  expect(instance!.parts['member']![0]!.parts['loan']![0]!.facts).toEqual({ amount: '500' });
});

describe('a file about another entity', () => {
  const village = (text: string, unit: string) => readHousehold(text, rural(), 'village.yaml', unit);

  test('a village with its households, and theirs', () => {
    const { instance, diagnostics } = village(
      '村: {村类型: 贫困村}\n乡镇: {挂牌督战乡镇: 否}\n户:\n  - {户编号: 甲, 建档立卡: 是, 成员: [{成员编号: 甲一, 年龄: 40}]}\n  - {户编号: 乙}\n',
      'village',
    );
    expect(diagnostics).toEqual([]);
    expect(instance).toMatchObject({ entity: 'village', id: 'village', facts: { village_type: 'poor' } });
    expect(instance?.owner).toMatchObject({ entity: 'township', facts: { supervised: false } });
    const [first, second] = instance?.parts['household'] ?? [];
    expect(first).toMatchObject({ id: '甲', facts: { registered: true } });
    expect(first?.parts['member']?.map(({ id }) => id)).toEqual(['甲一']);
    expect(first?.owner).toBe(instance);
    expect(second?.parts['member']).toBeUndefined();
  });

  test('a township with villages; a member with the household around', () => {
    const township = village(
      'township: {}\nvillages: [{village_id: v, households: [{household_id: h}]}]',
      'township',
    );
    expect(township.instance?.parts['village']?.[0]?.parts['household']?.[0]?.id).toBe('h');
    const member = village('成员: {年龄: 40}\n户: {建档立卡: 是}', 'member');
    expect(member.instance).toMatchObject({ entity: 'member', owner: { facts: { registered: true } } });
  });

  test('a household as a map under a village is told', () => {
    const { instance, diagnostics } = village('村: {}\n户: {建档立卡: 是}', 'village');
    expect([instance, diagnostics.map(({ code }) => code)]).toEqual([null, ['household-not-a-list']]);
  });
});
