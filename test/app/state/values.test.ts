/** Values of parameters: stepped exactly, typed in either language, kept within what the policy allows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, compare, isDecimal, plus, shifted } from '../../../src/app/state/decimal.ts';
import { edited, type FieldAction, fieldOf, typed } from '../../../src/app/state/field.ts';
import { stepped } from '../../../src/app/state/step-value.ts';
import { readTyped, typeable } from '../../../src/app/state/value-text.ts';
import { parameter, parametersOfPlan } from './world.ts';

const [line, ratio, blank, share, , strict, road, since] = parametersOfPlan as Required<
  typeof parametersOfPlan
>;
const decimals = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => shifted(String(digits), -places));

describe('decimals', () => {
  test('are exact where floating point is not', () => {
    expect(plus('0.1', '0.2', 1)).toBe('0.3');
    expect(plus('1.2', '0.05', 7)).toBe('1.55');
    expect(plus('0.05', '0.05', -1)).toBe('0');
    expect([canonical('-0.50'), canonical('007'), canonical('-0')]).toEqual(['-0.5', '7', '0']);
    expect([shifted('0.6', 4), shifted('12', 8)]).toEqual(['6000', '1200000000']);
  });

  test('there and back again is where one was', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: -50, max: 50 }), (value, step, times) => {
        expect(plus(plus(value, step, times), step, -times)).toBe(canonical(value));
        expect(compare(plus(value, step, 1), value)).toBe(Math.sign(compare(step, '0')));
      }),
    );
  });
});

describe('steps', () => {
  test('stop at what the policy allows, and never go past it', () => {
    expect(stepped('50', line!, -1, 0)).toBe('0');
    expect(stepped('0', line!, -1, 0)).toBe('0');
    expect(stepped('19950', line!, 10, 0)).toBe('20000');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: -20, max: 20 }), (value, steps) => {
        const next = stepped(String(value), share!, steps, 0) as string;
        expect(Number(next)).toBe(Math.max(0, Math.min(100, value + steps)));
      }),
    );
  });

  test('never go below nothing by themselves, though less may be typed', () => {
    const free = parameter('free', { step: '5' });
    expect(stepped('3', free, -1, 0)).toBe('0');
    expect(stepped('-7', free, -1, 0)).toBe('-12');
  });

  test('of a range move one end, which the other one stops', () => {
    expect(stepped(['1.2', '1.5'], ratio!, 1, 0)).toEqual(['1.25', '1.5']);
    expect(stepped(['1.2', '1.5'], ratio!, -10, 0)).toEqual(['1', '1.5']);
    expect(stepped(['1.2', '1.5'], ratio!, -1, 1)).toEqual(['1.2', '1.45']);
    expect(stepped(['1.45', '1.5'], ratio!, 1, 0)).toEqual(['1.45', '1.5']);
  });

  test('begin with something where a value is open', () => {
    expect(stepped(null, blank!, 1, 0)).toBe('3');
    expect(stepped(null, line!, 1, 0)).toBe('5000');
  });

  test('go round choices and by days', () => {
    expect(stepped('true', strict!, 10, 0)).toBe('false');
    expect(stepped('paved', road!, -1, 0)).toBe('none');
    expect(stepped('2020-02-28', since!, 1, 0)).toBe('2020-02-29');
    expect(stepped('0001-01-01', since!, -1, 0)).toBe('0001-01-01');
  });
});

describe('typed values', () => {
  test.each([
    ['6000', '6000'],
    ['６０００', '6000'],
    ['6,000.50 元/人年', '6000.5'],
    ['6000 元', '6000'],
    ['0.6 万元/人年', '6000'],
    ['0.6万', '6000'],
    ['6000 yuan', '6000'],
    ['.5', '0.5'],
    ['4000 至 5000', ['4000', '5000']],
    ['4000 to 5000', ['4000', '5000']],
    ['4000-5000', undefined],
    ['4000～5000 元', ['4000', '5000']],
    ['4000 至 4000', '4000'],
    ['待定', null],
    ['Open', null],
    ['', undefined],
    ['很多', undefined],
    ['1e5', undefined],
    ['5000 至 4000', undefined],
    ['20001', undefined],
    ['-1', undefined],
    ['1 至 2 至 3', undefined],
    ['12345678901234567890', undefined],
  ])('%s', (text, value) => {
    const reading = readTyped(text, line!);
    if (value === undefined) expect(reading).toHaveProperty('problem');
    else expect(reading).toEqual({ value });
  });

  test('of choices and dates', () => {
    expect(readTyped('是', strict!)).toEqual({ value: 'true' });
    expect(readTyped('No', strict!)).toEqual({ value: 'false' });
    expect(readTyped('mud', road!)).toHaveProperty('problem');
    expect(readTyped('2021-02-29', since!)).toHaveProperty('problem');
    expect(readTyped('2020-02-29', since!)).toEqual({ value: '2020-02-29' });
  });

  test('mistakes are told in both languages, with the bounds', () => {
    const reading = readTyped('20001', line!);
    expect(reading).toEqual({
      problem: { zh: '20001 超出范围（0 至 20000）。', en: '20001 is out of range (0 to 20000).' },
    });
  });

  test('what is shown to be edited reads back as what it is', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.constantFrom('zh' as const, 'en' as const), (one, other, lang) => {
        const free = parameter('free', { unit: { zh: '元', en: 'yuan' } });
        const ends = [one, other].sort(compare) as [string, string];
        const value = ends[0] === ends[1] ? ends[0] : ends;
        expect(readTyped(typeable(value, free, lang), free)).toEqual({ value });
      }),
    );
  });

  test('any text is read, or said to be none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...parametersOfPlan), (text, info) => {
        const reading = readTyped(text, info);
        if (info.kind !== 'number' || 'problem' in reading || reading.value === null) return;
        expect([reading.value].flat().every(isDecimal)).toBe(true);
      }),
    );
  });
});

describe('lines that are typed', () => {
  const actions: readonly FieldAction[] = [
    'caret-left',
    'caret-right',
    'caret-first',
    'caret-last',
    'rub-out',
    'delete',
    'clear-before',
    'clear-after',
    'clear-word',
  ];

  test('hold no character that a terminal would obey, and the caret stays in them', () => {
    const acts = fc.oneof(
      fc.constantFrom(...actions),
      fc.string({ unit: 'binary' }).map(text => ({ text })),
    );
    fc.assert(
      fc.property(fc.array(acts), each => {
        let field = fieldOf('你好 world');
        for (const act of each) field = typeof act === 'string' ? edited(field, act) : typed(field, act.text);
        expect(field.caret >= 0 && field.caret <= [...field.text].length).toBe(true);
        expect(field.text).not.toMatch(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  test('are edited by characters, not by halves of them', () => {
    expect(edited(fieldOf('a😀'), 'rub-out')).toMatchObject({ text: 'a', caret: 1 });
    expect(edited(fieldOf('人均 收入'), 'clear-word')).toMatchObject({ text: '人均 ', caret: 3 });
    expect(typed(edited(fieldOf('村'), 'caret-first'), '贫困')).toMatchObject({ text: '贫困村', caret: 2 });
  });
});
