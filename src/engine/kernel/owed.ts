/** Functions for duties owed and claims for seats: yes under each possible card, perhaps, or no. */
import type { Policy } from '../../policy/policy.ts';
import { OWED, STATUS } from '../results.ts';
import { admits } from './benefits.ts';
import { type Block, makeBlock, say, sayIf, sayLoop } from './block.ts';
import { makeContext } from './context.ts';
import { type Generated, written } from './function.ts';
import { loopOver, type Node, named } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import { allCards, bitOf, column, columnNames, isZero, OUTSIDE, type Supposed, suppose } from './outputs.ts';
import type { Context, Shared } from './scope.ts';
import type { Over } from './totals.ts';
import * as v from './value.ts';
import { under } from './weigh.ts';

/** Under one card. */
interface Verdict {
  /** Surely owed. */
  readonly sure: Node;
  /** Surely or perhaps. */
  readonly maybe: Node;
}

/** One column of verdicts: of the household itself, or of each of its parts. */
interface Owing {
  readonly column: string;
  readonly over: Over | null;
  /** By card, −1 for none. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
}

/** Indices of the columns that these functions write: of duties, then of quotas that ask for more than the card. */
export const owingsOf = ({ duties, quotas }: Policy): number[] => [
  ...duties.keys(),
  ...quotas.flatMap(({ of }, k) => (of.kind === 'benefit' ? [duties.length + k] : [])),
];

/** Duties and claims (some of them, by index) of households that are decided. */
export function makeOwe(shared: Shared, some: readonly number[]): Generated {
  const c = makeContext(shared);
  const { js, policy } = c;
  const loop = loopOver(js.graph, null, named(js.graph, 'from'), named(js.graph, 'to'));
  const row = loop.index;
  const root = makeBlock(null);
  const status = j.load(js, named(js.graph, 'status'), row);
  const decided = j.compare(js, '===', status, j.literal(js, STATUS.decided));
  const { then } = sayIf(sayLoop(root, loop), decided);
  const card = j.load(js, named(js.graph, 'possible'), row);
  for (const owing of owings(c, suppose(c, row), some)) sayOwing(then, row, owing, codeOfOne(c, card, owing));
  return written('owe', c, ['from', 'to', 'status', 'possible'], root, { optional: columnNames(policy) });
}

/** Duties and claims of households that are not decided. */
export function makeOwePerhaps(shared: Shared, some: readonly number[]): Generated {
  const c = makeContext(shared);
  const { js, policy } = c;
  const loop = loopOver(js.graph, null, j.literal(js, 0), named(js.graph, 'count'));
  const row = j.load(js, named(js.graph, 'rows'), loop.index);
  const mask = j.load(js, named(js.graph, 'masks'), loop.index);
  const root = makeBlock(null);
  const body = sayLoop(root, loop);
  for (const owing of owings(c, suppose(c, row), some)) sayOwing(body, row, owing, codeOfAll(c, mask, owing));
  return written('owePerhaps', c, ['count', 'rows', 'masks'], root, { optional: columnNames(policy) });
}

type Worlds = ReadonlyMap<number, Supposed>;

function owings(c: Context, supposed: Worlds, some: readonly number[]): Owing[] {
  const { duties } = c.policy;
  return some.flatMap(k => {
    if (k < duties.length) return dutyOwing(c, supposed, k);
    return claimOwing(c, supposed, k - duties.length) ?? [];
  });
}

function dutyOwing(c: Context, supposed: Worlds, k: number): Owing {
  const { js, policy } = c;
  const { cards, when } = policy.duties[k]!;
  const verdicts = new Map<number, Verdict>();
  for (const [card, { household }] of supposed) {
    if (!admits(policy, cards, card)) continue;
    const met = when === null ? v.decided(js, js.yes) : c.compile(when, household);
    if (met.kind !== 'bool') throw new Error('a duty whose condition is none');
    verdicts.set(card, { sure: v.surely(js, met), maybe: v.maybe(js, met) });
  }
  return { column: column.duty(k), over: null, verdicts };
}

function claimOwing(c: Context, supposed: Worlds, k: number): Owing | null {
  const { of } = c.policy.quotas[k]!;
  if (of.kind === 'cards') return null;
  const index = c.policy.benefits.findIndex(benefit => benefit.id === of.id);
  const verdicts = new Map<number, Verdict>();
  let over: Over | null = null;
  for (const [card, { claimants }] of supposed) {
    const each = claimants[index];
    if (!each) continue;
    over = each.over;
    verdicts.set(card, { sure: each.sure, maybe: each.exists });
  }
  return { column: column.claim(k), over, verdicts };
}

/** Verdicts that are the same under several cards. */
interface Variant extends Verdict {
  readonly cards: number;
}

function variantsOf({ js, policy }: Context, { verdicts }: Owing): Variant[] {
  const never: Verdict = { sure: js.no, maybe: js.no };
  const variants: Variant[] = [{ ...never, cards: OUTSIDE }];
  for (const card of allCards(policy)) {
    const { sure, maybe } = verdicts.get(card) ?? never;
    const k = variants.findIndex(each => each.sure === sure && each.maybe === maybe);
    const same = variants[k];
    if (same) variants[k] = { ...same, cards: same.cards | bitOf(policy, card) };
    else variants.push({ sure, maybe, cards: bitOf(policy, card) });
  }
  return variants;
}

function codeOf(js: Js, sure: Node, maybe: Node): Node {
  const [no, yes, perhaps] = [OWED.no, OWED.yes, OWED.perhaps].map(code => j.literal(js, code));
  return j.choose(js, sure, yes!, sure === maybe ? no! : j.choose(js, maybe, perhaps!, no!));
}

/** By the one bit of `card`. */
function codeOfOne(c: Context, card: Node, owing: Owing): Node {
  const { js } = c;
  const [last, ...others] = variantsOf(c, owing)
    .filter(({ cards }) => cards !== OUTSIDE)
    .reverse();
  return others.reduce(
    (rest, { sure, maybe, cards }) =>
      j.choose(js, under(js, card, cards & ~OUTSIDE), codeOf(js, sure, maybe), rest),
    codeOf(js, last!.sure, last!.maybe),
  );
}

/** By all the bits of `mask`. */
function codeOfAll(c: Context, mask: Node, owing: Owing): Node {
  const { js } = c;
  const variants = variantsOf(c, owing).map(each => ({ ...each, met: under(js, mask, each.cards) }));
  const sure = j.all(
    js,
    variants.map(each => j.or(js, j.not(js, each.met), each.sure)),
  );
  const maybe = j.some(
    js,
    variants.map(each => j.and(js, each.met, each.maybe)),
  );
  return codeOf(js, sure, maybe);
}

function sayOwing(block: Block, row: Node, { column: name, over }: Owing, code: Node): void {
  if (isZero(code)) return;
  const inside = over === null ? block : sayLoop(block, over.loop);
  const at = over === null ? row : over.loop.index;
  say(inside, [at, code], (i, text) => `${name}[${i}] = ${text};`);
}
