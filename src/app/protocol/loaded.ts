/** What was loaded: policies with their parameters, and the population. */
import type { Words } from '../../language/label.ts';
import type { Named, OutcomeKey, SettledText } from './basics.ts';

export type PopulationChoice =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'generated';
      readonly spec: string;
      readonly households: number;
      readonly seed: number;
    };

export interface OutcomeInfo {
  readonly key: OutcomeKey;
  readonly kind: 'card' | 'none' | 'undetermined' | 'out-of-scope' | 'conflict' | 'not-recorded';
  /** Card id. */
  readonly card: string | null;
  readonly label: Words;
  /** As the policy names it, or null: a colour word, `#rrggbb`. */
  readonly colour: string | null;
  readonly meaning: 'safety-net' | 'poor' | 'at-risk' | 'exited' | 'ordinary' | 'model' | null;
}

export type ParameterKind = 'number' | 'bool' | 'choice' | 'date' | 'text';

/** A parameter, or one cell of one: one line of the panel. Figures are decimal texts in `unit`. */
export interface ParameterInfo {
  readonly parameter: string;
  readonly cell: string | null;
  /** `parameter`, or `parameter|cell`: unique within a policy. */
  readonly key: string;
  readonly label: Words;
  /** What the cell is of: `贫困村`, `other`; null for the parameter itself. */
  readonly cellLabel: Words | null;
  readonly unit: Words;
  readonly cite: string;
  readonly clause: readonly string[];
  readonly note: Words;
  readonly kind: ParameterKind;
  /** Null: left open. */
  readonly value: SettledText | null;
  /** Bounds that the policy states; null: none. */
  readonly least: string | null;
  readonly most: string | null;
  /** What the arrow keys add; `1` where it means nothing. */
  readonly step: string;
  /** Decimals that figures of it are shown with at most. */
  readonly decimals: number;
  /** Of a choice, and of a truth value. */
  readonly choices: readonly Named[];
  /** A sensible stretch for the curve beside it. */
  readonly from: string;
  readonly to: string;
  readonly usedBy: readonly Words[];
  /** Label of the policy or draft that wrote it. */
  readonly origin: Words;
  /** Made from an amount written open or as a range, rather than declared. */
  readonly implicit: boolean;
}

export interface BenefitInfo extends Named {
  readonly fund: string | null;
  readonly kind: 'cash' | 'in-kind' | 'service' | 'insurance' | 'post';
  /** Whether it is money, or worth some. */
  readonly pays: boolean;
}

/** One of the policies given, in their order. */
export interface PolicyInfo {
  readonly id: string;
  readonly path: string;
  readonly label: Words;
  readonly version: string;
  /** Evaluation date. */
  readonly on: string;
  readonly notes: readonly Words[];
  /** Cards in order, then none, undetermined, out of scope, conflict. */
  readonly outcomes: readonly OutcomeInfo[];
  readonly exclusions: readonly Named[];
  readonly benefits: readonly BenefitInfo[];
  /** In order; the one with an empty id: benefits that name no fund, where there are any. */
  readonly funds: readonly Named[];
  readonly duties: readonly Named[];
  readonly quotas: readonly (Named & { readonly entity: string })[];
  readonly parameters: readonly ParameterInfo[];
  readonly warnings: number;
}

export interface Area extends Named {
  readonly households: number;
  /** Id of the area around it; null: none, or not recorded. */
  readonly within: string | null;
}

export interface PopulationInfo {
  readonly households: number;
  readonly people: number | null;
  readonly source: string;
  readonly seed: number | null;
  readonly townships: readonly Area[];
  readonly villages: readonly Area[];
  /** Facts of the household that a filter may name. */
  readonly facts: readonly Named[];
}
