import { describe, expect, it } from 'vitest';
import { assertionVerdicts, parameterVerdicts } from '../../src/analysis/assertions.ts';
import { doubtOf } from '../../src/analysis/doubt.ts';
import { noCard } from '../../src/analysis/nocard.ts';
import { openParametersOf } from '../../src/analysis/open.ts';
import { householdRows } from '../../src/analysis/rows.ts';
import { run } from '../../src/engine/run.ts';
import type { Expr } from '../../src/language/expr.ts';
import { BOOL } from '../../src/language/types.ts';
import {
  and,
  any,
  card,
  definition,
  eq,
  fact,
  ge,
  known,
  le,
  MONEY,
  money,
  not,
  num,
  or,
  parameter,
  total,
  word,
  years,
} from '../support/expr.ts';
import { fen, makePolicy, open, range, set } from '../support/policy.ts';
import { makePopulation } from '../support/population.ts';

/** The expression as if it stood at a place of its own: parts of one phrase share theirs. */
const at = (start: number, expr: Expr): Expr => ({ ...expr, span: { ...expr.span, start, end: start + 1 } });

const registered = at(1, fact('household.registered'));
const poor = at(2, le(fact('household.income'), parameter('line', MONEY)));
const old = at(3, any('member', ge(fact('member.age'), years(60))));

const policy = makePolicy({
  scope: or(registered, not(registered)),
  parameters: { line: set(500_000, MONEY), bonus: open(MONEY), grant: range(10_000, 30_000, MONEY) },
  definitions: { 'household.needy': and(poor, old) },
  cards: { red: and(registered, at(4, definition('household.needy', BOOL))), blue: not(registered) },
  exclusions: { car: { cards: ['blue'], when: fact('household.car') } },
  benefits: {
    grant: { cards: ['red'], amount: parameter('grant', MONEY) },
    extra: { cards: ['red'], amount: parameter('bonus', MONEY) },
  },
});

const household = (registered: boolean | null, income: number | null, car: boolean, ...ages: number[]) => ({
  facts: { registered, income: income === null ? null : fen(income), car },
  members: ages.map(age => ({ age: age * 12 })),
});
const people = [
  household(true, 4_000, false, 70),
  household(true, 6_000, false, 70),
  household(true, 4_000, false, 30, 20),
  household(true, 9_000, false, 30),
  household(false, 1, true, 50),
  household(false, 1, false, 50),
  household(true, null, false, 70),
  household(null, null, false, 70),
];
const populationOf = (households: typeof people) =>
  makePopulation(
    households.map(({ facts }) => facts),
    { member: households.map(({ members }) => members) },
  );
const population = populationOf(people);
const done = run(policy, population);

describe('noCard', () => {
  it('says which conditions fail, which fail alone, and what bars', () => {
    const found = noCard(policy, population, done);
    expect(found.households).toBe(4);
    const [red, blue] = found.cards;
    expect(red!.obstacles.map(({ condition, households, alone }) => [condition, households, alone])).toEqual([
      [registered, 1, 0],
      [poor, 2, 1],
      [old, 3, 1],
    ]);
    expect(blue).toMatchObject({ households: 3, barred: [{ by: 'car', households: 1 }] });
  });

  it('has nothing to say where everybody has a card', () => {
    const easy = makePolicy({ cards: { all: or(registered, not(registered)) } });
    const one = populationOf([household(true, 1, false, 5)]);
    expect(noCard(easy, one, run(easy, one))).toEqual({ households: 0, cards: [] });
  });
});

describe('doubtOf', () => {
  it('counts the facts that leave households undetermined, and those that do so alone', () => {
    const { households, looked, lacks } = doubtOf(policy, population, done);
    expect([households, looked]).toEqual([2, 2]);
    expect(lacks).toEqual([
      { kind: 'missing', entity: 'household', id: 'income', households: 2, alone: 1 },
      { kind: 'missing', entity: 'household', id: 'registered', households: 1, alone: 0 },
    ]);
  });

  it('looks at no more than it may, and says so', () => {
    expect(doubtOf(policy, population, done, 1)).toMatchObject({ households: 2, looked: 1 });
  });
});

