import type { Policy } from '../policy/policy.ts';
import type { Population, Table } from '../population/columns.ts';

/** Which area each household lies in. */
export interface Areas {
  readonly entity: string;
  /** The last one is null: not recorded. */
  readonly ids: readonly (string | null)[];
  /** By household row, an index into `ids`. */
  readonly rows: Int32Array;
}

/** The usual unit of reports; where a vocabulary has none, whatever the households are directly part of. */
const PREFERRED = 'township';

/** The areas of the households, or null where the population records none. */
export function areaRows(policy: Policy, population: Population): Areas | null {
  const above: string[] = [];
  for (let id = policy.vocabulary.entities[policy.entity]?.within; id; ) {
    above.push(id);
    id = policy.vocabulary.entities[id]?.within ?? null;
  }
  const wanted = above.includes(PREFERRED) ? above.slice(0, above.indexOf(PREFERRED) + 1) : above.slice(0, 1);
  const entity = wanted.at(-1);
  const table = entity === undefined ? undefined : population.tables[entity];
  const households = population.tables[policy.entity];
  if (!entity || !table || !households || table.rows === 0) return null;

  const unknown = table.rows;
  const rows = new Int32Array(households.rows);
  const chain: Table[] = [policy.entity, ...wanted.slice(0, -1)].flatMap(id => population.tables[id] ?? []);
  if (chain.length < wanted.length || chain.some(step => step.owner === null)) return null;
  for (let row = 0; row < rows.length; row++) {
    let at = row;
    for (const step of chain) at = at < 0 ? at : step.owner![at]!;
    rows[row] = at < 0 ? unknown : at;
  }
  return { entity, ids: [...table.ids, null], rows };
}
