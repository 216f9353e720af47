import { expect, test } from 'vitest';
import { lex } from '../../src/language/lexer.ts';
import { normalise } from '../../src/language/normal.ts';
import { parseExpression } from '../../src/language/parse.ts';
import { lexicon, read } from './fixture.ts';

const codes = (text: string) => read(text).codes;

test('brackets, as many as a person writes, and no more than the stack bears', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}建档立卡${')'.repeat(depth)}`;
  expect(codes(nested(50))).toEqual([]);
  expect(codes(nested(51))).toEqual(['too-many-brackets']);
  expect(codes(nested(1500))).toEqual(['too-many-brackets']);
  expect(codes('('.repeat(10_000))).toEqual(['too-many-brackets']);
  expect(codes(`最大(${'最大('.repeat(49)}1 元, 2 元${', 1 元)'.repeat(50)}`)).toEqual([]);
  expect(codes('['.repeat(60))).toEqual(['too-many-brackets']);
});

test('length', () => {
  for (const text of ['x'.repeat(10_000_000), '建档立卡且'.repeat(2_000_000)]) {
    const { tree, diagnostics } = parseExpression({ file: 'policy.yaml', text, offsets: [] }, lexicon);
    expect(tree).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['expression-too-long']);
  }
  expect(codes('+'.repeat(19_000))).toEqual(['expression-too-wordy']);
  expect(codes('')).toEqual(['expression-empty']);
  expect(codes(' 　\n')).toEqual(['expression-empty']);
});

test('what needs no brackets may go on for long, but not without end', () => {
  const chain = (text: string, count: number, last: string) => `${text.repeat(count)}${last}`;
  expect(codes(chain('建档立卡 且 ', 1000, '建档立卡'))).toEqual([]);
  expect(codes(chain('非 ', 250, '建档立卡'))).toEqual([]);
  expect(codes(chain('非 ', 1500, '建档立卡'))).toEqual(['expression-too-deep']);
  expect(codes(chain('-', 1500, '5'))).toEqual(['expression-too-deep']);
  expect(codes(chain('1 + ', 250, '1'))).toEqual([]);
  expect(codes(chain('1 + ', 1500, '1'))).toEqual(['expression-too-deep']);
  expect(codes(chain('若 建档立卡 则 1 否则 ', 250, '2'))).toEqual([]);
  expect(codes(chain('若 建档立卡 则 1 否则 ', 600, '2'))).toEqual(['expression-too-deep']);
  expect(codes(chain('村 的 ', 1500, '村类型'))).toEqual(['expression-too-deep']);
  expect(codes(`1${' 封顶 1'.repeat(1500)}`)).toEqual(['expression-too-deep']);
});

test('text that nobody could mean comes to an end', () => {
  for (const text of [
    '且'.repeat(3900),
    '人均'.repeat(5000),
    '无'.repeat(3000),
    '甲'.repeat(19_000),
    'a-'.repeat(9000),
    '村 的 '.repeat(1300),
    '"'.repeat(3000),
  ]) {
    expect(read(text).expr).toBeNull();
  }
});

/** A map that counts how often it is asked. */
class Asked<K, V> extends Map<K, V> {
  count = 0;
  override get(key: K): V | undefined {
    this.count++;
    return super.get(key);
  }
}

test('the lexicon is asked once a token, not at every character', () => {
  const text = normalise(
    'income_per_head at most 5000 yuan and (poverty_status = exited or wage_income above 1200.50 yuan) '.repeat(
      150,
    ),
  );
  const odd = new Asked(lexicon.odd);
  const { tokens, strange } = lex(text, { ...lexicon, odd });
  expect(strange).toEqual([]);
  expect(odd.count).toBeGreaterThan(0);
  expect(odd.count).toBeLessThanOrEqual(tokens.length);
  expect(tokens.length).toBeLessThan(text.length / 3);
});
