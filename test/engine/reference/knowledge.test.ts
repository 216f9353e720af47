/**
 * Filling in what was missing never contradicts what was decided without it: cards stay, amounts lie within the ends given.
 * Left out are `known` and `else`, which ask for ignorance itself; facts with `when:` inside arithmetic, which may turn
 * out inapplicable; and extremes over parts chosen by a condition, which may turn out to have no parts.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/engine/answer.ts';
import { decide } from '../../../src/engine/reference/decide.ts';
import type { Expr } from '../../../src/language/expr.ts';
import { printExpression } from '../../../src/language/print.ts';
import { makeUnits } from '../../../src/language/units.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { FactValue, Instance } from '../../../src/population/instance.ts';
import * as x from '../../support/expr.ts';
import { type Facts, makeHousehold, makePolicy, open, range, set } from '../../support/policy.ts';
import { makeVocabulary, testFacts } from '../../support/vocabulary.ts';

const SEED = Number(process.env['SEED'] ?? 20200318);
const RUNS = Number(process.env['RUNS'] ?? 300);

const vocabulary = makeVocabulary(testFacts, {
  'household.status': { when: x.fact('household.registered') },
  'member.age': { from: x.elapsed('year', x.fact('member.birth_date'), x.today()) },
});

const small = fc.integer({ min: -3, max: 9 });
const status = ['not_exited', 'exited', 'relapsed'];
const labour = ['full', 'weak', 'lost', 'none'];

interface Trees {
  amount: Expr;
  truth: Expr;
  ofMember: Expr;
  aboutMember: Expr;
}

const { amount, truth } = fc.letrec<Trees>((tie: fc.LetrecTypedTie<Trees>) => {
  const [amount, truth] = [tie('amount'), tie('truth')];
  const [ofMember, aboutMember] = [tie('ofMember'), tie('aboutMember')];
  const binary = (of: fc.Arbitrary<Expr>) =>
    fc
      .tuple(fc.constantFrom(x.add, x.subtract, x.multiply, x.divide, x.cap, x.floor), of, of)
      .map(([op, a, b]) => op(a, b));
  const compared = (of: fc.Arbitrary<Expr>) =>
    fc.tuple(fc.constantFrom(x.lt, x.le, x.gt, x.ge, x.eq, x.ne), of, of).map(([op, a, b]) => op(a, b));
  const rounded = (of: fc.Arbitrary<Expr>) =>
    fc
      .tuple(of, fc.constantFrom('half-up' as const, 'up' as const, 'down' as const))
      .map(([a, mode]) => x.round(a, 2, mode));
  return {
    amount: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'tree' },
      small.map(n => x.num(n, x.MONEY)),
      fc.constantFrom('income', 'costs', 'repair', 'rooms').map(id => x.fact(`household.${id}`)),
      fc.constant(x.fact('village.revenue')),
      fc.constantFrom('p', 'q', 'fixed').map(id => x.parameter(id, x.MONEY)),
      fc.constant(x.parameter('table', x.MONEY, x.fact('village.village_type'), x.fact('household.car'))),
      binary(amount),
      rounded(amount),
      fc.tuple(truth, amount, amount).map(([c, a, b]) => x.choose(c, a, b)),
      fc.tuple(fc.constantFrom(x.min, x.max), amount, amount, amount).map(([op, a, b, c]) => op(a, b, c)),
      aboutMember.map(where => x.count('member', where)),
      fc.tuple(ofMember, fc.option(aboutMember)).map(([body, where]) => x.sum('member', body, where)),
      fc.tuple(ofMember, fc.option(aboutMember)).map(([body, where]) => x.average('member', body, where)),
      fc.tuple(fc.constantFrom(x.minimum, x.maximum), ofMember).map(([op, body]) => op('member', body)),
    ),
    truth: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'tree' },
      fc.constantFrom('registered', 'car', 'ill').map(id => x.fact(`household.${id}`)),
      fc.constantFrom(...status).map(v => x.eq(x.fact('household.status'), x.word('household.status', v))),
      fc.constantFrom(...status).map(v => x.ne(x.fact('household.status'), x.word('household.status', v))),
      fc.subarray(status).map(values => x.isIn(x.fact('household.status'), ...values)),
      fc
        .integer({ min: -24, max: 24 })
        .map(n => x.le(x.addMonths(x.fact('household.exit_date'), x.months(n)), x.today())),
      compared(amount),
      fc.tuple(truth, truth).map(args => x.and(...args)),
      fc.tuple(truth, truth).map(args => x.or(...args)),
      fc.tuple(truth, truth, truth).map(args => x.atLeast(2, ...args)),
      truth.map(x.not),
      fc.tuple(aboutMember, fc.option(aboutMember)).map(([body, where]) => x.any('member', body, where)),
      fc.tuple(aboutMember, fc.option(aboutMember)).map(([body, where]) => x.every('member', body, where)),
    ),
    ofMember: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'member' },
      fc.constant(x.fact('member.wage')),
      fc.constant(x.divide(x.fact('member.age'), x.num(12))),
      fc.constant(x.fact('household.income')),
      small.map(n => x.num(n, x.MONEY)),
      fc.constant(x.parameter('p', x.MONEY)),
      binary(ofMember),
      fc.tuple(aboutMember, ofMember, ofMember).map(([c, a, b]) => x.choose(c, a, b)),
    ),
    aboutMember: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'member' },
      fc.constant(x.fact('member.severe')),
      fc.subarray(labour).map(values => x.isIn(x.fact('member.labour'), ...values)),
      small.map(n => x.ge(x.fact('member.age'), x.years(n * 10))),
      compared(ofMember),
      aboutMember.map(x.not),
    ),
  };
});

const benefit = fc.record(
  { amount, when: truth, cards: fc.subarray(['a', 'b'], { minLength: 1 }) },
  { requiredKeys: ['amount'] },
);
const memberBenefit = fc
  .constantFrom(x.fact('member.wage'), x.cap(x.divide(x.fact('member.wage'), x.num(3)), x.num(2, x.MONEY)))
  .map(amount => ({ entity: 'member', amount, when: x.fact('member.severe') }));

/** Counterexamples show the rules, not the whole policy. */
const shown = (policy: Policy) => ({
  policy,
  [fc.toStringMethod]: () => describePolicy(policy),
});

