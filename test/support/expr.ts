/**
 * Tiny constructors for checked expressions, so that tests of the evaluators read like rules.
 * Numbers are given in base units (`money(12.5)` takes yuan); a node's type is worked out as the checker would.
 */
import type { AggregateOp, CompareOp, Expr, RoundMode } from '../../src/language/expr.ts';
import type { Span } from '../../src/language/source.ts';
import { BOOL, CARD, DATE, type Dimension, TEXT, type Type } from '../../src/language/types.ts';
import { testVocabulary } from './vocabulary.ts';

/** Where nodes made here claim to stand. */
export const nowhere: Span = { file: 'test.yaml', start: 0, end: 0 };

export const number = (dimension: Dimension = {}): Type => ({ kind: 'number', dimension });
export const RATIO = number();
export const MONEY = number({ money: 1 });
export const MONTHS = number({ month: 1 });
export const DAYS = number({ day: 1 });
export const PERSONS = number({ person: 1 });

const node = <T extends object>(type: Type, rest: T) => ({ type, span: nowhere, ...rest });

/** A number in base units; fractions as text: `num('1/3')`. */
export const num = (value: number | string, type: Type = RATIO): Expr =>
  node(type, { op: 'number' as const, value: String(value) });
/** Money in yuan, whole fen. */
export const money = (yuan: number): Expr => num(Math.round(yuan * 100), MONEY);
export const months = (count: number): Expr => num(count, MONTHS);
export const years = (count: number): Expr => num(count * 12, MONTHS);
export const days = (count: number): Expr => num(count, DAYS);
export const bool = (value: boolean): Expr => node(BOOL, { op: 'bool' as const, value });
export const yes = bool(true);
export const no = bool(false);
/** A value of an enumeration: `word('household.housing', 'd')`; of the cards: `word('#card', 'red')`. */
export const word = (of: string, value: string): Expr =>
  node({ kind: 'enum', of }, { op: 'enum' as const, value });
export const date = (value: string): Expr => node(DATE, { op: 'date' as const, value });
export const text = (value: string): Expr => node(TEXT, { op: 'text' as const, value });

/** A fact by key: `fact('member.age')`; its type is the vocabulary's. */
export function fact(key: string, vocabulary = testVocabulary): Expr {
  const { type, entity, id } = vocabulary.facts[key]!;
  return node(type, { op: 'fact' as const, entity, id });
}
/** A definition by key: `definition('household.net_income', MONEY)`. */
export function definition(key: string, type: Type): Expr {
  const dot = key.indexOf('.');
  return node(type, { op: 'definition' as const, entity: key.slice(0, dot), id: key.slice(dot + 1) });
}
export const parameter = (id: string, type: Type = RATIO, ...keys: Expr[]): Expr =>
  node(type, { op: 'parameter' as const, id, lastYear: false, keys });
export const lastYear = (id: string, type: Type = RATIO, ...keys: Expr[]): Expr =>
  node(type, { op: 'parameter' as const, id, lastYear: true, keys });
export const benefit = (id: string): Expr => node(MONEY, { op: 'benefit' as const, id });
export const card = (): Expr => node(CARD, { op: 'card' as const });
export const today = (): Expr => node(DATE, { op: 'today' as const });
export const total = (what: 'households' | 'people' | 'money', of = '#all', benefitId?: string): Expr =>
  node(what === 'money' ? MONEY : RATIO, {
    op: 'total' as const,
    what,
    card: of,
    benefit: benefitId ?? null,
    served: false,
  });
/** Money of the whole result that quotas and funds leave. */
export const totalServed = (of = '#all', benefitId?: string): Expr =>
  ({ ...total('money', of, benefitId), served: true }) as Expr;

/** The card that a policy used as `use` gives, on an instance of the entity that it classifies. */
export const usedCard = (use: string, entity = 'household'): Expr =>
  node({ kind: 'enum', of: `#card:${use}` }, { op: 'used' as const, use, entity, what: { kind: 'card' } });
export const usedAmount = (use: string, entity = 'household'): Expr =>
  node(MONEY, { op: 'used' as const, use, entity, what: { kind: 'amount' } });
export const usedBenefit = (use: string, id: string, entity = 'household'): Expr =>
  node(MONEY, { op: 'used' as const, use, entity, what: { kind: 'benefit', id } });
/** Whether a seat was had; `use` null: of this policy. */
export const seat = (id: string, entity = 'household', use: string | null = null): Expr =>
  node(BOOL, { op: 'served' as const, use, entity, what: { kind: 'quota', id } });
