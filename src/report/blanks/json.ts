import type { Blank } from '../../analysis/blanks/blanks.ts';
import type { Touched } from '../../analysis/blanks/touched.ts';
import type { Policy } from '../../policy/policy.ts';
import { OTHERWISE } from '../../policy/with-parameters.ts';
import { figureIn } from '../../policy/written-value.ts';
import { settingName } from './scenario.ts';

type Json = Record<string, unknown>;

/** The blanks for programs; figures in the parameter's own unit. */
export function blanksJson(
  policy: Policy,
  blanks: readonly Blank[],
  touched: readonly Touched[] | null,
): Json {
  return {
    policy: policy.id,
    version: policy.version,
    on: policy.on,
    blanks: blanks.map((blank, index) => blankJson(blank, touched?.[index] ?? null)),
  };
}

function blankJson(blank: Blank, touched: Touched | null): Json {
  const { kind, policy, uses, parameter, cell, value, clauses, usages } = blank;
  return {
    kind,
    policy: policy.id,
    uses,
    parameter: parameter.id,
    label: parameter.label,
    amount: parameter.implicit,
    ...(cell === null ? {} : { cell: cell === OTHERWISE ? null : cell }),
    set: settingName(blank),
    unit: parameter.unit,
    ...(value.kind === 'range'
      ? {
          low: figureIn(value.low, parameter, policy.vocabulary) ?? value.low,
          high: figureIn(value.high, parameter, policy.vocabulary) ?? value.high,
        }
      : {}),
    ...(parameter.first === undefined ? {} : { from: parameter.first }),
    clauses,
    cite: parameter.cite,
    used_by: usages.map(({ section, id }) => ({ section, id })),
    ...(touched === null ? {} : { touches: touched }),
  };
}
