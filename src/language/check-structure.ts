import { checkNumeric } from './check-arithmetic.ts';
import { checkAlike, choice } from './check-choice.ts';
import { compared, hintOf, unlike } from './check-compare.ts';
import {
  type Checked,
  type Context,
  checked,
  constant,
  constantOf,
  dimensionOf,
  type Hint,
  isLiteral,
  report,
} from './check-context.ts';
import { namesValueOnly } from './check-names.ts';
import type { Expr } from './expr.ts';
import { rational } from './rational.ts';
import type { Span } from './source.ts';
import type { Band, TableKey, Tree, TreeOf, Edge as WrittenEdge } from './tree.ts';
import { typeWords } from './type-words.ts';
import { BOOL } from './types.ts';
import { isRatio, multiplyDimensions, sameDimension } from './units.ts';

/** An edge of a band, checked; the number itself where it is constant. */
interface Edge {
  readonly expr: Expr;
  readonly inclusive: boolean;
  readonly value: string | null;
}
interface Stretch {
  readonly from: Edge | null;
  readonly upTo: Edge | null;
  readonly band: Band;
}

/** `按 x: {整额 | 分段: …}`: bands become a chain of choices, or a sum of clamped parts. */
export function checkBands(context: Context, tree: TreeOf<'bands'>, hint: Hint): Checked | null {
  const by = checkNumeric({ ...context, amount: false }, tree.by);
  const stretches = by && checkEdges(context, tree, by);
  if (!by || !stretches) return null;
  const base = tree.base ? checkNumeric(context, tree.base) : null;
  if (tree.base && !base) return null;
  if (tree.mode === 'marginal') return checkMarginal(context, tree, by, stretches);
  const trees = [...tree.bands.map(band => band.value), ...(tree.otherwise ? [tree.otherwise] : [])];
  const values = checkAlike(context, trees, tree.span, base ? {} : hint);
  if (!values) return null;
  const shares = isShare(values[0]!.expr) && (base !== null || takesShares(by, hint, trees));
  const whole = base ?? by;
  const results = values.map(({ expr }) => (shares ? multiply(expr, whole.expr, expr.span) : expr));
  if (base && !shares) return report(context, 'base-without-shares', tree.base!.span);
  const last = tree.otherwise ? results.at(-1)! : null;
  const seamless = seamlessFromBelow(stretches);
  const chain = stretches.reduceRight<Expr | null>((rest, stretch, i) => {
    const then = results[i]!;
    const condition = within(stretch, by.expr, seamless[i]!);
    return condition === null || rest === null ? then : choice(condition, then, rest, stretch.band.span);
  }, last);
  return chain && checked(chain, (shares ? whole : values[0]!).period);
}

/** Which stretches come right after others that leave nothing out below, so that their lower edge need not be asked for. */
function seamlessFromBelow(stretches: readonly Stretch[]): boolean[] {
  let whole = true;
  return stretches.map((stretch, i) => {
    whole &&= i === 0 ? stretch.from === null : touches(stretches[i - 1]!, stretch);
    return whole;
  });
}

/** Percentages of what selects the band, unless a plain number is wanted anyway. */
function takesShares(by: Checked, hint: Hint, trees: readonly Tree[]): boolean {
  if (isRatio(dimensionOf(by.expr)!)) return false;
  if (hint.adopt && isRatio(hint.adopt.dimension)) return false;
  return trees.some(tree => isLiteral(tree) && hasPercent(tree));
}

function hasPercent(tree: Tree): boolean {
  return (
    tree.kind === 'number' &&
    (tree.unit?.up.some(unit => unit === '%' || unit === 'percent' || unit === '‰') ?? false)
  );
}

function isShare(expr: Expr): boolean {
  const dimension = dimensionOf(expr);
  return dimension !== null && isRatio(dimension);
}

function multiply(share: Expr, whole: Expr, span: Span): Expr {
  const dimension = multiplyDimensions(dimensionOf(share)!, dimensionOf(whole)!);
  return { op: 'multiply', type: { kind: 'number', dimension }, left: share, right: whole, span };
}

