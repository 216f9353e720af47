/** The compiler of expressions for one generated function. */
import type { Policy } from '../../policy/policy.ts';
import type { Column, Population, Table } from '../../population/columns.ts';
import { makeGraph, type Node } from './graph.ts';
import { makeJs } from './js.ts';
import { type Emit, emitters } from './operators.ts';
import type { Above, Context, Owners, RecordedWhereApplicable, Scope, World } from './scope.ts';

/** What all functions generated for one policy and population share. */
export interface Shared {
  readonly policy: Policy;
  readonly population: Population;
  readonly limit: number;
  readonly capped: Set<Column>;
  readonly owners: Map<Table, Owners | null>;
  readonly texts: Map<string, number>;
  readonly above: Above;
  readonly recordedWhereApplicable: RecordedWhereApplicable;
}

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

/** The classified entity's instance at `row`. */
export function householdAt(c: Context, row: Node, world: World): Scope {
  const entity = c.policy.entity;
  const table = c.population.tables[entity]!;
  return { entity, table, row, recorded: c.js.yes, loop: row.loop, owner: null, world };
}
