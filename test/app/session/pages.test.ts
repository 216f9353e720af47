import { beforeAll, describe, expect, test } from 'vitest';
import type { Figures, Filter, HouseholdLine, RowSort } from '../../../src/app/protocol.ts';
import { type Driven, figures, loaded } from './drive.ts';

let driven: Driven;
let shown: Figures;
beforeAll(async () => {
  driven = await loaded();
  shown = await figures(driven, { changes: [{ parameter: 'warning_line', cell: null, value: '8000' }] });
});

const byId: RowSort = { by: 'id', descending: false };

async function page(filter: Filter = {}, sort: RowSort = byId, offset = 0, limit = 1000) {
  return driven.ask('page', { filter, sort, offset, limit, lang: 'en' });
}
const ids = (rows: readonly HouseholdLine[]) => rows.map(({ id }) => id);

describe('filters', () => {
  test('every cell of the matrix opens onto its households', async () => {
    for (const { from, to, households, people } of shown.matrix) {
      const found = await page({ a: from, b: to });
      expect([found.total, found.people]).toEqual([households, people]);
      for (const row of found.rows) expect([row.a, row.b]).toEqual([from, to]);
    }
  });

  test('changed, gaining, losing, barred, undetermined', async () => {
    expect((await page({ changed: true })).total).toBe(shown.changed.households);
    expect((await page({ shift: 'gain' })).total).toBe(shown.gains.households);
    expect((await page({ shift: 'loss' })).total).toBe(shown.losses.households);
    const barred = shown.sides.map(side => side.barred.reduce((sum, { households }) => sum + households, 0));
    expect((await page({ barred: true })).total).toBeGreaterThanOrEqual(Math.max(...barred) / 2);
    const open = await page({ undetermined: true });
    for (const { a, b } of open.rows) expect([a, b]).toContain('undetermined');
  });

  test('areas; all filters together', async () => {
    const all = await page();
    expect(all.total).toBe(400);
    const { township, village } = all.rows[0]!;
    expect((await page({ township })).total).toBe(all.rows.filter(row => row.township === township).length);
    expect((await page({ village, changed: true })).total).toBe(shown.changed.households);
    expect((await page({ village: 'elsewhere' })).total).toBe(0);
    expect((await page({ a: 'card:nothing' })).total).toBe(0);
  });

  test('an expression of the policy language, in both languages, about facts and the card', async () => {
    const en = await page({ expression: 'registered and net income per head < 5000 yuan/person/year' });
    const zh = await page({ expression: '建档立卡 且 人均纯收入 低于 5000 元/人年' });
    expect(ids(en.rows)).toEqual(ids(zh.rows));
    expect(en.total).toBeGreaterThan(0);
    expect(zh.expression).toContain('net income per head');
    const yellow = await page({ expression: 'card = yellow card' });
    expect(ids(yellow.rows)).toEqual(ids((await page({ b: 'card:yellow' })).rows));
    expect((await page({ expression: '   ' })).total).toBe(400);
  });

  test('an expression follows the changes of parameters', async () => {
    const below = await page({ expression: 'net income per head < warning line' });
    const fixed = await page({ expression: 'net income per head < 8000 yuan/person/year' });
    expect(ids(below.rows)).toEqual(ids(fixed.rows));
  });

  test.each<[string, RegExp, { start: number; end: number } | null, string | null]>([
    [
      '建档立卡 且 人均纯收人 低于 5000 元/人年',
      /There is nothing named "人均纯收人"/,
      { start: 7, end: 12 },
      '人均纯收入',
    ],
    ['net income per head', /condition/, { start: 0, end: 19 }, null],
    ['"', /./, null, null],
    ['net income per head < 5 户', /./, null, null],
    ['zz_typed_here', /./, null, null],
    [`${'('.repeat(1500)}`, /./, null, null],
    ['人均纯收入 低于 待定 元/人年', /./, null, null],
    ['卡 = 紫卡', /./, null, null],
    ['\u001b[31m', /U\+001B|./, null, null],
  ])('wrong: %s', async (expression, en, at, suggestion) => {
    const failed = await driven.fail('page', {
      filter: { expression },
      sort: byId,
      offset: 0,
      limit: 5,
      lang: 'zh',
    });
    expect(failed.texts.map(text => text.en).join(' ')).toMatch(en);
    expect(failed.texts.every(({ zh }) => zh !== '')).toBe(true);
    if (at) expect(failed.at).toEqual(at);
    if (suggestion) expect(failed.suggestion).toBe(suggestion);
    expect(failed.texts.map(({ zh, en }) => zh + en).join('')).not.toMatch(/[\u001b]/);
  });
});