/** Checks the edges and that the bands follow each other without hole or overlap. */
function checkEdges(context: Context, tree: TreeOf<'bands'>, by: Checked): Stretch[] | null {
  const stretches: Stretch[] = [];
  let failed = false;
  for (const [i, band] of tree.bands.entries()) {
    const from = band.from ? checkEdge(context, band.from, by, tree.by) : null;
    const upTo = band.upTo ? checkEdge(context, band.upTo, by, tree.by) : null;
    if ((band.from && !from) || (band.upTo && !upTo)) {
      failed = true;
      continue;
    }
    const before = stretches.at(-1);
    const implied = before?.upTo ? { ...before.upTo, inclusive: !before.upTo.inclusive } : null;
    const own = from && band.from?.shared && before?.upTo?.inclusive && same(before.upTo, from);
    const start = own ? { ...from, inclusive: false } : from;
    const stretch: Stretch = { from: start ?? (i === 0 ? null : implied), upTo, band };
    if (before && !follows(context, by, before, stretch, tree.otherwise !== null)) failed = true;
    stretches.push(stretch);
  }
  if (failed) return null;
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return report(context, 'bands-empty', tree.span);
  if (!tree.otherwise && last.upTo) return report(context, 'bands-end-open', last.band.span);
  if (!tree.otherwise && first.from && !startsAtZero(first.from))
    return report(context, 'bands-start-open', first.band.span);
  return tree.otherwise ? stretches : [{ ...first, from: null }, ...stretches.slice(1)];
}

function startsAtZero(from: Edge): boolean {
  return from.value === '0' && from.inclusive;
}

function checkEdge(
  context: Context,
  { edge, inclusive }: WrittenEdge,
  by: Checked,
  byTree: Tree,
): Edge | null {
  const found = checkNumeric({ ...context, amount: false }, edge, isLiteral(edge) ? hintOf(by) : {});
  if (!found) return null;
  if (!sameDimension(dimensionOf(found.expr)!, dimensionOf(by.expr)!))
    return unlike(context, by.expr, found.expr, edge.span, byTree, edge);
  return { expr: found.expr, inclusive, value: constantOf(found.expr) };
}

function follows(
  context: Context,
  by: Checked,
  before: Stretch,
  next: Stretch,
  holesAllowed: boolean,
): boolean {
  const { span } = next.band;
  if (!before.upTo || !next.from) {
    report(context, 'bands-after-last', span);
    return false;
  }
  if (next.upTo?.value != null && next.from.value !== null) {
    const order = rational(next.from.value).compare(rational(next.upTo.value));
    if (order > 0 || (order === 0 && !(next.from.inclusive && next.upTo.inclusive))) {
      report(context, 'bands-not-rising', span);
      return false;
    }
  }
  if (before.upTo.value === null || next.from.value === null) return true;
  const order = rational(next.from.value).compare(rational(before.upTo.value));
  const both = before.upTo.inclusive && next.from.inclusive;
  const neither = !before.upTo.inclusive && !next.from.inclusive;
  if (order < 0 || (order === 0 && both)) {
    report(context, 'bands-overlap', span);
    return false;
  }
  if ((order > 0 || neither) && !holesAllowed && !nextOfCount(by, before.upTo, next.from)) {
    report(context, 'bands-hole', span);
    return false;
  }
  return true;
}

/** The same edge: of one value, or written alike. */
function same(a: Edge, b: Edge): boolean {
  if (a.value !== null || b.value !== null) return a.value === b.value;
  const text = (expr: Expr) =>
    JSON.stringify(expr, (key, value: unknown) => (key === 'span' ? undefined : value));
  return text(a.expr) === text(b.expr);
}

