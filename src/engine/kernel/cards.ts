/** Which card a household has, in generated code. */
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Context, Scope } from './scope.ts';
import * as t from './truth.ts';
import type { BoolVal } from './value.ts';
import * as v from './value.ts';

/** One card: its condition, whether it would be given, and what bars it. */
interface Candidate {
  readonly condition: BoolVal;
  readonly grant: BoolVal;
  /** 1 + index of the first exclusion that surely bars it, 0 for none; null where none names it. */
  readonly by: Node | null;
}

/** Figures from which the statements of `decide` are made. */
export interface Judged {
  /** In the policy's scope. */
  readonly scope: BoolVal;
  readonly candidates: readonly Candidate[];
  /** By card: no earlier one is surely given; one more for none of them. */
  readonly open: readonly Node[];
  /** Bits of the cards that are possible, none the last, as if the scope were true. */
  readonly possible: Node;
  /** By card: 1 + index of the exclusion that took it away, else 0. */
  readonly barred: readonly (Node | null)[];
  /** Two conditions hold though only one may; and the bits of those that hold. */
  readonly conflict: { readonly is: Node; readonly held: Node } | null;
  /** Every household in scope is decided. */
  readonly complete: boolean;
}

function condition(c: Context, scope: Scope, key: string): BoolVal {
  const value = c.definition(key, scope);
  if (value.kind !== 'bool') throw new Error(`${key} is no condition`);
  return value;
}

/** Surely true; a bit where that is cheaper than a condition. */
const sureBit = (js: Js, a: BoolVal): Node =>
  a.is ?? (j.isFewLiterals(a.tri) ? v.surely(js, a) : shifted(js, a.tri));
/** True or unknown; a bit where that is cheaper than a condition. */
const maybeBit = (js: Js, a: BoolVal): Node =>
  a.is ?? (j.isFewLiterals(a.tri) ? v.maybe(js, a) : j.bit(js, '&', a.tri, j.literal(js, 1, 'bit')));

const shifted = (js: Js, tri: Node): Node => j.bitwise(js, '>>', tri, j.literal(js, 1));

export function judgeCards(c: Context, household: Scope): Judged {
  const { js, policy } = c;
  const scope =
    policy.scope === null ? v.decided(js, js.yes) : (c.compile(policy.scope, household) as BoolVal);
  const bars = policy.exclusions.map(exclusion => c.compile(exclusion.when, household) as BoolVal);
  const candidates = policy.cards.map((card): Candidate => {
    const met = condition(c, household, card.condition);
    const naming = policy.exclusions.flatMap((exclusion, k) =>
      exclusion.cards.includes(card.id) ? [k] : [],
    );
    const barring = t.or(
      js,
      naming.map(k => bars[k]!),
    );
    const by = naming.reduceRight<Node>(
      (rest, k) => j.choose(js, v.surely(js, bars[k]!), j.literal(js, k + 1), rest),
      j.literal(js, 0),
    );
    return {
      condition: met,
      grant: t.and(js, [met, t.not(js, barring)]),
      by: naming.length === 0 ? null : by,
    };
  });
  const complete = scope.is !== null && candidates.every(({ grant }) => grant.is !== null);
  const open = openness(js, candidates);
  const seen = policy.unique ? candidates.map(() => js.yes) : open;
  const maybe = candidates.map(({ grant }, k) => j.and(js, seen[k]!, maybeBit(js, grant)));
  const none = open.at(-1)!;
  return {
    scope,
    candidates,
    open,
    possible: bits(js, [...maybe, none]),
    barred: candidates.map(({ condition: met, by }, k) =>
      by === null ? null : j.choose(js, j.and(js, open[k]!, sureBit(js, met)), by, j.literal(js, 0)),
    ),
    conflict: policy.unique && candidates.length > 1 ? conflictOf(js, candidates) : null,
    complete,
  };
}

function openness(js: Js, candidates: readonly Candidate[]): Node[] {
  const open: Node[] = [js.yes];
  for (const { grant } of candidates) {
    const given = sureBit(js, grant);
    open.push(j.and(js, open.at(-1)!, j.not(js, given)));
  }
  return open;
}

/** Bits put together: the k-th stands for 2^k. */
function bits(js: Js, each: readonly Node[]): Node {
  return each
    .map((bit, k) => {
      const is = t.asBit(js, bit);
      return k === 0 ? is : j.bitwise(js, '<<', is, j.literal(js, k));
    })
    .reduce((a, b) => j.bitwise(js, '|', a, b), j.literal(js, 0));
}

function conflictOf(js: Js, candidates: readonly Candidate[]): { is: Node; held: Node } {
  const held = bits(
    js,
    candidates.map(({ condition: met }) => sureBit(js, met)),
  );
  const fewer = j.binary(js, '-', held, j.literal(js, 1));
  return { is: j.compare(js, '!==', j.bitwise(js, '&', held, fewer), j.literal(js, 0)), held };
}
