import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedRows } from '../../src/analysis/sorted-rows.ts';

const keys = fc.array(fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constant(-0)), {
  maxLength: 200,
});

test.each([false, true])(
  'rows stand in the order of their keys, equal ones as before (descending: %s)',
  descending => {
    fc.assert(
      fc.property(keys, values => {
        const rows = Int32Array.from(values.keys()).reverse();
        const place = new Map([...rows].map((row, at) => [row, at]));
        const wanted = [...rows].sort((a, b) => {
          const [x, y] = [values[a]!, values[b]!];
          if (Number.isNaN(x) || Number.isNaN(y))
            return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || place.get(a)! - place.get(b)!;
          const way = descending ? -1 : 1;
          return x < y ? -way : x > y ? way : place.get(a)! - place.get(b)!;
        });
        expect([...sortedRows(rows, Float64Array.from(values), descending)]).toEqual(wanted);
      }),
    );
  },
);