/** Of things that are counted in whole numbers, 3 人 follows 2 人. */
function nextOfCount(by: Checked, upTo: Edge, from: Edge): boolean {
  const entries = Object.entries(dimensionOf(by.expr)!);
  const counted = entries.length === 1 && entries[0]![1] === 1 && !measured.has(entries[0]![0]);
  if (!counted || !upTo.inclusive || !from.inclusive) return false;
  return rational(from.value!).sub(rational(upTo.value!)).compare(1) <= 0;
}

const measured: ReadonlySet<string> = new Set(['money', 'month', 'day', 'area', 'point']);

/** Does the second begin just where the first ends, so that having got past the first says it all? */
function touches(before: Stretch, next: Stretch): boolean {
  if (!before.upTo || !next.from || before.upTo.inclusive === next.from.inclusive) return false;
  return next.band.from === null || (before.upTo.value !== null && before.upTo.value === next.from.value);
}

/** The condition under which `x` lies in a stretch; null: always. */
function within({ from, upTo, band }: Stretch, x: Expr, seamless: boolean): Expr | null {
  const { span } = band;
  const args: Expr[] = [];
  if (from && !seamless)
    args.push({ op: from.inclusive ? 'ge' : 'gt', type: BOOL, left: x, right: from.expr, span });
  if (upTo) args.push({ op: upTo.inclusive ? 'le' : 'lt', type: BOOL, left: x, right: upTo.expr, span });
  if (args.length === 0) return null;
  return args.length === 1 ? args[0]! : { op: 'and', type: BOOL, args, span };
}

/** Each part of x at its own rate: Σ rate × min(max(0, x − from), upTo − from). */
function checkMarginal(
  context: Context,
  tree: TreeOf<'bands'>,
  by: Checked,
  stretches: readonly Stretch[],
): Checked | null {
  if (tree.base) return report(context, 'marginal-base', tree.base.span);
  if (tree.otherwise) return report(context, 'marginal-otherwise', tree.otherwise.span);
  const rates: Expr[] = [];
  for (const { value } of tree.bands) {
    const rate = checkNumeric(context, value);
    if (!rate) return null;
    if (rates[0] && !sameDimension(dimensionOf(rates[0])!, dimensionOf(rate.expr)!))
      return unlike(context, rates[0], rate.expr, value.span, tree.bands[0]!.value, value);
    rates.push(rate.expr);
  }
  const zero = constant('0', dimensionOf(by.expr)!, tree.span);
  const terms = stretches.map((stretch, i) =>
    multiply(rates[i]!, partWithin(stretch, by.expr, zero), stretch.band.span),
  );
  const sum = terms.reduce<Expr>(
    (left, right) => ({ op: 'add', type: left.type, left, right, span: tree.span }),
    terms.shift()!,
  );
  return checked(sum, by.period);
}

function partWithin({ from, upTo, band }: Stretch, x: Expr, zero: Expr): Expr {
  const { span } = band;
  const type = x.type;
  const start = from?.expr ?? zero;
  const subtract = (left: Expr, right: Expr): Expr =>
    right === zero || constantOf(right) === '0' ? left : { op: 'subtract', type, left, right, span };
  const above: Expr = { op: 'max', type, args: [zero, subtract(x, start)], span };
  return upTo ? { op: 'min', type, args: [above, subtract(upTo.expr, start)], span } : above;
}

/** `表: {按: […], …}`: rows are tried in the order written. */
export function checkTable(context: Context, tree: TreeOf<'table'>, hint: Hint): Checked | null {
  const quiet = { ...context, amount: false };
  const by = tree.by.map(one => context.check(quiet, one));
  const trees = [...tree.rows.map(row => row.value), ...(tree.otherwise ? [tree.otherwise] : [])];
  const values = checkAlike(context, trees, tree.span, hint);
  const conditions = by.every(one => one !== null)
    ? tree.rows.map(row => rowCondition(quiet, tree, by as Checked[], row.keys, row.span))
    : null;
  if (!values || !conditions || conditions.some(one => one === false)) return null;
  const last = tree.further
    ? furtherRow(
        context,
        tree,
        by as Checked[],
        values.map(one => one.expr),
      )
    : tree.otherwise
      ? values.at(-1)!.expr
      : null;
  if (tree.further && !last) return null;
  const open = conditions.indexOf(true);
  if (!last && open < 0) return report(context, 'table-without-otherwise', tree.span);
  const rows = open >= 0 && !tree.further ? conditions.slice(0, open) : conditions;
  const tail = open >= 0 && !tree.further ? values[open]!.expr : last!;
  const chain = rows.reduceRight<Expr>(
    (rest, condition, i) => choice(condition as Expr, values[i]!.expr, rest, tree.rows[i]!.span),
    tail,
  );
  return checked(chain, values[0]?.period ?? null);
}