describe('householdRows', () => {
  it('tells of each household what it comes to', () => {
    const rows = [...householdRows(policy, population, done)];
    expect(rows.map(({ outcome }) => outcome.card ?? outcome.kind)).toEqual([
      'red',
      'none',
      'none',
      'none',
      'none',
      'blue',
      'undetermined',
      'undetermined',
    ]);
    expect(rows[0]).toMatchObject({
      money: { low: 10_000, high: 30_000 },
      benefits: ['grant'],
      unset: ['extra'],
    });
    expect(rows[4]).toMatchObject({ possible: [null], barred: [{ card: 'blue', by: 'car' }] });
    expect(rows[6]).toMatchObject({ possible: ['red', null], money: { low: 0, high: 30_000 } });
    expect(rows[6]!.causes).toEqual([expect.objectContaining({ kind: 'missing', fact: 'income' })]);
    expect(rows[0]!.causes).toEqual([]);
  });
});

describe('openParametersOf', () => {
  it('finds the open parameters behind a benefit, through definitions', () => {
    const made = makePolicy({
      parameters: { a: open(MONEY), b: open(MONEY), c: set(1, MONEY) },
      definitions: { 'household.sum': parameter('a', MONEY) },
      benefits: {
        x: {
          amount: definition('household.sum', MONEY),
          when: le(parameter('c', MONEY), parameter('b', MONEY)),
        },
      },
    });
    expect(openParametersOf(made, made.benefits[0]!)).toEqual(['a', 'b']);
  });
});

describe('assertions', () => {
  const asserting = (assertions: Parameters<typeof makePolicy>[0]['assertions']) =>
    makePolicy({
      parameters: { line: set(500_000, MONEY), bonus: open(MONEY) },
      cards: { red: registered },
      benefits: { grant: { cards: ['red'], amount: money(100) } },
      assertions: assertions!,
    });
  const verdicts = (assertions: Parameters<typeof makePolicy>[0]['assertions']) => {
    const made = asserting(assertions);
    return assertionVerdicts(made, population, run(made, population)).map(
      ({ holds, failed, unknown, witness }) => [holds, failed, unknown, witness],
    );
  };

  it('about parameters need no households', () => {
    const line = parameter('line', MONEY);
    const found = parameterVerdicts(
      asserting({
        a: { on: 'parameters', must: ge(line, money(4_000)) },
        b: { on: 'parameters', must: ge(line, money(6_000)) },
        c: { on: 'parameters', must: ge(parameter('bonus', MONEY), line) },
      }),
    );
    expect(found.map(({ holds }) => holds)).toEqual([true, false, null]);
  });

  it('about every household have a witness', () => {
    const hasCard = known(card());
    expect(
      verdicts({
        a: { on: 'household', must: eq(card(), word('#card', 'red')) },
        b: { on: 'household', must: hasCard },
        c: { on: 'household', must: or(registered, not(registered)) },
      }),
    ).toEqual([
      [false, 2, 1, 'h5'],
      [true, 0, 0, null],
      [null, 0, 1, null],
    ]);
  });

  it('about the whole count undetermined households at the upper end only', () => {
    const red = total('households', 'red');
    const spent = total('money', '#all', 'grant');
    expect(
      verdicts({
        a: { on: 'overall', must: ge(red, num(5)) },
        b: { on: 'overall', must: ge(red, num(6)) },
        c: { on: 'overall', must: le(red, num(5)) },
        d: { on: 'overall', must: ge(spent, money(500)) },
        e: { on: 'overall', must: le(total('households', '#none'), num(1)) },
      }),
    ).toEqual([
      [true, 0, 0, null],
      [null, 0, 0, null],
      [null, 0, 0, null],
      [true, 0, 0, null],
      [false, 0, 0, null],
    ]);
  });
});
