import { type Results, STATUS } from '../../engine/results.ts';
import type { Meaning, Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { type Heads, peopleOffsets } from '../people.ts';
import { TRUTH } from '../probe.ts';

/** Lowest and highest that what is not known may make of a share; null: there is nobody of whom it could be one. */
export interface ShareBounds {
  readonly low: number;
  readonly high: number;
}

/** A share of households, and the same of the people in them. */
export interface ErrorShare {
  readonly households: ShareBounds | null;
  /** Null also where the population has no rows for people. */
  readonly people: ShareBounds | null;
}

/**
 * How well a scheme meets a reference group, as in Coady, Grosh & Hoddinott (2004): whom it reaches, whom it reaches
 * beside the group (leakage), and whom of the group it misses (undercoverage).
 */
export interface Targeting {
  /** Given a card of the target roles, whatever the reference says. */
  readonly given: Heads;
  /** In the reference group, whatever is given. */
  readonly reference: Heads;
  readonly both: Heads;
  /** Given, and not of the group. */
  readonly leaked: Heads;
  /** Of the group, and not given. */
  readonly missed: Heads;
  /** The card or the reference is not known. */
  readonly undetermined: Heads;
  /** Of those given a card of the target roles, the share that is not of the group. */
  readonly inclusionError: ErrorShare;
  /** Of the group, the share that is not given one. */
  readonly exclusionError: ErrorShare;
}

/** The roles whose cards reach those in need. */
export const TARGET_ROLES: readonly Meaning[] = ['safety-net', 'poor', 'at-risk'];

/** By row: whether a card of these roles is given (`TRUTH`), as far as it is determined. */
export function givenRows(policy: Policy, results: Results, roles: readonly Meaning[]): Uint8Array {
  let target = 0;
  policy.cards.forEach(({ meaning }, index) => {
    if (meaning !== null && roles.includes(meaning)) target |= 1 << index;
  });
  const rows = new Uint8Array(results.rows);
  for (let row = 0; row < rows.length; row++) {
    const status = results.status[row]!;
    if (status === STATUS.outOfScope || status === STATUS.unrecorded) continue;
    if (status === STATUS.decided) {
      const card = results.card[row]!;
      if (card >= 0 && (target >>> card) & 1) rows[row] = TRUTH.yes;
      continue;
    }
    const possible = results.possible[row]!;
    const inside = possible & target;
    rows[row] = inside === 0 ? TRUTH.no : inside === possible ? TRUTH.yes : TRUTH.unknown;
  }
  return rows;
}

/** Nine counts: households by what is given (no, yes, unknown) and by the reference. */
type Grid = readonly (readonly number[])[];

/** Holds what a scheme gives against a reference; both by row as `TRUTH`. */
export function targetingOf(given: Uint8Array, reference: Uint8Array, offsets: Int32Array | null): Targeting {
  const grid = () => [
    new Array<number>(3).fill(0),
    new Array<number>(3).fill(0),
    new Array<number>(3).fill(0),
  ];
  const [households, people] = [grid(), grid()];
  for (let row = 0; row < given.length; row++) {
    const [a, b] = [given[row]!, reference[row]!];
    households[a]![b]!++;
    if (offsets) people[a]![b]! += offsets[row + 1]! - offsets[row]!;
  }
  const heads = (of: (grid: Grid) => number): Heads => ({
    households: of(households),
    people: offsets ? of(people) : null,
  });
  const share = (of: (grid: Grid) => ShareBounds | null): ErrorShare => ({
    households: of(households),
    people: offsets ? of(people) : null,
  });
  const { yes, no, unknown } = TRUTH;
  return {
    given: heads(g => g[yes]![yes]! + g[yes]![no]! + g[yes]![unknown]!),
    reference: heads(g => g[yes]![yes]! + g[no]![yes]! + g[unknown]![yes]!),
    both: heads(g => g[yes]![yes]!),
    leaked: heads(g => g[yes]![no]!),
    missed: heads(g => g[no]![yes]!),
    undetermined: heads(
      g =>
        g[unknown]![yes]! + g[unknown]![no]! + g[unknown]![unknown]! + g[yes]![unknown]! + g[no]![unknown]!,
    ),
    inclusionError: share(g =>
      bounds(
        g[yes]![yes]!,
        g[yes]![no]!,
        g[yes]![unknown]!,
        g[unknown]![yes]!,
        g[unknown]![no]!,
        g[unknown]![unknown]!,
      ),
    ),
    exclusionError: share(g =>
      bounds(
        g[yes]![yes]!,
        g[no]![yes]!,
        g[unknown]![yes]!,
        g[yes]![unknown]!,
        g[no]![unknown]!,
        g[unknown]![unknown]!,
      ),
    ),
  };
}

/**
 * The share of errors among hits and errors. `either` are surely one of the two, `hit` and `error` either that or not
 * counted at all, `any` one of the three. Most errors and fewest hits make the highest share.
 */
function bounds(
  hits: number,
  errors: number,
  either: number,
  hit: number,
  error: number,
  any: number,
): ShareBounds | null {
  const most = errors + either + error + any;
  const all = hits + errors + either + hit + error + any;
  if (all === 0) return null;
  const least = hits + errors + either + hit + any;
  return { low: least === 0 ? 1 : errors / least, high: most + hits === 0 ? 0 : most / (most + hits) };
}

/** The same for several schemes over one population. */
export function targetingOfAll(
  runs: readonly { readonly policy: Policy; readonly results: Results }[],
  reference: Uint8Array,
  roles: readonly Meaning[],
  population: Population,
): Targeting[] {
  return runs.map(({ policy, results }) =>
    targetingOf(givenRows(policy, results, roles), reference, peopleOffsets(policy, population)),
  );
}