describe('orders', () => {
  const sorted = (
    rows: readonly HouseholdLine[],
    key: (row: HouseholdLine) => number | string | null,
    down: boolean,
  ) =>
    [...rows].sort((x, y) => {
      const [a, b] = [key(x), key(y)];
      if (a === null || b === null) return Number(a === null) - Number(b === null) || (x.id < y.id ? -1 : 1);
      if (a !== b) return a < b === down ? 1 : -1;
      return x.id < y.id ? -1 : 1;
    });

  test.each<[RowSort['by'], (row: HouseholdLine) => number | string | null]>([
    ['people', row => row.people],
    ['gain', row => row.gain?.low ?? null],
    ['village', row => row.village],
  ])('by %s, equal ones by id', async (by, key) => {
    const all = await page();
    for (const descending of [false, true]) {
      const found = await page({}, { by, descending });
      const wanted =
        by === 'gain' && descending
          ? sorted(all.rows, row => row.gain?.high ?? null, true)
          : sorted(all.rows, key, descending);
      expect(ids(found.rows)).toEqual(ids(wanted));
    }
  });

  test('by an expression, whose exact value is shown; unknown ones last', async () => {
    for (const descending of [false, true]) {
      const found = await page({}, { by: 'expression', descending, expression: '人均纯收入' });
      const values = found.rows.map(({ value }) =>
        Number(/^(?:about )?([-\d.,]+) yuan/.exec(value!)?.[1]?.replaceAll(',', '') ?? Number.NaN),
      );
      const known = values.filter(value => !Number.isNaN(value));
      expect(known.length).toBeGreaterThan(300);
      expect(values.slice(known.length).every(Number.isNaN)).toBe(true);
      expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
    }
  });

  test('by a word or a condition too', async () => {
    const words = await page({}, { by: 'expression', descending: false, expression: 'dwelling grade' }).catch(
      () => null,
    );
    const truth = await page({}, { by: 'expression', descending: true, expression: 'registered' });
    const flags = truth.rows.map(({ value }) => value);
    expect(flags).toEqual(flags.toSorted((a, b) => Number(b === 'yes') - Number(a === 'yes')));
    if (words) expect(words.total).toBe(400);
  });

  test('by id downwards is by id turned round', async () => {
    const up = await page();
    const down = await page({}, { by: 'id', descending: true });
    expect(ids(down.rows)).toEqual(ids(up.rows).reverse());
  });
});

test('pages follow one another without gap or overlap, and end where the list does', async () => {
  const all = await page();
  const parts = await Promise.all([0, 150, 300].map(async offset => page({}, byId, offset, 150)));
  expect(parts.flatMap(part => ids(part.rows))).toEqual(ids(all.rows));
  expect((await page({}, byId, 100_000, 10)).rows).toEqual([]);
  expect((await page({}, byId, -5, 2)).offset).toBe(0);
  expect((await page({}, byId, 0, 0)).rows).toEqual([]);
});

test('a household that gains is opened with the same gain and outcomes', async () => {
  const { rows } = await page({ changed: true }, { by: 'gain', descending: true }, 0, 5);
  for (const { row, id, a, b } of rows) {
    const { detail } = await driven.ask('open', { row, edits: [], lang: 'zh' });
    expect([detail.id, ...detail.sides.map(({ outcome }) => outcome)]).toEqual([id, a, b]);
  }
});

test('where B settles what A leaves a range, gains run from the least to the most, and add up on every screen', async () => {
  const driven = await loaded();
  const { matrix, gains, losses } = await figures(driven, {
    b: 0,
    changes: [{ parameter: 'temporary-relief', cell: null, value: '5000' }],
  });
  const { rows } = await driven.ask('page', { filter: {}, sort: byId, offset: 0, limit: 1000, lang: 'zh' });
  const villages = async (descending: boolean) =>
    (await driven.ask('villages', { sort: { by: 'gain', descending }, offset: 0, limit: 1000, lang: 'zh' }))
      .rows;
  const lines = await villages(false);
  const spans = [rows, matrix, lines].map(list => list.flatMap(({ gain }) => gain ?? []));
  expect(spans[0]!.some(({ low, high }) => low !== high)).toBe(true);
  for (const { low, high } of spans.flat()) expect(low).toBeLessThanOrEqual(high!);
  const wanted = { low: gains.money.low - losses.money.high!, high: gains.money.high! - losses.money.low };
  for (const list of spans)
    expect({
      low: list.reduce((sum, { low }) => sum + low, 0),
      high: list.reduce((sum, { high }) => sum + high!, 0),
    }).toEqual(wanted);
  const ends = lines.map(({ gain }) => gain.low);
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  const turned = (await villages(true)).map(({ gain }) => gain.high!);
  expect(turned).toEqual(turned.toSorted((a, b) => b - a));
});
