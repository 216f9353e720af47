import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Expr } from '../../src/language/expr.ts';
import { operandsOf } from '../../src/language/operands.ts';
import { anyExpression } from './arbitrary.ts';
import { bare, print, read } from './fixture.ts';

/** Errors only; that a quotient is better multiplied out is a note. */
const errors = (text: string) => read(text).diagnostics.filter(one => one.severity !== 'note');

test.each(['zh', 'en'] as const)('what is printed in %s reads as the same expression', lang => {
  fc.assert(
    fc.property(anyExpression, expr => {
      const text = print(expr, lang);
      expect(errors(text), text).toEqual([]);
      expect(bare(read(text).expr), text).toEqual(bare(expr));
    }),
    { numRuns: 250 },
  );
});

test('both languages print the same thing', () => {
  fc.assert(
    fc.property(anyExpression, expr => {
      expect(bare(read(print(expr, 'zh')).expr)).toEqual(bare(read(print(expr, 'en')).expr));
    }),
    { numRuns: 100 },
  );
});

test('blanks between words of Chinese text may go', () => {
  fc.assert(
    fc.property(anyExpression, expr => {
      const text = print(expr, 'zh').replace(/(?<=[^\u0020-\u007e]) (?=[^\u0020-\u007e])/g, '');
      expect(bare(read(text).expr), text).toEqual(bare(expr));
    }),
    { numRuns: 140 },
  );
});

test('the random expressions hold every operator of conditions and numbers', () => {
  const seen = new Set<string>();
  const see = (expr: Expr): void => {
    seen.add(expr.op);
    for (const operand of operandsOf(expr)) see(operand);
  };
  for (const expr of fc.sample(anyExpression, { numRuns: 1500, seed: 7 })) see(expr);
  const left = [
    'date',
    'text',
    'elapsed',
    'yearOf',
    'addTime',
    'lt',
    'in',
    'atLeast',
    'known',
    'else',
    'cap',
    'round',
  ];
  expect(left.filter(op => !seen.has(op))).toEqual([]);
  expect(seen.size).toBeGreaterThan(38);
});
