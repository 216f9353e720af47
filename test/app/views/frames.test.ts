/** Frames as people see them; `-u` writes them anew. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Size, State } from '../../../src/app/state/state.ts';
import { frameText } from '../../../src/app/views/frame.tsx';
import { root } from '../session/drive.ts';
import { choosing, play, seen } from './fixture.ts';

const sizes: readonly Size[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 40, rows: 15 },
];

const screens = ['start', 'loading', 'overview', 'heat', 'flows', 'parameters', 'typing'] as const;
let states: Record<(typeof screens)[number], State>;

beforeAll(async () => {
  const chosen = await choosing();
  const { press, state } = await play();
  const loading: State = {
    ...state(),
    screen: 'start',
    figures: null,
    loading: { request: 1, doing: { zh: '正在读取人口', en: 'Reading the population' }, share: 0.42 },
  };
  const overview = state();
  const heat = await press('2', 'down', 'down', 'right');
  const flows = await press('v');
  const parameters = await press('3', 'right', 'right');
  states = { start: chosen, loading, overview, heat, flows, parameters, typing: await press('6', '5') };
});

const framesOf = (screen: (typeof screens)[number], lang: 'zh' | 'en', colour: boolean): string =>
  sizes
    .map(size => `${size.columns} × ${size.rows}\n${frameText(seen(states[screen], lang, size, colour))}\n`)
    .join('\n');

describe.each(screens)('%s', screen => {
  it.each(['zh', 'en'] as const)('%s', async lang => {
    const plain = framesOf(screen, lang, false);
    await expect(plain).toMatchFileSnapshot(golden(`${screen}.${lang}.txt`));
    // Colours as codes that can be read: `␛[1m`.
    const dyed = framesOf(screen, lang, true);
    await expect(dyed.replaceAll('\x1b', '␛')).toMatchFileSnapshot(golden(`colour/${screen}.${lang}.txt`));
    expect(plain).not.toMatch(/\x1b/);
    if (screen !== 'loading') expect(dyed).toMatch(/\x1b/);
  });
});

it('says that it needs more room', () => {
  for (const lang of ['zh', 'en'] as const)
    for (const size of [
      { columns: 39, rows: 15 },
      { columns: 12, rows: 4 },
      { columns: 80, rows: 14 },
    ]) {
      const lines = frameText(seen(states.overview, lang, size)).split('\n');
      expect(lines.length).toBe(1);
      expect(lines[0]).toMatch(/40/);
    }
});

const golden = (file: string) => join(root, 'test/golden/app', file);
