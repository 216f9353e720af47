import type { Policy } from '../../../policy/policy.ts';
import type { Population } from '../../../population/columns.ts';
import { instanceOf } from '../../../population/instance-of.ts';
import type { Decision } from '../../reference/decision.ts';
import { type Frame, partsOf, pathDown } from '../../reference/frame.ts';
import type { PolicyProgram } from '../../reference/policy-program.ts';
import { areaOfRow, rowsOf } from '../places.ts';

/**
 * Goes through some rows of an entity, household by household (or whatever is classified), with the card and the benefits
 * of the household at hand for expressions.
 */
export function eachOf(
  policy: Policy,
  population: Population,
  program: PolicyProgram,
  entity: string,
  wanted: (row: number) => boolean,
  visit: (row: number, frame: Frame, decision: Decision) => void,
): void {
  const { vocabulary } = policy;
  const path = entity === policy.entity ? null : pathDown(vocabulary, policy.entity, entity);
  const byHousehold = new Map<number, number[]>();
  for (let row = 0; row < rowsOf(population, entity); row++) {
    if (!wanted(row)) continue;
    const household = areaOfRow(population, vocabulary, entity, row, policy.entity);
    if (household >= 0) byHousehold.set(household, [...(byHousehold.get(household) ?? []), row]);
  }
  for (const [household, rows] of byHousehold) {
    const frame = program.frame(instanceOf(population, vocabulary, household, policy.entity));
    const decision = program.stand(frame);
    const frames = path === null ? [frame] : (partsOf(frame, path).frames ?? []);
    for (const row of rows) {
      const found = frames.find(({ instance }) => instance.row === row);
      if (found !== undefined) visit(row, found, decision);
    }
  }
}
