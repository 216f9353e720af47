/** Lines of JavaScript for a block of statements and the figures they use. */
import { type Block, homeOf, type Statement } from './block.ts';
import { type Node, reads } from './graph.ts';
import { printNode } from './print.ts';
import { type ByHome, inHome, inPlace, type Pass, type Schedule, schedule, setInHome } from './schedule.ts';

interface Writer extends Schedule {
  /** Names of locals that have been written; one name for each figure reads better than names used twice. */
  readonly names: ByHome<string>;
  next: { local: number; total: number };
}

/** The lines of `root`; locals are named `t0`, `t1`, … and accumulators `a0`, `a1`, … */
export function writeBlock(root: Block): string[] {
  return writeStatements({ ...schedule(root), names: new Map(), next: { local: 0, total: 0 } }, root);
}

function writeStatements(w: Writer, block: Block): string[] {
  return block.statements.flatMap(statement => {
    const out: string[] = [];
    for (const n of needed(w, statement, block)) define(w, n, block, out);
    const args = statement.args.map(arg => text(w, arg, block));
    const blocks = statement.blocks.map(inner => writeStatements(w, inner));
    out.push(...statement.print(args, blocks));
    return out;
  });
}

function text(w: Writer, n: Node, block: Block): string {
  const named = (m: Node) => inHome(w.names, m, block);
  return named(n) ?? printNode(n, named);
}

/** Locals of `block` that a statement needs, in dependency order. */
function needed(w: Writer, statement: Statement, block: Block): Node[] {
  const found: Found = new Map();
  const each = (s: Statement, at: Block): void => {
    for (const arg of s.args) reach(w, arg, at, found);
    for (const inner of s.blocks) for (const next of inner.statements) each(next, inner);
  };
  each(statement, block);
  return localsOf(w, found, block);
}

/** Figures met so far, by home. */
type Found = Map<Block, Set<Node>>;

function reach(w: Writer, n: Node, user: Block, found: Found): void {
  const home = homeOf(user, n.loop);
  const here = found.get(home) ?? new Set<Node>();
  found.set(home, here);
  if (here.has(n) || w.names.get(home)?.has(n)) return;
  here.add(n);
  const block = inHome(w.placed, n, user)?.block ?? user;
  if (n.kind !== 'total') {
    for (const arg of n.args) reach(w, arg, block, found);
    return;
  }
  const { body, loop, totals } = inHome(w.passOf, n, user)!;
  reach(w, loop.start, block, found);
  reach(w, loop.end, block, found);
  for (const total of totals) {
    reach(w, total.args[0]!, block, found);
    reach(w, total.args[1]!, body, found);
  }
}

function localsOf(w: Writer, found: Found, block: Block): Node[] {
  const locals: Node[] = [];
  for (const [home, nodes] of found) {
    const placed = w.placed.get(home);
    for (const n of nodes) {
      const at = placed?.get(n);
      if (at !== undefined && at.block === block && !inPlace(n, at)) locals.push(n);
    }
  }
  return locals.sort((a, b) => a.id - b.id);
}

function define(w: Writer, n: Node, block: Block, out: string[]): void {
  if (inHome(w.names, n, block) !== undefined) return;
  if (n.kind === 'total') {
    definePass(w, inHome(w.passOf, n, block)!, block, out);
    return;
  }
  const name = `t${w.next.local++}`;
  out.push(`const ${name} = ${text(w, n, block)};`);
  setInHome(w.names, n, block, name);
}

/** Locals of `block` among all that `roots`, used in `user`, depend on. */
function defineAll(w: Writer, roots: readonly Node[], user: Block, block: Block, out: string[]): void {
  const found: Found = new Map();
  for (const root of roots) reach(w, root, user, found);
  for (const n of localsOf(w, found, block)) define(w, n, block, out);
}

function definePass(w: Writer, pass: Pass, block: Block, out: string[]): void {
  const { loop, body } = pass;
  const totals = [...pass.totals].sort((a, b) => a.id - b.id);
  const names = totals.map(() => `a${w.next.total++}`);
  totals.forEach((total, k) => {
    setInHome(w.names, total.over!.running, body, names[k]!);
    if (inHome(w.passOf, total, block) === pass) setInHome(w.names, total, block, names[k]!);
  });
  const initials = totals.map(total => total.args[0]!);
  const nexts = totals.map(total => total.args[1]!);
  defineAll(w, [loop.start, loop.end, ...initials], block, block, out);
  defineAll(w, nexts, body, block, out);
  for (const [k, initial] of initials.entries()) out.push(`let ${names[k]} = ${text(w, initial, block)};`);
  const inner: string[] = [];
  defineAll(w, nexts, body, body, inner);
  inner.push(...steps(w, totals, body));
  const i = loop.index.text;
  out.push(`for (let ${i} = ${text(w, loop.start, block)}; ${i} < ${text(w, loop.end, block)}; ${i}++) {`);
  out.push(...inner.map(line => `  ${line}`), '}');
}

/** The steps of all accumulators; by way of locals where one reads another's value so far. */
function steps(w: Writer, totals: readonly Node[], body: Block): string[] {
  const entangled = totals.some(a => totals.some(b => a !== b && reads(a.args[1]!, b.over!.running)));
  if (!entangled) return totals.map(total => step(w, total, body));
  const names = totals.map(() => `t${w.next.local++}`);
  return [
    ...totals.map((total, k) => `const ${names[k]} = ${text(w, total.args[1]!, body)};`),
    ...totals.map((total, k) => `${nameOf(w, total, body)} = ${names[k]};`),
  ];
}

const nameOf = (w: Writer, total: Node, body: Block): string => inHome(w.names, total.over!.running, body)!;

const COMPOUND = new Set(['+', '-', '|', '&']);

/** `a += x`, `if (c) a = x`, `a = x`. */
function step(w: Writer, total: Node, body: Block): string {
  const next = total.args[1]!;
  const { running } = total.over!;
  const name = nameOf(w, total, body);
  const say = (n: Node) => text(w, n, body);
  if (inHome(w.names, next, body) !== undefined) return `${name} = ${say(next)};`;
  if (next.kind === 'binary' && COMPOUND.has(next.text) && next.args[0] === running)
    return `${name} ${next.text}= ${say(next.args[1]!)};`;
  if (next.kind === 'choose' && next.args[2] === running)
    return `if (${say(next.args[0]!)}) ${name} = ${say(next.args[1]!)};`;
  return `${name} = ${say(next)};`;
}
