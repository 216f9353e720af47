/** Makers of expression nodes that simplify what is already known when the code is generated. */
import { type Graph, type Node, type NodeType, node } from './graph.ts';

/** A figure that only falls, or only rises, with a day: it is compared by comparing the day. */
export interface Monotone {
  readonly day: Node;
  readonly at: (day: number) => number;
}

export interface Js {
  readonly graph: Graph;
  readonly monotone: Map<Node, Monotone>;
  readonly yes: Node;
  readonly no: Node;
}

export const makeJs = (graph: Graph): Js => ({
  graph,
  monotone: new Map(),
  yes: node(graph, 'literal', 'bool', 'true'),
  no: node(graph, 'literal', 'bool', 'false'),
});

export const literal = (js: Js, value: number, type: NodeType = 'number'): Node =>
  node(js.graph, 'literal', type, Object.is(value, -0) ? '0' : String(value));

export const isLiteral = (n: Node): boolean => n.kind === 'literal';
export const isNumber = (n: Node): boolean => n.kind === 'literal' && n.type !== 'bool';
export const figure = (n: Node): number => Number(n.text);
export const truth = (js: Js, value: boolean): Node => (value ? js.yes : js.no);

const isYes = (n: Node): boolean =>
  n.kind === 'literal' && (n.type === 'bool' ? n.text === 'true' : n.text === '1');
const isNo = (n: Node): boolean =>
  n.kind === 'literal' && (n.type === 'bool' ? n.text === 'false' : n.text === '0');

const FOLD: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
};

/** A binary operator on numbers; comparisons give a `bool`. */
export function binary(js: Js, text: string, a: Node, b: Node): Node {
  if (isNumber(a) && isNumber(b)) {
    const value = FOLD[text]?.(figure(a), figure(b));
    if (typeof value === 'boolean') return truth(js, value);
    if (value !== undefined && !Number.isNaN(value)) return literal(js, value);
  }
  const compares = text.length > 0 && '<>=!'.includes(text[0]!) && text !== '<<' && text !== '>>';
  return node(js.graph, 'binary', compares ? 'bool' : 'number', text, [a, b]);
}

export function plus(js: Js, a: Node, b: Node): Node {
  if (isNo(a)) return b;
  if (isNo(b)) return a;
  if (isNumber(b) && figure(b) < 0) return minus(js, a, literal(js, -figure(b)));
  return binary(js, '+', a, b);
}

export function minus(js: Js, a: Node, b: Node): Node {
  return isNo(b) ? a : binary(js, '-', a, b);
}

export function times(js: Js, a: Node, b: Node): Node {
  if (isLiteral(a) && !isLiteral(b)) return times(js, b, a);
  if (isNumber(b)) {
    const factor = figure(b);
    if (factor === 1) return a;
    // Not `x * -1`, which makes a negative zero of 0.
    if (factor < 0 && !isNumber(a)) return minus(js, literal(js, 0), times(js, a, literal(js, -factor)));
    if (factor === 0 && !isNumber(a)) return b;
    if (a.kind === 'binary' && a.text === '*' && isNumber(a.args[1]!))
      return times(js, a.args[0]!, literal(js, factor * figure(a.args[1]!)));
  }
  return binary(js, '*', a, b);
}

/** A truth value of a `bit`: 1 is true. */
export function asBool(js: Js, n: Node): Node {
  if (n.type !== 'bit') return n;
  if (isLiteral(n)) return truth(js, n.text === '1');
  if (n.kind === 'binary' && n.text === '^') return compare(js, '===', n.args[0]!, literal(js, 0));
  return node(js.graph, 'binary', 'bool', '===', [n, literal(js, 1)]);
}

export const bit = (js: Js, text: '&' | '|' | '^', a: Node, b: Node): Node =>
  node(js.graph, 'binary', 'bit', text, [a, b]);

/** Bits of whole numbers. */
export function bitwise(js: Js, text: '&' | '|' | '<<' | '>>', a: Node, b: Node): Node {
  if (isNumber(b) && isFewLiterals(a)) return perLeaf(js, a, leaf => bitwise(js, text, leaf, b));
  if (isNumber(a) && isNumber(b)) return binary(js, text, a, b);
  if (isNumber(b) && figure(b) === 0) return text === '&' ? b : a;
  if (isNumber(a) && figure(a) === 0) return text === '|' ? b : a;
  const single = text === '>>' && isNumber(b);
  return node(js.graph, 'binary', single ? 'bit' : 'number', text, [a, b]);
}

/** Both; of bits without a branch. */
export function and(js: Js, a: Node, b: Node): Node {
  if (isNo(a) || isYes(b)) return a;
  if (isNo(b) || isYes(a) || a === b) return b;
  if (a.type === 'bit' && b.type === 'bit') return bit(js, '&', a, b);
  return node(js.graph, 'binary', 'bool', '&&', [asBool(js, a), asBool(js, b)]);
}

