import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAmount, withDenominators } from '../../src/language/amount.ts';
import { makeLexicon } from '../../src/language/lexicon.ts';
import { parseLiteral } from '../../src/language/literal.ts';
import { readNumeral } from '../../src/language/numerals.ts';
import { parseExpression } from '../../src/language/parse.ts';
import { printNumber } from '../../src/language/print-number.ts';
import { decimalOf, rational, textOf } from '../../src/language/rational.ts';
import { excerpt } from '../../src/language/source.ts';
import { namesIn, wordings } from '../../src/language/tree.ts';
import type { Dimension } from '../../src/language/types.ts';
import { dimensionText, makeUnits, standardUnits } from '../../src/language/units.ts';
import { household, lexicon, MONEY, PER_HEAD, print, read, YEARLY } from './fixture.ts';

const units = makeUnits([]);
const plain = makeLexicon([], []);
const literal = (text: string) => parseLiteral(excerpt('policy.yaml', text), plain);

describe('values as parameters and --set write them', () => {
  test.each([
    ['5000 元/人年', '125000/3', { money: 1, month: -1, person: -1 }],
    ['5000 yuan/person/year', '125000/3', { money: 1, month: -1, person: -1 }],
    ['每人每年5000元', '125000/3', { money: 1, month: -1, person: -1 }],
    ['5000元每人每年', '125000/3', { money: 1, month: -1, person: -1 }],
    ['5000 yuan per person per year', '125000/3', { money: 1, month: -1, person: -1 }],
    ['5000 yuan/person-year', '125000/3', { money: 1, month: -1, person: -1 }],
    ['5000 元/人·年', '125000/3', { money: 1, month: -1, person: -1 }],
    ['5000 元/人/年', '125000/3', { money: 1, month: -1, person: -1 }],
    ['800 元/月', '80000', { money: 1, month: -1 }],
    ['2400 元/季度', '80000', { money: 1, month: -1 }],
    ['1.5 万元', '1500000', { money: 1 }],
    ['1.5 万 元', '3/2', null],
    ['3万人', '30000', { person: 1 }],
    ['０．５％', '1/200', {}],
    ['15%', '3/20', {}],
    ['1.2 倍', '6/5', {}],
    ['三成', '3/10', {}],
    ['1/3', '1/3', {}],
    ['2 亩', '4000', { area: 1 }],
    ['100 平方米', '300', { area: 1 }],
    ['1 公顷', '30000', { area: 1 }],
    ['60 周岁', '720', { month: 1 }],
    ['60 years old', '720', { month: 1 }],
    ['24 个月', '24', { month: 1 }],
    ['2 周', '14', { day: 1 }],
    ['15 个工作日', '15', { 'working-day': 1 }],
    ['2 次/月', '2', { month: -1, times: 1 }],
    ['-5 元', '-500', { money: 1 }],
    ['0.01 元', '1', { money: 1 }],
    ['0.001 元', '1/10', { money: 1 }],
    ['3 分', '3', { point: 1 }],
    ['123456789012345678901234567890 元', '12345678901234567890123456789000', { money: 1 }],
  ])('%s', (text, value, dimension) => {
    const { literal: found } = literal(text);
    if (dimension === null) expect(found).toBeNull();
    else expect(found).toMatchObject({ kind: 'number', value, dimension });
  });

  test('ranges take the unit of their second figure', () => {
    expect(literal('1.2 至 1.5 倍').literal).toMatchObject({
      kind: 'range',
      low: '6/5',
      high: '3/2',
      dimension: {},
    });
    expect(literal('1000 to 5000 yuan').literal).toMatchObject({
      kind: 'range',
      low: '100000',
      high: '500000',
    });
    expect(literal('1000～5000元/年').literal).toMatchObject({
      kind: 'range',
      unit: '元/年',
      period: 'year',
    });
    expect(literal('5000 元 至 1000 元').literal).toBeNull();
    expect(literal('5000 元 至 6 人').literal).toBeNull();
  });

  test('open ones, truth, dates, words', () => {
    expect(literal('待定').literal).toEqual({ kind: 'open', measured: null });
    expect(literal('待定 元/人年').literal).toMatchObject({
      kind: 'open',
      measured: { unit: '元/人年', period: 'year' },
    });
    expect(literal('open yuan').literal).toMatchObject({
      kind: 'open',
      measured: { dimension: { money: 1 } },
    });
    expect(literal('是').literal).toMatchObject({ kind: 'bool', value: true });
    expect(literal('否').literal).toMatchObject({ kind: 'bool', value: false });
    expect(literal('yes').literal).toMatchObject({ kind: 'bool', value: true });
    expect(literal('no').literal).toMatchObject({ kind: 'bool', value: false });
    expect(literal('2020年3月18日').literal).toMatchObject({ kind: 'date', value: '2020-03-18' });
    expect(literal('贫困村').literal).toMatchObject({ kind: 'name', name: '贫困村' });
    expect(literal('5 + 3').diagnostics).toMatchObject([{ code: 'not-a-literal' }]);
    expect(literal('1,000 元').diagnostics).toMatchObject([
      { code: 'number-with-separators', suggestion: '1000' },
    ]);
    expect(literal('5000 圆').diagnostics).toMatchObject([{ code: 'unknown-unit' }]);
  });
});

