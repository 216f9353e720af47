import { checkArithmetic, checkLimit, checkNegate, checkPart, checkShare } from './check-arithmetic.ts';
import { checkCall } from './check-calls.ts';
import { checkElse, checkIf } from './check-choice.ts';
import { checkBetween, checkCompare, checkIn } from './check-compare.ts';
import { type Checked, type Context, checked, type Hint, report, truth } from './check-context.ts';
import { checkNumber } from './check-literals.ts';
import { asksMember, checkMember } from './check-members.ts';
import { cardOf, checkApply, checkName, entityOf } from './check-names.ts';
import { checkCondition, checkQuantifier } from './check-parts.ts';
import { checkBands, checkTable } from './check-structure.ts';
import { checkSince } from './check-time.ts';
import { checkDot, checkExactlyOneCard, checkOwner, checkTotal } from './check-totals.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type AmountExpected, conform, type Expected } from './expected.ts';
import type { Expr } from './expr.ts';
import type { Scope } from './scope.ts';
import type { Tree, TreeOf } from './tree.ts';
import { BOOL, CARD, DATE, TEXT } from './types.ts';
import type { Period } from './units.ts';

export interface CheckResult {
  readonly expr: Expr | null;
  readonly diagnostics: Diagnostic[];
  /** How often a money figure is counted, as its literals, facts and parameters write it (元/月). */
  readonly period: Period | null;
  /** Of an amount: whom it names as beneficiary (`/人`, `/户`). */
  readonly beneficiary: 'person' | 'household' | null;
}

type Handlers = {
  readonly [Kind in Tree['kind']]: (context: Context, tree: TreeOf<Kind>, hint: Hint) => Checked | null;
};

const handlers: Handlers = {
  error: checkBroken,
  number: checkNumber,
  name: checkName,
  bool: (_, tree) => checked(truth(tree.value, tree.span)),
  date: (_, tree) => checked({ op: 'date', type: DATE, value: tree.value, span: tree.span }),
  text: (_, tree) => checked({ op: 'text', type: TEXT, value: tree.value, span: tree.span }),
  today: (_, tree) => checked({ op: 'today', type: DATE, span: tree.span }),
  card: (context, tree) =>
    context.scope.permits.card
      ? checked({ op: 'card', type: CARD, span: tree.span })
      : report(context, 'card-not-here', tree.span),
  exactlyOneCard: checkExactlyOneCard,
  open: (context, tree) => report(context, 'open-here', tree.span),
  range: (context, tree) => report(context, 'range-here', tree.span),
  list: (context, tree) => report(context, 'list-here', tree.span),
  roundMode: (context, tree) => report(context, 'round-form', tree.span),
  of: (context, tree, hint) => {
    if (asksMember(context, tree.owner, tree.arg))
      return checkMember(context, tree.owner, tree.arg, tree.span) ?? null;
    const owned = entityOf(context, tree.owner) !== null || cardOf(context, tree.owner) !== null;
    return owned ? checkOwner(context, tree.owner, tree.arg, tree.span) : checkShare(context, tree, hint);
  },
  dot: checkDot,
  total: checkTotal,
  noCard: (context, tree) => report(context, 'card-alone', tree.span),
  allCards: (context, tree) => report(context, 'card-alone', tree.span),
  not: (context, tree) => {
    const { arg: inner, span } = tree;
    // 没有成员(重病): without 任何 it reads like a negated call.
    if (inner.kind === 'apply' && entityOf(context, inner.name) !== null && inner.args.length === 1) {
      const [body] = inner.args as [Tree];
      const none = {
        kind: 'quantifier',
        quantifier: 'none',
        over: inner.name,
        where: null,
        body,
        span,
      } as const;
      return checkQuantifier(context, none);
    }
    const arg = checkCondition(context, tree.arg);
    return arg && checked({ op: 'not', type: BOOL, arg: arg.expr, span: tree.span });
  },
  and: (context, tree) => checkJoined(context, tree),
  or: (context, tree) => checkJoined(context, tree),
  atLeast: (context, tree) => {
    const args = checkConditions(context, tree.args);
    if (!args) return null;
    if (tree.count < 1 || tree.count > args.length)
      return report(context, 'at-least-count', tree.span, { count: tree.count, given: args.length });
    return checked({ op: 'atLeast', type: BOOL, count: tree.count, args, span: tree.span });
  },
  compare: checkCompare,
  between: checkBetween,
  in: checkIn,
  negate: checkNegate,
  arithmetic: checkArithmetic,
  excess: checkPart,
  shortfall: checkPart,
  cap: checkLimit,
  floor: checkLimit,
  if: checkIf,
  else: checkElse,
  quantifier: checkQuantifier,
  call: checkCall,
  apply: checkApply,
  since: checkSince,
  bands: checkBands,
  table: checkTable,
  readings: checkReadings,
};

