/** Benefits that do not stack or share a cap, in generated code. */
import type { Expr } from '../../language/expr.ts';
import type { Cap, Group } from '../../policy/policy.ts';
import { type Binding, bind, capped } from './caps.ts';
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
import * as n from './number.ts';
import { refuse } from './refuse.ts';
import { type Context, partsOf, type Scope } from './scope.ts';
import { type Claims, together } from './together.ts';
import * as t from './truth.ts';
import type { NumVal } from './value.ts';
import * as v from './value.ts';

/** The entity whose instances are persons. */
const PERSON = 'member';

/** Settles the claims of a group, given as written; each list of claims that meet is settled by itself. */
export function settleGroup(c: Context, group: Group, claims: readonly Claims[], household: Scope): Claims[] {
  const { js } = c;
  if (group.over === 'household') {
    const list = claims.map(({ claim, loop }) => (loop === null ? claim : together(js, claim, loop)));
    const caps = group.caps.map(cap => bind(js, householdCap(c, cap, household), cap.proportional));
    return settleList(c, group, list, caps).map(claim => ({ claim, loop: null }));
  }
  const byLoop = new Map<object | string, Claims[]>();
  for (const own of claims) {
    const key = own.loop?.loop ?? (own.ofUnknown ? 'unknown' : 'household');
    byLoop.set(key, [...(byLoop.get(key) ?? []), own]);
  }
  if (
    group.caps.some(cap => cap.per === 'household') &&
    (byLoop.size > 1 || claims.some(own => own.loop !== null))
  )
    refuse(`the cap per household of the group ${group.id} over members`);
  return [...byLoop.values()].flatMap(list => settleOver(c, group, list, household));
}

/** Claims of the same beneficiaries. */
function settleOver(c: Context, group: Group, claims: readonly Claims[], household: Scope): Claims[] {
  const { loop, claim, ofUnknown } = claims[0]!;
  const benefit = c.policy.benefits[claim.benefit]!;
  const scope = loop === null ? household : partsOf(c, household, benefit.entity)!.scope;
  const entity = c.policy.benefits.find(b => b.group === group.id)?.entity ?? c.policy.entity;
  const caps = group.caps
    .filter(cap => cap.per === 'household' || (scope.entity === entity && !ofUnknown))
    .map(cap => bind(c.js, numberOf(c, cap.amount, scope), cap.proportional));
  const settled = settleList(
    c,
    group,
    claims.map(own => own.claim),
    caps,
  );
  return settled.map(own => ({ claim: own, loop }));
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
  return n.multiply(c.js, amount, members as NumVal);
}

function settleList(c: Context, group: Group, claims: readonly Claim[], caps: readonly Binding[]): Claim[] {
  const { js, policy } = c;
  let list = counted(js, group, claims);
  for (const cap of caps) list = capped(js, list, cap, false);
  list = list.map(claim => rounded(js, claim, policy.benefits[claim.benefit]!.rounding));
  for (const cap of caps) list = capped(js, list, cap, true);
  return list;
}

function counted(js: Js, group: Group, claims: readonly Claim[]): Claim[] {
  if (group.counts === 'first') return firsts(js, claims);
  return group.counts === 'best' && claims.length > 0 ? best(js, claims) : [...claims];
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
    const tie = j.and(js, sameHigh(js, claim.high, high), num.compare(js, '>', claim.low, low));
    const wins = j.and(js, competes[k]!, j.some(js, [first, higher, tie]));
    winner = j.choose(js, wins, place(k), winner);
    low = num.choose(js, wins, claim.low, low);
    high = claim.low === claim.high && low === high ? low : num.choose(js, wins, claim.high, high);
    topLow = num.greater(js, topLow, num.choose(js, competes[k]!, claim.low, zero(js)));
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