test.each([
  ['一', '1'],
  ['两', '2'],
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['一百零五', '105'],
  ['三千二百一十', '3210'],
  ['五千', '5000'],
  ['两万', '20000'],
  ['十二万三千', '123000'],
  ['二〇二〇', '2020'],
  ['半', '0.5'],
  ['一半', '0.5'],
  ['三分之二', '2/3'],
  ['百分之五', '5/100'],
  ['百分之十五', '15/100'],
  ['千分之三', '3/1000'],
  ['万', null],
  ['百十', null],
  ['一一', null],
  ['五半', null],
  ['分之', null],
  ['零分之一', null],
  ['', null],
])('the numeral %s', (text, value) => {
  expect(readNumeral(text)).toBe(value);
});

test('decimals come out exactly, and fractions without end as fractions', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(9), (whole, places) => {
      const value = textOf(rational(whole).div(rational(10n ** BigInt(places))));
      expect(textOf(rational(decimalOf(value)!))).toBe(value);
    }),
  );
  expect(decimalOf('1/3')).toBeNull();
  expect(decimalOf('-1/8')).toBe('-0.125');
  expect(decimalOf('1/1024', 3)).toBeNull();
});

test('a figure printed in any unit reads back as itself', () => {
  const dimensions = [
    { money: 1 },
    { money: 1, month: -1 },
    { money: 1, month: -1, person: -1 },
    { household: -1, money: 1 },
    { area: -1, money: 1 },
    { area: 1 },
    { month: 1 },
    { month: -1, times: 1 },
    { person: -1 },
    { day: 1, person: 1 },
    {},
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...dimensions),
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.constantFrom(1, 2, 3, 7, 12, 100, 1200),
      fc.constantFrom('zh', 'en'),
      (dimension, top, bottom, lang) => {
        const value = textOf(rational(top).div(bottom));
        const text = printNumber(value, dimension, lang, units);
        expect(literal(text).literal, text).toMatchObject({ kind: 'number', value, dimension });
      },
    ),
  );
});

test('every unit has a word in each language, and no two share one', () => {
  const seen = new Map<string, string>();
  for (const unit of standardUnits) {
    expect(unit.zh.length * unit.en.length, unit.id).toBeGreaterThan(0);
    for (const word of new Set([...unit.zh, ...unit.en])) {
      expect(seen.get(word), word).toBeUndefined();
      seen.set(word, unit.id);
    }
  }
});

test('dimensions are named as people write units', () => {
  expect(dimensionText(PER_HEAD.kind === 'number' ? PER_HEAD.dimension : {}, 'zh', units)).toBe('元/人年');
  expect(dimensionText(PER_HEAD.kind === 'number' ? PER_HEAD.dimension : {}, 'en', units)).toBe(
    'yuan/person/year',
  );
  expect(dimensionText({}, 'zh', units)).toBe('没有单位');
  expect(dimensionText({ cattle: 1 }, 'zh', lexicon.units)).toBe('头');
});

