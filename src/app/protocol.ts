/**
 * What the drawing thread and the session say to each other: plain data, types only.
 *
 * Every request carries a number, rising; what comes back names it. A run is named by the request that asked for it.
 * Money is in fen (counted for a year where it is a sum), texts are safe for a terminal already, words come in both
 * languages unless a request names one.
 */
import type { Lang, Words } from '../language/label.ts';

/** Lowest and highest; `high` null: unbounded. */
export interface Span {
  readonly low: number;
  readonly high: number | null;
}

/** The first policy as it stands, and the second one with the changes applied. */
export type Side = 'a' | 'b';

/** Of figures that each side has. */
export type Sides<T> = readonly [a: T, b: T];

/**
 * A parameter of B with another value: a decimal text in the parameter's own unit (`6000`, of a choice its id, `true`), both
 * ends of a range, or null for open. `cell`: the key of a cell, null: the parameter itself, or what holds beside its cells.
 */
export interface Change {
  readonly parameter: string;
  readonly cell: string | null;
  readonly value: SettledText | null;
}
export type SettledText = string | readonly [low: string, high: string];

export type PopulationChoice =
  | { readonly kind: 'folder'; readonly path: string }
  | {
      readonly kind: 'generated';
      readonly spec: string;
      readonly households: number;
      readonly seed: number;
    };

/**
 * What a household comes to: `card:red`, `none`, `undetermined`, `out-of-scope`, `conflict`. Keys mean something only
 * within one policy.
 */
export type OutcomeKey = string;

export interface OutcomeInfo {
  readonly key: OutcomeKey;
  readonly kind: 'card' | 'none' | 'undetermined' | 'out-of-scope' | 'conflict';
  /** Card id. */
  readonly card: string | null;
  readonly label: Words;
  /** As the policy names it, or null: a colour word, `#rrggbb`. */
  readonly colour: string | null;
  readonly meaning: 'safety-net' | 'poor' | 'at-risk' | 'exited' | 'ordinary' | 'model' | null;
}

