/** The function that goes through households: cards first, then the benefits of the card that is given. */

import { STATUS } from '../results.ts';
import { type Block, makeBlock, say, sayChain, sayIf, sayLoop, saySwitch } from './block.ts';
import { type Judged, judgeCards } from './cards.ts';
import { type Claim, stateOf } from './claim.ts';
import { householdAt, makeContext } from './context.ts';
import { type Generated, written } from './function.ts';
import { loopOver, type Node, named } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import {
  allCards,
  bitOf,
  column,
  columnNames,
  inFen,
  isZero,
  OUTSIDE,
  oneSweep,
  type Supposed,
  suppose,
} from './outputs.ts';
import type { Shared } from './scope.ts';
import { type Context, makeWorld } from './scope.ts';
import * as v from './value.ts';

/** Cards, and the benefits asked for, of decided households. */
export interface Decide {
  readonly decide: Generated;
  /** Households that are not decided are left to `weigh`. */
  readonly complete: boolean;
  /** By benefit: whether low and high are ever written apart. */
  readonly spans: readonly boolean[];
}

/** Pays `benefits` (by index) at once; others are left to `makePay`. */
export function makeDecide(shared: Shared, paid: readonly number[]): Decide {
  const c = makeContext(shared);
  const { js, policy } = c;
  const loop = loopOver(js.graph, null, named(js.graph, 'from'), named(js.graph, 'to'));
  const row = loop.index;
  const judged = judgeCards(c, householdAt(c, row, makeWorld(undefined)));
  const supposed = suppose(c, row);
  const spans = policy.benefits.map((_, k) => {
    const claims = [...supposed.values()].flatMap(({ outcomes }) => outcomes[k] ?? []);
    return !judged.complete || claims.some(claim => claim.low !== claim.high);
  });

  const root = makeBlock(null);
  const body = sayLoop(root, loop);
  const inScope = judged.scope.is === js.yes ? body : sayIf(body, v.maybe(js, judged.scope)).then;
  const open = sayConflict(js, inScope, row, judged);
  sayBarred(open, row, judged, js);
  const pay = (block: Block, card: number) => {
    say(block, [row], i => `card[${i}] = ${card};`);
    sayClaims(js, block, row, claimsAmong(supposed.get(card)!, paid), spans);
  };
  if (judged.complete && !policy.unique) sayDecided(c, open, row, judged, pay);
  else sayPossible(c, open, row, judged, pay);

  const parameters = [
    'from',
    'to',
    'status',
    'card',
    'possible',
    ...(judged.complete ? [] : ['rows', 'masks']),
  ];
  const counts = judged.complete ? {} : { before: ['let count = 0;'], after: ['return count;'] };
  const decide = written('decide', c, parameters, root, { ...counts, optional: columnNames(policy) });
  return { decide, complete: judged.complete, spans };
}

/** Benefits of households that are decided already. */
export function makePay(shared: Shared, paid: readonly number[], spans: readonly boolean[]): Generated {
  const c = makeContext(shared);
  const { js, policy } = c;
  const loop = loopOver(js.graph, null, named(js.graph, 'from'), named(js.graph, 'to'));
  const row = loop.index;
  const supposed = suppose(c, row);
  const root = makeBlock(null);
  const status = j.load(js, named(js.graph, 'status'), row);
  const decided = j.compare(js, '===', status, j.literal(js, STATUS.decided));
  const { then } = sayIf(sayLoop(root, loop), decided);
  const cards = allCards(policy);
  const bits = cards.map(card => bitOf(policy, card));
  const cases = saySwitch(then, j.load(js, named(js.graph, 'possible'), row), bits);
  for (const [k, card] of cards.entries())
    sayClaims(js, cases[k]!, row, claimsAmong(supposed.get(card)!, paid), spans);
  return written('pay', c, ['from', 'to', 'status', 'possible'], root, { optional: columnNames(policy) });
}

const claimsAmong = ({ outcomes }: Supposed, paid: readonly number[]): Claim[] =>
  paid.flatMap(k => outcomes[k] ?? []);

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
    say(then, [row, j.whereNotZero(by)], (i, text) => `${column.barred(k)}[${i}] = ${text};`);
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

function sayClaims(
  js: Js,
  block: Block,
  row: Node,
  claims: readonly Claim[],
  spans: readonly boolean[],
): void {
  for (const claim of claims) sayClaim(js, block, row, claim, spans[claim.benefit]!);
}

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
