import type { PopulationChoice } from '../../app/protocol.ts';
import { standardSpec } from '../generated.ts';
import { shipped } from '../root.ts';

/** The households of the demo, and of whoever names none. */
export const STANDARD = { households: 60_000, seed: 1 };

export const standardCounty = (): PopulationChoice => ({
  kind: 'generated',
  spec: standardSpec().path,
  ...STANDARD,
});

/** A draft and its amendment: what the program shows of itself. */
export function demoPaths(): readonly [policy: string, draft: string] {
  const policy = shipped('policies', 'county-four-cards');
  return [policy, shipped('policies', 'county-four-cards', 'drafts', 'line-6000')];
}
