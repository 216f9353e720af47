/**
 * What the generated code computes, as a graph of pure JavaScript expressions. Equal expressions are one node, so that
 * every figure is computed once; what nobody uses is never written out. Names are all generated: no text of a policy
 * or of data gets in here.
 */

/** `bit` is a whole number 0 or 1; `bool` a JavaScript truth value. */
export type NodeType = 'number' | 'bool' | 'bit';

/** A loop over the rows of one table; `within` is the loop around it. */
export interface Loop {
  readonly id: number;
  readonly within: Loop | null;
  readonly depth: number;
  readonly start: Node;
  readonly end: Node;
  index: Node;
}

type NodeKind =
  | 'literal'
  | 'input'
  | 'index'
  | 'load'
  | 'unary'
  | 'binary'
  | 'choose'
  | 'call'
  /** An accumulator's value so far, inside its loop. */
  | 'running'
  /** An accumulator's value after its loop; args: the initial value and the next one, by `running`. */
  | 'total';

export interface Node {
  readonly id: number;
  readonly kind: NodeKind;
  readonly type: NodeType;
  /** Operator, name or literal. */
  readonly text: string;
  readonly args: readonly Node[];
  /** The innermost loop on whose row the node depends. */
  readonly loop: Loop | null;
  /** Of `total` and `running`: the loop that is summed up, and the other of the two. */
  readonly over: Sweep | null;
}

/** An accumulator in its loop. */
interface Sweep {
  readonly loop: Loop;
  readonly running: Node;
  total: Node;
}

/** Anything that generated code is handed: a typed array or a helper function. */
export type Input = object;

export interface Graph {
  readonly nodes: Map<string, Node>;
  readonly inputs: Map<Input, Node>;
  readonly loops: Map<string, Loop>;
  count: number;
}

export function makeGraph(): Graph {
  return { nodes: new Map(), inputs: new Map(), loops: new Map(), count: 0 };
}

const deeper = (a: Loop | null, b: Loop | null): Loop | null =>
  a === null ? b : b === null || a.depth >= b.depth ? a : b;

function innermost(args: readonly Node[]): Loop | null {
  let loop: Loop | null = null;
  for (const arg of args) loop = deeper(loop, arg.loop);
  return loop;
}

/** The node for an expression; the same one for the same expression. */
export function node(
  graph: Graph,
  kind: NodeKind,
  type: NodeType,
  text: string,
  args: readonly Node[] = [],
): Node {
  const key = `${kind} ${type} ${text} ${args.map(a => a.id).join(',')}`;
  const known = graph.nodes.get(key);
  if (known) return known;
  const made: Node = { id: graph.count++, kind, type, text, args, loop: innermost(args), over: null };
  graph.nodes.set(key, made);
  return made;
}

/** A typed array or helper function under a generated name: `prefix` and a number. */
export function input(graph: Graph, value: Input, prefix: string): Node {
  const known = graph.inputs.get(value);
  if (known) return known;
  const made = node(graph, 'input', 'number', `${prefix}${graph.inputs.size}`);
  graph.inputs.set(value, made);
  return made;
}

/** A parameter of the generated function that is no array: its name is given by the caller, never by data. */
export const named = (graph: Graph, name: string): Node => node(graph, 'input', 'number', name);

const LETTERS = 'ijklmnopq';

/** Does the figure read an accumulator's value so far? */
export function reads(n: Node, running: Node, seen = new Set<Node>()): boolean {
  if (n === running) return true;
  // What was made before it can't read it.
  if (n.id < running.id || seen.has(n)) return false;
  seen.add(n);
  return n.args.some(arg => reads(arg, running, seen));
}

/** The loop over rows `start` to `end`, inside `within`; the same one for the same bounds. */
export function loopOver(graph: Graph, within: Loop | null, start: Node, end: Node): Loop {
  const key = `${within?.id ?? ''} ${start.id} ${end.id}`;
  const known = graph.loops.get(key);
  if (known) return known;
  const depth = within === null ? 0 : within.depth + 1;
  const loop: Loop = { id: graph.loops.size, within, depth, start, end, index: start };
  const letter = LETTERS[depth] ?? `i${depth}_`;
  const index: Node = {
    id: graph.count++,
    kind: 'index',
    type: 'number',
    text: depth === 0 ? letter : `${letter}${loop.id}`,
    args: [],
    loop,
    over: null,
  };
  loop.index = index;
  graph.loops.set(key, loop);
  return loop;
}

/**
 * Figures built up together over a loop: each begins as its `initial`, and `next` makes the next values from those so
 * far. `key` names what is built up, so that the same one asked for twice is one.
 */
export function accumulate(
  graph: Graph,
  loop: Loop,
  key: string,
  initials: readonly Node[],
  next: (running: readonly Node[]) => readonly Node[],
): readonly Node[] {
  const name = (k: number) => `total ${loop.id} ${key} ${k}`;
  if (graph.nodes.has(name(0))) return initials.map((_, k) => graph.nodes.get(name(k))!);
  const sweeps: Sweep[] = [];
  const running = initials.map(({ type }): Node => {
    const over: { -readonly [K in keyof Sweep]?: Sweep[K] } = { loop };
    const made: Node = {
      id: graph.count++,
      kind: 'running',
      type,
      text: '',
      args: [],
      loop,
      over: over as Sweep,
    };
    over.running = made;
    sweeps.push(over as Sweep);
    return made;
  });
  const nexts = next(running);
  return initials.map((initial, k) => {
    const args = [initial, nexts[k]!];
    const over = sweeps[k]!;
    const total: Node = {
      id: graph.count++,
      kind: 'total',
      type: initial.type,
      text: '',
      args,
      loop: loop.within,
      over,
    };
    over.total = total;
    graph.nodes.set(name(k), total);
    return total;
  });
}
