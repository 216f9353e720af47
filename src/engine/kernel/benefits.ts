/** Benefits under one hypothesis: who claims what, in generated code. */

import Fraction from 'fraction.js';
import type { Expr } from '../../language/expr.ts';
import type { Benefit, Policy } from '../../policy/policy.ts';
import { type Unit, unitsOf } from '../reference/units.ts';
import {
  bothDoubts,
  type Claim,
  causesOf,
  doubtWhere,
  type Ends,
  endsOf,
  figureOf,
  isUnset,
  judged,
  orZero,
  rounded,
  withoutUnset,
  zero,
} from './claim.ts';
import type { Node } from './graph.ts';
import { settleGroup } from './groups.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import * as num from './num.ts';
import * as order from './num-order.ts';
import * as n from './number.ts';
import * as products from './number-product.ts';
import { type Context, partsOf, type Scope } from './scope.ts';
import { type Claims, together } from './together.ts';
import type { Over } from './totals.ts';
import type { NumVal } from './value.ts';
import * as v from './value.ts';

const NO_CARD = -1;

/** Is a rule for these cards (null: whatever the card, also none) one for this card? */
export function admits(policy: Policy, cards: readonly string[] | null, card: number): boolean {
  return cards === null || (card !== NO_CARD && cards.includes(policy.cards[card]!.id));
}

/** Whether each beneficiary has a claim after its group, inside the loop over them (null: the household itself). */
export interface Claimants {
  readonly over: Over | null;
  readonly exists: Node;
  readonly sure: Node;
}

/** Benefits under one card; null: no claim is possible. */
export interface Settlement {
  /** For the household, by index. */
  readonly outcomes: (Claim | null)[];
  readonly claimants: (Claimants | null)[];
}

function cardOf({ world: { card } }: Scope): number {
  if (card === 'decided') throw new Error('benefits are settled under a card supposed');
  return card ?? NO_CARD;
}

/** What every benefit comes to under the card supposed. */
export function settleBenefits(c: Context, household: Scope): Settlement {
  const none = c.policy.benefits.map(() => null);
  const settlement: Settlement = { outcomes: [...none], claimants: [...none] };
  for (const unit of unitsOf(c.policy)) settleUnit(c, unit, household, settlement);
  return settlement;
}

function settleUnit(c: Context, unit: Unit, household: Scope, { outcomes, claimants }: Settlement): void {
  const { js, policy } = c;
  const claims = unit.benefits.flatMap(index => claimsOf(c, index, household) ?? []);
  const settled =
    unit.group === null
      ? claims.map(own => alone(c, own, household))
      : settleGroup(c, unit.group, claims, household);
  for (const index of unit.benefits) {
    const benefit = policy.benefits[index]!;
    const own = settled.find(({ claim }) => claim.benefit === index);
    if (!own) {
      household.world.settled.set(benefit.id, { total: v.exactNumber(js, new Fraction(0)), each: null });
      continue;
    }
    const outcome = own.over === null ? own.claim : together(js, own.claim, own.over);
    outcomes[index] = outcome;
    const before = claims.find(({ claim }) => claim.benefit === index)!;
    claimants[index] = before.ofUnknown ? null : stillClaiming(js, before, own.claim);
    household.world.settled.set(benefit.id, {
      total: figureOf(js, outcome),
      each: own.over === null ? null : { figure: figureOf(js, own.claim), loop: own.over.loop },
    });
  }
}

/** Entitled before its group and still so after it, which may have gathered all members into one claim. */
function stillClaiming(js: Js, { claim, over }: Claims, after: Claim): Claimants {
  const exists = j.and(js, claim.exists, after.exists);
  return { over, exists, sure: j.all(js, [exists, claim.sure, after.sure]) };
}

/** The claims before a group or rounding; null where the card supposed rules them out. */
function claimsOf(c: Context, index: number, household: Scope): Claims | null {
  const { js, policy } = c;
  const benefit = policy.benefits[index]!;
  const card = cardOf(household);
  if (!admits(policy, benefit.cards, card)) return null;
  const amount = benefit.amounts.find(entry => admits(policy, entry.cards, card));
  if (amount === undefined && benefit.amounts.length > 0) return null;
  if (benefit.entity === policy.entity)
    return { claim: claimOf(c, benefit, index, amount?.amount, household, household), over: null };
  const parts = partsOf(c, household, benefit.entity);
  if (parts === null)
    return { claim: ofUnknownParts(js, index, amount === undefined), over: null, ofUnknown: true };
  return { claim: claimOf(c, benefit, index, amount?.amount, household, parts.scope), over: parts };
}

