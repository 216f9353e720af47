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

/** What the classified entity lies in, from the inside out. */
function entitiesOver({ entity, vocabulary }: Policy): string[] {
  const above: string[] = [];
  for (let id = vocabulary.entities[entity]?.within; id; id = vocabulary.entities[id]?.within ?? null)
    above.push(id);
  return above;
}

function usualEntity(policy: Policy): string | undefined {
  const above = entitiesOver(policy);
  return above.includes(PREFERRED) ? PREFERRED : above[0];
}

/** The entity whose areas reports show; null where the population records none. */
export function areaEntity(policy: Policy, population: Population): string | null {
  const entity = usualEntity(policy);
  return entity !== undefined && (population.tables[entity]?.rows ?? 0) > 0 ? entity : null;
}

/** The areas of the households, or null where the population records none. */
export function areaRows(policy: Policy, population: Population): Areas | null {
  const entity = usualEntity(policy);
  return entity === undefined ? null : areasOf(policy, population, entity);
}

/** The same by an entity that the classified one lies in; null where the population does not record it. */
export function areasOf(policy: Policy, population: Population, entity: string): Areas | null {
  const above = entitiesOver(policy);
  const wanted = above.slice(0, above.indexOf(entity) + 1);
  const table = population.tables[entity];
  const households = population.tables[policy.entity];
  if (wanted.length === 0 || !table || !households || table.rows === 0) return null;

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
