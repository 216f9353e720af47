import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRuns } from '../../../src/analysis/compare.ts';
import { SHIFT } from '../../../src/analysis/gain.ts';
import { pairOf } from '../../../src/analysis/live/pair.ts';
import { sideOf } from '../../../src/analysis/live/side.ts';
import { outcomesOf } from '../../../src/analysis/outcome.ts';
import { summarise } from '../../../src/analysis/summary.ts';
import { bool, money, yes } from '../../support/expr.ts';
import { makePolicy } from '../../support/policy.ts';
import { asRun, type Claim, type Household, population, results } from '../world.ts';

const policy = makePolicy({
  cards: { red: yes, yellow: yes },
  exclusions: { car: { cards: ['yellow'], when: bool(true) } },
  benefits: {
    dibao: { amount: money(1), period: 'month', fund: 'relief' },
    heating: { amount: money(1), period: 'month', periods: 4, fund: 'relief' },
    repair: { amount: money(1) },
    training: {},
    house: { amount: money(1), fund: 'housing' },
  },
  funds: { relief: {}, housing: {}, unused: {} },
});

const figure = fc.integer({ min: 0, max: 5000 });
const ends = fc.tuple(figure, fc.oneof(figure, fc.constant(Number.POSITIVE_INFINITY)));
const span = ends.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const claim: fc.Arbitrary<Claim> = fc.oneof(
  figure,
  span,
  fc.constant('unset' as const),
  span.map(open => ({ open })),
);
/** Help without money is worth nothing in any claim. */
const worthless = (claim: Claim): Claim =>
  claim === 'unset' ? claim : typeof claim === 'object' && 'open' in claim ? { open: [0, 0] } : 0;
const claims = fc
  .dictionary(fc.constantFrom(...policy.benefits.map(({ id }) => id)), claim)
  .map(({ training, ...paid }) =>
    training === undefined ? paid : { ...paid, training: worthless(training) },
  );
const household = (places: fc.Arbitrary<number>): fc.Arbitrary<Household> =>
  fc.record({
    is: fc.constantFrom('red', 'yellow', 'none', 'undetermined', 'out-of-scope', 'conflict'),
    people: places,
    claims,
    barred: fc.constantFrom<Readonly<Record<string, string>>>({}, { yellow: 'car' }),
  });
const two = fc.array(fc.tuple(household(fc.nat(6)), household(fc.nat(6))), { minLength: 1, maxLength: 30 });

test('a side says what the summary says', () => {
  fc.assert(
    fc.property(two, households => {
      const list = households.map(([one]) => one);
      const county = population(list);
      const run = asRun(results(policy, list));
      const { outcomes, barred, benefits, funds, total } = summarise(policy, county, run);
      const { duties, ...side } = sideOf(policy, county, run).summary;
      expect(side).toEqual({ outcomes, barred, benefits, funds, total });
      expect(duties).toEqual([]);
    }),
  );
});

test('a pair of sides says what the comparison says', () => {
  fc.assert(
    fc.property(two, households => {
      const county = population(households.map(([a]) => a));
      const [a, b] = [0, 1].map(side =>
        asRun(
          results(
            policy,
            households.map(each => each[side]!),
          ),
        ),
      );
      const wanted = compareRuns(county, { policy, results: a!.results }, { policy, results: b!.results });
      const pair = pairOf(county, sideOf(policy, county, a!), sideOf(policy, county, b!));
      const outcomes = outcomesOf(policy);
      expect(
        pair.cells.map(({ from, to, ...rest }) => ({ from: outcomes[from], to: outcomes[to], ...rest })),
      ).toEqual(wanted.transitions.map(({ examples, ...rest }) => rest));
      expect(pair.all).toEqual({ changed: wanted.changed, unset: wanted.unset });
      const { distribution, largest, ...gains } = wanted.gains;
      expect({ ...pair.shifts[SHIFT.gain]!, ...pair.gains }).toEqual(gains);
      const losses = wanted.losses;
      expect({ ...pair.shifts[SHIFT.loss]!, ...pair.losses }).toMatchObject({
        households: losses.households,
        people: losses.people,
        low: losses.low,
        high: losses.high,
      });
      expect(pair.shifts[SHIFT.either]).toEqual(wanted.either);
      expect(pair.shifts[SHIFT.equal]).toEqual(wanted.equal);
      expect(pair.shifts[SHIFT.unknown]).toEqual(wanted.unknown);
      expect(pair.changed.reduce((sum, one) => sum + one, 0)).toBe(wanted.changed.households);
    }),
  );
});
