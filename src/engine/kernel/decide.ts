/** The function that goes through households: cards first, then the benefits of the card that is given. */

import Fraction from 'fraction.js';
import type { Policy } from '../../policy/policy.ts';
import { CLAIM, STATUS } from '../results.ts';
import { settleBenefits } from './benefits.ts';
import { type Block, makeBlock, say, sayChain, sayIf, sayLoop, saySwitch, sayWhile } from './block.ts';
import { type Judged, judgeCards } from './cards.ts';
import { type Claim, isUnset, stateOf } from './claim.ts';
import { householdAt, makeContext, type Shared } from './context.ts';
import { type Generated, written } from './function.ts';
import { loopOver, type Node, named } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import * as num from './num.ts';
import { type Context, makeWorld } from './scope.ts';
import * as v from './value.ts';

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
};

export interface Decide {
  readonly decide: Generated;
  /** Households that are not decided are left to `weigh`. */
  readonly complete: boolean;
  /** By benefit: whether low and high are ever written apart. */
  readonly spans: readonly boolean[];
}

const ONE = new Fraction(1);
/** A figure in whole fen; parts of a fen are rounded half up. */
const inFen = (js: Js, a: num.Num): Node => num.bare(js, num.round(js, a, ONE, 'half-up'), ONE);

const allCards = (policy: Policy): number[] => [...policy.cards.keys(), -1];
const bitOf = (policy: Policy, card: number): number => 1 << (card < 0 ? policy.cards.length : card);

/** What each benefit comes to under each hypothesis. */
function suppose(c: Context, row: Node): Map<number, readonly (Claim | null)[]> {
  return new Map(
    allCards(c.policy).map(card => [card, settleBenefits(c, householdAt(c, row, makeWorld(card)))]),
  );
}

export function makeDecide(shared: Shared): Decide {
  const c = makeContext(shared);
  const { js, policy } = c;
  const loop = loopOver(js.graph, null, named(js.graph, 'from'), named(js.graph, 'to'));
  const row = loop.index;
  const judged = judgeCards(c, householdAt(c, row, makeWorld(undefined)));
  const supposed = suppose(c, row);
  const spans = policy.benefits.map((_, k) => {
    const claims = [...supposed.values()].flatMap(outcomes => outcomes[k] ?? []);
    return !judged.complete || claims.some(claim => claim.low !== claim.high);
  });

  const root = makeBlock(null);
  const body = sayLoop(root, loop);
  const inScope = judged.scope.is === js.yes ? body : sayIf(body, v.maybe(js, judged.scope)).then;
  const open = sayConflict(js, inScope, row, judged);
  sayBarred(open, row, judged, js);
  const pay = (block: Block, card: number) => {
    say(block, [row], i => `card[${i}] = ${card};`);
    for (const claim of supposed.get(card)!)
      if (claim) sayClaim(js, block, row, claim, spans[claim.benefit]!);
  };
  if (judged.complete && !policy.unique) sayDecided(c, open, row, judged, pay);
  else sayPossible(c, open, row, judged, pay);

  const outputs = ['status', 'card', 'possible', ...columnNames(policy)];
  const parameters = ['from', 'to', ...outputs, ...(judged.complete ? [] : ['rows', 'masks'])];
  const counts = judged.complete ? {} : { before: ['let count = 0;'], after: ['return count;'] };
  return { decide: written('decide', c, parameters, root, counts), complete: judged.complete, spans };
}

export function columnNames(policy: Policy): string[] {
  const named = new Set(policy.exclusions.flatMap(exclusion => exclusion.cards));
  return [
    ...policy.cards.flatMap((card, k) => (named.has(card.id) ? [column.barred(k)] : [])),
    ...policy.benefits.flatMap((_, k) => [column.state(k), column.low(k), column.high(k)]),
  ];
}

/** Two conditions of a policy that wants just one to hold; returns the block of the other households. */
function sayConflict(js: Js, block: Block, row: Node, judged: Judged): Block {
  if (judged.conflict === null) return block;
  const clash = j.and(js, v.surely(js, judged.scope), judged.conflict.is);
  const { then, otherwise } = sayIf(block, clash);
  say(then, [row], i => `status[${i}] = ${STATUS.conflict};`);
  say(then, [row, judged.conflict.held], (i, held) => `possible[${i}] = ${held};`);
  sayBarred(then, row, judged, js);
  return otherwise;
}

function sayBarred(block: Block, row: Node, judged: Judged, js: Js): void {
  judged.barred.forEach((by, k) => {
    if (by === null || (j.isNumber(by) && j.figure(by) === 0)) return;
    const { then } = sayIf(block, j.compare(js, '!==', by, j.literal(js, 0)));
    say(then, [row, by], (i, text) => `${column.barred(k)}[${i}] = ${text};`);
  });
}

type Pay = (block: Block, card: number) => void;

/** All is known: one card after the other. */
function sayDecided(c: Context, block: Block, row: Node, judged: Judged, pay: Pay): void {
  const { js, policy } = c;
  say(block, [row], i => `status[${i}] = ${STATUS.decided};`);
  const grants = judged.candidates.map(({ grant }) => v.surely(js, grant));
  const blocks = sayChain(block, grants);
  allCards(policy).forEach((card, k) => {
    say(blocks[k]!, [row], i => `possible[${i}] = ${bitOf(policy, card)};`);
    pay(blocks[k]!, card);
  });
}

