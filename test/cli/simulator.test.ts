import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyChoices, populationOptions } from '../../src/cli/simulator/choices.ts';
import { standardCounty } from '../../src/cli/simulator/demo.ts';
import { readRecent, recentFile, remember } from '../../src/cli/simulator/recent.ts';
import { scratchFolder } from './scratch.ts';
import { mingbai, root } from './support.ts';

const scratch = scratchFolder('sim');
const nothing = { policies: [], populations: [] };

describe('what was opened last', () => {
  it('stands where such things are kept', () => {
    expect(recentFile({ XDG_STATE_HOME: '/x', LOCALAPPDATA: '/x' })).toBe(
      join('/x', 'mingbai', 'recent.json'),
    );
    expect(recentFile({ XDG_STATE_HOME: 'relative', HOME: '/h' })).toMatch(/mingbai.recent\.json$/);
  });

  it('the newest comes first, nothing comes twice, and not everything is kept', () => {
    const file = scratch.path('kept', 'recent.json');
    for (let k = 0; k < 20; k++) remember(file, { policies: [`/p${k}`, '/a'], populations: [] });
    remember(file, { policies: [], populations: [{ kind: 'folder', path: '/here' }, standardCounty()] });
    const { policies, populations } = readRecent(file);
    expect(policies.slice(0, 3)).toEqual(['/p19', '/a', '/p18']);
    expect(policies).toHaveLength(12);
    expect(populations).toEqual([{ kind: 'folder', path: '/here' }, standardCounty()]);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"policies": {"length": 3}, "populations": "x"}',
    '{"policies": ["relative", 7, "/a\\u0000b", null], "populations": [null, {"kind": "folder", "path": "x"}]}',
    '{"populations": [{"kind": "generated", "spec": "/s", "households": 1e9, "seed": 1}, {"kind": "generated", "spec": "/s", "households": 5, "seed": -1}]}',
    '{"__proto__": {"policies": ["/a"]}}',
    `{"policies": ["/${'x'.repeat(1 << 17)}"]}`,
  ])('is nothing where the file is not as it should be: %.40s', text => {
    const file = scratch.path('odd', 'recent.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    expect(readRecent(file)).toEqual(nothing);
  });
});

describe('what there is to choose from', () => {
  it('every shipped policy, its drafts below it, with what it is', () => {
    const choices = policyChoices([], nothing, root);
    const labels = choices.map(({ label }) => label.en);
    expect(labels).toEqual(expect.arrayContaining(["A county's four-card plan", 'Registration of the poor']));
    expect(new Set(choices.map(({ path }) => path)).size).toBe(choices.length);
    for (const { about } of choices) expect(Math.min(about.zh.length, about.en.length)).toBeGreaterThan(4);
    const draft = choices.find(({ label }) => label.en.startsWith('Four-card plan, amended'));
    expect(choices.some(({ path }) => path === draft?.base)).toBe(true);
  });

  it('those of the working folder and those used before, however broken others are', () => {
    const own = scratch.write('mine/policy.yaml', 'policy: My help\nnotes: What\n  it is\n');
    scratch.write('broken/policy.yaml', '"\u0000: [');
    scratch.write('other/policy.yaml', 'facts: {}\n');
    const recent = { policies: ['/gone', own], populations: [] };
    const choices = policyChoices([], recent, scratch.folder);
    expect(choices[0]).toEqual({
      path: own,
      label: { zh: 'My help', en: 'My help' },
      about: { zh: 'What it is', en: 'What it is' },
      base: null,
      recent: true,
    });
    expect(choices.map(({ path }) => path)).not.toContain('/gone');
    expect(choices.map(({ path }) => path)).not.toContain(scratch.path('other'));
  });

  it('the population given, those used before, the generated county, the examples', () => {
    const given = { kind: 'folder', path: join(root, 'examples/small-village') } as const;
    const gone = { kind: 'folder', path: '/gone' } as const;
    const options = populationOptions(given, { policies: [], populations: [gone, given] }, scratch.folder);
    expect(options[0]).toMatchObject({ choice: given, recent: true });
    expect(options[1]).toMatchObject({ choice: standardCounty(), recent: false });
    expect(options.map(({ label }) => label.en)).toEqual(
      expect.arrayContaining(['small-county', 'small-village']),
    );
    expect(options).toHaveLength(new Set(options.map(({ choice }) => JSON.stringify(choice))).size);
  });
});

describe('mistakes in the command', () => {
  it('a folder and a number of households', async () => {
    const args = ['sim', '--population', 'examples/small-county', '--seed', '3'];
    const { code, err } = await mingbai(args);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('"--population" and "--seed" cannot be used together'),
    ]);
  });

  it('a policy that is not there', async () => {
    expect(await mingbai(['sim', 'policies/county-four-card'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('policies/county-four-cards'),
    });
  });
});

it('React and Ink are for the simulator alone', () => {
  const main = readFileSync(join(root, 'dist/main.js'), 'utf8');
  expect(main).not.toContain('react');
});
