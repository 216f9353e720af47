/** Definitions of villages and townships that look at their parts: a pass of their own, whose results become columns. */
import { visit } from '../../language/operands.ts';
import type { Policy } from '../../policy/policy.ts';
import { makeBlock, say, sayLoop } from './block.ts';
import { select } from './choice.ts';
import { instanceAt, makeContext } from './context.ts';
import { type Generated, written } from './function.ts';
import { loopOver, type Node, type NodeType, named } from './graph.ts';
import * as j from './js.ts';
import type { Num } from './num.ts';
import { type Above, arrayOf, type Context, makeWorld, type Scope, type Shared } from './scope.ts';
import type { Val } from './value.ts';
import * as v from './value.ts';

const AGGREGATES = new Set(['any', 'every', 'count', 'sum', 'minimum', 'maximum', 'average']);

/** Does a definition look at parts, itself or through others? */
function looksAtParts(policy: Policy, key: string, seen = new Set<string>()): boolean {
  if (seen.has(key)) return false;
  seen.add(key);
  let found = false;
  visit(policy.definitions[key]!.expr, expr => {
    found ||= AGGREGATES.has(expr.op);
    found ||= expr.op === 'definition' && looksAtParts(policy, `${expr.entity}.${expr.id}`, seen);
  });
  return found;
}

function isAbove(policy: Policy, entity: string): boolean {
  const { entities } = policy.vocabulary;
  for (let at = entities[policy.entity]?.within; at; at = entities[at]?.within)
    if (at === entity) return true;
  return false;
}

/** Where a part of a value is kept, row by row. */
interface Kept {
  readonly array: Float64Array;
  readonly type: NodeType;
}

type Keep = (n: Node) => Node;

/** The same value with every figure that depends on the row put through `keep`. */
function mapped(val: Val, keep: Keep): Val {
  const num = (a: Num): Num => ({ ...a, node: keep(a.node), den: a.den === null ? null : keep(a.den) });
  const na = keep(val.na);
  const doubt = { ...val.doubt, bits: keep(val.doubt.bits) };
  if (val.kind === 'bool') {
    const is = val.is === null ? null : keep(val.is);
    return { ...val, na, doubt, is, tri: keep(val.tri) };
  }
  if (val.kind === 'word') return { ...val, na, doubt, code: keep(val.code), known: keep(val.known) };
  const low = num(val.low);
  return { ...val, na, doubt, known: keep(val.known), low, high: v.isPoint(val) ? low : num(val.high) };
}

/** Makes the passes as they are needed; `passes` collects them in the order in which they must run. */
export function makeAbove(shared: () => Shared, passes: Generated[]): Above {
  const made = new Map<string, { readonly value: Val; readonly kept: Map<Node, Kept> }>();

  function passOf(key: string, entity: string, rows: number) {
    const known = made.get(key);
    if (known) return known;
    const c = makeContext(shared());
    const { js } = c;
    const loop = loopOver(js.graph, null, named(js.graph, 'from'), named(js.graph, 'to'));
    const scope = instanceAt(c, entity, loop.index, makeWorld(undefined));
    const value = c.compile(c.policy.definitions[key]!.expr, scope);
    const root = makeBlock(null);
    const body = sayLoop(root, loop);
    const kept = new Map<Node, Kept>();
    mapped(value, n => {
      if (!j.isLiteral(n) && !kept.has(n)) {
        const array = new Float64Array(rows);
        kept.set(n, { array, type: n.type });
        const name = arrayOf(c, array, 'p').text;
        say(
          body,
          [loop.index, n],
          (i, text) => `${name}[${i}] = ${n.type === 'bool' ? `${bracketed(text)} ? 1 : 0` : text};`,
        );
      }
      return n;
    });
    passes.push(written('above', c, ['from', 'to'], root, { rows }));
    const result = { value, kept };
    made.set(key, result);
    return result;
  }

  return (c: Context, key, scope) => {
    const { policy } = shared();
    if (!isAbove(policy, scope.entity) || !looksAtParts(policy, key)) return null;
    if (scope.row === null || scope.table === null) return null;
    const { value, kept } = passOf(key, scope.entity, scope.table.rows);
    const { row } = scope;
    const loaded = mapped(value, n => {
      const at = kept.get(n);
      if (!at) return literalIn(c, n);
      const element = j.load(c.js, arrayOf(c, at.array, 'p'), row, at.type === 'number' ? 'number' : 'bit');
      return at.type === 'bool' ? j.asBool(c.js, element) : element;
    });
    if (scope.recorded === c.js.yes) return loaded;
    // One that is not recorded has no known facts and no known parts.
    const blank: Scope = { ...scope, table: null, row: null, recorded: c.js.no };
    return select(c.js, scope.recorded, loaded, c.compile(policy.definitions[key]!.expr, blank));
  };
}

const bracketed = (text: string): string => `(${text})`;

/** A literal of another function's graph in this one. */
const literalIn = (c: Context, n: Node): Node =>
  n.type === 'bool' ? j.truth(c.js, n.text === 'true') : j.literal(c.js, Number(n.text), n.type);
