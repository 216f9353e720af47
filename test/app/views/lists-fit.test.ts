/** Nothing overflows and no figure is clipped, at any size; hostile text stays text. */
import { join } from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, expect, test } from 'vitest';
import type { HouseholdLine, VillageLine } from '../../../src/app/protocol.ts';
import { changing } from '../../../src/app/state/ask.ts';
import { fieldOf } from '../../../src/app/state/field.ts';
import type { Size, State } from '../../../src/app/state/state.ts';
import { bodyOf } from '../../../src/app/state/window.ts';
import { bodyLines } from '../../../src/app/views/body.ts';
import { frameText } from '../../../src/app/views/frame.tsx';
import { painted } from '../../../src/app/views/layout/line.ts';
import { householdGainForms } from '../../../src/app/views/layout/yuan.ts';
import { inert } from '../../../src/report/inert.ts';
import { plan, root } from '../session/drive.ts';
import { type Played, play, seen } from './fixture.ts';

const village = join(root, 'examples/small-village');
const states: State[] = [];
let played: Played;

/** Keys that lead to every screen and dialog of lists. */
const ways: readonly (readonly string[])[] = [
  ['4'],
  ['f'],
  ['enter'],
  ['escape', 'escape', 'S'],
  ['escape', '/', ...'人均 < 5000 元'].map(key => (key === ' ' ? 'space' : key)),
  ['enter'],
  ['escape', 'enter'],
  ['d', 'tab', 'd', 'd'],
  ['?'],
  ['escape', '5'],
  ['S'],
  ['escape', 'enter'],
  ['s'],
  ['enter'],
  ['escape', 'e'],
  ['escape', 'R'],
  ['escape', 'b'],
  ['escape', 'q'],
];

beforeAll(async () => {
  played = await play({ chosen: [plan, village], population: { kind: 'folder', path: village } });
  const change = { parameter: 'warning_line', cell: null, value: '7000' };
  await played.take(state => changing(state, { past: [[]], present: [change], future: [] }));
  for (const way of ways) states.push(await played.press(...way));
});

const size: fc.Arbitrary<Size> = fc.record({
  columns: fc.integer({ min: 40, max: 200 }),
  rows: fc.integer({ min: 15, max: 70 }),
});

/** `plain`: without names in which figures may stand at the end of what is kept. */
function expectFits(state: State, plain = true): void {
  const area = bodyOf(state.size);
  const lines = bodyLines(state, area);
  expect(lines.length).toBeLessThanOrEqual(area.rows);
  for (const line of lines) {
    const words = painted(line, false);
    expect(stringWidth(words), words).toBeLessThanOrEqual(area.columns);
    // A figure that goes on behind the sign that something is left out would be a wrong figure.
    if (plain) expect(words).not.toMatch(/(^|[^\p{L}\d.,-])\d[\d.,]* ?…/u);
  }
}

test('every screen and dialog fits every size', () => {
  fc.assert(
    fc.property(fc.nat(), size, fc.constantFrom('zh', 'en'), (at, area, lang) => {
      expectFits(seen(states[at % states.length]!, lang, area));
    }),
    { numRuns: 400 },
  );
});

test('whole frames are as large as the terminal at most', () => {
  fc.assert(
    fc.property(fc.nat(), size, (at, area) => {
      const lines = frameText(seen(states[at % states.length]!, 'zh', area)).split('\n');
      expect(lines.length).toBeLessThanOrEqual(area.rows);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(area.columns);
    }),
    { numRuns: 20 },
  );
});

const fen = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -1e15, max: 1e15 }),
  fc.integer({ min: -1e6, max: 1e6 }),
);
const span = fc.record({ low: fen, high: fc.option(fen) });
const count = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2_000_000 }));
const HOSTILE = '\x1b[2J\x07\u202e\u2066evil\u200b\r\n\x9b31m';
const name = fc.oneof(
  fc.constantFrom(
    'h1',
    '王家庄第三村民小组'.repeat(20),
    'x'.repeat(3000),
    inert(HOSTILE).repeat(40),
    '👩‍👩‍👧🇨🇳é',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map(inert),
);

test('the largest figures and the longest names fit, or are left out whole', () => {
  const base = states[0]!;
  const page = base.households.page!;
  const line: fc.Arbitrary<HouseholdLine> = fc.record({
    row: fc.nat(),
    id: name,
    township: name,
    village: name,
    people: fc.option(count),
    a: fc.constantFrom(...page.rows.map(row => row.a)),
    b: fc.constantFrom(...page.rows.map(row => row.b)),
    gain: fc.option(span),
    unset: fc.boolean(),
    value: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), count, size, (rows, total, area) => {
      const next = seen(base, 'zh', area);
      const shown = { ...page, rows, offset: 0, total: Math.max(total, rows.length), people: total * 4 };
      const state: State = { ...next, households: { ...next.households, page: shown } };
      expectFits(state, false);
      const body = bodyLines(state, bodyOf(area)).map(each => painted(each, false));
      const wanted = rows.map(row => householdGainForms(row.gain, 'zh'));
      const first = body.slice(2, 2 + Math.min(rows.length, bodyOf(area).rows - 2));
      const isThere = first.some(text => /[+−≥]/.test(text));
      if (isThere)
        first.forEach((text, at) => {
          expect(wanted[at]!.some(form => text.includes(form))).toBe(true);
        });
    }),
    { numRuns: 150 },
  );
});

