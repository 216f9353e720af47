import type { Expr } from '../../language/expr.ts';
import type { Parameter, ParameterValue } from '../../policy/policy.ts';
import type { Cause } from '../answer.ts';
import { compare, exact, toRational } from './exact.ts';
import { join, unknownOf } from './join.ts';
import type { Prepared } from './prepared.ts';
import type { Place, Run } from './program.ts';
import { bothCauses, exactNumber, exactOf, interval, NO_CAUSES, truth, type Val, word } from './values.ts';

function single({ id, type }: Parameter, value: ParameterValue): Val {
  const open = (ranged: boolean): readonly Cause[] => [{ kind: 'open', parameter: id, ranged }];
  switch (value.kind) {
    case 'set':
      if (typeof value.value === 'boolean') return truth(value.value);
      return type.kind === 'number' ? exactNumber(exact(value.value)) : word(value.value);
    case 'range': {
      const of = { low: exact(value.low), high: exact(value.high) };
      if (compare(of.low, of.high) === 0) return exactNumber(of.low);
      return interval(0n, 0n, open(true), [{ of, factor: 1n }]);
    }
    case 'open':
      return unknownOf(type, open(false));
    case 'cells':
      throw new Error(`cells within cells of ${id}`);
  }
}

export function prepareParameter(parameter: Parameter, lastYear: boolean): Prepared {
  const value = lastYear ? parameter.lastYear : parameter.value;
  if (value.kind !== 'cells') return { value: single(parameter, value), cells: null };
  const cells = new Map(Object.entries(value.cells).map(([at, cell]) => [at, single(parameter, cell)]));
  return {
    cells,
    otherwise: single(parameter, value.otherwise),
    paths: [...cells].map(([at, cell]) => ({ at: at.split('|'), cell })),
  };
}

/** What a cell is selected by, as cells are named; null: unknown; undefined: inapplicable. */
function keyOf(value: Val): string | null | undefined {
  if (value.kind === 'inapplicable') return undefined;
  if (value.kind !== 'number') return value.value === null ? null : String(value.value);
  const number = exactOf(value);
  return number === null ? null : toRational(number);
}

/** How many values an unknown key may take: all of an enumeration, else those written and one that is not. */
function candidates(place: Place, key: Expr, written: ReadonlySet<string>): number {
  if (key.type.kind === 'bool') return 2;
  const values = key.type.kind === 'enum' ? place.policy.vocabulary.facts[key.type.of]?.values : undefined;
  return values === undefined ? written.size + 1 : values.length;
}

export function compileParameter(expr: Extract<Expr, { op: 'parameter' }>, place: Place): Run {
  const prepared = place.parameter(expr.id, expr.lastYear);
  if (prepared.cells === null) return () => prepared.value;
  const { cells, otherwise, paths } = prepared;
  const keys = expr.keys.map(key => place.compile(key));
  const counts = expr.keys.map((key, i) => candidates(place, key, new Set(paths.map(p => p.at[i]!))));

  return frame => {
    const values = keys.map(key => key(frame));
    const at = values.map(keyOf);
    if (at.includes(undefined)) return otherwise;
    if (!at.includes(null)) return cells.get(at.join('|')) ?? otherwise;
    let doubt = NO_CAUSES;
    let combinations = 1;
    values.forEach((key, i) => {
      if (at[i] !== null || key.kind === 'inapplicable') return;
      doubt = bothCauses(doubt, key.causes);
      combinations *= counts[i]!;
    });
    const met = paths
      .filter(path => at.every((key, i) => key === null || key === path.at[i]))
      .map(p => p.cell);
    if (met.length < combinations) met.push(otherwise);
    return met.reduce((a, b) => join(expr.type, a, b, doubt));
  };
}
