/** Everything that is generated for a policy and a population, or a refusal by name. */

import type { Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population, Table } from '../../population/columns.ts';
import type { Run } from '../results.ts';
import { makeAbove } from './above.ts';
import { makeApplicable } from './applicable.ts';
import { type Decide, makeDecide, makePay } from './decide.ts';
import type { Generated } from './function.ts';
import { type Figures, handedRows } from './handed.ts';
import { LIMITS } from './limits.ts';
import { MOST_CARDS } from './outputs.ts';
import { makeOwe, makeOwePerhaps, owingsOf } from './owed.ts';
import { refusals } from './refusals.ts';
import { attempt, type Refusal, refuse } from './refuse.ts';
import type { Shared } from './scope.ts';
import { makeWeigh } from './weigh.ts';

/** Everything that is generated for a policy and a population: text, and what it works on. */
export interface Program {
  readonly policy: Policy;
  readonly population: Population;
  /** Run first, in this order: definitions of villages and townships that look at their parts. */
  readonly above: readonly Generated[];
  readonly decide: Decide;
  /** Benefits that `decide` leaves out, where one function would become too large. */
  readonly pay: readonly Generated[];
  /** For households that are not decided; none where all are. */
  readonly weigh: readonly Generated[];
  /** Duties and claims for seats of households that are decided, and of those that are not. */
  readonly owe: readonly Generated[];
  readonly owePerhaps: readonly Generated[];
  /** Rows whose figures are too large to be computed exactly in columns. */
  readonly handed: Int32Array;
}

/**
 * Characters of one function. V8 optimises none of more than 60 KiB of bytecode, which is about twice as many characters,
 * and takes long over large ones.
 */
const LONGEST = 60_000;

/** Functions for some of the columns each, none longer than it may be unless for a single one. */
function inPieces(
  columns: readonly number[],
  longest: number,
  make: (some: readonly number[]) => Generated,
): Generated[] {
  const whole = make(columns);
  if (whole.source.length <= longest || columns.length <= 1) return [whole];
  const middle = columns.length >> 1;
  const half = (some: readonly number[]) => inPieces(some, longest, make);
  return [...half(columns.slice(0, middle)), ...half(columns.slice(middle))];
}

/** What is at hand besides a policy and a population. */
export interface Beside {
  /** What the policies that it uses come to. */
  readonly used?: Readonly<Record<string, Run>>;
  /** Characters of one function. */
  readonly longest?: number;
}

/** What the columnar engine makes of a policy, or what it can't do. */
export function generate(
  policy: Policy,
  population: Population,
  { used = {}, longest = LONGEST }: Beside = {},
): { program: Program } | { refused: Words } {
  let refusal: Refusal | null = null;
  const given: Shared['given'] = new Map();
  for (const limit of LIMITS) {
    const result = attempt(() => generateWithin(policy, population, { limit, longest, used, given }));
    if ('done' in result) return { program: result.done };
    refusal = result.refusal;
    if (refusal.kind === 'construct') break;
  }
  return { refused: refusal!.what };
}

function generateWithin(
  policy: Policy,
  population: Population,
  { longest, ...bounds }: Pick<Shared, 'limit' | 'used' | 'given'> & { readonly longest: number },
): Program {
  if (policy.cards.length > MOST_CARDS) refuse(refusals.cards(MOST_CARDS));
  if (!population.tables[policy.entity]) refuse(refusals.population(policy.entity));
  const above: Generated[] = [];
  const capped = new Map<Figures, Table>();
  const shared: Shared = {
    policy,
    population,
    ...bounds,
    capped,
    own: null,
    texts: new Map(),
    above: makeAbove(() => shared, above),
    recordedWhereApplicable: makeApplicable(() => shared),
  };
  const all = [...policy.benefits.keys()];
  const whole = makeDecide(shared, all);
  const fits = whole.decide.source.length <= longest;
  const decide = fits ? whole : makeDecide(shared, []);
  const pay = fits ? [] : inPieces(all, longest, paid => makePay(shared, paid, decide.spans));
  const weigh = decide.complete ? [] : inPieces(all, longest, paid => makeWeigh(shared, paid));
  const owings = owingsOf(policy);
  const asked = owings.length > 0;
  const owe = asked ? inPieces(owings, longest, some => makeOwe(shared, some)) : [];
  const owePerhaps =
    asked && !decide.complete ? inPieces(owings, longest, some => makeOwePerhaps(shared, some)) : [];
  if (capped.size > 0 && above.length > 0) refuse(refusals.largeAbove);
  return {
    policy,
    population,
    above,
    decide,
    pay,
    weigh,
    owe,
    owePerhaps,
    handed: handedRows(policy, population, capped, bounds.limit),
  };
}
