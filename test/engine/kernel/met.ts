/** Counts what operands the operators of random policies meet: known ones, unknown ones, and ones at a boundary. */

import { dayFromNumber, dayNumber, daysInMonth, parseDay } from '../../../src/engine/reference/calendar.ts';
import type { Compiling } from '../../../src/engine/reference/compile.ts';
import { compare, type Exact, exact, roundTo, sign } from '../../../src/engine/reference/exact.ts';
import { climb, type Frame, partsOf, pathDown, pathUp } from '../../../src/engine/reference/frame.ts';
import { programOf } from '../../../src/engine/reference/policy-program.ts';
import type { Run } from '../../../src/engine/reference/program.ts';
import { exactOf, isKnown, type Val } from '../../../src/engine/reference/values.ts';
import type { Expr, Op } from '../../../src/language/expr.ts';
import { operandsOf, visit } from '../../../src/language/operands.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';
import { instanceOf } from '../../../src/population/instance-of.ts';

/** `boundary`: where an off-by-one or a forgotten case would show; which that is depends on the operator. */
type Meeting = 'known' | 'unknown' | 'boundary';
type Met = Record<Meeting, number>;
export type Tally = Map<Op, Met>;

const all: readonly Meeting[] = ['known', 'unknown', 'boundary'];
const never: readonly Meeting[] = [];
/** Constants have no operands and are always known. */
const constant: readonly Meeting[] = ['known'];

/** What each operator must meet; `total` belongs to assertions about a whole result, which the kernel never sees. */
export const expected: Readonly<Record<Op, readonly Meeting[]>> = {
  number: constant,
  bool: constant,
  enum: constant,
  date: constant,
  text: constant,
  today: constant,
  total: never,
  used: never,
  served: never,
  card: ['known', 'boundary'],
  fact: all,
  definition: all,
  parameter: all,
  benefit: all,
  not: all,
  and: all,
  or: all,
  atLeast: all,
  known: all,
  in: all,
  lt: all,
  le: all,
  gt: all,
  ge: all,
  eq: all,
  ne: all,
  negate: all,
  add: all,
  subtract: all,
  multiply: all,
  divide: all,
  min: all,
  max: all,
  cap: all,
  floor: all,
  round: all,
  if: all,
  else: all,
  any: all,
  every: all,
  count: all,
  sum: all,
  minimum: all,
  maximum: all,
  average: all,
  addTime: all,
  elapsed: all,
  yearOf: all,
};

export const emptyTally = (): Tally =>
  new Map((Object.keys(expected) as Op[]).map(op => [op, { known: 0, unknown: 0, boundary: 0 }]));

const isInapplicable = (value: Val): boolean => value.kind === 'inapplicable';
const numberOf = (value: Val): Exact | null => (value.kind === 'number' ? exactOf(value) : null);

const isZero = (value: Val): boolean => {
  const number = numberOf(value);
  return number !== null && sign(number) === 0;
};

function same(a: Val, b: Val): boolean {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return compare(x, y) === 0;
  return (
    a.kind !== 'inapplicable' &&
    a.kind !== 'number' &&
    b.kind === a.kind &&
    a.value !== null &&
    a.value === b.value
  );
}

const trueOnes = (values: readonly Val[]): number =>
  values.filter(value => value.kind === 'bool' && value.value === true).length;

const isMonthEnd = (value: Val): boolean => {
  if (value.kind !== 'word' || value.value === null) return false;
  const { year, month, day } = parseDay(value.value);
  return day === daysInMonth(year, month);
};

const isYearEnd = (value: Val): boolean => {
  if (value.kind !== 'word' || value.value === null) return false;
  const next = dayFromNumber(dayNumber(parseDay(value.value)) + 30);
  return next.year !== parseDay(value.value).year || next.month <= 3;
};

const sameDay = (a: Val, b: Val): boolean =>
  a.kind === 'word' && b.kind === 'word' && a.value?.slice(-2) === b.value?.slice(-2);

/** Whether operands stand at a boundary of the operator. */
function atBoundary(expr: Expr, operands: readonly Val[], own: Val): boolean {
  const some = operands.some(isInapplicable);
  switch (expr.op) {
    case 'fact':
    case 'definition':
    case 'card':
      return isInapplicable(own) || isZero(own);
    case 'parameter':
      return some || expr.lastYear;
    case 'benefit':
      return isZero(own);
    case 'and':
    case 'or':
    case 'not':
    case 'known':
      return some;
    case 'atLeast':
      return trueOnes(operands) === expr.count;
    case 'in':
      return some || operands[0]!.kind === 'number';
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
    case 'eq':
    case 'ne':
    case 'min':
    case 'max':
    case 'cap':
    case 'floor':
      return same(operands[0]!, operands[1]!);
    case 'if':
      return isInapplicable(operands[0]!) || same(operands[1]!, operands[2]!);
    case 'else':
      return isInapplicable(operands[0]!);
    case 'round': {
      const number = numberOf(operands[0]!);
      if (number === null) return false;
      const [up, down] = [roundTo(number, exact(expr.step), 'up'), roundTo(number, exact(expr.step), 'down')];
      return compare(up, down) === 0 || compare(roundTo(number, exact(expr.step), 'half-up'), up) === 0;
    }
    case 'addTime':
      return isMonthEnd(operands[0]!);
    case 'elapsed':
      return sameDay(operands[0]!, operands[1]!);
    case 'yearOf':
      return isYearEnd(operands[0]!);
    default:
      return operands.some(isZero);
  }
}

