/** Benefits that do not stack or share a cap, in generated code. */

import type { Expr } from '../../language/expr.ts';
import type { Cap, Group } from '../../policy/policy.ts';
import { bind, capped } from './caps.ts';
import {
  bothDoubts,
  type Claim,
  doubtWhere,
  isAbove,
  isUnset,
  judged,
  pickClaim,
  rounded,
  sameHigh,
  zero,
} from './claim.ts';
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import * as num from './num.ts';
import * as order from './num-order.ts';
import * as products from './number-product.ts';
import { type Context, partsOf, type Scope } from './scope.ts';
import { type Claims, together } from './together.ts';
import * as t from './truth.ts';
import type { NumVal } from './value.ts';
import * as v from './value.ts';

/** The entity whose instances are persons. */
const PERSON = 'member';

/** Settles the claims of a group, given as written; each list of claims that meet is settled by itself. */
export function settleGroup(c: Context, group: Group, claims: readonly Claims[], household: Scope): Claims[] {
  const { js, policy } = c;
  if (group.over === 'household') {
    const whole = claims.map(({ claim, over }): Claims => {
      return { claim: over === null ? claim : together(js, claim, over), over: null };
    });
    const bound = group.caps.map((cap): Apply => {
      const binding = bind(js, householdCap(c, cap, household), cap.proportional);
      return (list, last) => capped(js, list, binding, last);
    });
    return withCaps(c, counted(js, group, whole), bound);
  }
  const entity = policy.benefits.find(b => b.group === group.id)?.entity ?? policy.entity;
  const apart = beneficiaries(claims).flatMap(list => counted(js, group, list));
  const inOrder = apart.toSorted((a, b) => a.claim.benefit - b.claim.benefit);
  const bound = group.caps.map((cap): Apply => {
    if (cap.per === 'household') {
      const binding = bind(js, numberOf(c, cap.amount, household), cap.proportional);
      return (list, last) => capped(js, list, binding, last);
    }
    return (list, last) =>
      byBeneficiary(list, same => {
        const scope = scopeOf(c, same[0]!, household);
        if (scope?.entity !== entity) return same;
        const binding = bind(js, numberOf(c, cap.amount, scope), cap.proportional);
        const alone = same.map(own => ({ ...own, over: null }));
        return alike(capped(js, alone, binding, last), same);
      });
  });
  return withCaps(c, inOrder, bound);
}

/** A cap put to claims; `last` after rounding. */
type Apply = (claims: readonly Claims[], last: boolean) => readonly Claims[];

function withCaps(c: Context, claims: readonly Claims[], caps: readonly Apply[]): Claims[] {
  const { js, policy } = c;
  let list = claims;
  for (const apply of caps) list = apply(list, false);
  list = list.map(own => ({
    ...own,
    claim: rounded(js, own.claim, policy.benefits[own.claim.benefit]!.rounding),
  }));
  for (const apply of caps) list = apply(list, true);
  return [...list];
}

/** Claims with the loops that they had. */
const alike = (changed: readonly Claims[], before: readonly Claims[]): Claims[] =>
  changed.map((own, k) => ({ ...own, over: before[k]!.over }));

/** Claims of the same beneficiaries: the household, each of its parts of one kind, or parts that are not known. */
function beneficiaries(claims: readonly Claims[]): Claims[][] {
  const lists = new Map<object | string, Claims[]>();
  for (const own of claims) {
    const key = own.over?.loop ?? (own.ofUnknown ? 'unknown' : 'household');
    lists.set(key, [...(lists.get(key) ?? []), own]);
  }
  return [...lists.values()];
}

/** Puts something to the claims of each beneficiary by themselves, and keeps their order. */
function byBeneficiary(
  claims: readonly Claims[],
  put: (same: readonly Claims[]) => readonly Claims[],
): Claims[] {
  const changed = new Map<number, Claims>();
  for (const same of beneficiaries(claims)) for (const own of put(same)) changed.set(own.claim.benefit, own);
  return claims.map(own => changed.get(own.claim.benefit)!);
}

function scopeOf(c: Context, { claim, over, ofUnknown }: Claims, household: Scope): Scope | null {
  if (ofUnknown) return null;
  return over === null ? household : partsOf(c, household, c.policy.benefits[claim.benefit]!.entity)!.scope;
}

