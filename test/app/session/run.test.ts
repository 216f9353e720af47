import { beforeAll, describe, expect, test } from 'vitest';
import type { Change, Figures, SideFigures, Span } from '../../../src/app/protocol.ts';
import { mingbai } from '../../cli/support.ts';
import { amendment, type Driven, drive, figures, loaded, plan, smallCounty } from './drive.ts';

let driven: Driven;
beforeAll(async () => {
  driven = await loaded();
});

const folder = smallCounty.kind === 'folder' ? smallCounty.path : '';
const change = (parameter: string, value: Change['value'], cell: string | null = null): Change => ({
  parameter,
  cell,
  value,
});

/** What the command line says of the same. */
// biome-ignore lint/suspicious/noExplicitAny: JSON of another program
async function told(command: string, policies: readonly string[], set: readonly string[] = []): Promise<any> {
  const settings = set.flatMap(each => ['--set', each]);
  const { out } = await mingbai([
    command,
    ...policies,
    '--population',
    folder,
    '--format',
    'json',
    ...settings,
  ]);
  return JSON.parse(out);
}
const compared = (b: string) => told('compare', [plan, b]);
const simulated = async (policy: string, set: readonly string[]) =>
  (await told('simulate', [policy], set)).policies[0];

const yuan = ({ low, high }: Span) => ({ low: low / 100, high: high === null ? null : high / 100 });

// biome-ignore lint/suspicious/noExplicitAny: JSON of another program
function expectSide(side: SideFigures, wanted: any): void {
  const outcome = (key: string) => {
    const { households, people } = side.outcomes.find(each => each.key === key)!;
    return { households, people };
  };
  for (const [card, heads] of Object.entries(wanted.cards)) expect(outcome(`card:${card}`)).toEqual(heads);
  expect(outcome('none')).toEqual(wanted.none);
  expect(outcome('undetermined')).toMatchObject({ households: wanted.undetermined.households });
  expect(outcome('out-of-scope')).toEqual(wanted.out_of_scope);
  expect(side.barred).toEqual(wanted.barred);
  expect(yuan(side.total.due)).toMatchObject({ low: wanted.total.low, high: wanted.total.high });
  for (const fund of wanted.funds) {
    const own = side.funds.find(({ id }) => id === (fund.fund ?? ''))!;
    expect({ households: own.households, ...yuan(own.due) }).toEqual({
      households: fund.households,
      low: fund.low,
      high: fund.high,
    });
  }
  for (const quota of wanted.quotas) {
    const own = side.quotas.find(({ id }) => id === quota.id)!;
    expect(own).toMatchObject({
      seats: quota.seats,
      taken: quota.taken,
      served: quota.served,
      unserved: quota.unserved,
      contesting: quota.contesting,
    });
  }
}

// biome-ignore lint/suspicious/noExplicitAny: JSON of another program
function expectMatrix(found: Figures, wanted: any): void {
  const id = (key: string) => (key.startsWith('card:') ? key.slice(5) : key === 'none' ? null : `#${key}`);
  expect(
    found.matrix.map(({ from, to, households, people, same, gain }) => ({
      from: id(from),
      to: id(to),
      households,
      people,
      same,
      gain: yuan(gain),
    })),
  ).toEqual(wanted.transitions);
  expect(found.changed.households).toBe(wanted.changed);
}

describe('figures are those that the command line gives', () => {
  test('the plan and its amendment', async () => {
    const found = await figures(driven);
    const wanted = await compared(amendment);
    for (const [k, side] of found.sides.entries()) expectSide(side, wanted.policies[k]);
    expectMatrix(found, wanted);
    const [shifts] = wanted.gains;
    const { households, people } = shifts.gain;
    expect({ ...found.gains, money: yuan(found.gains.money) }).toEqual({
      households,
      people,
      money: { low: shifts.gain.low, high: shifts.gain.high },
    });
    expect(found.losses.households).toBe(shifts.lose.households);
  });

  test.each<[string, Change[], string[]]>([
    ['a line', [change('warning_line', '4200')], ['warning_line=4200 元/人年']],
    ['an open share settled', [change('dividend_rate', '20')], ['dividend_rate=20%']],
    [
      'a range narrowed',
      [change('temporary-relief', ['1500', '2500'])],
      ['temporary-relief=1500 至 2500 元'],
    ],
    [
      'several',
      [
        change('warning_line', '7000'),
        change('dibao-a', '400'),
        change('few_workers', '1'),
        change('temporary-relief', '2000'),
      ],
      ['warning_line=7000 元/人年', 'dibao-a=400 元', 'few_workers=1 人', 'temporary-relief=2000 元'],
    ],
  ])('of the second policy with %s changed', async (_, changes, set) => {
    for (const [b, path] of [plan, amendment].entries()) {
      const found = await figures(driven, { b, changes });
      expect(found.changes).toEqual(changes);
      expectSide(found.sides[1], await simulated(path, set));
      expectSide(found.sides[0], await simulated(plan, []));
      expect(found.sides[1].engine).toBe('columnar');
    }
  });
});

