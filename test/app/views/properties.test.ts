import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, it } from 'vitest';
import type { State } from '../../../src/app/state/state.ts';
import { frameText } from '../../../src/app/views/frame.tsx';
import { frameLines } from '../../../src/app/views/lines.ts';
import { allowedFigures, figuresIn } from './allowed-figures.ts';
import { play, seen } from './fixture.ts';
import { randomness, resized, scrambled, size } from './random-state.ts';

let states: Record<'overview' | 'heat' | 'flows' | 'parameters', State>;

beforeAll(async () => {
  const { press } = await play();
  const overview = await press('1');
  const heat = await press('2');
  const flows = await press('v');
  states = { overview, heat, flows, parameters: await press('3', 'right') };
});

const SCREENS = ['overview', 'heat', 'flows', 'parameters'] as const;

const linesOf = (state: State): string[] => {
  const { above, body: middle, below } = frameLines(state);
  return [...above, ...middle, ...below];
};

/** Title, tabs and keys aside: there figures stand in names of keys. */
const body = (lines: readonly string[], rows: number): string =>
  lines
    .slice(2, rows - 2)
    // How many lines there are above and below.
    .map(line => line.replace(/[↑↓] (?:上面还有 |下面还有 )?\d+ (?:行|more (?:above|below))/g, ''))
    .join('\n');

describe('frames at any size, of any figures and names', () => {
  it.each(SCREENS)('%s: nothing overflows, figures are whole or absent', screen => {
    fc.assert(
      fc.property(
        randomness,
        size,
        fc.constantFrom('zh', 'en'),
        fc.boolean(),
        fc.nat({ max: 400 }),
        (random, area, lang, colour, at) => {
          const base = scrambled(states[screen], random);
          const cursor = { at, top: at };
          const moved: State = {
            ...base,
            overview: { top: at % 60 },
            transitions: { ...base.transitions, row: at % 7, column: at % 8, cursor },
            parameters: { ...base.parameters, cursor: { at: 0, top: 0 } },
          };
          const state = resized(seen(moved, lang as 'zh' | 'en', area), area);
          const lines = linesOf(state);
          expect(lines.length).toBeLessThanOrEqual(area.rows);
          for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(area.columns);
          const allowed = allowedFigures(state);
          const cut = figuresIn(body(lines, area.rows)).filter(token => !allowed.has(token));
          expect(cut, lines.join('\n')).toEqual([]);
          if (colour) {
            const dyed = linesOf({ ...state, colour: true });
            expect(dyed.length).toBe(lines.length);
            for (const line of dyed) expect(stringWidth(line), line).toBeLessThanOrEqual(area.columns);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws those lines and no others', () => {
    fc.assert(
      fc.property(randomness, size, fc.constantFrom(...SCREENS), (random, area, screen) => {
        const state = resized(scrambled(states[screen], random), area);
        const bare = (lines: readonly string[]) =>
          lines
            .map(line => line.trimEnd())
            .join('\n')
            .trimEnd();
        expect(bare(frameText(state).split('\n'))).toBe(bare(linesOf(state)));
      }),
      { numRuns: 25 },
    );
  });

  it('shows those without a card and those not determined wherever the list is scrolled', () => {
    fc.assert(
      fc.property(
        randomness,
        size,
        fc.nat({ max: 80 }),
        fc.constantFrom('zh', 'en'),
        (random, area, top, lang) => {
          const base = scrambled(states.overview, random);
          const state = resized(seen({ ...base, overview: { top } }, lang as 'zh' | 'en', area), area);
          const lines = linesOf(state);
          const marks = lines.map(line => line[0]);
          expect(marks).toContain('–');
          expect(marks).toContain('?');
          for (const key of ['none', 'undetermined']) {
            const line = lines.find(each => each.startsWith(key === 'none' ? '–' : '?'))!;
            expect(figuresIn(line).length, line).toBeGreaterThanOrEqual(2);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