interface Reader {
  readonly policy: Policy;
  readonly compiling: Compiling;
  readonly runs: Map<string, Map<Expr, Run>>;
}

function worth(reader: Reader, expr: Expr, frame: Frame): Val {
  const { entity } = frame.instance;
  const runs = reader.runs.get(entity) ?? new Map<Expr, Run>();
  reader.runs.set(entity, runs);
  const run = runs.get(expr) ?? reader.compiling.compile(expr, entity);
  runs.set(expr, run);
  return run(frame);
}

const AGGREGATES: ReadonlySet<Op> = new Set([
  'any',
  'every',
  'count',
  'sum',
  'minimum',
  'maximum',
  'average',
]);

function note(met: Met, operands: readonly Val[], boundary: boolean): void {
  if (operands.every(value => isKnown(value) && !isInapplicable(value))) met.known++;
  if (operands.some(value => !isKnown(value))) met.unknown++;
  if (boundary) met.boundary++;
}

function meet(reader: Reader, tally: Tally, expr: Expr, frame: Frame): void {
  const met = tally.get(expr.op)!;
  if (AGGREGATES.has(expr.op) && 'over' in expr) {
    const parts = partsOf(frame, pathDown(reader.policy.vocabulary, frame.instance.entity, expr.over));
    if (parts.frames === null) {
      met.unknown++;
      return;
    }
    const inside = parts.frames.flatMap(part =>
      operandsOf(expr).map(operand => worth(reader, operand, part)),
    );
    const meant = parts.frames.filter(part => {
      const where = expr.where === null ? null : worth(reader, expr.where, part);
      return where === null || (where.kind === 'bool' && where.value === true);
    });
    note(met, inside, meant.length === 0);
    for (const part of parts.frames)
      for (const operand of operandsOf(expr)) meet(reader, tally, operand, part);
    return;
  }
  const operands = operandsOf(expr).map(operand => worth(reader, operand, frame));
  const own = worth(reader, expr, frame);
  note(met, operands.length === 0 ? [own] : operands, atBoundary(expr, operands, own));
  for (const operand of operandsOf(expr)) meet(reader, tally, operand, frame);
}

/** Expressions of a policy with the entity they stand on. */
function roots(policy: Policy): { expr: Expr; entity: string }[] {
  const home = policy.entity;
  return [
    ...Object.values(policy.definitions).map(({ expr, entity }) => ({ expr, entity })),
    ...policy.exclusions.map(({ when }) => ({ expr: when, entity: home })),
    ...policy.benefits.flatMap(({ entity, when, amounts }) =>
      [when, ...amounts.map(({ amount }) => amount)].flatMap(expr =>
        expr === null ? [] : [{ expr, entity }],
      ),
    ),
  ];
}

function framesAt(policy: Policy, household: Frame, entity: string): readonly Frame[] {
  const up = pathUp(policy.vocabulary, policy.entity, entity);
  if (up !== null) return [climb(household, up)];
  return partsOf(household, pathDown(policy.vocabulary, policy.entity, entity)).frames ?? [];
}

const asksForCard = (expr: Expr): boolean => {
  let found = false;
  visit(expr, each => {
    found ||= each.op === 'card' || each.op === 'benefit';
  });
  return found;
};

/** Adds what the operators of a policy meet in the households of a population. */
export function addMeetings(tally: Tally, policy: Policy, population: Population): void {
  const program = programOf(policy, false);
  const reader: Reader = { policy, compiling: program.compiling, runs: new Map() };
  for (let row = 0; row < population.tables['household']!.rows; row++) {
    const frame = program.frame(instanceOf(population, policy.vocabulary, row));
    const { hypotheses } = program.judge(frame, null);
    const card = hypotheses[0] ?? -1;
    program.settle(frame, card < 0 ? null : policy.cards[card]!.id, false);
    for (const { expr, entity } of roots(policy)) {
      // One hypothesis is enough to look at; without any there is no card to ask for.
      if (hypotheses.length === 0 && asksForCard(expr)) continue;
      for (const at of framesAt(policy, frame, entity)) meet(reader, tally, expr, at);
    }
  }
}
