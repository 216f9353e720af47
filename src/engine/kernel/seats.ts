/** Claims for seats that follow from the cards alone, and those of households that the reference evaluator decides. */
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { OWED, type Results, STATUS } from '../results.ts';

/** Of quotas for cards: yes where the card is decided and one of them, perhaps where it is possible and not decided. */
export function claimByCard(policy: Policy, { rows, status, possible, claims }: Results): void {
  for (const [k, { of }] of policy.quotas.entries()) {
    if (of.kind !== 'cards') continue;
    let meant = 0;
    for (const [bit, card] of policy.cards.entries()) if (of.cards.includes(card.id)) meant |= 1 << bit;
    const claim = claims[k]!;
    for (let row = 0; row < rows; row++)
      if ((possible[row]! & meant) !== 0)
        claim[row] = status[row] === STATUS.decided ? OWED.yes : OWED.perhaps;
  }
}

/** Clears the claims of one household and its parts. */
export function dropClaims(policy: Policy, population: Population, { claims }: Results, row: number): void {
  for (const [k, { entity }] of policy.quotas.entries()) {
    const [from, to] = partsOfRow(policy, population, entity, row);
    claims[k]!.fill(0, from, to);
  }
}

/** Rows of the parts of one entity that belong to a row of the classified one. */
function partsOfRow(
  policy: Policy,
  population: Population,
  entity: string,
  row: number,
): readonly [number, number] {
  if (entity === policy.entity) return [row, row + 1];
  const above = policy.vocabulary.entities[entity]?.within;
  const offsets = above ? population.tables[above]?.parts[entity] : undefined;
  if (!above || !offsets) return [0, 0];
  const [from, to] = partsOfRow(policy, population, above, row);
  return [offsets[from]!, offsets[to]!];
}
