/**
 * Puts the figures of a graph where the statements need them: a figure used once is written in place, one used more
 * often becomes a local of the innermost block around its uses, outside loops it does not depend on. Accumulators over
 * the same parts share one pass.
 */
import { type Block, common, homeOf, makeBlock } from './block.ts';
import type { Loop, Node } from './graph.ts';

interface Placed {
  /** Innermost block around all uses, outside loops that do not matter. */
  block: Block;
  /** Where the last seen user stands. */
  user: Block;
  uses: number;
}

/** Accumulators that go through the same rows at the same time. */
export interface Pass {
  readonly loop: Loop;
  readonly body: Block;
  /** Those whose result is wanted, and those whose value so far is read on the way. */
  readonly totals: Set<Node>;
}

/** A figure in one home (see `homeOf`). */
export type ByHome<T> = Map<Block, Map<Node, T>>;

export interface Schedule {
  readonly placed: ByHome<Placed>;
  /** The pass of an accumulator. */
  readonly passOf: ByHome<Pass>;
}

export function inHome<T>(map: ByHome<T>, n: Node, block: Block): T | undefined {
  return map.get(homeOf(block, n.loop))?.get(n);
}

export function setInHome<T>(map: ByHome<T>, n: Node, block: Block, value: T): void {
  const home = homeOf(block, n.loop);
  const here = map.get(home) ?? new Map<Node, T>();
  map.set(home, here);
  here.set(n, value);
}

const isFree = (n: Node): boolean => n.kind === 'literal' || n.kind === 'input' || n.kind === 'index';

function eachUse(block: Block, use: (n: Node, at: Block) => void): void {
  for (const statement of block.statements) {
    for (const arg of statement.args) use(arg, block);
    for (const inner of statement.blocks) eachUse(inner, use);
  }
}

/** Finds a place for every figure that the statements of `root` need. */
export function schedule(root: Block): Schedule {
  const placed: ByHome<Placed> = new Map();
  const passOf: ByHome<Pass> = new Map();
  const passes = new Map<Block, Map<string, Pass>>();
  const stages = new Map<Node, number>();
  const passByBody = new Map<Block, Pass>();
  /** By node id: the homes in which it is needed, and the passes that have to step it. */
  const needed: { n: Node; homes: Set<Block>; steps: Set<Pass> }[] = [];
  const need = (n: Node) => {
    needed[n.id] ??= { n, homes: new Set(), steps: new Set() };
    return needed[n.id]!;
  };

  const use = (n: Node, user: Block): void => {
    if (isFree(n)) return;
    if (n.kind === 'running') {
      // Its accumulator takes part in the pass, whether or not anybody wants the result.
      const pass = passByBody.get(homeOf(user, n.loop))!;
      if (!pass.totals.has(n.over!.total)) need(n.over!.total).steps.add(pass);
      pass.totals.add(n.over!.total);
      return;
    }
    const known = inHome(placed, n, user);
    const block = outside(common(known?.block ?? null, user), n.loop);
    setInHome(placed, n, user, { block, user, uses: (known?.uses ?? 0) + 1 });
    need(n).homes.add(homeOf(user, n.loop));
  };
  const passFor = (n: Node, block: Block): Pass => {
    const { loop } = n.over!;
    const here = passes.get(block) ?? new Map<string, Pass>();
    passes.set(block, here);
    const key = `${loop.id} ${stageOf(n, stages)}`;
    const known = here.get(key);
    if (known) return known;
    const pass = { loop, body: makeBlock(block, loop), totals: new Set<Node>() };
    here.set(key, pass);
    passByBody.set(pass.body, pass);
    use(loop.start, block);
    use(loop.end, block);
    return pass;
  };
  const stepTotal = (n: Node, pass: Pass): void => {
    pass.totals.add(n);
    use(n.args[0]!, pass.body.parent!);
    use(n.args[1]!, pass.body);
  };

  eachUse(root, use);
  // A node's users are made after it: going backwards, all its uses are known when its turn comes.
  for (let id = needed.length - 1; id >= 0; id--) {
    const found = needed[id];
    if (found === undefined) continue;
    const { n, homes, steps } = found;
    for (const home of homes) {
      const { block } = placed.get(home)!.get(n)!;
      if (n.kind !== 'total') {
        for (const arg of n.args) use(arg, block);
        continue;
      }
      const pass = passFor(n, block);
      setInHome(passOf, n, block, pass);
      steps.add(pass);
    }
    for (const pass of steps) stepTotal(n, pass);
  }
  return { placed, passOf };
}

/** The outermost block, from `block` outwards, that still stands inside every loop the node depends on. */
function outside(block: Block, loop: Loop | null): Block {
  const depth = loop === null ? -1 : loop.depth;
  let best = block;
  for (let at: Block | null = block; at; at = at.parent) {
    if (at.loop !== null && at.loop.depth > depth && at.parent) best = at.parent;
  }
  return best;
}

/**
 * How many passes have to be done before this accumulator's, over whatever parts: accumulators share a pass only at one
 * stage, so that no two passes wait for each other.
 */
function stageOf(n: Node, stages: Map<Node, number>): number {
  const seen = stages.get(n);
  if (seen !== undefined) return seen;
  let stage = 0;
  const visited = new Set<Node>([n]);
  const walk = (m: Node): void => {
    if (visited.has(m)) return;
    visited.add(m);
    if (m.kind === 'total') stage = Math.max(stage, stageOf(m, stages) + 1);
    // What another accumulator's value so far depends on has to be there as well.
    else if (m.kind === 'running') m.over!.total.args.forEach(walk);
    else m.args.forEach(walk);
  };
  n.args.forEach(walk);
  stages.set(n, stage);
  return stage;
}

/** Whether a figure is written where it is used, instead of being a local. */
export const inPlace = (n: Node, at: Placed): boolean =>
  n.kind !== 'total' && at.uses === 1 && at.user === at.block;
