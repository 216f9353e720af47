import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const policy = 'policies/county-four-cards';
const draft = `${policy}/drafts/line-6000`;
const county = 'examples/small-county';
const scratch = scratchFolder('populations');

describe('classify', () => {
  it('writes a row for every household', async () => {
    const { code, out, err } = await mingbai(['classify', policy, '-p', county]);
    expect([code, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'household_id,village_id,township_id,county_id,status,card,card_name,possible,barred,benefits_low,benefits_high,benefits,unset,reason,quota_posts,quota_posts_rank,served_low,served_high',
    );
    expect(lines.length).toBe(readFileSync(`${county}/households.csv`, 'utf8').trimEnd().split('\n').length);
    expect(out).toMatch(
      /^h\d+,v\d+,t\d+,c\d+,undetermined,,undetermined,[a-z]+ [a-z ]+,,\d.*,lacking: \p{L}/mu,
    );
    expect(out).toMatch(/barred by consumer car/);
  });

  it('writes a file whole, for spreadsheets', async () => {
    const path = scratch.path('cards.csv');
    const { code, out } = await mingbai(['classify', policy, '-p', county, '--out', path, '--lang', 'zh']);
    expect([code, out]).toEqual([0, '']);
    const text = readFileSync(path, 'utf8');
    expect(text.startsWith('\ufeffhousehold_id,')).toBe(true);
    expect(text).toContain('红卡');
  });

  it('leaves nothing behind where it cannot write', async () => {
    const { code, err } = await mingbai([
      'classify',
      policy,
      '-p',
      county,
      '--out',
      scratch.path('no/such/cards.csv'),
    ]);
    expect([code, err]).toEqual([1, expect.stringContaining('Cannot write')]);
    mkdirSync(scratch.path('taken.csv'));
    expect((await mingbai(['classify', policy, '-p', county, '--out', scratch.path('taken.csv')])).code).toBe(
      1,
    );
    expect(readdirSync(scratch.folder).filter(name => name.includes('.part'))).toEqual([]);
  });

  it('does not let a name become a formula of a spreadsheet', async () => {
    scratch.write('formulas/households.csv', 'household_id,registered\n"=HYPERLINK(""x"")",false\n');
    const { out, code } = await mingbai(['classify', policy, '-p', scratch.path('formulas')]);
    expect(code).toBe(0);
    expect(out.split('\r\n')[1]).toMatch(/^"'=HYPERLINK/);
  });

  it('gives JSON as one array', async () => {
    const rows = JSON.parse((await mingbai(['classify', policy, '-p', county, '--format', 'json'])).out);
    expect(rows[0]).toMatchObject({ household_id: 'h001', benefits_low: expect.any(Number) });
  });
});

describe('bad rows', () => {
  const bad = () => {
    scratch.write(
      'bad/households.csv',
      'household_id,registered,wage_income\na,true,100\nb,perhaps,100\nc,true,-5x\n',
    );
    scratch.write('bad/members.csv', 'household_id,age\na,50\nb,50\nc,50\n');
    return scratch.path('bad');
  };

  it('refuse a population, told with file, line, column and reason', async () => {
    const { code, out, err } = await mingbai(['simulate', policy, '-p', bad()]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('households.csv');
    expect(err).toContain('perhaps');
    expect(existsSync(join(bad(), 'population.rejected.csv'))).toBe(false);
  });

  it('are left out and listed where that is asked for', async () => {
    const { code, out, err } = await mingbai([
      'simulate',
      policy,
      '-p',
      bad(),
      '--skip-bad-rows',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out).population.households).toBe(1);
    expect(err).toContain('population.rejected.csv');
    const rejects = readFileSync(join(scratch.path('bad'), 'population.rejected.csv'), 'utf8');
    expect(rejects).toContain('households.csv,3,registered,b,');
  });
});

describe('simulate', () => {
  it('gives the same from both evaluators', async () => {
    const run = async (engine: string) => {
      const args = ['simulate', policy, '-p', county, '--format', 'json', '--engine', engine];
      const data = JSON.parse((await mingbai(args)).out);
      return { ...data, policies: data.policies.map((entry: object) => ({ ...entry, engine: null })) };
    };
    expect(await run('columnar')).toEqual(await run('reference'));
  });

  it('takes parameters, and never counts an open amount as zero', async () => {
    const open = JSON.parse((await mingbai(['simulate', policy, '-p', county, '--format', 'json'])).out);
    const args = ['simulate', policy, '-p', county, '--format', 'json', '--set', '红卡分红比例=20%'];
    const settled = JSON.parse((await mingbai(args)).out);
    const [before, after] = [open, settled].map(data => data.policies[0].benefits['industry-dividend']);
    expect(before).toMatchObject({ low: 0, households: 0, waits_for: ['dividend_rate'] });
    expect(before.unset.households).toBeGreaterThan(0);
    expect(after.unset).toBeUndefined();
    expect(after.low).toBeGreaterThan(0);
    expect(settled.policies[0].total.low - open.policies[0].total.low).toBeCloseTo(after.low, 2);
  });

  it('shows only the sections asked for', async () => {
    const { out } = await mingbai([
      'simulate',
      policy,
      '-p',
      county,
      '--show',
      'cards,预算'.replace('预算', '资金'),
    ]);
    expect(out).toContain('Cards');
    expect(out).toContain('Money in a year');
    expect(out).not.toContain('By township');
    const wrong = await mingbai(['simulate', policy, '-p', county, '--show', 'card']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('did you mean "cards"?')]);
  });
});

describe('compare', () => {
  const compare = async (...args: string[]) =>
    JSON.parse((await mingbai(['compare', ...args, '-p', county, '--format', 'json'])).out);

  it('gives the document of docs/outputs.md', async () => {
    const data = await compare(policy, draft);
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining(['population', 'policies', 'transitions', 'changed', 'examples']),
    );
    expect(data.population).toMatchObject({ households: 400, source: 'small-county' });
    for (const entry of data.policies) {
      expect(entry).toMatchObject({
        id: expect.any(String),
        version: expect.any(String),
        none: { households: expect.any(Number), people: expect.any(Number) },
        undetermined: { households: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
        total: { low: expect.any(Number), high: expect.any(Number) },
      });
      expect(Object.keys(entry.cards)).toEqual(['red', 'yellow', 'green', 'blue']);
      const cards = Object.values(entry.cards) as { households: number }[];
      const all = [...cards, entry.none, entry.undetermined, entry.out_of_scope];
      expect(all.reduce((sum, { households }) => sum + households, 0)).toBe(400);
      expect(entry.benefits['house-repair']).toMatchObject({ fund: 'housing' });
    }
  });

  it('gives what docs/outputs.md says', async () => {
    const example = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/outputs.md', 'utf8'))![1]!;
    const data = await compare(policy, draft);
    const keys = (value: object) => Object.keys(value).sort();
    const [written] = JSON.parse(example).policies;
    expect(keys(JSON.parse(example))).toEqual(keys(data));
    expect(keys(written)).toEqual(keys(data.policies[0]));
    expect(keys(JSON.parse(example).transitions[0])).toEqual(keys(data.transitions[0]));
  });

  it('counts every household in one transition, and names examples that explain reproduces', async () => {
    const { transitions, examples, changed } = await compare(policy, draft);
    expect(
      transitions.reduce((sum: number, { households }: { households: number }) => sum + households, 0),
    ).toBe(400);
    expect(examples).toHaveLength(transitions.length);
    const moved = transitions.filter(({ same }: { same: boolean }) => !same);
    expect(moved.reduce((sum: number, { households }: { households: number }) => sum + households, 0)).toBe(
      changed,
    );
    for (const [index, { from, to }] of transitions.entries()) {
      const answers = [];
      for (const side of [policy, draft]) {
        const args = ['explain', side, '-p', county, '--id', examples[index][0], '--format', 'json'];
        const answer = JSON.parse((await mingbai(args)).out);
        answers.push(answer.status === 'decided' ? answer.card : `#${answer.status}`);
      }
      expect(answers).toEqual([from, to]);
    }
  });

  it('finds no difference where there is none, to the last fen', async () => {
    const { changed, policies, gains } = await compare(policy, policy);
    expect(changed).toBe(0);
    expect(policies[0]).toEqual(policies[1]);
    expect(gains[0]).toMatchObject({ gain: { households: 0 }, lose: { households: 0 } });
  });

  it('takes three policies, each against the first', async () => {
    const { policies, transitions, gains } = await compare(policy, draft, 'policies/lancang-five-cards');
    expect(policies).toHaveLength(3);
    expect(new Set(transitions.map(({ policy }: { policy: number }) => policy))).toEqual(new Set([1, 2]));
    expect(gains).toHaveLength(2);
  });

  it('sets a cell of a parameter that differs by facts in the policy that has it', async () => {
    const vocabulary = readFileSync('policies/vocabulary/rural-household.yaml', 'utf8');
    const rules = `
policy: Help by village
vocabulary: rural-household.yaml
effective: 2020-01-01
sources: {notice: Notice}
parameters:
  help: {by: village_type, cells: {poor: 100 yuan, ordinary: 50 yuan}, otherwise: 20 yuan, cite: notice 1}
cards: {registered_household: {when: registered, cite: notice 1}}
funds: {county: County funds}
benefits: {aid: {for: registered_household, amount: help, fund: county, cite: notice 1}}
`;
    mkdirSync(scratch.path('cells'));
    writeFileSync(scratch.path('cells/rural-household.yaml'), vocabulary);
    writeFileSync(scratch.path('cells/policy.yaml'), rules);
    const compared = (set: string) =>
      mingbai(['compare', scratch.path('cells'), policy, '-p', county, '--format', 'json', '--set', set]);
    const { code, out } = await compared('help.ordinary=200 yuan');
    expect(code).toBe(0);
    expect(JSON.parse(out).policies[0].set).toEqual({ 'help.ordinary': '200 yuan' });
    const wrong = await compared('help.ordinal=200 yuan');
    expect(wrong.code).not.toBe(0);
    expect(wrong.err).toContain('help.ordinary');
  });

  it('gives a parameter to the policies that have it', async () => {
    const set = ['--set', '警戒线=7000元/人年'];
    const { changed } = await compare(policy, 'policies/lancang-five-cards', ...set);
    expect(changed).toBeGreaterThan(0);
    const wrong = await mingbai(['compare', policy, draft, '-p', county, '--set', '警戒县=1元']);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('did you mean "警戒线"?')]);
  });

  it('runs a scenario with what it sets', async () => {
    const text = `scenario: {zh: 试, en: try}
policies: [${['', '/drafts/line-6000'].map(part => `policies/county-four-cards${part}`).join(', ')}]
population: small
set: {警戒线: 5500 元/人年, dividend_rate: 15%}
compare: [cards, budget]
`;
    const own = scratchFolder('scenario');
    const { cpSync } = await import('node:fs');
    cpSync('policies', own.path('policies'), { recursive: true });
    cpSync(county, own.path('small'), { recursive: true });
    const path = own.write('try.yaml', text);
    const { code, out, err } = await mingbai(['compare', path]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('dividend');
    expect(out).not.toContain('By township');
    own.write('try.yaml', text.replace('dividend_rate', 'divident_rate'));
    const wrong = await mingbai(['compare', path]);
    expect(wrong.code).toBe(1);
    expect(wrong.err).toMatch(/try\.yaml:4:\d+: error: .*divident_rate/);
  });
});

describe('generate', () => {
  it('gives the same bytes for the same seed, with the table of targets', async () => {
    const make = async (name: string, seed: string) => {
      const args = ['generate', '--households', '300', '--seed', seed, '--out', scratch.path(name)];
      const { code, out } = await mingbai(args);
      expect(code).toBe(0);
      expect(out).toMatch(/\d+ verified targets, \d+ of them met within 2%/);
      return readdirSync(scratch.path(name))
        .filter(file => file.endsWith('.csv'))
        .map(file => readFileSync(scratch.path(name, file), 'utf8'));
    };
    const first = await make('one', '5');
    expect(await make('two', '5')).toEqual(first);
    expect(await make('three', '6')).not.toEqual(first);
  });

  it('does not write over anything but a population', async () => {
    mkdirSync(scratch.path('mine'));
    writeFileSync(scratch.path('mine', 'letter.txt'), 'dear');
    const { code, err } = await mingbai(['generate', '--households', '10', '--out', scratch.path('mine')]);
    expect([code, err]).toEqual([1, expect.stringContaining('letter.txt')]);
    expect(readdirSync(scratch.path('mine'))).toEqual(['letter.txt']);
  });
});
