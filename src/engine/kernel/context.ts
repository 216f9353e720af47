/** The compiler of expressions for one generated function. */
import { makeGraph, type Node } from './graph.ts';
import { makeJs } from './js.ts';
import { type Emit, emitters } from './operators.ts';
import type { Context, Scope, Shared, World } from './scope.ts';

export function makeContext(shared: Shared): Context {
  const js = makeJs(makeGraph());
  const c: Context = {
    ...shared,
    js,
    compile(expr, scope) {
      return (emitters[expr.op] as Emit<typeof expr.op>)(expr, scope, c);
    },
    definition(key, scope) {
      const { definitions } = scope.world;
      const name = `${key} ${scope.row?.id ?? 'none'} ${scope.loop?.id ?? 'none'}`;
      const known = definitions.get(name);
      if (known !== undefined) return known;
      const value = shared.above(c, key, scope) ?? c.compile(shared.policy.definitions[key]!.expr, scope);
      definitions.set(name, value);
      return value;
    },
  };
  return c;
}

/** The instance of an entity at a row of its table. */
export function instanceAt(c: Context, entity: string, row: Node, world: World): Scope {
  const table = c.population.tables[entity]!;
  return { entity, table, row, recorded: c.js.yes, loop: row.loop, owner: null, world };
}

/** The classified entity's instance at a row. */
export const householdAt = (c: Context, row: Node, world: World): Scope =>
  instanceAt(c, c.policy.entity, row, world);
