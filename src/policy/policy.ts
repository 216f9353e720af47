import type { Expr, Rational, RoundMode } from '../language/expr.ts';
import type { Label } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import type { Type } from '../language/types.ts';
import type { FormBody } from './form/form.ts';
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
  /** Fen for a year, on no instance; null: whatever is claimed. */
  readonly total: Expr | null;
  /** Who is served first, on the classified entity; empty: by id. */
  readonly rank: readonly RankKey[];
  readonly span: Span;
}

/** One key of an order; a condition counts as 1 where true, 0 where false. */
export interface RankKey {
  readonly label: Label;
  /** On who stands in the order: a number, condition, date or word (by its place among the fact's values). May ask for the card. */
  readonly expr: Expr;
  readonly order: 'ascending' | 'descending';
  readonly span: Span;
}

/** Seats of each instance of `entity`: a whole number, on it (on no instance, where it is the top entity and not recorded). */
export interface QuotaLevel {
  readonly entity: string;
  readonly seats: Expr;
}

/** By what the seats of an area are shared out among the instances of `entity` in it: a number on that instance. */
export interface QuotaShare {
  readonly entity: string;
  readonly weight: Expr;
}

/** Seats for which there may be more claims than places; see `docs/evaluation.md`. */
export interface Quota extends Rule {
  /** Whose claims: those of a benefit, or households with one of these cards. */
  readonly of:
    | { readonly kind: 'benefit'; readonly id: string }
    | { readonly kind: 'cards'; readonly cards: readonly string[] };
  /** Who takes a seat: the beneficiary of the benefit, or the classified entity. */
  readonly entity: string;
  /** How many seats one takes, on `entity`; null: one. */
  readonly takes: Expr | null;
  /** Seats of the whole population, on no instance: exactly, or at least, this many; at most one of the two is given. */
  readonly total: Expr | null;
  readonly least: Expr | null;
  /** From the innermost entity outwards; empty where `shares` says who gets how many. */
  readonly levels: readonly QuotaLevel[];
  /** From the outermost entity inwards. */
  readonly shares: readonly QuotaShare[];
  readonly rank: readonly RankKey[];
  /** One that does not fit is passed over, instead of ending the list. */
  readonly skip: boolean;
  /** Seats that nobody of an area takes go to the area around it, instead of staying vacant. */
  readonly passesUp: boolean;
}

/** Who carries something out. */
export interface Role {
  readonly id: string;
  readonly label: Label;
  /** The entity at which they work (`village`, `township`); null: not said. */
  readonly entity: string | null;
  readonly span: Span;
}

/** Every so many days, weeks or months (a quarter: 3, half a year: 6, a year: 12 months). */
export interface Cadence {
  readonly every: number;
  readonly unit: 'day' | 'week' | 'month';
}

export interface TimeSpan {
  readonly low: number;
  /** Equal to `low` unless a range is left open. */
  readonly high: number;
  readonly unit: 'day' | 'working-day' | 'week' | 'month';
}

export type DutyAction = 'visit' | 'contact' | 'monitor' | 'plan' | 'review' | 'other';

/** Something to be done for each household it concerns; reviews are duties with the action `review`. */
export interface Duty extends Rule {
  /** Only for these cards; null: whatever the card, also none. */
  readonly cards: readonly string[] | null;
  /** On the classified entity; null: no further condition. */
  readonly when: Expr | null;
  readonly role: string | null;
  readonly action: DutyAction;
  /** How often within one cadence; 0: owed all along, without the text saying how often. */
  readonly atLeast: number;
  /** Null: so many times in all, as a rule once. */
  readonly cadence: Cadence | null;
  /** Of what is done once: how long after `after` (a stage; null: after the card is given). */
  readonly within: TimeSpan | null;
  readonly after: string | null;
}

/** A notice to the public: how long it must stand, and which of its days count. */
export interface Notice {
  readonly lasts: TimeSpan;
  /** Null: the text does not say. */
  readonly countsFirst: boolean | null;
  readonly countsLast: boolean | null;
}

/** One step of the procedure, in the order written. */
export interface Stage extends Rule {
  readonly role: string | null;
  /** ISO dates, both inclusive; null where the text gives none. */
  readonly from: string | null;
  readonly to: string | null;
  /** The stage that it follows, and how long after it at most. */
  readonly after: string | null;
  readonly within: TimeSpan | null;
  readonly notice: Notice | null;
  /** Comes again. */
  readonly cadence: Cadence | null;
  /** Runs beside others on purpose: no overlap is reported. */
  readonly parallel: boolean;
}

/** A spot check of part of the households. */
export interface Sample extends Rule {
  /** Only these cards; null: all households with a card. */
  readonly cards: readonly string[] | null;
  /** Above 0, at most 1. */
  readonly share: Rational;
  /** `#card`, or entities at or above the classified one. */
  readonly strata: readonly string[];
  /** How many people make a team; null: not said. */
  readonly team: number | null;
  readonly role: string | null;
  readonly stage: string | null;
}

/** How long something still holds after a date of the household's. */
export interface Transition extends Rule {
  readonly lasts: TimeSpan;
  /** A date, on the classified entity; null: not said. */
  readonly from: Expr | null;
  /** What goes on meanwhile; empty: not said. */
  readonly benefits: readonly string[];
}

/** One part of the approval form: `clause`, `cite` and the rest as with rules. */
export interface FormPart extends Rule {
  readonly body: FormBody;
}

/** What is drawn up for each household, for people to sign. */
export interface Form {
  /** In the order printed. */
  readonly parts: readonly FormPart[];
}

/** Another policy whose results this one uses, loaded for the same day. */
export interface Use {
  readonly id: string;
  readonly label: Label;
  readonly policy: Policy;
  readonly span: Span;
}

/** What an exception folded into a condition is called, where it is laid down and which clauses it carries. */
export interface Exception {
  /** Of its condition. */
  readonly span: Span;
  readonly label: Label;
  readonly cite: string;
  readonly clause: readonly string[];
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
  readonly uses: Readonly<Record<string, Use>>;
  readonly quotas: readonly Quota[];
  readonly roles: Readonly<Record<string, Role>>;
  /** Duties, then reviews. */
  readonly duties: readonly Duty[];
  readonly stages: readonly Stage[];
  readonly samples: readonly Sample[];
  readonly transitions: readonly Transition[];
  /** Null: the policy writes none. */
  readonly form: Form | null;
  /** Only those with a label, a citation or a clause of their own. */
  readonly exceptions?: readonly Exception[];
}
