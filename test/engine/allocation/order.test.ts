import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInOrder } from '../../../src/engine/allocation/columnar/ids.ts';
import { keyOf } from '../../../src/engine/allocation/columnar/key.ts';
import { ordered } from '../../../src/engine/allocation/columnar/order.ts';

/** Exact values as numerator and denominator; null: inapplicable. */
type Value = readonly [number, number] | null;

interface Spec {
  readonly values: readonly Value[];
  readonly descending: boolean;
}

const SIZES = [3, 100, 2 ** 31, 2 ** 33, 2 ** 40, Number.MAX_SAFE_INTEGER];
const whole = fc.constantFrom(...SIZES).chain(size => fc.integer({ min: -size, max: size }));
/** Quotients that are nearly the same, or of figures too large for doubles to tell them apart. */
const den = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2 ** 40, max: 2 ** 40 + 5 }));
const value = (wholeOnly: boolean): fc.Arbitrary<Value> =>
  fc.option(fc.tuple(whole, wholeOnly ? fc.constant(1) : den), { freq: 8 });

const specs = fc.integer({ min: 0, max: 40 }).chain(rows =>
  fc.record({
    rows: fc.constant(rows),
    keys: fc.array(
      fc.boolean().chain(wholeOnly =>
        fc.record({
          values: fc.array(value(wholeOnly), { minLength: rows, maxLength: rows }),
          descending: fc.boolean(),
        }),
      ),
      { maxLength: 4 },
    ),
  }),
);

function column({ values }: Spec) {
  const dens = Float64Array.from(values, each => each?.[1] ?? 1);
  return {
    values: Float64Array.from(values, each => (each?.[0] ?? 0) + 0),
    dens: dens.every(each => each === 1) ? null : dens,
    unit: null,
    exact: null,
    na: values.includes(null) ? Uint8Array.from(values, each => (each === null ? 1 : 0)) : null,
  };
}

function compare({ values, descending }: Spec, a: number, b: number): number {
  const [x, y] = [values[a]!, values[b]!];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  const [left, right] = [BigInt(x[0]) * BigInt(y[1]), BigInt(y[0]) * BigInt(x[1])];
  const plain = left < right ? -1 : left > right ? 1 : 0;
  return descending ? -plain : plain;
}

describe('the order in columns', () => {
  it('is that of exact comparison, whatever the keys', () => {
    fc.assert(
      fc.property(specs, ({ rows: count, keys }) => {
        const rows = Int32Array.from({ length: count }, (_, row) => row);
        const expected = [...rows].sort((a, b) => {
          for (const key of keys) {
            const found = compare(key, a, b);
            if (found !== 0) return found;
          }
          return a - b;
        });
        const made = keys.map(key => keyOf(column(key), key.descending, rows));
        expect([...ordered(rows, made)]).toEqual(expected);
      }),
      { seed: 20200318, numRuns: 2000 },
    );
  });

  it('of ids is that of their code units, then of the rows', () => {
    const id = fc.oneof(
      fc.string({ maxLength: 5 }),
      fc.stringMatching(/^h\d{1,4}$/),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constant(`${'長'.repeat(70)}1`),
    );
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), ids => {
        const table = { entity: 'household', rows: ids.length, ids, columns: {}, owner: null, parts: {} };
        const expected = [...ids.keys()].sort((a, b) =>
          ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b,
        );
        expect([...(rowsInOrder({ tables: { it: table } }, ['it']) ?? ids.keys())]).toEqual(expected);
      }),
      { seed: 20200318, numRuns: 2000 },
    );
  });

  it('of members is that of their households, each with its own, whose ids need differ only there', () => {
    const table = (ids: readonly string[], owner: readonly number[] | null) => ({
      entity: '',
      rows: ids.length,
      ids,
      columns: {},
      owner: owner === null ? null : Int32Array.from(owner),
      parts: {},
    });
    const order = (households: readonly string[], members: readonly string[], owner: readonly number[]) => {
      const tables = { household: table(households, null), member: table(members, owner) };
      return rowsInOrder({ tables }, ['member', 'household']);
    };
    expect(order(['h1', 'h2'], ['1', '2', '1', '2'], [0, 0, 1, 1])).toBe(null);
    expect([...order(['h2', 'h1'], ['2', '1', '1', '2'], [0, 0, 1, 1])!]).toEqual([2, 3, 1, 0]);
    expect([...order(['', ''], ['b', 'a', 'a'], [0, 0, 1])!]).toEqual([1, 0, 2]);
  });
});
