/** County against county, and a scheme against a reference group. */
import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('cross');
const four = 'policies/county-four-cards';
const five = 'policies/lancang-five-cards';
const county = ['-p', 'examples/small-county'];

const json = async (...args: string[]) =>
  JSON.parse((await mingbai([...args, ...county, '--format', 'json'])).out);

describe('compare of schemes with different colours', () => {
  it('gives a cross table by role whose margins are the counts of each scheme', async () => {
    const { cross, policies, transitions } = await json('compare', four, five);
    expect(cross).toHaveLength(1);
    const cells: { from: string; to: string; households: number }[] = cross[0].roles;
    const sum = (list: { households: number }[]) => list.reduce((all, { households }) => all + households, 0);
    expect(sum(cells)).toBe(400);
    expect(sum(cells.filter(({ from }) => from === 'safety-net'))).toBe(policies[0].cards.red.households);
    expect(sum(cells.filter(({ to }) => to === 'at-risk'))).toBe(policies[1].cards.purple.households);
    expect(sum(cells.filter(({ from }) => from === 'out-of-scope'))).toBe(
      policies[0].out_of_scope.households,
    );
    expect(sum(transitions)).toBe(400);
    const { judged, same } = cross[0].agreement;
    expect(same.households).toBeLessThanOrEqual(judged.households);
    expect(same.people).toBeLessThanOrEqual(judged.people);
  });

  it('has none between drafts of one scheme', async () => {
    expect((await json('compare', four, `${four}/drafts/line-6000`)).cross).toEqual([]);
  });

  it('refuses schemes that judge different things', async () => {
    const { code, err } = await mingbai(['compare', four, 'policies/registration/poor-villages', ...county]);
    expect([code, err]).toEqual([1, expect.stringContaining('judge different things')]);
  });
});

describe('--reference', () => {
  const errors = async (reference: string, ...more: string[]) =>
    (await json('compare', four, five, '--reference', reference, ...more)).targeting;

  it('takes a fact, a condition, or another scheme', async () => {
    const fact = await errors('registered');
    expect(fact.reference).toEqual({ condition: 'registered' });
    expect(fact.roles).toEqual(['safety-net', 'poor', 'at-risk']);
    for (const one of fact.policies) {
      expect(one.given.households).toBeGreaterThanOrEqual(one.both.households + one.leaked.households);
      expect(one.reference.households).toBeGreaterThanOrEqual(one.both.households + one.missed.households);
      for (const share of [one.inclusion_error.households, one.exclusion_error.people]) {
        expect(share.low).toBeLessThanOrEqual(share.high);
        expect(share.low).toBeGreaterThanOrEqual(0);
        expect(share.high).toBeLessThanOrEqual(1);
      }
    }
    const condition = await errors('人均纯收入低于 4000 元 且 建档立卡');
    expect(condition.policies[0].reference.households).toBeLessThan(fact.policies[0].reference.households);
  });

  it('against itself a scheme makes no mistake', async () => {
    const { reference, policies } = await errors(four);
    expect(reference).toEqual({ policy: 'county-four-cards' });
    expect(policies[0]).toMatchObject({ leaked: { households: 0 }, missed: { households: 0 } });
    expect(policies[0].inclusion_error.households.low).toBe(0);
  });

  it('speaks the language of the first policy, with the parameters set in it', async () => {
    const at = async (line: string) =>
      (await errors('人均纯收入 低于 警戒线', '--set', `警戒线=${line}元/人年`)).policies[1].reference
        .households;
    expect(await at('9000')).toBeGreaterThan(await at('3000'));
  });

  it('takes other roles', async () => {
    const narrow = await errors('registered', '--target', '兜底');
    expect(narrow.roles).toEqual(['safety-net']);
    expect(narrow.policies[1].given.households).toBeLessThan(
      (await errors('registered')).policies[1].given.households,
    );
  });

  it('says what the errors mean', async () => {
    const { out } = await mingbai([
      'simulate',
      four,
      ...county,
      '--reference',
      'registered',
      '--show',
      'errors',
    ]);
    expect(out).toContain('Inclusion error: the share of those reached who are not in the reference.');
    expect(out).toContain('Coady');
  });

  it.each([
    ['registred', 2, 'did you mean "registered"?'],
    ['income_per_head', 2, 'is no condition that is true or false'],
    ['registered and', 2, '--reference:1:'],
    ['policies/registration/poor-villages', 1, 'judge different things'],
  ])('%s is refused', async (reference, code, said) => {
    const found = await mingbai(['compare', four, five, ...county, '--reference', reference]);
    expect([found.code, found.err, found.out]).toEqual([code, expect.stringContaining(said), '']);
  });

  it('refuses roles that there are not, and roles without a reference', async () => {
    const unknown = await mingbai([
      'compare',
      four,
      five,
      ...county,
      '--reference',
      'registered',
      '--target',
      'rich,poor',
    ]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('There is no role "rich"')]);
    const alone = await mingbai(['compare', four, five, ...county, '--target', 'poor']);
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('"--reference" is missing')]);
    scratch.write(
      'plain/policy.yaml',
      '政策: 甲\n词汇: ../vocabulary/rural-household.yaml\n施行: 2020-01-01\n卡类: {好户: {编号: good, 当: 建档立卡}}\n',
    );
    const none = await mingbai(['compare', four, five, ...county, '--reference', scratch.path('plain')]);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('has no card whose role is one of')]);
  });
});