const policies = fc
  .record({
    a: truth,
    b: truth,
    c: truth,
    scope: fc.option(truth),
    bar: truth,
    unique: fc.boolean(),
    one: benefit,
    two: benefit,
    care: memberBenefit,
    head: amount,
    counts: fc.constantFrom('best' as const, 'first' as const, null),
    caps: fc.array(
      fc.record({
        amount,
        proportional: fc.boolean(),
        per: fc.constantFrom('household' as const, 'person' as const),
      }),
      {
        maxLength: 2,
      },
    ),
  })
  .map(({ a, b, c, scope, bar, unique, one, two, care, head, counts, caps }) =>
    shown(
      makePolicy({
        vocabulary,
        ...(scope === null ? {} : { scope }),
        unique,
        parameters: {
          p: range(1, 4, x.MONEY),
          q: open(x.MONEY),
          fixed: set(3, x.MONEY),
          table: {
            kind: 'cells',
            by: ['village.village_type', 'household.car'],
            type: x.MONEY,
            cells: {
              'poor|true': { kind: 'set', value: '5' },
              'poor|false': { kind: 'range', low: '0', high: '2' },
              'ordinary|true': { kind: 'set', value: '-1' },
            },
            otherwise: { kind: 'set', value: '2' },
          },
        },
        cards: { a, b, c },
        exclusions: { bar: { cards: ['a', 'c'], when: bar } },
        benefits: {
          one,
          two,
          care,
          after: { amount: x.subtract(x.num(9, x.MONEY), x.benefit('one')) },
          head: { amount: head, times: x.count('member') },
        },
        groups: { g: { benefits: ['one', 'two', 'care'], counts, caps } },
      }),
    ),
  );

const units = makeUnits();
const text = (expr: Expr | null) =>
  expr === null
    ? '–'
    : printExpression(
        expr,
        'en',
        named =>
          named.kind === 'given'
            ? named.text
            : 'plural' in named
              ? named.id
              : `${'entity' in named ? `${named.entity}.` : ''}${named.id}`,
        units,
      );

function describePolicy({ scope, unique, cards, definitions, exclusions, benefits, groups }: Policy): string {
  return [
    `scope ${text(scope)}${unique ? ', unique' : ''}`,
    ...cards.map(card => `card ${card.id}: ${text(definitions[card.condition]!.expr)}`),
    ...exclusions.map(each => `bar ${each.cards}: ${text(each.when)}`),
    ...benefits.map(
      each =>
        `benefit ${each.id} for ${each.cards} when ${text(each.when)}: ${text(each.amounts[0]!.amount)} × ${text(each.times)}`,
    ),
    ...groups.map(
      group =>
        `group ${group.counts}: ${group.caps.map(cap => `${text(cap.amount)} ${cap.per} ${cap.proportional}`)}`,
    ),
  ].join('\n');
}

