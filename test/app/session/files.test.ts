import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Change, ExportView, Figures } from '../../../src/app/protocol.ts';
import { mingbai } from '../../cli/support.ts';
import { type Driven, drive, figures, root, smallCounty } from './drive.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-session-'));
const policy = (...path: string[]) => join(folder, 'policies', ...path);
let driven: Driven;
beforeAll(async () => {
  for (const each of ['policies', 'mingbai.yaml'])
    cpSync(join(root, each), join(folder, each), { recursive: true });
  driven = drive();
  const policies = [
    policy('county-four-cards'),
    policy('county-four-cards/drafts/line-6000'),
    policy('county-four-cards/policy.en.yaml'),
  ];
  await driven.ask('load', { policies, population: smallCounty, on: null });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const changes: Change[] = [
  { parameter: 'warning_line', cell: null, value: '5600' },
  { parameter: 'dividend_rate', cell: null, value: '18' },
  { parameter: 'temporary-relief', cell: null, value: ['1500', '3000'] },
  { parameter: 'dibao-a', cell: null, value: '420' },
  { parameter: 'new-house.green', cell: null, value: '15000' },
];

describe('save', () => {
  test.each([
    [0, 'drafts/tried', '试一试'],
    [1, 'drafts/line-6000/further', '再试：“5600 元” # 1'],
    [2, 'drafts/english.yaml', 'Tried: "5600"'],
  ])('what is saved of policy %i is accepted by check and gives the same figures', async (b, path, name) => {
    const wanted = await figures(driven, { b, changes });
    const saved = await driven.ask('save', {
      path: policy('county-four-cards', path),
      name,
      b,
      changes,
      lang: 'zh',
    });
    expect(readFileSync(saved.path, 'utf8')).toBe(saved.text);
    const checked = await mingbai(['check', saved.path]);
    expect(checked, checked.out + checked.err).toMatchObject({ code: 0 });
    const again = drive();
    await again.ask('load', {
      policies: [policy('county-four-cards'), saved.path],
      population: smallCounty,
      on: null,
    });
    const found = await figures(again);
    const same = ({ sides, matrix, changed, gains, losses }: Figures) => ({
      matrix,
      changed,
      gains,
      losses,
      // The numbers of policies differ; what is written into a rule is a parameter no more.
      sides: sides.map(({ policy: _, assertions: __, ...side }) => side),
    });
    expect(same(found)).toEqual(same(wanted));
    const label = (await again.replies.find(reply => reply.kind === 'loaded'))!;
    expect(label.kind === 'loaded' && label.policies[1]!.label.zh).toBe(name);
  });

  test('nothing is written over unless asked for; never the policy itself; never outside the project', async () => {
    const path = policy('county-four-cards/drafts/once');
    await driven.ask('save', { path, name: 'x', b: 0, changes, lang: 'zh' });
    const again = await driven.fail('save', { path, name: 'x', b: 0, changes, lang: 'zh' });
    expect(again).toMatchObject({ exists: true });
    await driven.ask('save', { path, name: 'y', b: 0, changes, lang: 'zh', replace: true });
    await driven.fail('save', {
      path: policy('county-four-cards'),
      name: 'x',
      b: 0,
      changes,
      lang: 'zh',
      replace: true,
    });
    const outside = join(tmpdir(), 'mingbai-elsewhere', 'policy.yaml');
    await driven.fail('save', { path: outside, name: 'x', b: 0, changes, lang: 'zh' });
    expect(existsSync(outside)).toBe(false);
    await driven.fail('save', {
      path: policy('county-four-cards/drafts/none'),
      name: ' ',
      b: 0,
      changes,
      lang: 'zh',
    });
    await driven.fail('save', {
      path: policy('county-four-cards/drafts/none'),
      name: 'x',
      b: 0,
      changes: [],
      lang: 'zh',
    });
    expect(existsSync(policy('county-four-cards/drafts/none'))).toBe(false);
  });

  test('a hostile name stays a name', async () => {
    const name = 'a: b\n卡类: {}\n"\u001b[2J';
    const saved = await driven.ask('save', {
      path: policy('county-four-cards/drafts/hostile'),
      name,
      b: 0,
      changes,
      lang: 'zh',
    });
    expect(await mingbai(['check', saved.path])).toMatchObject({ code: 0 });
  });
});

describe('export', () => {
  const views: ExportView[] = [
    { view: 'overview' },
    { view: 'transitions' },
    { view: 'parameters' },
    {
      view: 'households',
      filter: { changed: true },
      sort: { by: 'expression', descending: false, expression: '人均纯收入' },
    },
    { view: 'household', row: 68, edits: [] },
    { view: 'villages' },
  ];
  test.each(views)('$view', async view => {
    await figures(driven, { b: 1, changes });
    for (const lang of ['zh', 'en'] as const) {
      const at = (end: string) => join(folder, `${view.view}-${lang}.${end}`);
      const csv = await driven.ask('export', { view, format: 'csv', path: at('csv'), lang });
      const text = readFileSync(csv.path, 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text.trimEnd().split('\r\n')).toHaveLength(csv.rows + 1);
      const markdown = await driven.ask('export', { view, format: 'markdown', path: at('md'), lang });
      const table = readFileSync(markdown.path, 'utf8').trimEnd().split('\n');
      expect(table).toHaveLength(markdown.rows + 4);
      const bars = table.slice(2).map(line => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(bars).size).toBe(1);
      const json = await driven.ask('export', { view, format: 'json', path: at('json'), lang });
      expect(JSON.parse(readFileSync(json.path, 'utf8'))).toBeTruthy();
    }
  });

  test('whole files only, none left half done, none overwritten unasked', async () => {
    const path = join(folder, 'new/folder/x.csv');
    const request = { view: { view: 'overview' }, format: 'csv', path, lang: 'en' } as const;
    expect((await driven.ask('export', request)).path).toBe(path);
    expect(await driven.fail('export', request)).toMatchObject({ exists: true });
    await driven.ask('export', { ...request, replace: true });
    expect(readdirSync(join(folder, 'new/folder'))).toEqual(['x.csv']);
    await driven.fail('export', { ...request, path: folder, replace: true });
    await driven.fail('export', { ...request, path: join(path, 'below') });
  });
});
