import type { BenefitContext } from '../benefits.ts';
import type { Policy } from '../policy.ts';
import type { RawRule } from '../rule.ts';
import type { SectionName } from '../sections.ts';

export type Duties = Pick<Policy, 'roles' | 'duties' | 'stages' | 'samples' | 'transitions'>;

/** Who does what, when and how often. */
export function makeDuties(
  _context: BenefitContext,
  _rules: Readonly<Record<SectionName, readonly RawRule[]>>,
): Duties {
  return { roles: {}, duties: [], stages: [], samples: [], transitions: [] };
}
