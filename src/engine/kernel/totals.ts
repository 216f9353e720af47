/** Figures added up over parts, in one pass over them. */

import { accumulate, type Loop, type Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import * as range from './range.ts';
import { refusals } from './refusals.ts';
import { refuse } from './refuse.ts';
import * as t from './truth.ts';

/** A loop over parts, and how many of them there are at least and at most. */
export interface Over {
  readonly loop: Loop;
  readonly least: number;
  readonly most: number;
}

/** `initial` put together with a figure of each part. */
export function total(js: Js, { loop }: Over, sign: '+' | '&' | '|', initial: Node, each: Node): Node {
  const neutral = j.isLiteral(each) && each.text === initial.text;
  if (neutral && (sign !== '+' || each.text === '0')) return initial;
  const step = (running: Node) =>
    sign === '+' ? j.plus(js, running, each) : j.binary(js, sign, running, each);
  const [sum] = accumulate(js.graph, loop, `${sign} ${initial.id} ${each.id}`, [initial], ([running]) => [
    step(running!),
  ]);
  return sum!;
}

/** Whether something holds of any part. */
export function anyOf(js: Js, over: Over, is: Node): Node {
  if (is === js.no) return js.no;
  if (is === js.yes) return over.least > 0 ? js.yes : j.compare(js, '<', over.loop.start, over.loop.end);
  return total(js, over, '|', j.literal(js, 0, 'bit'), t.asBit(js, is));
}

/** The sum of a figure of each part. One denominator for all parts is kept, others are refused. */
export function sumOf(js: Js, over: Over, each: Num): Num {
  if (each.den !== null && each.den.loop === over.loop) refuse(refusals.quotients);
  const bounds = range.hull(range.scale(each.range, Math.max(over.most, 1)), range.exactly(0));
  return { ...each, node: total(js, over, '+', j.literal(js, 0), each.node), range: range.safe(bounds) };
}