/** What quotas and funds leave of a benefit. */
export const servedBenefit = (id: string, entity = 'household', use: string | null = null): Expr =>
  node(MONEY, { op: 'served' as const, use, entity, what: { kind: 'benefit', id } });

export const not = (arg: Expr): Expr => node(BOOL, { op: 'not' as const, arg });
export const and = (...args: Expr[]): Expr => node(BOOL, { op: 'and' as const, args });
export const or = (...args: Expr[]): Expr => node(BOOL, { op: 'or' as const, args });
export const atLeast = (count: number, ...args: Expr[]): Expr =>
  node(BOOL, { op: 'atLeast' as const, count, args });
export const known = (arg: Expr): Expr => node(BOOL, { op: 'known' as const, arg });
export const isIn = (arg: Expr, ...values: string[]): Expr => node(BOOL, { op: 'in' as const, arg, values });

const compare =
  (op: CompareOp) =>
  (left: Expr, right: Expr): Expr =>
    node(BOOL, { op, left, right });
export const lt = compare('lt');
export const le = compare('le');
export const gt = compare('gt');
export const ge = compare('ge');
export const eq = compare('eq');
export const ne = compare('ne');

const dimensionOf = (type: Type): Dimension => (type.kind === 'number' ? type.dimension : {});
function combine(left: Type, right: Type, sign: 1 | -1): Type {
  const dimension: Record<string, number> = { ...dimensionOf(left) };
  for (const [base, power] of Object.entries(dimensionOf(right))) {
    const sum = (dimension[base] ?? 0) + sign * power;
    if (sum === 0) delete dimension[base];
    else dimension[base] = sum;
  }
  return number(dimension);
}

export const negate = (arg: Expr): Expr => node(arg.type, { op: 'negate' as const, arg });
export const add = (left: Expr, right: Expr): Expr => node(left.type, { op: 'add' as const, left, right });
export const subtract = (left: Expr, right: Expr): Expr =>
  node(left.type, { op: 'subtract' as const, left, right });
export const multiply = (left: Expr, right: Expr): Expr =>
  node(combine(left.type, right.type, 1), { op: 'multiply' as const, left, right });
export const divide = (left: Expr, right: Expr): Expr =>
  node(combine(left.type, right.type, -1), { op: 'divide' as const, left, right });
export const min = (...args: Expr[]): Expr => node(args[0]!.type, { op: 'min' as const, args });
export const max = (...args: Expr[]): Expr => node(args[0]!.type, { op: 'max' as const, args });
export const cap = (left: Expr, right: Expr): Expr => node(left.type, { op: 'cap' as const, left, right });
export const floor = (left: Expr, right: Expr): Expr =>
  node(left.type, { op: 'floor' as const, left, right });
export const round = (arg: Expr, step: number | string, mode: RoundMode = 'half-up'): Expr =>
  node(arg.type, { op: 'round' as const, arg, step: String(step), mode });

export const choose = (condition: Expr, then: Expr, otherwise: Expr): Expr =>
  node(then.type, { op: 'if' as const, condition, then, otherwise });
export const orElse = (arg: Expr, fallback: Expr): Expr =>
  node(arg.type, { op: 'else' as const, arg, fallback });

function aggregate(op: AggregateOp, type: Type, over: string, body: Expr | null, where: Expr | null): Expr {
  return node(type, { op, over, where, body }) as Expr;
}
export const any = (over: string, body: Expr, where: Expr | null = null): Expr =>
  aggregate('any', BOOL, over, body, where);
export const every = (over: string, body: Expr, where: Expr | null = null): Expr =>
  aggregate('every', BOOL, over, body, where);
export const count = (over: string, where: Expr | null = null): Expr =>
  aggregate('count', over === 'member' ? PERSONS : RATIO, over, null, where);
const measure =
  (op: 'sum' | 'minimum' | 'maximum' | 'average') =>
  (over: string, body: Expr, where: Expr | null = null): Expr =>
    aggregate(op, body.type, over, body, where);
export const sum = measure('sum');
export const minimum = measure('minimum');
export const maximum = measure('maximum');
export const average = measure('average');

export const addMonths = (left: Expr, right: Expr): Expr =>
  node(DATE, { op: 'addTime' as const, unit: 'month' as const, left, right });
export const addDays = (left: Expr, right: Expr): Expr =>
  node(DATE, { op: 'addTime' as const, unit: 'day' as const, left, right });
export const elapsed = (unit: 'year' | 'month' | 'day', left: Expr, right: Expr): Expr =>
  node(unit === 'day' ? DAYS : MONTHS, { op: 'elapsed' as const, unit, left, right });
export const yearOf = (arg: Expr): Expr =>
  node(number({ 'calendar-year': 1 }), { op: 'yearOf' as const, arg });
