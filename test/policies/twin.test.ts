import { expect, test } from 'vitest';
import { shipped } from './shipped.ts';

/** What tells the reader something and means nothing to the program. */
const words = new Set([
  'span',
  'at',
  'label',
  'note',
  'notes',
  'cite',
  'sources',
  'file',
  'unit',
  'title',
  'version',
]);

/** Without spans and labels; maps keep their order, which is part of the meaning. */
function meaning(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meaning);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !words.has(key))
      .map(([key, inner]) => [key, meaning(inner)]),
  );
}

test('the English four-card plan is the Chinese one, word for word', () => {
  const chinese = shipped('county-four-cards');
  const english = shipped('county-four-cards/policy.en.yaml');
  expect(meaning(english)).toEqual(meaning(chinese));
  expect(JSON.stringify(meaning(english))).toBe(JSON.stringify(meaning(chinese)));
});

test('each cites the same sections', () => {
  const sections = (scheme: string) =>
    shipped(scheme).benefits.map(({ id, cite }) => [
      id,
      cite
        .replace(/^\S+ /, '')
        .replace(/[一二三四五六七八]/g, n => String('一二三四五六七八'.indexOf(n) + 1)),
    ]);
  expect(sections('county-four-cards/policy.en.yaml')).toEqual(sections('county-four-cards'));
});
