import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mingbai, root } from './support.ts';

const policy = 'policies/county-four-cards';
const household = 'examples/households/elderly-couple.yaml';

describe('explain', () => {
  it('tells the card and the reasons in the reader’s language', async () => {
    const zh = await mingbai(['explain', policy, '--household', household, '--lang', 'zh']);
    expect([zh.code, zh.err]).toEqual([0, '']);
    expect(zh.out).toContain('卡：红卡');
    expect(zh.out).toContain('方案 二(一)');
    const en = await mingbai(['explain', policy, '--household', household]);
    expect(en.out).toContain('red card');
  });

  it('gives programs the answer that interfaces promise', async () => {
    const { out } = await mingbai(['explain', policy, '--household', household, '--format', 'json']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      policy: 'county-four-cards',
      on: '2020-03-18',
      status: 'decided',
      card: 'red',
      possible: ['red'],
      barred: [],
      missing: [],
    });
    expect(answer.benefits).toContainEqual(
      expect.objectContaining({ id: 'new-house', low: 50_000, high: 50_000, unit: 'yuan', period: 'once' }),
    );
    expect(answer.unset).toContain('industry-dividend');
    expect(answer.reasons).toBeTypeOf('object');
  });

  it('reads the household from standard input', async () => {
    const stdin = readFileSync(join(root, household));
    const { code, out } = await mingbai(['explain', policy, '--household', '-'], { stdin });
    expect([code, out]).toEqual([0, expect.stringContaining('red card')]);
  });

  it('reads the policy from standard input', async () => {
    const stdin = readFileSync(join(root, policy, 'policy.yaml'));
    const path = join(root, household);
    const { code, out } = await mingbai(['explain', '-', '--household', path], { stdin, cwd: policy });
    expect([code, out]).toEqual([0, expect.stringContaining('red card')]);
  });

  it('finds a household of a population, and decides it as the whole run does', async () => {
    const classified = await mingbai(['classify', policy, '-p', 'examples/small-county', '--format', 'json']);
    const rows = JSON.parse(classified.out) as {
      household_id: string;
      card: string | null;
      status: string;
    }[];
    for (const row of rows.filter((_, index) => index % 40 === 0)) {
      const args = [
        'explain',
        policy,
        '-p',
        'examples/small-county',
        '--id',
        row.household_id,
        '--format',
        'json',
      ];
      const { card, status } = JSON.parse((await mingbai(args)).out);
      expect({ card, status }).toEqual({ card: row.card, status: row.status });
    }
  });

  it('points at mistakes of the household', async () => {
    const stdin = 'household: {registred: true}\nmembers: [{age: many}]\n';
    const { code, err, out } = await mingbai(['explain', policy, '--household', '-'], { stdin });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^-:1:13: error: .*registred/);
    expect(err).toContain('did you mean "registered"?');
    expect(err).toMatch(/-:2:\d+: error/);
  });

  it('says what a file is that is no policy', async () => {
    const of = async (path: string) => (await mingbai(['explain', path, '--household', household])).err;
    expect(await of('examples/scenarios/line-6000.yaml')).toContain('is a scenario; a policy is meant here');
    expect(await of('policies/county-four-cards/cases.yaml')).toContain('is a file of cases');
    expect(await of(household)).toContain('is a household');
  });

  it('says that there is no such household', async () => {
    const { code, err } = await mingbai(['explain', policy, '-p', 'examples/small-county', '--id', 'h9999']);
    expect([code, err]).toEqual([2, expect.stringContaining('There is no household "h9999"')]);
  });

  it('takes parameters and days', async () => {
    const args = [
      'explain',
      policy,
      '--household',
      household,
      '--format',
      'json',
      '--set',
      '红卡分红比例=15%',
      '--on',
      '2020-06-01',
    ];
    const answer = JSON.parse((await mingbai(args)).out);
    expect(answer.on).toBe('2020-06-01');
    expect(answer.benefits).toContainEqual(expect.objectContaining({ id: 'industry-dividend', low: 607.2 }));
  });
});
