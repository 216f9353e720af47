import type { Op, Rational } from '../language/expr.ts';
import type { Label } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import type { Type } from '../language/types.ts';
import type { Origin } from '../policy/policy.ts';

/** `conflict`: two conditions of a policy that says `判定: 唯一` hold; an error of the policy. */
export type Status = 'decided' | 'undetermined' | 'out-of-scope' | 'conflict';

/** Why something is not known. `fact`: missing, of an instance; `open`: a parameter left open or not settled. */
export type Cause =
  | { readonly kind: 'missing'; readonly entity: string; readonly fact: string; readonly of: string }
  /** The list of parts itself is not known. */
  | { readonly kind: 'parts'; readonly entity: string; readonly of: string }
  /** `ranged`: it lies within stated bounds, the county has yet to say where. */
  | { readonly kind: 'open'; readonly parameter: string; readonly ranged: boolean }
  /** What another policy gives this instance is not settled by its facts, for the causes that policy has (its own names). */
  | {
      readonly kind: 'used';
      readonly use: string;
      readonly entity: string;
      readonly of: string;
      readonly because: readonly Cause[];
    }
  /** What was served is known only where a whole population is at hand. */
  | { readonly kind: 'served'; readonly use: string | null; readonly id: string; readonly of: string }
  | { readonly kind: 'zero-division'; readonly span: Span }
  /** Least, greatest or mean of no parts. */
  | { readonly kind: 'no-parts'; readonly span: Span }
  /** Above what is still computed: a numerator or denominator past 2^4096. */
  | { readonly kind: 'too-large'; readonly span: Span };

/** A value with its doubt: numbers span low to high (null: unbounded), equal where exact. */
export type Value =
  | { readonly kind: 'bool'; readonly value: boolean | null; readonly causes: readonly Cause[] }
  | {
      readonly kind: 'number';
      readonly low: Rational | null;
      readonly high: Rational | null;
      readonly causes: readonly Cause[];
    }
  /** Enumerations, dates, text. */
  | { readonly kind: 'word'; readonly value: string | null; readonly causes: readonly Cause[] }
  | { readonly kind: 'inapplicable' };

/** One step of the reasoning. `at` names the instance where it differs from the household judged. */
export interface Step {
  readonly role:
    | 'scope'
    | 'card'
    | 'exclusion'
    | 'benefit'
    | 'group'
    /** What would hold if an undetermined card were the one named (empty: none). */
    | 'hypothesis'
    | 'definition'
    | 'expression'
    | 'fact'
    | 'parameter'
    | 'duty'
    /** What another policy gives: its own steps below. */
    | 'used';
  /** The operator of an expression; null for a rule. */
  readonly op: Op | null;
  /** Id of the rule, definition, fact or parameter; empty for a bare expression. */
  readonly id: string;
  readonly label: Label;
  readonly span: Span | null;
  readonly cite: string;
  readonly origin: Origin | null;
  readonly at: { readonly entity: string; readonly id: string } | null;
  readonly value: Value;
  /** What the value is of: its dimension, its enumeration. */
  readonly type: Type;
  readonly steps: readonly Step[];
  /** Of a benefit in a group: what would be due before the group and rounding. */
  readonly asked?: Value;
}

export interface BenefitAnswer {
  readonly id: string;
  /**
   * `due`: low and high are what the policy's own ranges leave; `undetermined`: missing facts (or an undetermined card)
   * leave it open, low and high bound it; `unset`: the amount is not settled by the policy.
   */
  readonly state: 'due' | 'undetermined' | 'unset';
  /** Fen per period for the whole household; high null: unbounded. For a benefit without money both 0. */
  readonly low: number;
  readonly high: number | null;
  readonly causes: readonly Cause[];
}

export interface Answer {
  readonly id: string;
  readonly status: Status;
  readonly card: string | null;
  /** Card ids, and null for none, in the order of the policy. */
  readonly possible: readonly (string | null)[];
  readonly barred: readonly { readonly card: string; readonly by: string }[];
  /** What could still change the card. */
  readonly causes: readonly Cause[];
  /** Benefits with any claim, in the order written. */
  readonly benefits: readonly BenefitAnswer[];
  /** Duties towards it, in the order written; `undetermined`: missing facts or open parameters leave it open. */
  readonly duties: readonly {
    readonly id: string;
    readonly state: 'due' | 'undetermined';
    readonly causes: readonly Cause[];
  }[];
  readonly reasons: readonly Step[];
}