const money = fc.integer({ min: -4, max: 9 }).map(String);
const day = fc
  .integer({ min: 0, max: 40 })
  .map(n => `${1980 + n}-02-${String((n % 28) + 1).padStart(2, '0')}`);
const people = fc.record({
  severe: fc.boolean(),
  wage: money,
  labour: fc.constantFrom(...labour),
  birth_date: day,
});
const households = fc.record({
  facts: fc.record({
    registered: fc.boolean(),
    car: fc.boolean(),
    ill: fc.boolean(),
    status: fc.constantFrom(...status),
    income: money,
    costs: money,
    repair: money,
    rooms: money,
    exit_date: day,
  }),
  members: fc.array(people, { maxLength: 3 }),
  village: fc.record({ village_type: fc.constantFrom('supervised', 'poor', 'ordinary'), revenue: money }),
  /** Which of the facts, in the order they are met, are missing. */
  gaps: fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
  /** Whether the members are not even counted. */
  unlisted: fc.boolean().chain(once => (once ? fc.boolean() : fc.constant(false))),
});

/** The household with all facts, and with gaps. A fact that does not apply has no value. */
function both({
  facts,
  members,
  village,
  gaps,
  unlisted,
}: typeof households extends fc.Arbitrary<infer T> ? T : never) {
  let at = 0;
  const full: Facts = facts.registered ? facts : { ...facts, status: null };
  const thinned = (given: Facts): Facts =>
    Object.fromEntries(
      Object.entries(given).map(([id, value]) => [
        id,
        gaps[at++ % gaps.length] ? null : (value as FactValue),
      ]),
    );
  const known = makeHousehold(full, { members, village });
  const gappy = makeHousehold(thinned(full), {
    ...(unlisted ? {} : { members: members.map(thinned) }),
    village: thinned(village),
  });
  return { known, gappy };
}

const ends = (answer: Answer, id: string) => {
  const found = answer.benefits.find(each => each.id === id);
  return {
    state: found?.state ?? 'none',
    low: found?.low ?? 0,
    high: found === undefined ? 0 : (found.high ?? Number.POSITIVE_INFINITY),
  };
};

function within(ids: readonly string[], less: Answer, more: Answer): void {
  const before = ids.map(id => ends(less, id));
  const after = ids.map(id => ends(more, id));
  if ([...before, ...after].some(each => each.state === 'unset')) return;
  const sum = (side: 'low' | 'high', list: typeof before) =>
    list.reduce((total, each) => total + each[side], 0);
  expect(sum('low', before)).toBeLessThanOrEqual(sum('low', after));
  expect(sum('high', before)).toBeGreaterThanOrEqual(sum('high', after));
}

function consistent(policy: Policy, gappy: Instance, known: Instance): Answer {
  const less = decide(policy, gappy);
  const more = decide(policy, known);
  if (less.status === 'undetermined') expect(less.causes).not.toEqual([]);
  // That a policy contradicts itself may come to light at any time.
  if (more.status === 'conflict') return more;
  if (less.status !== 'undetermined') expect([more.status, more.card]).toEqual([less.status, less.card]);
  if (more.status === 'out-of-scope') {
    if (less.status === 'undetermined') expect(less.possible).toContain(null);
  } else expect(less.possible).toEqual(expect.arrayContaining([...more.possible]));
  const { counts } = policy.groups[0]!;
  // Who wins a group may change; what the group comes to under one card may not leave its ends.
  if (more.status === 'decided') within(['one', 'two', 'care'], less, more);
  if (counts === null) for (const id of ['one', 'two', 'care']) within([id], less, more);
  if (counts !== 'best') within(['after'], less, more);
  within(['head'], less, more);
  return less;
}

test(`knowing more never contradicts (seed ${SEED})`, () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(policies, fc.array(households, { minLength: 4, maxLength: 4 }), ({ policy }, specs) => {
      for (const spec of specs) {
        const { known, gappy } = both(spec);
        const { status } = consistent(policy, gappy, known);
        met.set(status, (met.get(status) ?? 0) + 1);
        // A trace changes nothing.
        const traced = decide(policy, gappy, { trace: true });
        expect({ ...traced, reasons: [] }).toEqual(decide(policy, gappy));
      }
    }),
    { seed: SEED, numRuns: RUNS },
  );
  const rare = ['decided', 'undetermined', 'out-of-scope', 'conflict'].filter(
    status => (met.get(status) ?? 0) < RUNS / 25,
  );
  expect(rare).toEqual([]);
}, 120_000);
