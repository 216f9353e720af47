import { describe, expect, test } from 'vitest';
import { BOOL } from '../../../src/language/types.ts';
import type { Instance } from '../../../src/population/instance.ts';
import * as x from '../../support/expr.ts';
import { cells, fen, makeHousehold, type PolicySpec, set } from '../../support/policy.ts';
import { makeVocabulary, testFacts } from '../../support/vocabulary.ts';
import { causesOf, evaluated, worth } from './evaluate.ts';

const severe = x.fact('member.severe');
const age = x.fact('member.age');
const wage = x.fact('member.wage');
const adult = x.ge(age, x.years(18));

const family = makeHousehold(
  { income: fen(9000) },
  {
    members: [
      { age: 70 * 12, severe: false, wage: '0' },
      { age: 40 * 12, severe: true, wage: fen(5000) },
      { age: 10 * 12, severe: false },
    ],
  },
);
const unsure = makeHousehold(
  {},
  {
    members: [
      { age: 70 * 12, wage: fen(100) },
      { wage: fen(300) },
      { age: 10 * 12, severe: true, wage: fen(700) },
    ],
  },
);
const nobody = makeHousehold({}, { members: [] });
const unlisted = makeHousehold();

describe('aggregates', () => {
  test.each([
    ['any', x.any('member', severe), [true, true, false, null]],
    ['any grown up', x.any('member', severe, adult), [true, null, false, null]],
    ['every', x.every('member', severe), [false, null, true, null]],
    ['every child', x.every('member', x.not(severe), x.not(adult)), [true, false, true, null]],
    ['count', x.count('member'), ['3', '3', '0', ['0', null]]],
    ['count of the ill', x.count('member', severe), ['1', ['1', '3'], '0', ['0', null]]],
    ['count of adults', x.count('member', adult), ['2', ['1', '2'], '0', ['0', null]]],
    ['wages', x.sum('member', wage), [null, '110000', '0', null]],
    ['wages of adults', x.sum('member', wage, adult), ['500000', ['10000', '40000'], '0', null]],
    ['least of adults', x.minimum('member', wage, adult), ['0', '10000', null, null]],
    ['greatest of adults', x.maximum('member', wage, adult), ['500000', ['10000', '30000'], null, null]],
    ['greatest of all', x.maximum('member', wage), [['500000', null], '70000', null, null]],
    ['least of all', x.minimum('member', wage), [[null, '0'], '10000', null, null]],
    ['mean of adults', x.average('member', wage, adult), ['250000', null, null, null]],
    ['mean of all', x.average('member', wage), [null, '110000/3', null, null]],
  ])('%s', (_, expr, expected) => {
    expect([family, unsure, nobody, unlisted].map(household => worth(expr, household))).toEqual(expected);
  });

  test('causes: what is missing of whom, an unknown list, nobody to compare', () => {
    expect(causesOf(evaluated(x.count('member', severe), unsure))).toEqual([
      'member m1 severe',
      'member m2 severe',
    ]);
    expect(causesOf(evaluated(x.any('member', severe, adult), unsure))).toEqual([
      'member m1 severe',
      'member m2 age',
      'member m2 severe',
    ]);
    expect(causesOf(evaluated(x.sum('member', wage), unlisted))).toEqual(['parts member h1']);
    expect(causesOf(evaluated(x.maximum('member', wage), nobody))).toEqual(['no parts']);
    expect(causesOf(evaluated(x.average('member', wage), nobody))).toEqual(['no parts']);
  });

  test('an end that nobody surely fixes is open', () => {
    const perhaps = makeHousehold({}, { members: [{ wage: fen(300) }] });
    expect(worth(x.minimum('member', wage, adult), perhaps)).toEqual(['30000', null]);
    expect(worth(x.maximum('member', wage, adult), perhaps)).toEqual([null, '30000']);
  });

  test('a part that adds nothing for certain adds no doubt', () => {
    const household = makeHousehold({}, { members: [{ wage: '0' }, { age: 240, wage: '5' }] });
    const value = evaluated(x.sum('member', wage, adult), household);
    expect([value, causesOf(value)]).toMatchObject([{ low: '5', high: '5' }, []]);
  });

  test('inapplicable bodies are left out', () => {
    const vocabulary = makeVocabulary(testFacts, { 'member.wage': { when: adult } });
    const household = makeHousehold(
      {},
      { members: [{ age: 480, wage: '600' }, { age: 120 }, { age: 480, wage: '800' }] },
    );
    const spec = { vocabulary };
    expect(worth(x.sum('member', wage), household, spec)).toBe('1400');
    expect(worth(x.average('member', wage), household, spec)).toBe('700');
    expect(worth(x.minimum('member', wage), household, spec)).toBe('600');
    expect(worth(x.every('member', x.gt(wage, x.num(0))), household, spec)).toBe(false);
    expect(worth(x.minimum('member', wage), makeHousehold({}, { members: [{ age: 120 }] }), spec)).toBe(null);
  });

  test('nested: members under a village, through households', () => {
    const village = (households: readonly Instance[]): Instance => {
      const parts: Record<string, Instance[]> = {};
      const made: Instance = { entity: 'village', id: 'v1', facts: {}, owner: null, parts };
      parts['household'] = households.map(each => ({ ...each, owner: made }));
      return made;
    };
    const definitions = {
      'village.people': x.count('member'),
      'village.families': x.count('household', x.any('member', severe)),
    };
    const people = x.definition('village.people', x.PERSONS);
    const families = x.definition('village.families', x.RATIO);
    const in1 = { ...family, owner: village([family, nobody, family]) };
    expect(worth(people, in1, { definitions })).toBe('6');
    expect(worth(families, in1, { definitions })).toBe('2');
    const in2 = { ...family, owner: village([family, unlisted]) };
    expect(worth(people, in2, { definitions })).toEqual(['0', null]);
    expect(worth(families, in2, { definitions })).toEqual(['1', '2']);
    expect(worth(people, family, { definitions })).toEqual(['0', null]);
  });

  test('any kind of part: holdings under the household', () => {
    const household = makeHousehold(
      {},
      {
        holdings: [
          { area: 3, crop: 'rice' },
          { area: 5, crop: 'tea' },
        ],
      },
    );
    const area = x.fact('holding.area');
    const tea = x.eq(x.fact('holding.crop'), x.word('holding.crop', 'tea'));
    expect(worth(x.sum('holding', area, tea), household)).toBe('5');
    const definitions = { 'holding.large': x.gt(area, x.num(4)) };
    expect(worth(x.any('holding', x.definition('holding.large', BOOL)), household, { definitions })).toBe(
      true,
    );
  });
});