/** True: whatever it is; false: in error. */
function rowCondition(
  context: Context,
  tree: TreeOf<'table'>,
  by: readonly Checked[],
  keys: readonly TableKey[],
  span: Span,
): Expr | boolean {
  if (keys.length !== by.length) {
    report(context, 'table-keys', span, { wanted: by.length, given: keys.length });
    return false;
  }
  const args: Expr[] = [];
  for (const [i, key] of keys.entries()) {
    if (key === null) continue;
    const condition = keyCondition(context, by[i]!, tree.by[i]!, key);
    if (!condition) return false;
    args.push(condition);
  }
  if (args.length === 0) return true;
  return args.length === 1 ? args[0]! : { op: 'and', type: BOOL, args, span };
}

function keyCondition(
  context: Context,
  by: Checked,
  byTree: Tree,
  key: Exclude<TableKey, null>,
): Expr | null {
  const { span } = key;
  if (key.kind === 'band') {
    const from = key.from ? checkEdge(context, key.from, by, byTree) : null;
    const upTo = key.upTo ? checkEdge(context, key.upTo, by, byTree) : null;
    if ((key.from && !from) || (key.upTo && !upTo)) return null;
    return within({ from, upTo, band: { from: null, upTo: null, value: byTree, span } }, by.expr, false);
  }
  const weak = isLiteral(key) || namesValueOnly(context, key);
  const value = context.check(context, key, weak || key.kind === 'name' ? hintOf(by) : {});
  if (!value) return null;
  if (by.expr.type.kind === 'bool' && value.expr.op === 'bool')
    return value.expr.value ? by.expr : { op: 'not', type: BOOL, arg: by.expr, span };
  return compared(context, 'eq', by.expr, value.expr, { span, left: byTree, right: key });
}

/** Past the last row each further one adds so much: value of the last row + (x − its key) × further. */
function furtherRow(
  context: Context,
  tree: TreeOf<'table'>,
  by: readonly Checked[],
  values: readonly Expr[],
): Expr | null {
  const last = tree.rows.at(-1);
  const key = last?.keys[0];
  const [x] = by;
  if (by.length !== 1 || !x || !key || key.kind === 'band' || x.expr.type.kind !== 'number' || tree.otherwise)
    return report(context, 'further-form', tree.further!.span);
  const top = checkNumeric({ ...context, amount: false }, key, hintOf(x));
  const step = checkNumeric(context, tree.further!);
  if (!top || !step) return null;
  const { span } = tree.further!;
  const value = values[tree.rows.length - 1]!;
  const each = dimensionOf(step.expr)!;
  if (value.type.kind !== 'number')
    return report(context, 'number-needed', last!.value.span, {
      found: typeWords(value.type, context.scope.units),
    });
  if (!sameDimension(each, dimensionOf(value)!)) return unlike(context, value, step.expr, span);
  const beyond: Expr = { op: 'subtract', type: x.expr.type, left: x.expr, right: top.expr, span };
  const unit = constant('1', dimensionOf(x.expr)!, span);
  const count: Expr = isRatio(dimensionOf(x.expr)!)
    ? beyond
    : { op: 'divide', type: { kind: 'number', dimension: {} }, left: beyond, right: unit, span };
  const more = multiply(step.expr, count, span);
  return { op: 'add', type: value.type, left: value, right: more, span };
}
