import type { Parameter, ParameterValue, Policy } from '../../policy/policy.ts';
import { OTHERWISE } from '../../policy/with-parameters.ts';
import { type Usage, usageKey, usagesOf } from './usage.ts';

/**
 * What the county has yet to settle. `open`: no value at all; `range`: somewhere within bounds; `not-yet`: its first value
 * holds from a later day; `last-year`: the value of the year before is asked for and there is none.
 */
export type BlankKind = 'open' | 'range' | 'not-yet' | 'last-year';

/** One parameter, or one of its cells, that is not settled. */
export interface Blank {
  readonly kind: BlankKind;
  /** The policy that it belongs to, and by which uses one comes to it from the policy asked about (empty: that one itself). */
  readonly policy: Policy;
  readonly uses: readonly string[];
  readonly parameter: Parameter;
  /** Key of the cell; `#otherwise` for all others; null: the whole parameter. */
  readonly cell: string | null;
  readonly value: Exclude<ParameterValue, { kind: 'cells' }>;
  /** Clauses that it carries, else those of the rules that rest on it. */
  readonly clauses: readonly string[];
  readonly usages: readonly Usage[];
}

/** Every blank of a policy and of the policies that it uses, each policy once, in the order written. */
export function blanksOf(policy: Policy): Blank[] {
  const found: Blank[] = [];
  const seen = new Set<string>();
  const waiting: { policy: Policy; uses: readonly string[] }[] = [{ policy, uses: [] }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { policy: each, uses } = next;
    if (seen.has(each.file)) continue;
    seen.add(each.file);
    found.push(...ownBlanks(each, uses));
    for (const use of Object.values(each.uses)) waiting.push({ policy: use.policy, uses: [...uses, use.id] });
  }
  return found;
}

function ownBlanks(policy: Policy, uses: readonly string[]): Blank[] {
  const usages = usagesOf(policy);
  return Object.values(policy.parameters).flatMap(parameter => {
    const now = usages.get(usageKey(parameter.id, 'value')) ?? [];
    const before = usages.get(usageKey(parameter.id, 'last-year')) ?? [];
    const make = (
      kind: BlankKind,
      cell: string | null,
      value: Blank['value'],
      rules: readonly Usage[],
    ): Blank => ({
      kind,
      policy,
      uses,
      parameter,
      cell,
      value,
      clauses: clausesOf(parameter, rules),
      usages: rules,
    });
    const same = JSON.stringify(parameter.value) === JSON.stringify(parameter.lastYear);
    const asking = same ? [...new Set([...now, ...before])] : now;
    const values = asking.length > 0 || before.length === 0 ? unsettled(parameter.value) : [];
    const lastYear = same || before.length === 0 ? [] : unsettled(parameter.lastYear);
    return [
      ...values.map(({ cell, value }) => make(kindOf(parameter, value, policy), cell, value, asking)),
      ...lastYear.map(({ cell, value }) => make('last-year', cell, value, before)),
    ];
  });
}

function kindOf(parameter: Parameter, value: Blank['value'], { on }: Policy): BlankKind {
  if (value.kind === 'range') return 'range';
  return parameter.first !== undefined && parameter.first > on ? 'not-yet' : 'open';
}

type Cell = { readonly cell: string | null; readonly value: Blank['value'] };

/** The parameter itself or its cells, as far as they are not settled; one entry where all cells are left open alike. */
function unsettled(value: ParameterValue): Cell[] {
  if (value.kind !== 'cells') return value.kind === 'set' ? [] : [{ cell: null, value }];
  const cells: [string, ParameterValue][] = [...Object.entries(value.cells), [OTHERWISE, value.otherwise]];
  const found = cells.flatMap(([cell, each]): Cell[] =>
    each.kind === 'open' || each.kind === 'range' ? [{ cell, value: each }] : [],
  );
  const allOpen = found.length === cells.length && found.every(({ value: each }) => each.kind === 'open');
  return allOpen ? [{ cell: null, value: { kind: 'open' } }] : found;
}

function clausesOf({ clause }: Parameter, usages: readonly Usage[]): string[] {
  return clause.length > 0 ? [...clause] : [...new Set(usages.flatMap(usage => usage.clause))];
}