function ofUnknownParts(js: Js, benefit: number, noMoney: boolean): Claim {
  const doubt = v.doubtOf(js, v.OTHER);
  const high = noMoney ? zero(js) : num.infinity(js, 1);
  return { benefit, exists: js.yes, sure: js.no, low: zero(js), high, doubt, causes: doubt, limit: null };
}

function claimOf(
  c: Context,
  benefit: Benefit,
  index: number,
  amount: Expr | undefined,
  household: Scope,
  scope: Scope,
): Claim {
  const { js } = c;
  const when = benefit.when === null ? v.decided(js, js.yes) : c.compile(benefit.when, scope);
  if (when.kind !== 'bool') throw new Error('an entitlement that is no condition');
  const single =
    amount === undefined ? v.exactNumber(js, new Fraction(0)) : atLeastZero(js, numberOf(c, amount, scope));
  const times = timesOf(c, benefit, household);
  const figures = times === null ? single : multiplied(js, single, times);
  const sure = v.surely(js, when);
  const exists = v.maybe(js, when);
  const doubt = doubtWhere(js, v.undecided(js, when), when.doubt);
  const endsIf = (value: NumVal): Ends => {
    const { low, high } = endsOf(js, value);
    return { low: sure === exists ? low : num.choose(js, sure, low, zero(js)), high };
  };
  const grouped = benefit.group !== null;
  const claim = judged(js, {
    benefit: index,
    exists,
    sure,
    ...endsIf(figures),
    doubt,
    causes: bothDoubts(js, doubt, causesOf(js, figures)),
    limit: limitOf(c, amount, scope, grouped ? times : null),
  });
  if (grouped || times === null) return claim;
  // Outside groups the head count multiplies the rounded amount; see `alone`.
  return withoutUnset(js, { ...claim, ...endsIf(single) });
}

function numberOf(c: Context, expr: Expr, scope: Scope): NumVal {
  const value = c.compile(expr, scope);
  if (value.kind !== 'number') throw new Error('an amount that is no number');
  return orZero(c.js, value);
}

const atLeastZero = (js: Js, a: NumVal): NumVal => n.maximum(js, [a, v.exactNumber(js, new Fraction(0))]);

/** Where there is no money there is nothing to multiply. */
function timesOf(c: Context, { times, amounts }: Benefit, household: Scope): NumVal | null {
  return times === null || amounts.length === 0 ? null : numberOf(c, times, household);
}

const multiplied = (js: Js, amount: NumVal, times: NumVal): NumVal =>
  atLeastZero(js, products.multiply(js, amount, times));

/** The lowest cap at the root of the amount, through other caps and floors. */
function limitOf(c: Context, amount: Expr | undefined, scope: Scope, times: NumVal | null): Ends | null {
  const { js } = c;
  const limits: Ends[] = [];
  for (let at = amount; at && (at.op === 'cap' || at.op === 'floor'); at = at.left) {
    if (at.op !== 'cap') continue;
    const limit = numberOf(c, at.right, scope);
    limits.push(endsOf(js, times === null ? atLeastZero(js, limit) : multiplied(js, limit, times)));
  }
  if (limits.length === 0) return null;
  return limits.reduce((a, b) => ({
    low: order.lesser(js, a.low, b.low),
    high: order.lesser(js, a.high, b.high),
  }));
}

/** A benefit by itself: rounded, then times the head count. */
function alone(c: Context, { claim, over }: Claims, household: Scope): Claims {
  const { js, policy } = c;
  const benefit = policy.benefits[claim.benefit]!;
  const paid = rounded(js, claim, benefit.rounding);
  const times = timesOf(c, benefit, household);
  if (times === null) return { claim: paid, over };
  const value =
    paid.low === paid.high ? v.point(js, paid.low) : v.span(js, paid.low, paid.high, v.noDoubt(js));
  const ends = endsOf(js, multiplied(js, value, times));
  const unset = isUnset(js, paid);
  const low = num.choose(js, unset, paid.low, ends.low);
  const high =
    ends.low === ends.high && paid.low === paid.high ? low : num.choose(js, unset, paid.high, ends.high);
  return { claim: { ...paid, low, high }, over };
}