describe('amounts', () => {
  const amount = (text: string, period: 'once' | 'month' | 'year' = 'once') => {
    const found = read(text, household, { kind: 'amount', period });
    return found.expr ? [print(found.expr, 'zh'), found.beneficiary] : found.codes;
  };
  test('name their beneficiary', () => {
    expect(amount('50000 元/户')).toEqual(['50000 元', 'household']);
    expect(amount('2024 元/人')).toEqual(['2024 元', 'person']);
    expect(amount('2024 元/人 × 补助比例')).toEqual(['2024 元/人 × 补助比例', 'person']);
    expect(amount('实际修缮费用 封顶 20000 元')).toEqual(['实际修缮费用 封顶 20000 元', null]);
    expect(amount('实际修缮费用 封顶 20000 元/户')).toEqual(['实际修缮费用 封顶 20000 元/户', 'household']);
    expect(amount('若 建档立卡 则 500 元/人 否则 300 元/人')).toEqual([
      '若 建档立卡 则 500 元/人 否则 300 元/人',
      'person',
    ]);
    expect(amount('若 建档立卡 则 500 元/人 否则 0 元')).toEqual([
      '若 建档立卡 则 500 元/人 否则 0 元',
      'person',
    ]);
    expect(amount('若 建档立卡 则 500 元/人 否则 300 元/户')).toEqual(['unlike-units']);
  });
  test('are limited for the same beneficiary', () => {
    expect(amount('实际修缮费用 封顶 2000 元/人')).toEqual([
      '实际修缮费用 封顶 2000 元/人 × 计数(成员)',
      null,
    ]);
    expect(amount('120 元/人 封顶 300 元/户')).toEqual([
      '120 元/人 × 计数(成员) 封顶 300 元/户',
      'household',
    ]);
    expect(amount('120 元/人 封顶 100 元/人')).toEqual(['120 元/人 封顶 100 元/人', 'person']);
    expect(amount('120 元/人 封顶 300 元')).toEqual(['limit-for-whom']);
  });
  test('are brought to the period in which they are paid', () => {
    expect(amount('警戒线 - 人均纯收入', 'year')).toEqual(['(警戒线 - 人均纯收入) × 1 年', 'person']);
    expect(amount('警戒线 - 人均纯收入', 'month')).toEqual(['(警戒线 - 人均纯收入) × 1 个月', 'person']);
    expect(amount('800 元/月', 'month')).toEqual(['9600 元/年 × 1 个月', null]);
    expect(amount('800 元/月', 'once')).toEqual(['amount-has-period']);
  });
  test('are money', () => {
    expect(amount('建档立卡')).toEqual(['amount-needed']);
    expect(amount('5 人')).toEqual(['amount-needed']);
    expect(amount('5 元/亩')).toEqual(['amount-needed']);
    expect(amount('500')).toEqual(['amount-needed']);
  });

  const split = (text: string) =>
    splitAmount(parseExpression(excerpt('policy.yaml', text), lexicon).tree!, i => `#${i}`);
  test('ranges and open figures become names', () => {
    const whole = split('1000 元 至 5000 元');
    expect(whole.tree).toMatchObject({ kind: 'name', name: '#0' });
    expect(whole.implicit).toMatchObject([
      { kind: 'range', name: '#0', low: { value: '1000' }, high: { value: '5000' } },
    ]);
    const inside = split('上年(贫困线) 的 1.2 至 1.5 倍 封顶 待定 元');
    expect(namesIn(inside.tree).map(({ name }) => name)).toEqual(['贫困线', '#0', '#1']);
    expect(inside.implicit).toMatchObject([{ kind: 'range' }, { kind: 'open', unit: { text: '元' } }]);
    const spans = split('脱贫年度 属于 (2014 至 2016 年)');
    expect(spans.implicit).toEqual([]);
    const compared = split('若 人均纯收入 低于 4000 至 5000 元 则 100 元 否则 50 元').implicit;
    expect(compared).toMatchObject([{ kind: 'range', against: { kind: 'name', name: '人均纯收入' } }]);
    expect(split('建档立卡').tree).toEqual(parseExpression(excerpt('policy.yaml', '建档立卡'), lexicon).tree);
  });
});

