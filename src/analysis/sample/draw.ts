import type { Results } from '../../engine/results.ts';
import type { Rational } from '../../language/expr.ts';
import { rational } from '../../language/rational.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { rowNames } from '../../population/names.ts';
import { randomStream, shuffled } from '../../population/synthetic/random.ts';
import { entitiesAbove } from '../rows.ts';
import { byText, frameOf } from './frame.ts';
import { sharesOfAtLeastOne } from './shares.ts';
import { type Team, teamsOf } from './teams.ts';

/** What to draw: as a sample of the policy lays down, or as asked. */
export interface SampleSpec {
  readonly cards: readonly string[] | null;
  /** Above 0, at most 1. */
  readonly share: Rational;
  readonly strata: readonly string[];
  readonly seed: number;
  /** How many teams check; 0: one for each township; null: no teams. */
  readonly teams: number | null;
}

export interface DrawnHousehold {
  readonly id: string;
  /** Ids of what it lies in, from the inside out; empty where not recorded. */
  readonly above: readonly string[];
  readonly card: string;
  readonly stratum: number;
  /** Counted from 1; null: no teams. */
  readonly team: number | null;
}

export interface Stratum {
  readonly parts: readonly (string | null)[];
  readonly households: number;
  readonly drawn: number;
}

export interface Draw {
  readonly policy: Policy;
  readonly spec: SampleSpec;
  /** Households out of which was drawn; and those left out, since their card is not decided. */
  readonly households: number;
  readonly undecided: number;
  readonly strata: readonly Stratum[];
  /** By team, then by where they lie, then by id. */
  readonly drawn: readonly DrawnHousehold[];
  readonly teams: readonly Team[];
}

/** The share of so many, rounded up, so that it is never missed. */
function sizeOf(share: Rational, households: number): number {
  return Number(rational(share).mul(households).ceil().toString());
}

/** What a household lies in, from the inside out. */
function aboveOf(policy: Policy, population: Population): (row: number) => string[] {
  const above = entitiesAbove(policy).map(({ id }) => id);
  return row => {
    let from = policy.entity;
    let at = row;
    return above.map(id => {
      at = at < 0 ? -1 : (population.tables[from]?.owner?.[at] ?? -1);
      from = id;
      return at < 0 ? '' : (population.tables[id]?.ids[at] ?? '');
    });
  };
}

/** From the outermost area to the innermost, then by id. */
function byPlace(a: Omit<DrawnHousehold, 'team'>, b: Omit<DrawnHousehold, 'team'>): number {
  for (let at = a.above.length - 1; at >= 0; at--) {
    const difference = byText(a.above[at]!, b.above[at]!);
    if (difference !== 0) return difference;
  }
  return byText(a.id, b.id);
}

/**
 * Draws households at random, each with the chance of its stratum. As many as the share of all asks for, rounded up, are
 * shared out to the strata by their sizes (`sharesOfAtLeastOne`). Each stratum has random numbers of its own, after the seed
 * and its name, and draws from its households in the order of their ids: neither the order of rows in the files nor another
 * stratum changes what is drawn.
 */
export function drawSample(policy: Policy, population: Population, results: Results, spec: SampleSpec): Draw {
  const frame = frameOf(policy, population, results, spec.cards, spec.strata);
  const nameOf = rowNames(policy.vocabulary, population, policy.entity);
  const sizes = sharesOfAtLeastOne(
    sizeOf(spec.share, frame.households),
    frame.strata.map(({ rows }) => rows.length),
  );
  const above = aboveOf(policy, population);
  const picked = frame.strata.flatMap(({ parts, rows }, stratum) => {
    const order = shuffled(rows.length, randomStream(spec.seed, JSON.stringify(parts)));
    return [...order.subarray(0, sizes[stratum]!)].map(at => {
      const row = rows[at]!;
      const card = policy.cards[results.card[row]!]!.id;
      return { id: nameOf(row), above: above(row), card, stratum };
    });
  });
  const placed = picked.sort(byPlace);
  const { teamOf, teams } = teamsOf(policy, placed, spec.teams);
  return {
    policy,
    spec,
    households: frame.households,
    undecided: frame.undecided,
    strata: frame.strata.map(({ parts, rows }, at) => ({
      parts,
      households: rows.length,
      drawn: sizes[at]!,
    })),
    drawn: placed.map((household, at) => ({ ...household, team: teamOf(at) })),
    teams,
  };
}
