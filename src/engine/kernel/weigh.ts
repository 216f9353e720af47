/** The function for undetermined households: the least and the greatest that any hypothesis leaves. */
import type { Policy } from '../../policy/policy.ts';
import { CLAIM } from '../results.ts';
import { type Block, makeBlock, say, sayIf, sayLoop } from './block.ts';
import { type Claim, isUnset } from './claim.ts';
import { makeContext } from './context.ts';
import { type Generated, written } from './function.ts';
import { loopOver, type Node, named } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import { allCards, bitOf, column, columnNames, inFen, isZero, oneSweep, suppose } from './outputs.ts';
import type { Shared } from './scope.ts';

/** A claim that is the same under several hypotheses. */
interface Variant {
  readonly claim: Claim;
  /** Bits of the cards under which it may be claimed. */
  cards: number;
}

/** Some of the benefits, by index. */
export function makeWeigh(shared: Shared, paid: readonly number[]): Generated {
  const c = makeContext(shared);
  const { js, policy } = c;
  const loop = loopOver(js.graph, null, j.literal(js, 0), named(js.graph, 'count'));
  const row = j.load(js, named(js.graph, 'rows'), loop.index);
  const mask = j.load(js, named(js.graph, 'masks'), loop.index);
  const supposed = suppose(c, row);
  const root = makeBlock(null);
  const body = sayLoop(root, loop);
  for (const k of paid) {
    const variants = variantsOf(
      policy,
      new Map([...supposed].map(([card, { outcomes }]) => [card, outcomes[k] ?? null])),
    );
    if (variants.length === 1) sayOne(js, body, row, mask, variants[0]!);
    else if (variants.length > 1) saySeveral(js, body, row, mask, variants);
  }
  return written('weigh', c, ['count', 'rows', 'masks'], root, { optional: columnNames(policy) });
}

const nodesOf = (claim: Claim): readonly (Node | null)[] => [
  claim.exists,
  claim.low.node,
  claim.low.den,
  claim.high.node,
  claim.high.den,
  claim.causes.bits,
];

function variantsOf(policy: Policy, claims: ReadonlyMap<number, Claim | null>): Variant[] {
  const variants: Variant[] = [];
  for (const card of allCards(policy)) {
    const claim = claims.get(card) ?? null;
    if (claim === null) continue;
    const nodes = nodesOf(claim);
    const same = variants.find(
      ({ claim: other }) =>
        nodesOf(other).every((n, i) => n === nodes[i]) &&
        other.low.unit.equals(claim.low.unit) &&
        other.high.unit.equals(claim.high.unit),
    );
    if (same) same.cards |= bitOf(policy, card);
    else variants.push({ claim, cards: bitOf(policy, card) });
  }
  return variants;
}

export const under = (js: Js, mask: Node, cards: number): Node =>
  j.compare(js, '!==', j.bitwise(js, '&', mask, j.literal(js, cards)), j.literal(js, 0));

/** The same claim, or none, under each hypothesis. */
function sayOne(js: Js, block: Block, row: Node, mask: Node, { claim, cards }: Variant): void {
  const k = claim.benefit;
  const inside = sayIf(block, under(js, mask, cards)).then;
  const least = j.choose(js, under(js, mask, ~cards), j.literal(js, 0), inFen(js, claim.low));
  const most = inFen(js, claim.high);
  const claimed =
    claim.exists === js.yes ? inside : sayIf(inside, claim.exists, oneSweep(claim, [least, most])).then;
  const unset = isUnset(js, claim);
  const state = j.choose(js, unset, j.literal(js, CLAIM.unset), j.literal(js, CLAIM.undetermined));
  say(claimed, [row, state], (i, text) => `${column.state(k)}[${i}] = ${text};`);
  if (!isZero(least)) say(claimed, [row, least], (i, text) => `${column.low(k)}[${i}] = ${text};`);
  if (!isZero(most)) say(claimed, [row, most], (i, text) => `${column.high(k)}[${i}] = ${text};`);
}

/** Flags of `found`: a claim with a figure, an unset one. */
const FIGURE = 1;
const UNSET = 2;

/** Claims that differ from one hypothesis to another: each in its turn. */
function saySeveral(js: Js, block: Block, row: Node, mask: Node, variants: readonly Variant[]): void {
  const k = variants[0]!.claim.benefit;
  const all = variants.reduce((bits, { cards }) => bits | cards, 0);
  say(
    block,
    [under(js, mask, ~all)],
    none => `let found${k} = 0, least${k} = ${none} ? 0 : Infinity, most${k} = 0;`,
  );
  for (const { claim, cards } of variants) sayPerhaps(js, sayIf(block, under(js, mask, cards)).then, claim);
  const { state, low, high } = column;
  block.statements.push({
    args: [row],
    blocks: [],
    print: ([i]) => [
      `if (found${k} === ${UNSET}) ${state(k)}[${i}] = ${CLAIM.unset};`,
      `else if (found${k} !== 0) {`,
      `  ${state(k)}[${i}] = ${CLAIM.undetermined};`,
      `  ${low(k)}[${i}] = least${k};`,
      `  ${high(k)}[${i}] = most${k};`,
      '}',
    ],
  });
}

function sayPerhaps(js: Js, block: Block, claim: Claim): void {
  const k = claim.benefit;
  const [least, most] = [inFen(js, claim.low), inFen(js, claim.high)];
  const figure = (inside: Block) => {
    say(inside, [], () => `found${k} |= ${FIGURE};`);
    say(inside, [least], low => `least${k} = Math.min(least${k}, ${low});`);
    if (!isZero(most)) say(inside, [most], high => `most${k} = Math.max(most${k}, ${high});`);
  };
  const unset = (inside: Block) => {
    say(inside, [], () => `found${k} |= ${UNSET};`);
    say(inside, [], () => `least${k} = 0;`);
  };
  let inside = block;
  if (claim.exists !== js.yes) {
    const { then, otherwise } = sayIf(block, claim.exists, oneSweep(claim, [least, most]));
    say(otherwise, [], () => `least${k} = 0;`);
    inside = then;
  }
  const open = isUnset(js, claim);
  if (open === js.yes) unset(inside);
  else if (open === js.no) figure(inside);
  else {
    const { then, otherwise } = sayIf(inside, open);
    unset(then);
    figure(otherwise);
  }
}
