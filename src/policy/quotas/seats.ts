import { constantOf } from '../../language/check-context.ts';
import type { Expr, Rational } from '../../language/expr.ts';
import { rational } from '../../language/rational.ts';
import { type Tree, walk } from '../../language/tree.ts';
import type { Dimension } from '../../language/types.ts';
import { sameDimension, type UnitTable } from '../../language/units.ts';
import type { Parameter, ParameterValue } from '../policy.ts';

/** The figures that an expression may come to: the ends of its branches. */
export function branchesOf(expr: Expr): Expr[] {
  const ends: Expr[] = [];
  const waiting = [expr];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.op === 'if') waiting.push(next.otherwise, next.then);
    else ends.push(next);
  }
  return ends;
}

/** A figure written as a share, where a number of seats is wanted. */
export function shareIn(tree: Tree): Tree | null {
  const shares = ['%', '‰', '成', 'percent', 'tenths', 'tenth'];
  const isShare = (one: Tree) =>
    one.kind === 'number' && (one.unit?.up.some(unit => shares.includes(unit)) ?? false);
  const waiting = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isShare(next)) return next;
    if (next.kind === 'readings') waiting.push(...next.readings.map(reading => reading.tree));
    if (next.kind === 'if') waiting.push(next.otherwise, next.then);
    if (next.kind === 'table') waiting.push(...next.rows.map(row => row.value));
    if (next.kind === 'bands' && next.mode === 'whole' && next.base === null)
      waiting.push(...next.bands.flatMap(band => [...walk(band.value)].slice(0, 1)));
  }
  return null;
}

/** A plain figure among the ends that no number of seats can be. */
export function notWhole(expr: Expr): Expr | null {
  return (
    branchesOf(expr).find(end => {
      const value = constantOf(end);
      return value !== null && (value.includes('/') || value.startsWith('-'));
    }) ?? null
  );
}

/** Does a figure count people, households or declared things, or is it a plain number? */
export function isCount(dimension: Dimension, units: UnitTable): boolean {
  if (Object.keys(dimension).length === 0) return true;
  const counted = [{ person: 1 }, { household: 1 }, ...units.all.map(({ id }) => ({ [id]: 1 }))];
  return counted.some(one => sameDimension(one, dimension));
}

interface Ends {
  readonly low: Rational;
  readonly high: Rational;
}

function endsOfValue(value: ParameterValue): Ends | null {
  if (value.kind === 'set')
    return typeof value.value === 'string' ? { low: value.value, high: value.value } : null;
  return value.kind === 'range' ? { low: value.low, high: value.high } : null;
}

function endsOfEnd(expr: Expr, parameters: ReadonlyMap<string, Parameter>): Ends | null {
  const value = constantOf(expr);
  if (value !== null) return { low: value, high: value };
  if (expr.op !== 'parameter' || expr.lastYear || expr.keys.length > 0) return null;
  const parameter = parameters.get(expr.id);
  return parameter === undefined ? null : endsOfValue(parameter.value);
}

/** Between which figures an expression lies, as far as the text alone shows it. */
export function endsOf(expr: Expr, parameters: ReadonlyMap<string, Parameter>): Ends | null {
  const ends = branchesOf(expr).map(end => endsOfEnd(end, parameters));
  return ends.reduce((all, one) => {
    if (all === null || one === null) return null;
    const low = rational(one.low).compare(rational(all.low)) < 0 ? one.low : all.low;
    const high = rational(one.high).compare(rational(all.high)) > 0 ? one.high : all.high;
    return { low, high };
  });
}
