import type { Targeting } from '../../analysis/cross/targeting.ts';
import type { Meaning, Policy } from '../../policy/policy.ts';

/** The group that schemes are held against. */
export interface Reference {
  /** `condition`: those for whom it holds; `scheme`: those whom `policy` gives a card of `roles`. */
  readonly kind: 'condition' | 'scheme';
  readonly policy: Policy;
  /** As the reader wrote it. */
  readonly text: string;
  /** Cards of these roles count as reached. */
  readonly roles: readonly Meaning[];
}

export interface TargetingView {
  readonly reference: Reference;
  /** By policy of the overview. */
  readonly found: readonly Targeting[];
}