function check(context: Context, tree: Tree, hint: Hint = {}): Checked | null {
  const handler = handlers[tree.kind] as (context: Context, tree: Tree, hint: Hint) => Checked | null;
  return handler(context, tree, hint);
}

/** Of what could not be read only wrong names are reported: the rest may be wrong just because of the error. */
function checkBroken(context: Context, tree: TreeOf<'error'>): null {
  if (!tree.inside) return null;
  const diagnostics: Diagnostic[] = [];
  check({ ...context, diagnostics }, tree.inside);
  for (const one of diagnostics)
    if (one.code === 'unknown-name' || one.code === 'not-a-value') context.diagnostics.push(one);
  return null;
}

function checkConditions(context: Context, trees: readonly Tree[]): Expr[] | null {
  const args = trees.map(tree => checkCondition(context, tree));
  return args.every(arg => arg !== null) ? args.map(arg => arg.expr) : null;
}

function checkJoined(context: Context, tree: TreeOf<'and' | 'or'>): Checked | null {
  const args = checkConditions(context, tree.args);
  return args && checked({ op: tree.kind, type: BOOL, args, span: tree.span });
}

/** Of several ways to split Han text the first that makes sense is meant; that another does too is worth a warning. */
function checkReadings(context: Context, tree: TreeOf<'readings'>, hint: Hint): Checked | null {
  let meant: { result: Checked; words: string; diagnostics: Diagnostic[] } | null = null;
  let failed: Diagnostic[] | null = null;
  for (const reading of tree.readings) {
    const diagnostics: Diagnostic[] = [];
    const result = check({ ...context, diagnostics }, reading.tree, hint);
    if (!result) {
      failed ??= diagnostics;
      continue;
    }
    if (!meant) {
      meant = { result, words: reading.words, diagnostics };
      continue;
    }
    if (sameExpr(meant.result.expr, result.expr)) continue;
    meant.diagnostics.push({
      code: 'two-splits',
      severity: 'warning',
      params: { first: meant.words, second: reading.words },
      span: tree.span,
    });
    break;
  }
  context.diagnostics.push(...(meant ? meant.diagnostics : (failed ?? [])));
  return meant?.result ?? null;
}

function sameExpr(a: Expr, b: Expr): boolean {
  const text = (expr: Expr) =>
    JSON.stringify(expr, (key, value: unknown) => (key === 'span' ? undefined : value));
  return text(a) === text(b);
}

/**
 * Resolves the names of a tree, gives it types, and brings figures to base units; all errors are found in one pass.
 * `expected` says what the place asks for; `amount` (or one with its period) is money for a beneficiary and period,
 * where literals may say `/户` and `/人`.
 */
export function checkExpression(tree: Tree, scope: Scope, expected?: Expected): CheckResult {
  const diagnostics: Diagnostic[] = [];
  const amount = expected === 'amount' || isAmount(expected);
  const perPerson = isAmount(expected) && expected.perPerson === true;
  const context: Context = { scope, entity: scope.entity, amount, perPerson, diagnostics, check };
  const hint: Hint = typeof expected === 'object' && expected.kind === 'enum' ? { enumOf: expected.of } : {};
  const found = check(context, tree, hint);
  const fitting = found && conform(context, found, tree, expected);
  return {
    expr: fitting?.expr ?? null,
    diagnostics,
    period: fitting?.period ?? null,
    beneficiary: fitting?.beneficiary ?? null,
  };
}

function isAmount(expected: Expected | undefined): expected is AmountExpected {
  return typeof expected === 'object' && expected.kind === 'amount';
}