describe('what stands above', () => {
  const poor = x.eq(x.fact('village.village_type'), x.word('village.village_type', 'poor'));
  test('is reached from members too', () => {
    const household = makeHousehold(
      {},
      { members: [{ age: 240 }], village: { village_type: 'poor' }, township: { supervised: true } },
    );
    expect(worth(poor, household)).toBe(true);
    expect(worth(x.any('member', x.and(poor, x.fact('township.supervised'))), household)).toBe(true);
  });
  test('not recorded: its facts are missing', () => {
    expect(causesOf(evaluated(x.and(poor, x.fact('township.supervised')), makeHousehold()))).toEqual([
      'village  village_type',
      'township  supervised',
    ]);
  });
});

describe('facts taken from others', () => {
  const vocabulary = makeVocabulary(testFacts, {
    'member.age': { from: x.elapsed('year', x.fact('member.birth_date'), x.today()) },
  });
  test('where these are known, else as recorded', () => {
    const household = makeHousehold(
      {},
      { members: [{ birth_date: '1960-03-18', age: 12 }, { age: 240 }, {}] },
    );
    const listed = x.fact('member.age', vocabulary);
    expect(worth(x.minimum('member', listed, x.known(listed)), household, { vocabulary })).toBe('240');
    expect(worth(x.maximum('member', age), household, { vocabulary })).toEqual(['720', null]);
    expect(causesOf(evaluated(x.maximum('member', age), household, { vocabulary }))).toEqual([
      'member m3 age',
    ]);
  });
});

describe('parameters that differ by facts', () => {
  const type = x.fact('village.village_type');
  const line = (spec: PolicySpec['parameters']) => (household: Instance) =>
    worth(x.parameter('line', x.RATIO, type, x.fact('household.car')), household, { parameters: spec! });
  const by = ['village.village_type', 'household.car'];
  const table = line({
    line: cells(
      by,
      {
        'poor|true': { kind: 'set', value: '1' },
        'poor|false': { kind: 'set', value: '2' },
        'ordinary|true': { kind: 'set', value: '3' },
      },
      { kind: 'set', value: '9' },
    ),
  });
  const at = (village_type: string | null, car: boolean | null) =>
    makeHousehold({ car }, { village: { village_type } });

  test('take the cell of their keys, or the rest', () => {
    expect([at('poor', true), at('poor', false), at('ordinary', false)].map(table)).toEqual(['1', '2', '9']);
  });
  test('span the cells that an unknown key leaves', () => {
    expect(table(at('poor', null))).toEqual(['1', '2']);
    expect(table(at('ordinary', null))).toEqual(['3', '9']);
    expect(table(at(null, true))).toEqual(['1', '9']);
    expect(table(at(null, null))).toEqual(['1', '9']);
  });
  test('need no rest where every value has its cell', () => {
    const all = {
      supervised: { kind: 'set', value: '4' },
      poor: { kind: 'set', value: '6' },
      ordinary: { kind: 'set', value: '5' },
    } as const;
    const spec = { parameters: { line: cells(['village.village_type'], all) } };
    const value = evaluated(x.parameter('line', x.RATIO, type), at(null, true), spec);
    expect([value, causesOf(value)]).toMatchObject([{ low: '4', high: '6' }, ['village v1 village_type']]);
  });
  test('an inapplicable key matches no cell', () => {
    const vocabulary = makeVocabulary(testFacts, {
      'household.status': { when: x.fact('household.registered') },
    });
    const parameters = {
      line: cells(['household.status'], { exited: { kind: 'set', value: '1' } }, { kind: 'set', value: '2' }),
    };
    const line = x.parameter('line', x.RATIO, x.fact('household.status'));
    expect(worth(line, makeHousehold({ registered: false }), { vocabulary, parameters })).toBe('2');
    expect(worth(line, makeHousehold({ registered: true }), { vocabulary, parameters })).toEqual(['1', '2']);
  });
  test('may be ranged in one cell and open in another', () => {
    const parameters = {
      line: cells(['household.car'], { true: { kind: 'range', low: '1', high: '2' } }, { kind: 'open' }),
    };
    const line = x.parameter('line', x.RATIO, x.fact('household.car'));
    expect(causesOf(evaluated(line, makeHousehold({ car: true }), { parameters }))).toEqual(['range line']);
    expect(causesOf(evaluated(line, makeHousehold({ car: false }), { parameters }))).toEqual(['open line']);
  });
});

test('parameters of every type', () => {
  const parameters = {
    flag: set(true, BOOL),
    day: set('2020-05-01', { kind: 'date' }),
  };
  expect(worth(x.not(x.parameter('flag', BOOL)), undefined, { parameters })).toBe(false);
  expect(worth(x.addDays(x.parameter('day', { kind: 'date' }), x.days(1)), undefined, { parameters })).toBe(
    '2020-05-02',
  );
});
