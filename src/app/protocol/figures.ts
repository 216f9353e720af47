/** What a run comes to, and how one figure of it runs along a parameter. */
import type { Words } from '../../language/label.ts';
import type { Change, Heads, Named, OutcomeKey, Sides, Span } from './basics.ts';

/** What a curve, or a chosen figure, is of; always of B. */
export type FigureChoice =
  | { readonly kind: 'households'; readonly outcome: OutcomeKey }
  | { readonly kind: 'people'; readonly outcome: OutcomeKey }
  /** Of everything, of one fund, or of one benefit. */
  | { readonly kind: 'money'; readonly fund?: string; readonly benefit?: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'poverty'; readonly of: 'headcount' | 'gap' | 'severity' | 'gini' };

/** Claims of many households. */
export interface Money {
  /** Households with a claim that is due; what the policy's own ranges leave. */
  readonly households: number;
  readonly due: Span;
  /** What claims that missing facts leave open could add. */
  readonly undetermined: Span;
  readonly undeterminedHouseholds: number;
  /** Households with a claim whose amount is not settled; in no sum. */
  readonly unset: number;
}

export interface OutcomeFigures extends Heads {
  readonly key: OutcomeKey;
  readonly money: Money;
}

export interface BarredFigures extends Heads {
  readonly card: string;
  readonly by: string;
}

export interface BenefitFigures extends Money {
  readonly id: string;
}

export interface FundFigures extends Money {
  /** Empty: no fund is named. */
  readonly id: string;
  /** Where the fund is limited; total null: left open. */
  readonly limited: {
    readonly total: number | null;
    readonly asked: Span;
    readonly served: Span;
    readonly unserved: number;
    readonly contesting: number;
  } | null;
}

export interface DutyFigures {
  readonly id: string;
  /** Households to which it is owed, and to which it may be. */
  readonly households: number;
  readonly perhaps: number;
  /** Times a month over those owed; null: once. */
  readonly monthly: number | null;
}

export interface QuotaFigures {
  readonly id: string;
  readonly seats: number;
  readonly taken: number;
  readonly contenders: number;
  readonly served: number;
  readonly unserved: number;
  readonly contesting: number;
}

/** Of income per head over people, after Foster, Greer and Thorbecke (1984); null where nobody's is known. */
export interface PovertyIndices {
  readonly headcount: number | null;
  readonly gap: number | null;
  readonly severity: number | null;
  readonly gini: number | null;
  /** People counted, and people whose income is not known. */
  readonly people: number;
  readonly unknown: number;
}

export interface PovertyFigures {
  /**
   * Fen per person and year: the line of the first policy, by which both sides are measured, so that what is compared is
   * what they do. Null: no line can be told, then all but the Gini is null.
   */
  readonly line: number | null;
  /** The parameter that gives the line; null: it is none of the policy's. */
  readonly parameter: string | null;
  readonly before: PovertyIndices;
  /** With benefits in cash, as far as they are due, at their lower end. */
  readonly after: PovertyIndices;
}

export interface SideFigures {
  /** Index of the policy. */
  readonly policy: number;
  readonly outcomes: readonly OutcomeFigures[];
  readonly barred: readonly BarredFigures[];
  readonly benefits: readonly BenefitFigures[];
  readonly funds: readonly FundFigures[];
  readonly total: Money;
  readonly duties: readonly DutyFigures[];
  readonly quotas: readonly QuotaFigures[];
  readonly poverty: PovertyFigures;
  /** Assertions about parameters and the whole that fail, or are not known. */
  readonly assertions: readonly (Named & { readonly holds: boolean | null })[];
  /** Which evaluator did the work; why the columnar one refused. */
  readonly engine: 'columnar' | 'reference';
  readonly refused: Words | null;
}

/** Households that come to `from` under A and to `to` under B; only those that occur. */
export interface MatrixCell extends Heads {
  readonly from: OutcomeKey;
  readonly to: OutcomeKey;
  readonly same: boolean;
  readonly gain: Span;
}

export interface ShiftFigures extends Heads {
  /** Positive sums. */
  readonly money: Span;
}

export interface Figures {
  /** The request that asked for it. */
  readonly run: number;
  readonly changes: readonly Change[];
  readonly sides: Sides<SideFigures>;
  readonly matrix: readonly MatrixCell[];
  readonly changed: Heads;
  readonly gains: ShiftFigures;
  readonly losses: ShiftFigures;
  /** Which way, depends on a range not settled; equal; not known. */
  readonly either: Heads;
  readonly equal: Heads;
  readonly unknown: Heads;
  readonly milliseconds: number;
}

/** One place of a curve. `value` in the parameter's unit; figures as `Span` (a range of the policy may span them). */
export interface CurvePoint {
  readonly value: string;
  readonly low: number;
  readonly high: number | null;
}

export interface Curve {
  readonly parameter: string;
  readonly cell: string | null;
  readonly figure: FigureChoice;
  readonly from: string;
  readonly to: string;
  /** By value. */
  readonly points: readonly CurvePoint[];
  /** Values before which the figure jumps: much more than between its other places. */
  readonly jumps: readonly { readonly before: string; readonly after: string }[];
  readonly done: boolean;
}