/** Either; of bits without a branch. */
export function or(js: Js, a: Node, b: Node): Node {
  if (isYes(a) || isNo(b)) return a;
  if (isYes(b) || isNo(a) || a === b) return b;
  if (a.type === 'bit' && b.type === 'bit') return bit(js, '|', a, b);
  return node(js.graph, 'binary', 'bool', '||', [asBool(js, a), asBool(js, b)]);
}

/** No figure is ever NaN, so that orderings turn round. */
const OPPOSITE: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
};

export function not(js: Js, a: Node): Node {
  if (isYes(a)) return js.no;
  if (isNo(a)) return js.yes;
  if (a.type === 'bit') {
    if (a.kind === 'binary' && a.text === '^') return a.args[0]!;
    return bit(js, '^', a, literal(js, 1));
  }
  if (a.kind === 'unary' && a.text === '!') return a.args[0]!;
  const opposite = a.kind === 'binary' ? OPPOSITE[a.text] : undefined;
  if (opposite) return node(js.graph, 'binary', 'bool', opposite, a.args);
  return node(js.graph, 'unary', 'bool', '!', [a]);
}

export const all = (js: Js, nodes: readonly Node[]): Node => nodes.reduce((a, b) => and(js, a, b), js.yes);
export const some = (js: Js, nodes: readonly Node[]): Node => nodes.reduce((a, b) => or(js, a, b), js.no);

/** `condition ? a : b`. */
export function choose(js: Js, condition: Node, a: Node, b: Node): Node {
  if (isYes(condition) || a === b) return a;
  if (isNo(condition)) return b;
  if (a.type === 'bool' || b.type === 'bool') {
    const [x, y] = [asBool(js, a), asBool(js, b)];
    if (isYes(x)) return or(js, condition, y);
    if (isNo(y)) return and(js, condition, x);
    if (isNo(x)) return and(js, not(js, condition), y);
    if (isYes(y)) return or(js, not(js, condition), x);
    return node(js.graph, 'choose', 'bool', '?', [asBool(js, condition), x, y]);
  }
  const type = a.type === b.type ? a.type : 'number';
  const test = asBool(js, condition);
  if (test.kind === 'unary' && test.text === '!')
    return node(js.graph, 'choose', type, '?', [test.args[0]!, b, a]);
  return node(js.graph, 'choose', type, '?', [test, a, b]);
}

const MOST_LEAVES = 4;

/** The figure where it is known not to be 0. */
export function whereNotZero(n: Node): Node {
  if (n.kind !== 'choose') return n;
  const [, a, b] = n.args;
  if (isNo(b!)) return whereNotZero(a!);
  return isNo(a!) ? whereNotZero(b!) : n;
}

/** Does a choice come down to a few literals? Then it is told apart by its conditions. */
export const isFewLiterals = (n: Node): boolean => n.kind === 'choose' && leaves(n) <= MOST_LEAVES;

/** How many literals a choice comes down to; Infinity where it comes down to something else. */
function leaves(n: Node): number {
  if (n.kind === 'literal') return 1;
  return n.kind === 'choose' ? leaves(n.args[1]!) + leaves(n.args[2]!) : Infinity;
}

/** The same choice, of what `make` makes of each literal: it often comes down to its condition. */
function perLeaf(js: Js, n: Node, make: (leaf: Node) => Node): Node {
  if (n.kind !== 'choose') return make(n);
  return choose(js, n.args[0]!, perLeaf(js, n.args[1]!, make), perLeaf(js, n.args[2]!, make));
}

export function compare(js: Js, text: '<' | '<=' | '>' | '>=' | '===' | '!==', a: Node, b: Node): Node {
  if (a === b) return truth(js, text === '<=' || text === '>=' || text === '===');
  if (isLiteral(a) && !isLiteral(b)) {
    const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '===': '===', '!==': '!==' } as const;
    return compare(js, turned[text], b, a);
  }
  if (isNumber(b) && isFewLiterals(a)) return perLeaf(js, a, leaf => compare(js, text, leaf, b));
  return binary(js, text, a, b);
}

/** A helper's value; the helper is an input or a global (`Math.min`). */
export function call(js: Js, name: string, args: readonly Node[], type: NodeType = 'number'): Node {
  return node(js.graph, 'call', type, name, args);
}

/** An element of a typed array. */
export const load = (js: Js, array: Node, index: Node, type: NodeType = 'number'): Node =>
  node(js.graph, 'load', type, '[]', [array, index]);

function least(js: Js, name: 'Math.min' | 'Math.max', a: Node, b: Node): Node {
  if (a === b) return a;
  if (isNumber(a) && isNumber(b)) {
    const [x, y] = [figure(a), figure(b)];
    return (name === 'Math.min' ? x <= y : x >= y) ? a : b;
  }
  const absorbing = name === 'Math.min' ? '-Infinity' : 'Infinity';
  const neutral = name === 'Math.min' ? 'Infinity' : '-Infinity';
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    if (isNumber(x) && x.text === absorbing) return x;
    if (isNumber(x) && x.text === neutral) return y;
  }
  return call(js, name, [a, b]);
}
export const lesser = (js: Js, a: Node, b: Node): Node => least(js, 'Math.min', a, b);
export const greater = (js: Js, a: Node, b: Node): Node => least(js, 'Math.max', a, b);