test('villages with any figures fit', () => {
  const base = states[9]!;
  const page = base.villages.page!;
  const quota = fc.record({
    id: fc.constant('posts'),
    seats: count,
    taken: count,
    contenders: count,
    served: count,
    unserved: count,
    contesting: count,
  });
  const outcomes = fc.array(count, { minLength: 8, maxLength: 8 });
  const line: fc.Arbitrary<VillageLine> = fc.record({
    row: fc.nat(),
    id: name,
    township: name,
    households: count,
    people: fc.option(count),
    outcomes: fc.tuple(outcomes, outcomes),
    changed: count,
    gain: span,
    quotas: fc.tuple(fc.array(quota, { maxLength: 1 }), fc.array(quota, { maxLength: 1 })),
    work: fc.tuple(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    ),
    displaced: count,
  });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 20 }),
      size,
      fc.constantFrom('zh', 'en'),
      (rows, area, lang) => {
        const next = seen(base, lang, area);
        expectFits(
          { ...next, villages: { ...next.villages, page: { ...page, rows, offset: 0, total: rows.length } } },
          false,
        );
        const detail = states[11]!.village!.detail!;
        const open = seen(states[11]!, lang, area);
        expectFits({ ...open, village: { ...open.village!, detail: { ...detail, line: rows[0]! } } }, false);
      },
    ),
    { numRuns: 150 },
  );
});

test('lines that are typed fit, with the caret or what is wrong in sight', () => {
  const base = seen(states[0]!, 'zh', { columns: 80, rows: 24 });
  const words = fc.oneof(name, fc.string({ unit: 'grapheme', maxLength: 200 }));
  fc.assert(
    fc.property(
      words,
      fc.nat(),
      fc.option(fc.tuple(fc.nat(), fc.nat())),
      size,
      (typed, caret, mark, area) => {
        const field = fieldOf(typed);
        const length = field.text.length;
        const [start, end] = (mark ?? [0, 0]).map(each => each % (length + 1)).sort((a, b) => a - b) as [
          number,
          number,
        ];
        const next = seen(base, 'zh', area);
        const problem = mark ? [{ zh: inert(typed), en: inert(typed) }] : [];
        const editing = {
          ...field,
          caret: caret % ([...field.text].length + 1),
          mark: mark && { start, end },
          problem,
          of: 'filter' as const,
          awaited: null,
        };
        const state: State = { ...next, households: { ...next.households, editing } };
        const area_ = bodyOf(area);
        const lines = bodyLines(state, area_).map(each => painted(each, false));
        for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(area.columns);
        if (!mark) expect(lines.join('\n')).toContain('▏');
      },
    ),
    { numRuns: 150 },
  );
});

test('what a session made of hostile names is shown as codes, in frames without live characters', () => {
  const base = states[0]!;
  const page = base.households.page!;
  const rows = page.rows.map(row => ({ ...row, id: inert(HOSTILE), village: inert(HOSTILE) }));
  const next = seen(base, 'zh', { columns: 120, rows: 40 });
  const frame = frameText({ ...next, households: { ...next.households, page: { ...page, rows } } });
  expect(frame).toContain('⟨U+001B⟩');
  expect(frame).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
  );
});

test('a page of an older run is greyed and said so', () => {
  const base = states[0]!;
  const page = { ...base.households.page!, run: -1 };
  const frame = frameText({ ...base, colour: true, households: { ...base.households, page } });
  expect(frame).toContain('上次的结果，正在更新');
  expect(frame).toMatch(/\x1b\[2mh02/);
});
