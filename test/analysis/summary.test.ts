import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/analysis/summary.ts';
import { bool, money, yes } from '../support/expr.ts';
import { makePolicy } from '../support/policy.ts';
import { asRun, type Household, population, results } from './world.ts';

const policy = makePolicy({
  cards: { red: yes, yellow: yes },
  exclusions: { car: { cards: ['yellow'], when: bool(true) } },
  benefits: {
    dibao: { amount: money(1), period: 'month', fund: 'relief' },
    heating: { amount: money(1), period: 'month', periods: 4, fund: 'relief' },
    repair: { amount: money(1) },
    training: {},
  },
});
const withFunds = { ...policy, funds: makePolicy({ funds: { relief: {} } }).funds };

function summary(households: readonly Household[], townships = 0) {
  return summarise(withFunds, population(households, townships), asRun(results(withFunds, households)));
}
const outcome = (households: readonly Household[], kind: string) =>
  summary(households).outcomes.find(entry => (entry.outcome.card ?? entry.outcome.kind) === kind)!;

describe('summarise', () => {
  it('counts households and people of every outcome', () => {
    const households = [
      { is: 'red', people: 2 },
      { is: 'red', people: 1 },
      { is: 'none', people: 4 },
      { is: 'undetermined', people: 3 },
      { is: 'out-of-scope', people: 5 },
    ];
    expect(outcome(households, 'red')).toMatchObject({ households: 2, people: 3 });
    expect(outcome(households, 'yellow')).toMatchObject({ households: 0, people: 0 });
    expect(outcome(households, 'none')).toMatchObject({ households: 1, people: 4 });
    expect(outcome(households, 'undetermined')).toMatchObject({ households: 1, people: 3 });
    expect(outcome(households, 'out-of-scope')).toMatchObject({ households: 1, people: 5 });
    expect(summary(households).population).toEqual({
      households: 5,
      members: 15,
      source: 'by hand',
      seed: 1,
    });
  });

  it('counts money for a year: twelve months, the months stated, or once', () => {
    const { benefits, total } = summary([{ is: 'red', claims: { dibao: 300, heating: 50, repair: 12_000 } }]);
    expect(benefits.slice(0, 3).map(({ id, due }) => [id, due.low])).toEqual([
      ['dibao', 360_000],
      ['heating', 20_000],
      ['repair', 1_200_000],
    ]);
    expect(total.due).toEqual({ households: 1, low: 1_580_000, high: 1_580_000 });
  });

  it('keeps ranges of the policy, doubt and unset amounts apart', () => {
    const { benefits, total } = summary([
      { is: 'red', claims: { repair: [1_000, 5_000] } },
      { is: 'undetermined', claims: { repair: { open: [0, 700] } } },
      { is: 'yellow', claims: { repair: 'unset', dibao: 1 } },
    ]);
    const repair = benefits.find(({ id }) => id === 'repair')!;
    expect(repair.due).toEqual({ households: 1, low: 100_000, high: 500_000 });
    expect(repair.undetermined).toEqual({ households: 1, low: 0, high: 70_000 });
    expect(repair.unset).toBe(1);
    expect(total.due).toEqual({ households: 2, low: 101_200, high: 501_200 });
    expect(total.unset).toBe(1);
  });

  it('counts who is due a benefit without money, and adds nothing to any sum', () => {
    const { benefits, total } = summary([
      { is: 'red', claims: { training: 0 } },
      { claims: { training: 0 } },
    ]);
    expect(benefits.find(({ id }) => id === 'training')!.due).toEqual({ households: 2, low: 0, high: 0 });
    expect(total.due.households).toBe(0);
  });

  it('says that an unbounded sum has no upper end', () => {
    const { total } = summary([{ is: 'red', claims: { repair: [1, Number.POSITIVE_INFINITY] } }]);
    expect(total.due).toEqual({ households: 1, low: 100, high: null });
  });

  it('sums by fund, benefits without a fund last', () => {
    const { funds } = summary([
      { is: 'red', claims: { dibao: 1, heating: 1, repair: 5 } },
      { is: 'red', claims: { dibao: 1 } },
    ]);
    expect(funds.map(({ fund, due }) => [fund, due.households, due.low])).toEqual([
      ['relief', 2, 2_800],
      [null, 1, 500],
    ]);
  });

  it('counts who is barred, by card and exclusion', () => {
    const households = [{ is: 'none', people: 3, barred: { yellow: 'car' } }, { is: 'yellow' }];
    expect(summary(households).barred).toEqual([{ card: 'yellow', by: 'car', households: 1, people: 3 }]);
  });

  it('splits by township, households without one last', () => {
    const households = [
      { is: 'red', township: 1, claims: { repair: 7 } },
      { is: 'none', township: 0 },
      { is: 'red', township: -1 },
    ];
    const { areas, areaEntity } = summary(households, 3);
    expect(areaEntity).toBe('township');
    expect(areas.map(({ id, outcomes, totals }) => [id, outcomes[0], outcomes[2], totals.due.low])).toEqual([
      ['t1', 0, 1, 0],
      ['t2', 1, 0, 700],
      [null, 1, 0, 0],
    ]);
  });

  it('knows of no people and no areas where the population records none', () => {
    const bare = population([{ is: 'red' }]);
    const { household } = bare.tables;
    const alone = { ...bare, tables: { household: { ...household!, parts: {} } } };
    const found = summarise(withFunds, alone, asRun(results(withFunds, [{ is: 'red' }])));
    expect(found.outcomes[0]).toMatchObject({ households: 1, people: null });
    expect(found.population.members).toBeNull();
    expect(found.areaEntity).toBeNull();
  });
});
