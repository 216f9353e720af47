/** A generated function: its text and what it is handed. */
import type { Block } from './block.ts';
import type { Input } from './graph.ts';
import type { Context } from './scope.ts';
import { writeBlock } from './write.ts';

export interface Generated {
  readonly name: string;
  /** Parameters that the caller gives at each call, before the others. */
  readonly parameters: readonly string[];
  /** Columns, tables and helpers, by the name they have in the text. */
  readonly inputs: ReadonlyMap<string, Input>;
  /** The whole function as text. */
  readonly source: string;
  /** Rows it goes through, where that is not the population's households. */
  readonly rows: number | null;
}

export interface Around {
  readonly rows?: number;
  /** Parameters that the caller gives where the text mentions them. */
  readonly optional?: readonly string[];
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** A function whose body is `root`; of its inputs it takes those that the text still mentions. */
export function written(
  name: string,
  c: Context,
  parameters: readonly string[],
  root: Block,
  { rows, optional = [], before = [], after = [] }: Around = {},
): Generated {
  const body = [...before, ...writeBlock(root), ...after];
  const used = new Set(body.join('\n').match(/[a-z]+\d*/g) ?? []);
  const given = [...parameters, ...optional.filter(each => used.has(each))];
  const inputs = new Map(
    [...c.js.graph.inputs].flatMap(([value, n]) => (used.has(n.text) ? [[n.text, value] as const] : [])),
  );
  const head = `function ${name}(${[...given, ...inputs.keys()].join(', ')}) {`;
  const source = [head, ...body.map(line => `  ${line}`), '}'].join('\n');
  return { name, parameters: given, inputs, source, rows: rows ?? null };
}

/** A generated function that runs: given what the caller gives at each call, then `data`. */
export interface Loaded {
  readonly work: (...args: unknown[]) => number | undefined;
  readonly data: readonly unknown[];
  readonly parameters: readonly string[];
}

/** Functions by their text, figures left out: one whose text comes again has been optimised already. */
const known = new Map<string, Loaded['work']>();
const MOST_KNOWN = 500;

/** A figure of three digits and more, standing by itself. */
const FIGURE = /(?<![\w.$])\d{3,}(?![\w.])/g;

/**
 * Larger figures, such as a line that somebody tries one value after another for, are handed in like columns instead of standing
 * in the text: then the text is the same for each value, and so is the function.
 */
export function load({ name, parameters, inputs, source }: Generated): Loaded {
  const figures: number[] = [];
  const at = source.indexOf('\n');
  const body = source.slice(at).replace(FIGURE, digits => `$${figures.push(Number(digits)) - 1}`);
  const names = [...parameters, ...inputs.keys(), ...figures.map((_, k) => `$${k}`)];
  const text = `function ${name}(${names.join(', ')}) {${body}`;
  let work = known.get(text);
  if (work === undefined) {
    work = new Function(`'use strict';\n${text}\nreturn ${name};`)() as Loaded['work'];
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, work);
  }
  return { work, data: [...inputs.values(), ...figures], parameters };
}