export interface Named {
  readonly id: string;
  readonly label: Words;
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

// ---------------------------------------------------------------- requests

/** What a curve, or a chosen figure, is of; always of B. */
export type FigureChoice =
  | { readonly kind: 'households'; readonly outcome: OutcomeKey }
  | { readonly kind: 'people'; readonly outcome: OutcomeKey }
  /** Of everything, of one fund, or of one benefit. */
  | { readonly kind: 'money'; readonly fund?: string; readonly benefit?: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'poverty'; readonly of: 'headcount' | 'gap' | 'severity' | 'gini' };

/** All that are given must hold. */
export interface Filter {
  readonly a?: OutcomeKey | null;
  readonly b?: OutcomeKey | null;
  /** Another outcome under B than under A. */
  readonly changed?: boolean;
  /** Gains, or loses, under B. */
  readonly shift?: 'gain' | 'loss' | null;
  /** An exclusion took a card away, under either. */
  readonly barred?: boolean;
  /** The card is left open, under either. */
  readonly undetermined?: boolean;
  /** Ids of areas. */
  readonly township?: string | null;
  readonly village?: string | null;
  /** A condition on the household in the policy language, by the words of B. */
  readonly expression?: string | null;
}

export interface RowSort {
  readonly by: 'id' | 'people' | 'a' | 'b' | 'gain' | 'township' | 'village' | 'expression';
  readonly descending: boolean;
  /** With `expression`: a number, condition, date or word on the household. */
  readonly expression?: string;
}

export type VillageColumn =
  | 'id'
  | 'township'
  | 'households'
  | 'people'
  | 'changed'
  | 'seats'
  | 'taken'
  | 'displaced'
  | 'visits'
  | 'gain';

export interface VillageSort {
  readonly by: VillageColumn;
  readonly descending: boolean;
}

/** A fact with another value: text as household files write it; null: missing. */
export interface FactEdit {
  readonly entity: string;
  /** Id of the instance: of the household, of a member, of the village. */
  readonly id: string;
  readonly fact: string;
  readonly value: string | null;
}

export type View = 'overview' | 'transitions' | 'parameters' | 'households' | 'household' | 'villages';

/** What an export shows of: only what the view asks for is looked at. */
export interface ExportView {
  readonly view: View;
  readonly filter?: Filter;
  readonly sort?: RowSort;
  readonly villageSort?: VillageSort;
  readonly row?: number;
  readonly edits?: readonly FactEdit[];
}

export type Request =
  | {
      readonly kind: 'load';
      readonly request: number;
      readonly policies: readonly string[];
      readonly population: PopulationChoice;
      readonly on: string | null;
    }
  /** `b`: index of the second policy among those loaded; newest wins, runs not begun by then are never answered. */
  | {
      readonly kind: 'run';
      readonly request: number;
      readonly b: number;
      readonly changes: readonly Change[];
    }
  /** How a figure runs over a parameter's range, beside the other changes; ends with the next run or sweep. */
  | {
      readonly kind: 'sweep';
      readonly request: number;
      readonly b: number;
      readonly changes: readonly Change[];
      readonly parameter: string;
      readonly cell: string | null;
      readonly figure: FigureChoice;
    }
  /** Of the latest run. */
  | {
      readonly kind: 'page';
      readonly request: number;
      readonly filter: Filter;
      readonly sort: RowSort;
      readonly offset: number;
      readonly limit: number;
      readonly lang: Lang;
    }
  | {
      readonly kind: 'open';
      readonly request: number;
      readonly row: number;
      readonly edits: readonly FactEdit[];
      readonly lang: Lang;
    }
  | {
      readonly kind: 'villages';
      readonly request: number;
      readonly sort: VillageSort;
      readonly offset: number;
      readonly limit: number;
      readonly lang: Lang;
    }
  | { readonly kind: 'village'; readonly request: number; readonly row: number; readonly lang: Lang }
  /** Writes the changes as a policy that extends B. `path`: a folder to make, or a `.yaml` file. */
  | {
      readonly kind: 'save';
      readonly request: number;
      readonly path: string;
      readonly name: string;
      readonly b: number;
      readonly changes: readonly Change[];
      readonly lang: Lang;
      /** Write over what is there. */
      readonly replace?: boolean;
    }
  | {
      readonly kind: 'export';
      readonly request: number;
      readonly view: ExportView;
      readonly format: 'csv' | 'json' | 'markdown';
      readonly path: string;
      readonly lang: Lang;
      readonly replace?: boolean;
    };

// ---------------------------------------------------------------- figures

export interface Heads {
  readonly households: number;
  /** Null: the population has no rows for people. */
  readonly people: number | null;
}

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
  /** Fen per person and year; null: no line can be told, then all but the Gini is null. */
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

// ---------------------------------------------------------------- pages

export interface HouseholdLine {
  /** Row in the population: what `open` asks for. */
  readonly row: number;
  readonly id: string;
  /** Ids; empty: not recorded. */
  readonly township: string;
  readonly village: string;
  readonly people: number | null;
  readonly a: OutcomeKey;
  readonly b: OutcomeKey;
  /** More in a year under B; null: not known. */
  readonly gain: Span | null;
  /** A claim of it is not settled. */
  readonly unset: boolean;
  /** Value of the sort expression, as text. */
  readonly value: string | null;
}

export interface VillageLine {
  /** Row in the village table; −1: households whose village is not recorded. */
  readonly row: number;
  readonly id: string;
  readonly township: string;
  readonly households: number;
  readonly people: number | null;
  /** By outcome, in the order of the policy of that side. */
  readonly outcomes: Sides<readonly number[]>;
  readonly changed: number;
  readonly gain: Span;
  readonly quotas: Sides<readonly VillageQuota[]>;
  /** Visits, contacts and reviews a month that are owed at least. */
  readonly work: Sides<number>;
  /** Served under A and not under B, over all quotas. */
  readonly displaced: number;
}

export interface VillageQuota {
  readonly id: string;
  readonly seats: number;
  readonly taken: number;
  readonly contenders: number;
  readonly served: number;
  readonly unserved: number;
  readonly contesting: number;
}

export interface VillageDetail {
  readonly line: VillageLine;
  readonly facts: readonly FactLine[];
  readonly duties: Sides<readonly DutyFigures[]>;
  /** By the quotas of B: who has a seat under one side only. */
  readonly displaced: readonly SeatChange[];
}

export interface SeatChange {
  readonly quota: string;
  readonly label: Words;
  /** Who stands there: a household, or a member of one. */
  readonly id: string;
  /** Row of the household. */
  readonly row: number;
  readonly a: 'served' | 'unserved' | 'contesting' | 'none';
  readonly b: 'served' | 'unserved' | 'contesting' | 'none';
  /** Why it stands where it does under B, in the language asked for; empty: nothing to say. */
  readonly reason: string;
}

// ---------------------------------------------------------------- one household

export interface FactLine {
  readonly entity: string;
  readonly id: string;
  readonly fact: string;
  readonly label: string;
  /** Value with its unit; empty where missing. */
  readonly text: string;
  /** As it can be typed; empty where missing. */
  readonly written: string;
  readonly missing: boolean;
  /** `none`: computed, not to be edited. */
  readonly edit: ParameterKind | 'none';
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Changed against the data. */
  readonly edited: boolean;
  /** One of the policies reads it. */
  readonly read: boolean;
}

/** A household, a member, its village …, with its facts. */
export interface InstanceView {
  readonly entity: string;
  readonly entityLabel: string;
  readonly id: string;
  readonly facts: readonly FactLine[];
}

/** One line of the reasoning, in the language asked for. */
export interface TreeNode {
  /** Where it stands, the same on both sides for steps that belong together: `card.red/0/1`. */
  readonly key: string;
  readonly depth: number;
  readonly text: string;
  readonly value: string;
  /** `good`: true or due, `bad`: false, `open`: not known, `plain`: a figure or word. */
  readonly tone: 'good' | 'bad' | 'open' | 'plain';
  readonly cite: string;
  /** What is missing or not settled. */
  readonly causes: readonly string[];
  /** Has another value, or no counterpart, on the other side. */
  readonly differs: boolean;
  /** The first branch that differs, in the order read: where the sides part. */
  readonly parting: boolean;
  readonly children: readonly TreeNode[];
}

export interface SideAnswer {
  readonly outcome: OutcomeKey;
  /** What the household may still come to. */
  readonly possible: readonly OutcomeKey[];
  readonly barred: readonly { readonly card: string; readonly by: string; readonly cite: string }[];
  readonly missing: readonly string[];
  readonly benefits: readonly {
    readonly id: string;
    readonly label: string;
    readonly state: 'due' | 'undetermined' | 'unset';
    readonly amount: Span;
    readonly text: string;
    readonly cite: string;
  }[];
  readonly duties: readonly { readonly id: string; readonly label: string; readonly sure: boolean }[];
  readonly tree: readonly TreeNode[];
}

export interface Detail {
  readonly row: number;
  readonly id: string;
  readonly edits: readonly FactEdit[];
  readonly instances: readonly InstanceView[];
  readonly sides: Sides<SideAnswer>;
  /** Texts about edits that make no sense; these are left out. */
  readonly problems: readonly Words[];
}

// ---------------------------------------------------------------- replies

export type Reply =
  | {
      readonly kind: 'progress';
      readonly request: number;
      readonly doing: Words;
      /** 0 to 1; null: not known. */
      readonly share: number | null;
    }
  | {
      readonly kind: 'loaded';
      readonly request: number;
      readonly policies: readonly PolicyInfo[];
      readonly population: PopulationInfo;
    }
  | { readonly kind: 'figures'; readonly request: number; readonly figures: Figures }
  /** Comes again and again until it is done, each time with all points so far. */
  | { readonly kind: 'curve'; readonly request: number; readonly run: number; readonly curve: Curve }
  | {
      readonly kind: 'page';
      readonly request: number;
      readonly run: number;
      readonly rows: readonly HouseholdLine[];
      readonly offset: number;
      /** Households that the filter leaves, and people in them. */
      readonly total: number;
      readonly people: number | null;
      /** The filter as the reader's language would write it back; null without an expression. */
      readonly expression: string | null;
    }
  | { readonly kind: 'detail'; readonly request: number; readonly run: number; readonly detail: Detail }
  | {
      readonly kind: 'villages';
      readonly request: number;
      readonly run: number;
      readonly rows: readonly VillageLine[];
      readonly offset: number;
      readonly total: number;
    }
  | {
      readonly kind: 'village';
      readonly request: number;
      readonly run: number;
      readonly village: VillageDetail;
    }
  /** Full path of the policy file, and its text. */
  | { readonly kind: 'saved'; readonly request: number; readonly path: string; readonly text: string }
  | { readonly kind: 'exported'; readonly request: number; readonly path: string; readonly rows: number }
  /** Nothing is changed by it. `texts`: one or several messages, each with its place where it has one. */
  | {
      readonly kind: 'failed';
      readonly request: number;
      readonly texts: readonly Words[];
      /** Of a filter or sort expression: where in it, in UTF-16 units, and what may be meant. */
      readonly at: { readonly start: number; readonly end: number } | null;
      readonly suggestion: string | null;
      /** There is a file of that name, and `replace` was not given. */
      readonly exists?: boolean;
    };
