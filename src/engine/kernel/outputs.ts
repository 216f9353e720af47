/** What generated code writes: the columns of results, by names of its own. */

import Fraction from 'fraction.js';
import type { Policy } from '../../policy/policy.ts';
import { type Settlement, settleBenefits } from './benefits.ts';
import type { Claim } from './claim.ts';
import { householdAt } from './context.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as num from './num.ts';
import { roundTo } from './num-round.ts';
import { type Context, makeWorld, type Scope } from './scope.ts';

/** Marks, among the bits of the hypotheses, a household that may be out of scope. */
export const OUTSIDE = 1 << 30;
/** Cards have bits below that one, and none has one too. */
export const MOST_CARDS = 29;

/** Names of result columns in generated code. */
export const column = {
  state: (benefit: number) => `state${benefit}`,
  low: (benefit: number) => `low${benefit}`,
  high: (benefit: number) => `high${benefit}`,
  barred: (card: number) => `barred${card}`,
  duty: (duty: number) => `duty${duty}`,
  claim: (quota: number) => `claim${quota}`,
};

const ONE = new Fraction(1);
/** A figure in whole fen; parts of a fen are rounded half up. */
export const inFen = (js: Js, a: num.Num): Node => num.bare(js, roundTo(js, a, ONE, 'half-up'), ONE);

export const allCards = (policy: Policy): number[] => [...policy.cards.keys(), -1];
export const bitOf = (policy: Policy, card: number): number => 1 << (card < 0 ? policy.cards.length : card);

/** The household under one card, its benefits settled. */
export interface Supposed extends Settlement {
  readonly household: Scope;
}

/** What benefits come to under each hypothesis. */
export function suppose(c: Context, row: Node): Map<number, Supposed> {
  return new Map(
    allCards(c.policy).map(card => {
      const household = householdAt(c, row, makeWorld(card));
      return [card, { household, ...settleBenefits(c, household) }];
    }),
  );
}

export function columnNames(policy: Policy): string[] {
  const named = new Set(policy.exclusions.flatMap(exclusion => exclusion.cards));
  return [
    ...policy.cards.flatMap((card, k) => (named.has(card.id) ? [column.barred(k)] : [])),
    ...policy.benefits.flatMap((_, k) => [column.state(k), column.low(k), column.high(k)]),
    ...policy.duties.map((_, k) => column.duty(k)),
    ...policy.quotas.map((_, k) => column.claim(k)),
  ];
}

/** Nothing to be written: columns begin with 0. */
export const isZero = (n: Node): boolean => n.kind === 'literal' && n.text === '0';

/** Figures that are summed up over the same parts as the claim's existence, to be had in the same pass. */
export const oneSweep = ({ exists }: Claim, figures: readonly Node[]): readonly Node[] =>
  exists.kind === 'total' ? figures.filter(n => n.kind !== 'literal') : [];
