import { ownOf } from '../../engine/allocation/columnar/own.ts';
import { settledOf } from '../../engine/allocation/reference/served.ts';
import type { Value } from '../../engine/answer.ts';
import { type FigureColumn, figuresOn } from '../../engine/kernel/figures.ts';
import { programOf } from '../../engine/reference/policy-program.ts';
import { toValue } from '../../engine/reference/values.ts';
import type { Run } from '../../engine/results.ts';
import type { Expr } from '../../language/expr.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { instanceOf } from '../../population/instance-of.ts';
import { looksAtAnswer } from '../conditions.ts';

/**
 * What an expression is worth on each classified instance, not a number where it is not known or does not apply: numbers in
 * base units, conditions as 1 or 0, dates by their day, words and texts by their place in the order of such words. Decided
 * in columns; where those can't, one household after the other by the reference evaluator, which takes its time; null where
 * that cannot do it either (the card given by a policy whose columns were refused).
 */
export function columnOf(
  policy: Policy,
  population: Population,
  run: Run,
  expr: Expr,
  onProgress?: (done: number, rows: number) => void,
): Float64Array | null {
  const { results, allocation, used } = run;
  const own = ownOf(policy, population, results, settledOf(allocation), used);
  const found = figuresOn(policy, population, { used, own }, policy.entity, [expr], null);
  if ('columns' in found) return plain(found.columns[0]!);
  if (looksAtAnswer(policy, expr)) return null;
  return byReference(policy, population, expr, onProgress);
}

function plain({ values, dens, unit, exact, na }: FigureColumn): Float64Array {
  const factor = unit === null ? 1 : Number(unit.n * unit.s) / Number(unit.d);
  const column = new Float64Array(values.length);
  for (let row = 0; row < column.length; row++) {
    const known = (exact === null || exact[row] === 1) && (na === null || na[row] === 0);
    column[row] = known ? (values[row]! * factor) / (dens === null ? 1 : dens[row]!) : Number.NaN;
  }
  return column;
}

/** Rows between two tellings of progress. */
const BREATH = 1000;

function byReference(
  policy: Policy,
  population: Population,
  expr: Expr,
  onProgress?: (done: number, rows: number) => void,
): Float64Array {
  const rows = population.tables[policy.entity]?.rows ?? 0;
  const program = programOf(policy, false);
  const work = program.compiling.compile(expr, policy.entity);
  const column = new Float64Array(rows).fill(Number.NaN);
  const words: (string | null)[] = [];
  for (let row = 0; row < rows; row++) {
    const value = toValue(work(program.frame(instanceOf(population, policy.vocabulary, row, policy.entity))));
    if (value.kind === 'word') words[row] = value.value;
    else column[row] = figureOf(value);
    if (row % BREATH === 0) onProgress?.(row, rows);
  }
  const order = [...new Set(words.filter(word => word != null))].sort();
  const places = new Map(order.map((word, place) => [word, place]));
  words.forEach((word, row) => {
    if (word != null) column[row] = places.get(word)!;
  });
  return column;
}

function figureOf(value: Value): number {
  if (value.kind === 'bool' && value.value !== null) return Number(value.value);
  if (value.kind !== 'number' || value.low === null || value.low !== value.high) return Number.NaN;
  const [top = '0', bottom = '1'] = value.low.split('/');
  return Number(top) / Number(bottom);
}