function numberOf(c: Context, expr: Expr, scope: Scope): NumVal {
  const value = c.compile(expr, scope);
  if (value.kind !== 'number') throw new Error('a cap that is no number');
  return value;
}

/** A person's cap on a household's claims: times the number of members. */
function householdCap(c: Context, cap: Cap, household: Scope): NumVal {
  const amount = numberOf(c, cap.amount, household);
  const persons = Object.hasOwn(c.policy.vocabulary.entities, PERSON) && c.policy.entity !== PERSON;
  if (cap.per !== 'person' || !persons) return amount;
  const { type, span } = cap.amount;
  const members = c.compile({ op: 'count', over: PERSON, where: null, body: null, type, span }, household);
  return products.multiply(c.js, amount, members as NumVal);
}

function counted(js: Js, group: Group, claims: readonly Claims[]): Claims[] {
  const settle =
    group.counts === 'first' ? firsts : group.counts === 'best' && claims.length > 0 ? best : null;
  const settled = settle?.(
    js,
    claims.map(own => own.claim),
  );
  return claims.map((own, k) => (settled ? { ...own, claim: settled[k]! } : own));
}

/** The claims up to the first surely entitled one; those after an uncertain one are uncertain too. */
function firsts(js: Js, claims: readonly Claim[]): Claim[] {
  let ended: Node = js.no;
  let uncertain: Node = js.no;
  let doubt = v.noDoubt(js);
  return claims.map(claim => {
    const exists = j.and(js, claim.exists, j.not(js, ended));
    const shaken = judged(js, {
      ...claim,
      low: zero(js),
      sure: js.no,
      doubt: bothDoubts(js, claim.doubt, doubt),
      causes: bothDoubts(js, claim.causes, doubt),
    });
    const kept = pickClaim(js, uncertain, shaken, claim);
    ended = j.or(js, ended, j.and(js, claim.exists, claim.sure));
    if (claim.sure !== claim.exists) {
      const open = j.and(js, exists, j.not(js, claim.sure));
      uncertain = j.or(js, uncertain, open);
      doubt = bothDoubts(js, doubt, doubtWhere(js, open, claim.doubt));
    }
    return { ...kept, exists };
  });
}

/** The claim with the best prospects takes the largest low and the largest high; the others lapse. */
function best(js: Js, claims: readonly Claim[]): Claim[] {
  const competes = claims.map(claim => j.and(js, claim.exists, j.not(js, isUnset(js, claim))));
  const place = (k: number) => j.literal(js, k);
  let winner: Node = place(-1);
  let low = zero(js);
  let high = zero(js);
  let topLow = low;
  let sure: Node = js.no;
  let causes = v.noDoubt(js);
  claims.forEach((claim, k) => {
    const first = j.compare(js, '<', winner, place(0));
    const higher = isAbove(js, claim.high, high);
    const tie = j.and(js, sameHigh(js, claim.high, high), order.compare(js, '>', claim.low, low));
    const wins = j.and(js, competes[k]!, j.some(js, [first, higher, tie]));
    winner = j.choose(js, wins, place(k), winner);
    low = num.choose(js, wins, claim.low, low);
    high = claim.low === claim.high && low === high ? low : num.choose(js, wins, claim.high, high);
    topLow = order.greater(js, topLow, num.choose(js, competes[k]!, claim.low, zero(js)));
    sure = j.or(js, sure, j.and(js, competes[k]!, claim.sure));
    causes = bothDoubts(js, causes, doubtWhere(js, competes[k]!, claim.causes));
  });
  const exact = claims.every(claim => claim.low === claim.high);
  const rivals = competes.map(is => t.asBit(js, is)).reduce((a, b) => j.plus(js, a, b), j.literal(js, 0));
  const alone = j.compare(js, '<', rivals, j.literal(js, 2));
  return claims.map((claim, k) => {
    const won = j.compare(js, '===', winner, place(k));
    const unset = isUnset(js, claim);
    const first = judged(js, { ...claim, low: topLow, high: exact ? topLow : high, sure, causes });
    const taken = pickClaim(js, alone, claim, first);
    const exists = j.or(js, won, j.and(js, claim.exists, unset));
    return { ...pickClaim(js, unset, claim, taken), exists };
  });
}
