/** Spans of time against a limit, as days against a day: `years since birth ≥ 60` asks whether the birth is early enough. */
import type { Node } from './graph.ts';
import type { Js } from './js.ts';
import * as j from './js.ts';

/** Days of the years 1 to 9999. */
const FIRST = -719162;
const LAST = 2932896;

type Sign = '<' | '<=' | '>' | '>=' | '===';

/** Remembers that a span between two days, one of which is fixed, goes one way with the other. */
export function noteMonotone(
  js: Js,
  span: Node,
  from: Node,
  to: Node,
  work: (from: number, to: number) => number,
): void {
  if (j.isNumber(to) && !j.isNumber(from)) {
    const end = j.figure(to);
    js.monotone.set(span, { day: from, at: day => work(day, end) });
  } else if (j.isNumber(from) && !j.isNumber(to)) {
    const start = j.figure(from);
    js.monotone.set(span, { day: to, at: day => work(start, day) });
  }
}

/** The comparison of a whole figure with a whole limit, by the day it goes with; null where there is none. */
export function compareByDay(js: Js, sign: Sign, span: Node, limit: number): Node | null {
  const way = js.monotone.get(span);
  if (!way) return span.kind === 'choose' ? byDayInPart(js, sign, span, limit) : null;
  const reaches = (bound: number) => reached(js, way, bound);
  switch (sign) {
    case '>=':
      return reaches(limit);
    case '>':
      return reaches(limit + 1);
    case '<':
      return j.not(js, reaches(limit));
    case '<=':
      return j.not(js, reaches(limit + 1));
    case '===':
      return j.and(js, reaches(limit), j.not(js, reaches(limit + 1)));
  }
}

/** One of two figures goes with a day: an age out of the birth date where that is known, else as recorded. */
function byDayInPart(js: Js, sign: Sign, span: Node, limit: number): Node | null {
  const [test, a, b] = span.args;
  const [first, second] = [compareByDay(js, sign, a!, limit), compareByDay(js, sign, b!, limit)];
  if (first === null && second === null) return null;
  const plain = (n: Node) => j.compare(js, sign, n, j.literal(js, limit));
  return j.choose(js, test!, first ?? plain(a!), second ?? plain(b!));
}

/** Whether the figure is at least `bound`. */
function reached(js: Js, { day, at }: j.Monotone, bound: number): Node {
  const rises = at(LAST) >= at(FIRST);
  const [inside, outside] = rises ? [LAST, FIRST] : [FIRST, LAST];
  if (at(inside) < bound) return js.no;
  if (at(outside) >= bound) return js.yes;
  // Between the two lies the last day, seen from `inside`, on which it still holds.
  let [yes, no] = [inside, outside];
  while (Math.abs(yes - no) > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (at(middle) >= bound) yes = middle;
    else no = middle;
  }
  return j.compare(js, rises ? '>=' : '<=', day, j.literal(js, yes));
}