/** Some may be unknown: the cards that are possible, and the card itself where there is just one. */
function sayPossible(c: Context, block: Block, row: Node, judged: Judged, pay: Pay): void {
  const { js, policy } = c;
  const { possible, scope } = judged;
  const unsure = v.undecided(js, scope);
  const none = j.literal(js, bitOf(policy, -1));
  const shown = j.choose(js, unsure, j.bitwise(js, '|', possible, none), possible);
  say(block, [row, shown], (i, text) => `possible[${i}] = ${text};`);
  const fewer = j.binary(js, '-', possible, j.literal(js, 1));
  const single = j.compare(js, '===', j.bitwise(js, '&', possible, fewer), j.literal(js, 0));
  const { then, otherwise } = sayIf(block, j.and(js, single, j.not(js, unsure)));
  say(then, [row], i => `status[${i}] = ${STATUS.decided};`);
  const cards = allCards(policy);
  const cases = saySwitch(
    then,
    possible,
    cards.map(card => bitOf(policy, card)),
  );
  cards.forEach((card, k) => {
    pay(cases[k]!, card);
  });
  const mask = j.choose(js, unsure, j.bitwise(js, '|', possible, j.literal(js, OUTSIDE)), possible);
  say(otherwise, [row], i => `status[${i}] = ${STATUS.undetermined};`);
  say(otherwise, [row], i => `rows[count] = ${i};`);
  say(otherwise, [mask], text => `masks[count++] = ${text};`);
}

const isZero = (n: Node): boolean => n.kind === 'literal' && n.text === '0';

function sayClaim(js: Js, block: Block, row: Node, claim: Claim, spans: boolean): void {
  const k = claim.benefit;
  const low = inFen(js, claim.low);
  const high = claim.low === claim.high ? low : inFen(js, claim.high);
  const state = stateOf(js, claim);
  const inside =
    claim.exists === js.yes ? block : sayIf(block, claim.exists, oneSweep(claim, [low, high, state])).then;
  say(inside, [row, state], (i, state) => `${column.state(k)}[${i}] = ${state};`);
  if (!isZero(low)) say(inside, [row, low], (i, text) => `${column.low(k)}[${i}] = ${text};`);
  if (spans && !isZero(high)) say(inside, [row, high], (i, text) => `${column.high(k)}[${i}] = ${text};`);
}

/** The function for undetermined households: the least and greatest that any hypothesis leaves. */
export function makeWeigh(shared: Shared): Generated {
  const c = makeContext(shared);
  const { js, policy } = c;
  const graph = js.graph;
  const loop = loopOver(graph, null, j.literal(js, 0), named(graph, 'count'));
  const row = j.load(js, named(graph, 'rows'), loop.index);
  const supposed = suppose(c, row);
  const root = makeBlock(null);
  const body = sayLoop(root, loop);
  say(body, [loop.index], q => `let left = masks[${q}];`);
  const benefits = [...policy.benefits.keys()];
  const under = benefits.map(k => allCards(policy).filter(card => supposed.get(card)![k] !== null));
  const claimed = benefits.filter(k => under[k]!.length > 0);
  for (const k of claimed) {
    const bits = under[k]!.reduce((all, card) => all | bitOf(policy, card), 0);
    say(
      body,
      [],
      () => `let found${k} = 0, least${k} = (left & ${~bits}) !== 0 ? 0 : Infinity, most${k} = 0;`,
    );
  }
  say(body, [], () => `left &= ${OUTSIDE - 1};`);
  const each = sayWhile(body, 'left !== 0');
  say(each, [], () => 'const hypothesis = left & -left;');
  say(each, [], () => 'left ^= hypothesis;');
  const cards = allCards(policy);
  const cases = saySwitch(
    each,
    'hypothesis',
    cards.map(card => bitOf(policy, card)),
  );
  cards.forEach((card, at) => {
    for (const claim of supposed.get(card)!) if (claim) sayPerhaps(js, cases[at]!, claim);
  });
  for (const k of claimed) sayJoined(body, row, k);
  const parameters = ['count', 'rows', 'masks', ...columnNames(policy)];
  return written('weigh', c, parameters, root);
}

/** Flags of `found`: a claim with a figure, an unset one. */
const FIGURE = 1;
const UNSET = 2;

/** Figures that are summed up over the same parts as the claim's existence, to be had in the same pass. */
const oneSweep = ({ exists }: Claim, figures: readonly Node[]): readonly Node[] =>
  exists.kind === 'total' ? figures.filter(n => n.kind !== 'literal') : [];

function sayPerhaps(js: Js, block: Block, claim: Claim): void {
  const k = claim.benefit;
  const figure = (inside: Block) => {
    say(inside, [], () => `found${k} |= ${FIGURE};`);
    say(inside, [inFen(js, claim.low)], low => `least${k} = Math.min(least${k}, ${low});`);
    say(inside, [inFen(js, claim.high)], high => `most${k} = Math.max(most${k}, ${high});`);
  };
  const unset = (inside: Block) => {
    say(inside, [], () => `found${k} |= ${UNSET};`);
    say(inside, [], () => `least${k} = 0;`);
  };
  let inside = block;
  if (claim.exists !== js.yes) {
    const figures = [inFen(js, claim.low), inFen(js, claim.high)];
    const { then, otherwise } = sayIf(block, claim.exists, oneSweep(claim, figures));
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

function sayJoined(block: Block, row: Node, k: number): void {
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
