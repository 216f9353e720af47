import type { Expr, Rational, RoundMode } from '../language/expr.ts';
import type { Label } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import type { Type } from '../language/types.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Who wrote a rule: the policy itself, or a draft that added or replaced it. */
export interface Origin {
  readonly policy: string;
  readonly change: 'original' | 'added' | 'replaced';
}

/** What every rule carries. */
export interface Rule {
  readonly id: string;
  readonly label: Label;
  /** Section of a named source, as written: `方案 二(一)`; empty where none is given. */
  readonly cite: string;
  /** Numbers of the clauses it carries. */
  readonly clause: readonly string[];
  readonly note: Label;
  readonly span: Span;
  readonly origin: Origin;
}

export type Scalar = Rational | boolean | string;

/** What a parameter is worth on the evaluation date. */
export type ParameterValue =
  | { readonly kind: 'set'; readonly value: Scalar }
  /** The county has yet to settle where in between (inclusive). */
  | { readonly kind: 'range'; readonly low: Rational; readonly high: Rational }
  /** Left open (待定), or before its first dated value. */
  | { readonly kind: 'open' }
  /** Differs by facts: cells by value ids joined with `|` in the order of `by`; `otherwise` for the rest. */
  | {
      readonly kind: 'cells';
      readonly cells: Readonly<Record<string, ParameterValue>>;
      readonly otherwise: ParameterValue;
    };

export interface Parameter extends Rule {
  readonly type: Type;
  readonly value: ParameterValue;
  /** Its value on 31 December of the year before the evaluation date. */
  readonly lastYear: ParameterValue;
  /** ISO date from which it has a value, where all its values are dated. */
  readonly first?: string;
  /** Facts (`village.village_type`) or `#card` by which it differs. */
  readonly by: readonly string[];
  /** Bounds that `--set` has to respect, base units. */
  readonly least: Rational | null;
  readonly most: Rational | null;
  /** Set from outside (`--set`, a scenario). */
  readonly overridden: boolean;
  /** How the policy writes the unit: `元/人年`; for printing. */
  readonly unit: string;
  /** Made from an amount written as `待定` or as a range, rather than declared. */
  readonly implicit: boolean;
}

export interface Definition extends Rule {
  readonly entity: string;
  readonly type: Type;
  readonly expr: Expr;
  /** `card`: the condition of a card, named `card.red`; `score`: points; `scope`: who is judged at all. */
  readonly kind: 'definition' | 'derived' | 'card' | 'score';
}

export type Meaning = 'safety-net' | 'poor' | 'at-risk' | 'exited' | 'ordinary' | 'model';

export interface Card extends Rule {
  readonly meaning: Meaning | null;
  /** Key of the definition (`household.card.red`) that holds its condition, complement and exceptions included. */
  readonly condition: string;
  readonly colour: string | null;
}

export interface Exclusion extends Rule {
  /** Cards that it bars. */
  readonly cards: readonly string[];
  /** On the classified entity; exceptions folded in. */
  readonly when: Expr;
}

export interface Rounding {
  readonly step: Rational;
  readonly mode: RoundMode;
}

export type BenefitKind = 'cash' | 'in-kind' | 'service' | 'insurance' | 'post';

export interface Benefit extends Rule {
  /** The beneficiary: the household, or each member for whom `when` holds. */
  readonly entity: string;
  /** Only on these cards; null: whatever the card, also none. */
  readonly cards: readonly string[] | null;
  /** On the beneficiary; exceptions folded in; null: no further condition. */
  readonly when: Expr | null;
  /**
   * Amount in fen per beneficiary and period, by card; the first entry whose cards include the one given counts,
   * none: nothing. Empty for a benefit without money.
   */
  readonly amounts: readonly { readonly cards: readonly string[] | null; readonly amount: Expr }[];
  /** Paid per person: the rounded amount is multiplied by this head count (on the household); null: once. */
  readonly times: Expr | null;
  readonly period: 'once' | 'month' | 'year';
  /** For how many periods it is paid within the first year; null: the whole year (12 months, 1 year, once). */
  readonly periods: number | null;
  readonly fund: string | null;
  readonly kind: BenefitKind;
  readonly group: string | null;
  readonly rounding: Rounding;
}

export interface Cap {
  /** Fen per beneficiary and period. */
  readonly amount: Expr;
  readonly per: 'household' | 'person';
  /** Cut all in proportion, instead of the last written first. */
  readonly proportional: boolean;
}

export interface Group extends Rule {
  readonly benefits: readonly string[];
  readonly over: 'household' | 'member';
  /** Which of the benefits counts; null where they add up (under caps). */
  readonly counts: 'best' | 'first' | null;
  readonly caps: readonly Cap[];
}

export interface Assertion extends Rule {
  readonly on: 'parameters' | 'household' | 'overall';
  readonly expr: Expr;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly date: string | null;
}

export interface Fund {
  readonly id: string;
  readonly label: Label;
}

/** What an exception folded into a condition is called and where it is laid down. */
export interface Exception {
  /** Of its condition. */
  readonly span: Span;
  readonly label: Label;
  readonly cite: string;
}

/** A loaded, checked and frozen policy: plain data. */
export interface Policy {
  readonly id: string;
  readonly label: Label;
  readonly version: string;
  readonly file: string;
  /** ISO date from which it applies; the default evaluation date. */
  readonly effective: string;
  /** Evaluation date. */
  readonly on: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly notes: readonly Label[];
  readonly vocabulary: Vocabulary;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** By `entity.id`, vocabulary's derived ones included; only what exists, in dependency order. */
  readonly definitions: Readonly<Record<string, Definition>>;
  /** The classified entity. */
  readonly entity: string;
  /** Who is judged at all; null: everybody. */
  readonly scope: Expr | null;
  /** Two true conditions are an error of the policy. */
  readonly unique: boolean;
  readonly cards: readonly Card[];
  readonly exclusions: readonly Exclusion[];
  readonly benefits: readonly Benefit[];
  readonly groups: readonly Group[];
  readonly funds: Readonly<Record<string, Fund>>;
  readonly assertions: readonly Assertion[];
  /** Only those with a label or a citation of their own. */
  readonly exceptions?: readonly Exception[];
}
