import type { Words } from '../language/label.ts';
import type { Allocation } from './allocation/allocation.ts';

/** Codes of `Results.status`. */
export const STATUS = { outOfScope: 0, decided: 1, undetermined: 2, conflict: 3, unrecorded: 4 } as const;
/** Codes of `BenefitColumn.state`. */
export const CLAIM = { none: 0, due: 1, undetermined: 2, unset: 3 } as const;

/** Codes of `Results.duties` and `Results.claims`. */
export const OWED = { no: 0, yes: 1, perhaps: 2 } as const;

/** A benefit over all households; fen per period for the whole household; `high` is `low` itself where the two never differ. */
export interface BenefitColumn {
  readonly id: string;
  readonly state: Uint8Array;
  readonly low: Float64Array;
  /** `Infinity`: unbounded. */
  readonly high: Float64Array;
}

/** What a policy decides and pays over a population, by household row. */
export interface Results {
  readonly rows: number;
  readonly status: Uint8Array;
  /** Index into the policy's cards, −1 for none; −1 also where not decided. */
  readonly card: Int8Array;
  /** Bit c: card c is possible; bit `cards.length`: none is possible. */
  readonly possible: Uint32Array;
  /** By card index: 1 + index of the exclusion that took that card away (0: not barred); null where no exclusion names the card. */
  readonly barred: readonly (Uint8Array | null)[];
  readonly benefits: readonly BenefitColumn[];
  /** By duty index: whether it is owed. */
  readonly duties: readonly Uint8Array[];
  /** By quota index, over the rows of the table of its entity: whether there is a claim for a seat. */
  readonly claims: readonly Uint8Array[];
}

export interface Run {
  readonly results: Results;
  /** Which evaluator did the work. */
  readonly engine: 'columnar' | 'reference';
  /** What the columnar engine can't do and left to the reference evaluator, of the decisions or else of quotas and funds; null: nothing. */
  readonly refused: Words | null;
  /** Households that the reference evaluator decided because their figures exceed what the columns compute exactly. */
  readonly handed: number;
  /** What quotas and limited funds leave of the claims; null where the policy has neither. */
  readonly allocation: Allocation | null;
  /** By use: what the policies that this one builds on come to. */
  readonly used: Readonly<Record<string, Run>>;
}
