import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { width } from '../../../src/report/width.ts';
import { mingbai as commandLine } from '../../cli/support.ts';
import { AMENDMENT, COUNTY, PLAN, place } from './place.ts';
import { entry, isBuilt, mingbai, onTerminal, root } from './screen.ts';

/** The built program as a person meets it: keys in, a screen out. Nothing here depends on how long anything takes. */
vi.setConfig({ testTimeout: 90_000 });
beforeAll(() => {
  if (!isBuilt()) spawnSync('npm', ['run', 'build'], { cwd: root });
});

const KEY = {
  up: '\u001b[A',
  right: '\u001b[C',
  shiftRight: '\u001b[1;2C',
  shiftTab: '\u001b[Z',
  enter: '\r',
  escape: '\u001b',
  ctrlC: '\u0003',
  clear: '\u0015',
};
/** All figures are those of what has been changed. */
const settled = (text: string) => /(^|\s)\d+ ms$/m.test(text.split('\n')[0]!);
const showing = (what: string | RegExp) => (text: string) =>
  settled(text) && (typeof what === 'string' ? text.includes(what) : what.test(text));

test('from the lists to a draft whose figures are those of the command line', async () => {
  const { path, sight } = place('journey');
  const seen = mingbai([], { ...sight, columns: 100, rows: 30 });
  // The plan stands first among the policies, its amendment right below it.
  await seen.until(/Four-card plan, amended/);
  const names = seen.lines();
  const row = (name: string) => names.findIndex(line => line.includes(name));
  const cursor = row('▸');
  expect(row('Four-card plan, amended')).toBe(row("A county's four-card plan") + 1);
  seen.type('\u001b[B'.repeat(row("A county's four-card plan") - cursor));
  seen.type(' \u001b[B ');
  await seen.until(/B +└ Four-card plan/);
  seen.type(KEY.enter);
  await seen.until('small-county');
  seen.type('\u001b[B');
  await seen.until(/▸ +small-county/);
  seen.type(KEY.enter);
  await seen.until(showing('yellow card'));

  // What if.
  seen.type('3');
  await seen.until(/▸ +warning line +6,000 /);
  seen.type(KEY.shiftRight);
  await seen.until(showing(/▸ +warning line +7,000 /));
  seen.type(`6450${KEY.enter}`);
  await seen.until(showing(/▸ +warning line +6,450 /));
  seen.type(KEY.right);
  const panel = await seen.until(showing(/▸ +warning line +6,550 /));
  const onScreen = Object.fromEntries(
    ['red', 'yellow', 'green', 'blue'].map(card => [
      card,
      Number(new RegExp(`${card} card +(\\d+)`).exec(panel)?.[1]),
    ]),
  );

  // Who is behind a figure.
  seen.type(KEY.shiftTab);
  await seen.until(/┤2 Transitions/);
  seen.type(KEY.enter);
  await seen.until(/Filter +A is .*· B is /);
  await seen.until(/▸ h\d+/);
  seen.type(KEY.enter);
  await seen.until(/┤ Facts ├/);
  await seen.until(/A [A-Z×–] .*\n +B /);
  seen.type('\t');
  await seen.until(/┤ Reasons ├/);

  seen.type('s');
  await seen.until('Save as a draft');
  seen.type(`${KEY.clear}Line 6550${KEY.enter}`);
  await seen.until(/line-6550/);
  seen.type(KEY.enter);
  await seen.until('The draft is saved in');
  seen.type('q');
  expect(await seen.ended).toEqual({ code: 0, signal: 0 });
  expect(seen.isAlternate()).toBe(false);
  const draft = /Written: (\S+)/.exec(seen.text().replace(/\n/g, ''))?.[1] ?? '';
  expect(existsSync(draft)).toBe(true);

  const checked = await commandLine(['check', draft], { cwd: sight.cwd });
  expect(checked).toMatchObject({ code: 0, err: '' });
  const { out } = await commandLine(['compare', PLAN, draft, '-p', COUNTY, '--format', 'json'], {
    cwd: sight.cwd,
  });
  const { cards } = JSON.parse(out).policies[1] as { cards: Record<string, { households: number }> };
  expect(onScreen).toEqual(Object.fromEntries(Object.keys(onScreen).map(id => [id, cards[id]?.households])));

  const again = mingbai([], { ...sight, columns: 100, rows: 30 });
  expect(await again.until(/Line 6550 +recent/)).toMatch(/county's four-card plan +recent/);
  again.type(KEY.ctrlC);
  expect(await again.ended).toEqual({ code: 0, signal: 0 });
  expect(JSON.parse(readFileSync(path('state/mingbai/recent.json'), 'utf8')).populations).toEqual([
    { kind: 'folder', path: expect.stringMatching(/small-county$/) },
  ]);
});

test('any size, either language, no colours, and text that would steer a terminal', async () => {
  const { path, sight, write } = place('sizes');
  const live = 'h\u001b]0;pwned\u0007\u202e1';
  for (const file of ['households', 'members']) {
    const name = `examples/small-village/${file}.csv`;
    write(name, readFileSync(path(name), 'utf8').replaceAll(/^h01/gm, live));
  }
  const policy = 'examples/small-village/policy.yaml';
  const named = '中文: "小村\\e]0;pwned\\a", 英文: "Village\\e]0;pwned\\a"';
  write(policy, readFileSync(path(policy), 'utf8').replace('中文: 小村算例, 英文: Small village', named));
  write(
    'state/mingbai/recent.json',
    '{"policies": [7, "relative", "/\\u0000"], "populations": [{"kind": "folder"}]',
  );
  const seen = mingbai(['sim', 'examples/small-village', '-p', 'examples/small-village'], {
    ...sight,
    env: { ...sight.env, NO_COLOR: '1' },
  });
  await seen.until(showing('red card'));
  seen.type('4');
  const before = await seen.until(showing(/h⟨U\+001B⟩/));
  for (const [columns, rows] of [
    [40, 15],
    [132, 50],
    [61, 18],
  ] as const) {
    seen.resize(columns, rows);
    await seen.until(text => {
      const lines = text.split('\n');
      const isWhole =
        lines[rows - 1]!.startsWith('Enter') &&
        lines.filter(line => line.includes('Households')).length === 1;
      return isWhole && lines.every(line => width(line) <= columns);
    });
  }
  seen.resize(30, 8);
  await seen.until('40 × 15');
  seen.resize(80, 24);
  expect(await seen.until(text => text === before)).toBe(before);
  seen.type('L');
  await seen.until(/农户[\s\S]*帮助/);
  expect(seen.lines().filter(line => width(line) > 80)).toEqual([]);
  seen.type('L');
  await seen.until(text => text === before);
  expect(seen.written()).not.toContain('\u001b]');
  expect(seen.written()).not.toContain('\u202e');
  expect(seen.written()).not.toMatch(/\u001b\[[\d;]*m/);
  seen.kill('SIGTERM');
  expect(await seen.ended).toMatchObject({ signal: 15 });
  expect([seen.isAlternate(), seen.isCursorHidden()]).toEqual([false, false]);
});

const hasShell = process.platform !== 'win32' && existsSync('/bin/bash');

test.runIf(hasShell)('what the shell finds afterwards is what was there before', async () => {
  const { path, sight } = place('shell');
  const mode = path('mode');
  mkdirSync(dirname(mode), { recursive: true });
  const shell = onTerminal('/bin/bash', ['--norc', '--noprofile', '-i'], {
    ...sight,
    env: { ...sight.env, PS1: 'ready> ' },
  });
  const sim = `${process.execPath} ${entry} sim ${PLAN} ${AMENDMENT} -p ${COUNTY}`;
  await shell.until('ready>');
  shell.type(`stty -g > ${mode}1; ${sim}\r`);
  await shell.until(showing('yellow card'));
  expect([shell.isAlternate(), shell.isCursorHidden()]).toEqual([true, true]);

  // Stopped, the shell has the terminal; continued, the screen is there again.
  shell.type('\u001a');
  await shell.until(/Stopped/);
  expect([shell.isAlternate(), shell.isCursorHidden()]).toEqual([false, false]);
  shell.type('fg\r');
  await shell.until(showing('yellow card'));
  shell.type('3');
  await shell.until(/▸ +warning line/);
  shell.type(KEY.ctrlC);
  await shell.until(/ready>\s*$/);
  expect([shell.isAlternate(), shell.isCursorHidden()]).toEqual([false, false]);
  shell.type(`stty -g > ${mode}2; echo "mode is $(cmp ${mode}1 ${mode}2 && echo same)"\r`);
  await shell.until('mode is same');
  shell.type('exit\r');
  await shell.ended;
  // Pastes come as pastes no longer.
  expect(shell.written().match(/\u001b\[\?2004[hl]/g)!.length).toBeGreaterThan(2);
});

test('without a screen to draw on there is text', async () => {
  const { sight } = place('dumb');
  const args = ['sim', PLAN, AMENDMENT, '-p', COUNTY];
  const piped = await commandLine(args, { cwd: sight.cwd });
  expect(piped).toMatchObject({ code: 0, err: '' });
  expect(piped.out).toBe((await commandLine(['compare', ...args.slice(1)], { cwd: sight.cwd })).out);
  const dumb = mingbai(args, { ...sight, columns: 110, rows: 200, env: { ...sight.env, TERM: 'dumb' } });
  expect(await dumb.ended).toEqual({ code: 0, signal: 0 });
  expect(dumb.text()).toContain('This terminal cannot show screens');
  expect(dumb.text()).toContain('In short');
  expect(dumb.written()).not.toContain('\u001b[?1049h');
});

test('a file of recent choices that cannot be written is no trouble', async () => {
  const { path, sight } = place('unwritable');
  writeFileSync(path('state'), 'not a folder');
  const seen = mingbai(['sim', PLAN, '-p', COUNTY, '--lang', 'zh'], sight);
  await seen.until(/红卡[\s\S]*帮助/);
  seen.type('q');
  expect(await seen.ended).toEqual({ code: 0, signal: 0 });
});
