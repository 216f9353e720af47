/** What drafters lay out in YAML rather than write in a line: the rows of tables and bands, bands that add up, scores. */
import type { Step } from '../../engine/answer.ts';
import type { Expr } from '../../language/expr.ts';
import type { Span } from '../../language/source.ts';
import type { Policy } from '../../policy/policy.ts';
import { truthOfStep } from './condense.ts';

type If = Extract<Expr, { op: 'if' }>;
type Multiply = Extract<Expr, { op: 'multiply' }>;

/** An expression with the step of what came of it; null for a constant and for what was not asked. */
export interface Found<E extends Expr = Expr> {
  readonly expr: E;
  readonly step: Step | null;
}

export const within = (inner: Span, outer: Span): boolean =>
  inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
const sameSpan = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start && a.end === b.end;

export const standsFor = (step: Step, expr: Expr | null | undefined): boolean =>
  expr !== null &&
  expr !== undefined &&
  step.op === expr.op &&
  step.span?.start === expr.span.start &&
  step.span.end === expr.span.end &&
  step.type.kind === expr.type.kind;

export function child<E extends Expr>(of: Step | null, expr: E): Found<E> {
  return { expr, step: of?.steps.find(step => standsFor(step, expr)) ?? null };
}

/** An amount for a year or a month is taken for its period without a word of it: what is multiplied there. */
function unwrapped({ expr, step }: Found): Found {
  if (expr.op !== 'multiply' && expr.op !== 'divide') return { expr, step };
  const silent = expr.right.op === 'number' && sameSpan(expr.right.span, expr.span);
  return silent && sameSpan(expr.left.span, expr.span) ? child(step, expr.left) : { expr, step };
}

/** A row of a table or a band: unlike in a line of text, what comes after it stands outside of it. */
export const isRow = (expr: Expr): expr is If => expr.op === 'if' && !within(expr.otherwise.span, expr.span);

/** One that may be the row met. `row`: null for what stands last, without a row of its own. */
export interface Row {
  readonly row: If | null;
  readonly value: Found;
  /** Where the row before it ends. */
  readonly after: number;
}

export interface Rows {
  /** The row met; several where it is not known which. */
  readonly met: readonly Row[];
  /** What the rows go by. */
  readonly by: readonly Found[];
}

/** What a condition of a row looks at. */
function subjects({ expr, step }: Found): Found[] {
  if (expr.op === 'and') return expr.args.flatMap(arg => subjects(child(step, arg)));
  if (expr.op === 'not') return [child(step, expr.arg)];
  return 'left' in expr ? [child(step, expr.left)] : [{ expr, step }];
}

/** Follows the rows to the one met; null where there are no rows. */
export function rowsOf(whole: Expr, wholeStep: Step | null): Rows | null {
  const { expr, step } = unwrapped({ expr: whole, step: wholeStep });
  if (!isRow(expr)) return null;
  const met: Row[] = [];
  const by: Found[] = [];
  let at: Found = { expr, step };
  let after = 0;
  for (;;) {
    const { expr: row } = at;
    if (!isRow(row)) {
      met.push({ row: null, value: at, after });
      break;
    }
    const condition = child(at.step, row.condition);
    for (const one of subjects(condition))
      if (one.step !== null && !by.some(known => sameSpan(known.expr.span, one.expr.span))) by.push(one);
    const truth = condition.step === null ? null : truthOfStep(condition.step);
    if (truth !== false) met.push({ row, value: child(at.step, row.then), after });
    if (truth === true) break;
    after = Math.max(after, row.span.end);
    at = child(at.step, row.otherwise);
  }
  return { met, by };
}

/** The terms of a sum that stands at one place as a whole. */
function terms({ expr, step }: Found, span: Span): Found[] {
  if (expr.op !== 'add' || !sameSpan(expr.span, span)) return [{ expr, step }];
  return [...terms(child(step, expr.left), span), ...terms(child(step, expr.right), span)];
}

/** One of several bands that add up. */
export interface Part {
  readonly whole: Found<Multiply>;
  readonly rate: Found;
  /** How much falls into the band. */
  readonly part: Found;
}

export interface Parts {
  readonly parts: readonly Part[];
  readonly by: Found;
}

/** What a part is cut out of: `min(max(0, x − from), upTo − from)`. */
function subjectOf({ expr, step }: Found): Found | null {
  if (expr.op === 'min') return subjectOf(child(step, expr.args[0]!));
  if (expr.op !== 'max') return null;
  const above = child(step, expr.args[1]!);
  if (above.expr.op !== 'subtract' || !sameSpan(above.expr.span, expr.span)) return above;
  return child(above.step, above.expr.left);
}

/** Bands that add up; null for anything else. */
export function partsOf(whole: Expr, wholeStep: Step | null): Parts | null {
  const { expr, step } = unwrapped({ expr: whole, step: wholeStep });
  const parts: Part[] = [];
  let by: Found | null = null;
  for (const { expr: term, step: own } of terms({ expr, step }, expr.span)) {
    if (term.op !== 'multiply' || !sameSpan(term.span, term.right.span)) return null;
    const part = child(own, term.right);
    by = subjectOf(part);
    if (by === null) return null;
    parts.push({ whole: { expr: term, step: own }, rate: child(own, term.left), part });
  }
  return by === null ? null : { parts, by };
}

/** An item of a score: points, and what they hang on. */
export interface Item {
  readonly condition: Found | null;
  readonly points: Found;
  readonly whole: Found;
}

const scores = new WeakMap<Policy, ReadonlySet<Expr>>();

function isScore(expr: Expr, policy: Policy): boolean {
  let known = scores.get(policy);
  if (known === undefined) {
    const all = Object.values(policy.definitions).filter(({ kind }) => kind === 'score');
    known = new Set(all.map(definition => definition.expr));
    scores.set(policy, known);
  }
  return known.has(expr);
}

/** The items of a score; null for anything else. */
export function itemsOf(expr: Expr, step: Step | null, policy: Policy): Item[] | null {
  if (!isScore(expr, policy)) return null;
  return terms({ expr, step }, expr.span).map(whole => {
    const { expr: term, step: own } = whole;
    const conditional =
      term.op === 'if' && term.otherwise.op === 'number' && sameSpan(term.otherwise.span, term.span);
    if (!conditional) return { condition: null, points: whole, whole };
    return { condition: child(own, term.condition), points: child(own, term.then), whole };
  });
}
