/** The text of an expression node, with no more brackets than it needs. */
import type { Node } from './graph.ts';

const PRIMARY = 20;
const UNARY = 15;
const CHOOSE = 2;
const BINARY: Readonly<Record<string, number>> = {
  '*': 13,
  '/': 13,
  '%': 13,
  '+': 12,
  '-': 12,
  '<<': 11,
  '>>': 11,
  '<': 10,
  '<=': 10,
  '>': 10,
  '>=': 10,
  '===': 9,
  '!==': 9,
  '&': 8,
  '^': 7,
  '|': 6,
  '&&': 5,
  '||': 4,
};

/** Operators that may be chained without brackets. Sums of whole numbers are exact, so their order is free. */
const ASSOCIATIVE = new Set(['+', '*', '&', '|', '^', '&&', '||']);

interface Text {
  readonly text: string;
  readonly rank: number;
}

const wrap = ({ text, rank }: Text, least: number): string => (rank < least ? `(${text})` : text);

/** `named` gives the local that holds a node, where one does; the rest is spelt out. */
export function printNode(n: Node, named: (n: Node) => string | undefined): string {
  return write(n, named, true).text;
}

function write(n: Node, named: (n: Node) => string | undefined, root = false): Text {
  const name = root ? undefined : named(n);
  if (name !== undefined) return { text: name, rank: PRIMARY };
  const arg = (k: number): Text => write(n.args[k]!, named);
  switch (n.kind) {
    case 'literal':
      return { text: n.text, rank: n.text.startsWith('-') ? UNARY : PRIMARY };
    case 'input':
    case 'index':
      return { text: n.text, rank: PRIMARY };
    case 'load':
      return { text: `${wrap(arg(0), PRIMARY)}[${arg(1).text}]`, rank: PRIMARY };
    case 'call':
      return { text: `${n.text}(${n.args.map((_, k) => arg(k).text).join(', ')})`, rank: PRIMARY };
    case 'unary':
      return { text: `${n.text}${wrap(arg(0), UNARY)}`, rank: UNARY };
    case 'binary': {
      const rank = BINARY[n.text]!;
      const right = ASSOCIATIVE.has(n.text) && n.args[1]!.text === n.text ? rank : rank + 1;
      return { text: `${wrap(arg(0), rank)} ${n.text} ${wrap(arg(1), right)}`, rank };
    }
    case 'choose':
      return {
        text: `${wrap(arg(0), CHOOSE + 1)} ? ${wrap(arg(1), CHOOSE)} : ${wrap(arg(2), CHOOSE)}`,
        rank: CHOOSE,
      };
    case 'running':
    case 'total':
      throw new Error('an accumulator has no text of its own');
  }
}
