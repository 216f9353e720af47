import type { Rational } from '../language/expr.ts';
import { deepFreeze } from './freeze.ts';
import { isWithin } from './parameters.ts';
import type { Parameter, ParameterValue, Policy } from './policy.ts';
import { overridden } from './set.ts';

/** A parameter (or one cell of it) with another value, in base units. */
export interface Replacement {
  readonly parameter: string;
  /** Key of a cell; null: the parameter itself, or all that no cell speaks of. */
  readonly cell: string | null;
  readonly value: ParameterValue;
}

/** Why a value does not fit its parameter. */
export type Misfit = 'no-parameter' | 'no-cell' | 'wrong-kind' | 'outside-range' | 'crossed';

/**
 * Whether a parameter may have this value, by the rules of `--set`: null where it may.
 */
export function misfitOf(policy: Policy, { parameter: id, cell, value }: Replacement): Misfit | null {
  const parameter = Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
  if (!parameter) return 'no-parameter';
  if (cell !== null && !hasCell(parameter, cell)) return 'no-cell';
  if (value.kind === 'range' && compare(value.low, value.high) > 0) return 'crossed';
  if (!isOfType(parameter, value)) return 'wrong-kind';
  return isWithin(value, parameter) ? null : 'outside-range';
}

const hasCell = ({ value }: Parameter, cell: string) =>
  value.kind === 'cells' && (cell === OTHERWISE || Object.hasOwn(value.cells, cell));

/** The cell for all that no other cell speaks of. */
export const OTHERWISE = '#otherwise';

function replaced(parameter: Parameter, cell: string | null, value: ParameterValue): Parameter {
  if (cell !== OTHERWISE || parameter.value.kind !== 'cells') return overridden(parameter, cell, value);
  return overridden(parameter, null, { ...parameter.value, otherwise: value });
}

function compare(a: Rational, b: Rational): number {
  const [x = '0', y = '1'] = a.split('/');
  const [z = '0', w = '1'] = b.split('/');
  const difference = BigInt(x) * BigInt(w) - BigInt(z) * BigInt(y);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function isOfType({ type }: Parameter, value: ParameterValue): boolean {
  if (value.kind === 'open') return true;
  if (value.kind === 'range') return type.kind === 'number';
  if (value.kind === 'cells') return false;
  return type.kind === 'bool' ? typeof value.value === 'boolean' : typeof value.value === 'string';
}

/**
 * The policy with parameters replaced, as loading it with `--set` would give it, without reading a file again. Those that
 * do not fit (`misfitOf`) are an error of the caller.
 */
export function withParameters(policy: Policy, replacements: readonly Replacement[]): Policy {
  if (replacements.length === 0) return policy;
  const parameters: Record<string, Parameter> = { ...policy.parameters };
  for (const replacement of replacements) {
    const misfit = misfitOf(policy, replacement);
    if (misfit !== null) throw new Error(`parameter ${replacement.parameter}: ${misfit}`);
    const { parameter, cell, value } = replacement;
    parameters[parameter] = deepFreeze(replaced(parameters[parameter]!, cell, value));
  }
  return Object.freeze({ ...policy, parameters: Object.freeze(parameters) });
}