test('a figure that is still to be settled takes the denominators of what it is compared with', () => {
  const { dimension } = PER_HEAD as { dimension: Dimension };
  const unitOf = (text: string, period: 'month' | 'year') => {
    const { tree } = parseExpression(excerpt('policy.yaml', text), lexicon);
    const full = withDenominators(tree!, { dimension, period }, lexicon.units);
    return full.kind === 'range'
      ? [full.low, full.high].map(one => one.kind === 'number' && one.unit?.text)
      : full;
  };
  expect(unitOf('4000 至 5000 元', 'year')).toEqual(['元/人年', '元/人年']);
  expect(unitOf('4000 元/人 至 5000 元/人', 'year')).toEqual(['元/人年', '元/人年']);
  expect(unitOf('4000 to 5000 yuan', 'year')).toEqual(['yuan/person/year', 'yuan/person/year']);
  expect(unitOf('待定 元', 'year')).toMatchObject({ kind: 'open', unit: { down: ['人', '年'] } });
  expect(unitOf('400 至 500 元', 'month')).toEqual(['元', '元']);
  expect(unitOf('4 至 5 亩', 'year')).toEqual(['亩', '亩']);
});

test('periods that figures bring with them', () => {
  expect(read('月工资', { ...household, entity: 'member' }).period).toBe('month');
  expect(read('合计(成员, 月工资)').period).toBe('month');
  expect(read('工资性收入 + 家庭总收入').period).toBe('year');
  expect(read('实际修缮费用').period).toBeNull();
  expect(read('工资性收入 × 1 年').period).toBeNull();
});

test('what a place asks for', () => {
  expect(read('500', household, { kind: 'number', dimension: { point: 1 } }).expr).toMatchObject({
    type: { dimension: { point: 1 } },
  });
  expect(read('实际修缮费用', household, YEARLY).codes).toEqual(['expected-unit']);
  expect(read('实际修缮费用', household, MONEY).codes).toEqual([]);
  expect(read('建档立卡', household, 'number').codes).toEqual(['number-needed']);
  expect(read('实际修缮费用', household, { kind: 'bool' }).codes).toEqual(['condition-needed']);
  expect(read('建档立卡', household, { kind: 'date' }).codes).toEqual(['expected-type']);
  expect(read('红卡', household, { kind: 'enum', of: '#card' }).expr).toMatchObject({
    op: 'enum',
    value: 'red',
  });
  expect(read('none', household, { kind: 'enum', of: 'member.labour' }).expr).toMatchObject({
    value: 'none',
  });
});

test('the comparing words of a text, with what they include', () => {
  const { tree } = read(
    '人均纯收入 在 5000元 以下 且 (工资性收入 低于 警戒线 或 家庭人口 = 1 人) 且 任一成员(年龄 满 60 周岁)',
  );
  expect(
    wordings(tree!).map(({ word, inclusive, side, subject, line }) => [word, inclusive, side, subject, line]),
  ).toEqual([
    ['以下', true, 'below', '人均纯收入', '5000元'],
    ['低于', false, 'below', '工资性收入', '警戒线'],
    ['满', true, 'above', '年龄', '60 周岁'],
  ]);
});

test('names are found where they stand, across folded lines', () => {
  const text = '建档立卡 且\n因病风险';
  const offsets = Array.from({ length: text.length + 1 }, (_, i) => (i < 7 ? 10 + i : 20 + i));
  const { tree } = parseExpression({ file: 'policy.yaml', text, offsets }, lexicon);
  expect(namesIn(tree!)).toEqual([
    { name: '建档立卡', span: { file: 'policy.yaml', start: 10, end: 14 } },
    { name: '因病风险', span: { file: 'policy.yaml', start: 27, end: 31 } },
  ]);
});
