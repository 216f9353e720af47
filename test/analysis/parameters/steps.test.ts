import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measure, roundStep, stretchOf } from '../../../src/analysis/parameters/steps.ts';

const free = { least: null, most: null };
const at = (measure: Measure, value: number | null) => ({ measure, low: value, high: value, ...free });

describe('sensible steps', () => {
  test.each([
    ['5000 元/人年', at('amount', 5000), 100],
    ['20000 元', at('amount', 20_000), 500],
    ['2952 元', at('amount', 2952), 50],
    ['0.5 元', at('amount', 0.5), 0.01],
    ['1.5 倍', at('times', 1.5), 0.05],
    ['15 %', at('percent', 15), 1],
    ['2 人', at('count', 2), 1],
    ['60 岁', at('time', 60), 1],
    ['待定 元', at('amount', null), 200],
    ['1.2 至 1.5 倍', { measure: 'times', low: 1.2, high: 1.5, least: 1.2, most: 1.5 }, 0.02],
    ['1000 至 5000 元', { measure: 'amount', low: 1000, high: 5000, least: 1000, most: 5000 }, 100],
  ] as const)('%s', (_, given, step) => expect(stretchOf(given).step).toBe(step));
});

test('the stretch of a curve holds the value and keeps within the bounds', () => {
  expect(stretchOf(at('amount', 5000))).toMatchObject({ from: 0, to: 10_000 });
  expect(stretchOf(at('percent', 15))).toMatchObject({ from: 0, to: 100 });
  expect(stretchOf({ ...at('amount', 5000), least: 4000, most: 9000 })).toMatchObject({
    from: 4000,
    to: 9000,
  });
  expect(stretchOf({ ...at('amount', 5000), least: 4000 })).toMatchObject({ from: 4000, to: 10_000 });
  fc.assert(
    fc.property(
      fc.constantFrom<Measure>('times', 'percent', 'count', 'time', 'amount'),
      fc.integer({ min: -1e11, max: 1e11 }),
      (measure, hundredths) => {
        const value = hundredths / 100;
        const { step, from, to, decimals } = stretchOf(at(measure, value));
        expect(step).toBeGreaterThan(0);
        expect(from).toBeLessThan(to);
        expect(from - step).toBeLessThanOrEqual(value);
        expect(to + step).toBeGreaterThanOrEqual(value);
        expect(decimals).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('steps are 1, 2 or 5 of some power of ten', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), value => {
      const step = roundStep(value);
      expect(['1', '2', '5']).toContain(step.toExponential()[0]);
      expect(step / value).toBeGreaterThan(0.6);
      expect(step / value).toBeLessThan(1.7);
    }),
  );
});