test('the first policy against itself: nothing changes', async () => {
  const found = await figures(driven, { b: 0 });
  expect(found.changed.households).toBe(0);
  expect(found.sides[0]).toEqual({ ...found.sides[1] });
});

describe('poverty', () => {
  test('both sides are measured by the line of the first; benefits in cash make nobody poorer', async () => {
    const found = await figures(driven, { changes: [change('warning_line', '9000')] });
    for (const { poverty } of found.sides) {
      expect(poverty.line).toBe(500_000);
      expect(poverty.parameter).toBe('warning_line');
      expect(poverty.before).toEqual(found.sides[0].poverty.before);
      expect(poverty.after.headcount!).toBeLessThanOrEqual(poverty.before.headcount!);
      expect(poverty.after.severity!).toBeLessThanOrEqual(poverty.before.severity!);
      expect(poverty.before.people + poverty.before.unknown).toBe(1408);
    }
  });
});

describe('what makes no sense is refused in both languages', () => {
  test.each<[string, Change[], RegExp]>([
    ['no such parameter', [change('constructor', '1')], /constructor/],
    ['no figure', [change('warning_line', 'many')], /many.*yuan\/person\/year/],
    ['another unit', [change('warning_line', '5 户')], /5 户/],
    ['upside down', [change('temporary-relief', ['3000', '2000'])], /low end/],
    ['outside the range', [change('temporary-relief', '99999')], /outside the range.*1000 to 5000/],
    ['no such cell', [change('warning_line', '1', 'red')], /no such cell/],
    ['hostile', [change('warning_line', '\u001b[2J')], /U\+001B/],
  ])('%s', async (_, changes, en) => {
    const failed = await driven.fail('run', { b: 1, changes });
    expect(failed.texts[0]!.en).toMatch(en);
    expect(failed.texts[0]!.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(JSON.stringify(failed.texts)).not.toMatch(/\u001b/);
    await figures(driven);
  });

  test('nothing loaded, no such policy, nothing there', async () => {
    expect((await drive().fail('run', { b: 0, changes: [] })).texts[0]!.zh).toContain('载入');
    expect((await driven.fail('run', { b: 9, changes: [] })).texts).toHaveLength(1);
    const gone = await drive().fail('load', { policies: ['/nowhere'], population: smallCounty, on: null });
    expect(gone.texts[0]!.en).toContain('/nowhere');
    const empty = await drive().fail('load', {
      policies: [plan],
      population: { kind: 'folder', path: '/nowhere' },
      on: null,
    });
    expect(empty.texts[0]!.zh).toContain('/nowhere');
    const many = await drive().fail('load', {
      policies: [plan],
      population: { kind: 'generated', spec: plan, households: 0, seed: 1 },
      on: null,
    });
    expect(many.texts.length).toBeGreaterThan(0);
  });
});

describe('newest wins', () => {
  test('runs that are overtaken are never answered; each answer carries its own number', async () => {
    driven.replies.length = 0;
    const numbers = ['4000', '4500', '5000', '5500'].map(value =>
      driven.send('run', { b: 1, changes: [change('warning_line', value)] }),
    );
    await driven.session.idle();
    const answered = driven.replies.filter(reply => reply.kind === 'figures');
    expect(answered.map(({ request }) => request)).toEqual([numbers.at(-1)]);
    expect(answered.map(reply => reply.figures.run)).toEqual([numbers.at(-1)]);
    expect(answered[0]!.figures.changes[0]!.value).toBe('5500');
  });

  test('a curve ends with the next run; a page after a run is of that run', async () => {
    await figures(driven);
    const curve = driven.send('sweep', {
      b: 1,
      changes: [],
      parameter: 'warning_line',
      cell: null,
      figure: { kind: 'changed' },
    });
    await new Promise(resolve => setTimeout(resolve, 20));
    const run = driven.send('run', { b: 1, changes: [change('warning_line', '4000')] });
    const page = driven.send('page', {
      filter: {},
      sort: { by: 'id', descending: false },
      offset: 0,
      limit: 1,
      lang: 'zh',
    });
    await driven.session.idle();
    expect(
      driven.replies.some(reply => reply.kind === 'curve' && reply.request === curve && reply.curve.done),
    ).toBe(false);
    expect(driven.replies.find(reply => reply.request === page)).toMatchObject({ kind: 'page', run });
  });
});
