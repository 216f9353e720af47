/** Frames of households, villages and what lies over them; with data of a session on the small village. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changing } from '../../../src/app/state/ask.ts';
import type { Size, State } from '../../../src/app/state/state.ts';
import { frameText } from '../../../src/app/views/frame.tsx';
import type { Lang } from '../../../src/language/label.ts';
import { plan, root } from '../session/drive.ts';
import { type Played, play, seen } from './fixture.ts';

const village = join(root, 'examples/small-village');
const sizes: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 40, rows: 15 },
];

const typed = (words: string): string[] => [...words].map(one => (one === ' ' ? 'space' : one));

/** One after the other, from the overview, with a line in B that brings another card to two households. */
const steps: Readonly<Record<string, (played: Played, lang: Lang) => Promise<unknown>>> = {
  households: ({ press }) => press('4'),
  'households-filtered': ({ press }) =>
    press(
      'f',
      'down',
      'down',
      'down',
      'space',
      'escape',
      'S',
      ...Array.from({ length: 4 }, () => 'down'),
      'enter',
    ),
  'filter-menu': ({ press }) => press('f'),
  expression: ({ press }, lang) => {
    const wrong = lang === 'zh' ? '人均收入 < 5000 元/人年' : 'net income per person < 5000 yuan/person/year';
    return press('escape', '/', ...typed(wrong), 'enter');
  },
  facts: ({ press }) => press('escape', 'x', 'down', 'enter'),
  'fact-typed': ({ press }) => press(...Array.from({ length: 13 }, () => 'j'), 'enter'),
  'fact-tried': ({ press }) => press('ctrl-u', ...typed('90000'), 'enter'),
  reasons: ({ press }) => press('tab', 'd'),
  help: ({ press }) => press('?'),
  villages: ({ press }) => press('escape', '5'),
  village: ({ press }) => press('enter'),
  save: ({ press }) => press('s'),
  'save-path': ({ press }) => press('enter', 'ctrl-u', ...typed('drafts/line-7000')),
  export: ({ press }) => press('escape', 'e'),
  reset: ({ press }) => press('escape', 'R'),
  side: ({ press }) => press('escape', 'b'),
  quit: ({ press }) => press('escape', 'q'),
};

describe.each(['zh', 'en'] as const)('frames in %s', lang => {
  let played: Played;
  const states = new Map<string, State>();
  beforeAll(async () => {
    played = await play({
      lang,
      chosen: [plan, village],
      population: { kind: 'folder', path: village },
    });
    const change = { parameter: 'warning_line', cell: null, value: '7000' };
    await played.take(state => changing(state, { past: [[]], present: [change], future: [] }));
    for (const [name, step] of Object.entries(steps)) {
      await step(played, lang);
      states.set(name, played.state());
    }
  });

  test.each(Object.keys(steps))('%s', async name => {
    const state = states.get(name)!;
    const frames = sizes.map(size => {
      const { columns, rows } = size;
      return `${columns} × ${rows}\n${frameText(seen(state, lang, size))}\n`;
    });
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../golden/app/${name}.${lang}.txt`);
    const colours = frameText(seen(state, lang, sizes[0]!, true)).replaceAll('\x1b', '␛');
    await expect(`${colours}\n`).toMatchFileSnapshot(`../../golden/app/${name}.${lang}.colour.txt`);
  });
  afterAll(() => states.clear());
});
