/**
 * Puts the figures of a graph where the statements need them: a figure used once is written in place, one used more
 * often becomes a local of the innermost block around its uses, outside loops it does not depend on. Accumulators over
 * the same parts share one pass.
 */
import { type Block, common, homeOf, makeBlock } from './block.ts';
import { type Loop, type Node, reads } from './graph.ts';

export interface Placed {
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
  readonly totals: Node[];
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

const isFree = (n: Node): boolean =>
  n.kind === 'literal' || n.kind === 'input' || n.kind === 'index' || n.kind === 'running';

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
  /** By node id: the homes in which it is needed. */
  const needed: { n: Node; homes: Set<Block> }[] = [];

  const use = (n: Node, user: Block): void => {
    if (isFree(n)) return;
    const known = inHome(placed, n, user);
    const shared = outside(common(known?.block ?? null, user), n.loop);
    const block = shared.repeats && shared !== user ? shared.parent! : shared;
    setInHome(placed, n, user, { block, user, uses: (known?.uses ?? 0) + 1 });
    needed[n.id] ??= { n, homes: new Set() };
    needed[n.id]!.homes.add(homeOf(user, n.loop));
  };
  const passFor = (n: Node, block: Block): Pass => {
    const { loop } = n.over!;
    const here = passes.get(block) ?? new Map<string, Pass>();
    passes.set(block, here);
    const key = `${loop.id} ${stageOf(n, stages)}`;
    const pass = here.get(key) ?? { loop, body: makeBlock(block, loop), totals: [] };
    here.set(key, pass);
    return pass;
  };
  const useArgs = (n: Node, block: Block): void => {
    if (n.kind !== 'total') {
      for (const arg of n.args) use(arg, block);
      return;
    }
    const pass = passFor(n, block);
    setInHome(passOf, n, block, pass);
    if (pass.totals.push(n) === 1) {
      use(pass.loop.start, block);
      use(pass.loop.end, block);
    }
    use(n.args[0]!, block);
    use(n.args[1]!, pass.body);
    for (const other of n.over!.together) {
      // Nobody may want the other total itself, but its value so far is read.
      if (inHome(placed, other, block) || !reads(n.args[1]!, other.over!.running)) continue;
      use(other, block);
      // One made later has had its turn already.
      if (other.id > n.id) useArgs(other, block);
    }
  };

  eachUse(root, use);
  // A node's users are made after it: going backwards, all its uses are known when its turn comes.
  for (let id = needed.length - 1; id >= 0; id--) {
    const found = needed[id];
    if (found === undefined) continue;
    for (const home of found.homes) useArgs(found.n, placed.get(home)!.get(found.n)!.block);
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
    else m.args.forEach(walk);
  };
  n.args.forEach(walk);
  stages.set(n, stage);
  return stage;
}

/** Whether a figure is written where it is used, instead of being a local. */
export const inPlace = (n: Node, at: Placed): boolean =>
  n.kind !== 'total' && at.uses === 1 && at.user === at.block;
