/** Statements of generated code: what is done with the figures of the graph, block by block. */
import type { Loop, Node } from './graph.ts';

/** A statement; `print` gets the text of its figures and the lines of its inner blocks. */
export interface Statement {
  readonly args: readonly Node[];
  readonly blocks: readonly Block[];
  readonly print: (args: readonly string[], blocks: readonly (readonly string[])[]) => readonly string[];
}

/** A run of statements. `loop` where it is the body of a loop. */
export interface Block {
  readonly parent: Block | null;
  readonly loop: Loop | null;
  readonly statements: Statement[];
}

export const makeBlock = (parent: Block | null, loop: Loop | null = null): Block => ({
  parent,
  loop,
  statements: [],
});

const indented = (lines: readonly string[]): string[] => lines.map(line => `  ${line}`);

/** One line of text around figures: ``say(block, [a, b], (a, b) => `${a}[i] = ${b};`)``. */
export function say(block: Block, args: readonly Node[], print: (...args: string[]) => string): void {
  block.statements.push({ args, blocks: [], print: texts => [print(...texts)] });
}

/**
 * `if (condition) { … } else { … }`; returns the two blocks, the second left out of the text where it stays empty.
 * `before` are figures to be had before it.
 */
export function sayIf(
  block: Block,
  condition: Node,
  before: readonly Node[] = [],
): { readonly then: Block; readonly otherwise: Block } {
  const then = makeBlock(block);
  const otherwise = makeBlock(block);
  block.statements.push({
    args: [condition, ...before],
    blocks: [then, otherwise],
    print: ([test], [yes, no]) => [
      `if (${test}) {`,
      ...indented(yes!),
      ...(no!.length > 0 ? ['} else {', ...indented(no!)] : []),
      '}',
    ],
  });
  return { then, otherwise };
}

/** `if (a) { … } else if (b) { … } else { … }`; returns a block for each condition and one for the rest. */
export function sayChain(block: Block, conditions: readonly Node[]): readonly Block[] {
  const blocks = [...conditions, null].map(() => makeBlock(block));
  block.statements.push({
    args: conditions,
    blocks,
    print: (tests, bodies) => {
      const rest = bodies.at(-1)!;
      if (tests.length === 0) return rest;
      return [
        ...tests.flatMap((test, k) => [`${k === 0 ? '' : '} else '}if (${test}) {`, ...indented(bodies[k]!)]),
        ...(rest.length > 0 ? ['} else {', ...indented(rest)] : []),
        '}',
      ];
    },
  });
  return blocks;
}

/** `switch (on) { case 0: … }`; returns a block for each of the values. */
export function saySwitch(block: Block, on: Node, values: readonly number[]): readonly Block[] {
  const blocks = values.map(() => makeBlock(block));
  block.statements.push({
    args: [on],
    blocks,
    print: ([text], cases) => [
      `switch (${text}) {`,
      ...cases.flatMap((lines, k) =>
        lines.length === 0
          ? []
          : [`  case ${values[k]}: {`, ...indented(indented(lines)), '    break;', '  }'],
      ),
      '}',
    ],
  });
  return blocks;
}

/** A loop written out for its statements; returns its body. */
export function sayLoop(block: Block, loop: Loop): Block {
  const body = makeBlock(block, loop);
  const i = loop.index.text;
  block.statements.push({
    args: [loop.start, loop.end],
    blocks: [body],
    print: ([from, to], [lines]) =>
      lines!.length === 0
        ? []
        : [`for (let ${i} = ${from}; ${i} < ${to}; ${i}++) {`, ...indented(lines!), '}'],
  });
  return body;
}

/**
 * The body of the loop on whose row a figure depends, seen from a block inside it; the outermost block where it depends
 * on none. One figure may be needed in several passes over the same parts, and is worked out in each.
 */
export function homeOf(block: Block, loop: Loop | null): Block {
  let last = block;
  for (const at of outwards(block)) {
    if (loop !== null && at.loop === loop) return at;
    last = at;
  }
  return last;
}

/** The blocks from `block` outwards. */
export function* outwards(block: Block): Generator<Block> {
  for (let at: Block | null = block; at; at = at.parent) yield at;
}

/** The innermost block around both. */
export function common(a: Block | null, b: Block): Block {
  if (a === null || a === b) return b;
  const around = new Set(outwards(a));
  for (const block of outwards(b)) if (around.has(block)) return block;
  return b;
}
