import { expect, test } from 'vitest';
import { ExpressionParser } from '../../src/language/parser.ts';

test('the grammar has no mistakes that Chevrotain finds', () => {
  expect(() => new ExpressionParser(true)).not.toThrow();
});
