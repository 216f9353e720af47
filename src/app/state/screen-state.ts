/** What each screen remembers, as plain data. */
import type { Lang, Words } from '../../language/label.ts';
import type {
  Curve,
  Detail,
  FactEdit,
  FactLine,
  FigureChoice,
  Filter,
  HouseholdLine,
  PopulationChoice,
  RowSort,
  VillageDetail,
  VillageLine,
  VillageSort,
} from '../protocol.ts';

/** Which line of a list is chosen, and which is the first one on the screen. */
export interface Cursor {
  readonly at: number;
  readonly top: number;
}

/** A line that is being typed. `caret`: before which character (code point). */
export interface Field {
  readonly text: string;
  readonly caret: number;
  /** What is wrong with what was entered. */
  readonly problem: readonly Words[];
  /** Where in the text, in UTF-16 units; null: nowhere in particular. */
  readonly mark: { readonly start: number; readonly end: number } | null;
}

/** Number of a request that was asked of the session and has not been answered; null: none. */
export type Awaited = number | null;

/** What a screen asks the session for again whenever it needs something else. */
export interface Supplied {
  /** What was asked for last, answered or not, so that nothing is asked for twice. */
  readonly asked: string | null;
  readonly awaited: Awaited;
}

/** A policy or draft to choose from. */
export interface Choice {
  readonly path: string;
  readonly label: Words;
  readonly about: Words;
  /** Path of the policy that a draft changes, under which it stands; null: it is no draft. */
  readonly base: string | null;
  readonly recent: boolean;
}

export interface PopulationOption {
  readonly choice: PopulationChoice;
  readonly label: Words;
  readonly about: Words;
  readonly recent: boolean;
}

export interface StartState {
  readonly step: 'policies' | 'population';
  /** Drafts under what they change, recent ones first. */
  readonly policies: readonly Choice[];
  readonly populations: readonly PopulationOption[];
  /** Paths, the first one is A; those from the command line need not be in the list. */
  readonly chosen: readonly string[];
  readonly policyCursor: Cursor;
  readonly populationCursor: Cursor;
  /** Evaluation date; null: as each policy says. */
  readonly on: string | null;
}

export interface TransitionsState {
  readonly mode: 'heat' | 'flows';
  readonly count: 'households' | 'people';
  /** Indices into the outcomes of A and of B that occur (`occurring`). */
  readonly row: number;
  readonly column: number;
  /** Of flows (`flowsOf`). */
  readonly cursor: Cursor;
}

export interface ParametersState extends Supplied {
  readonly cursor: Cursor;
  /** Which end of a range the arrow keys move. */
  readonly end: 0 | 1;
  /** The value that is being typed; null: arrow keys change it. */
  readonly editing: Field | null;
  /** Of the figure chosen, which curve and headline follow. */
  readonly figure: FigureChoice;
  readonly curve: Curve | null;
  /** Which run the curve was drawn beside; another than the one shown: it is out of date. */
  readonly curveRun: number | null;
}

/** One stretch of a list of the session's. Another run than the one shown: it is out of date, and drawn so. */
export interface Page<Line> {
  readonly run: number;
  readonly lang: Lang;
  /** What it was asked by (`householdQuery`, `villageQuery`). */
  readonly query: string;
  readonly rows: readonly Line[];
  readonly offset: number;
  readonly total: number;
}

export interface HouseholdPage extends Page<HouseholdLine> {
  readonly people: number | null;
  /** The expression of the filter, as the reader's language writes it. */
  readonly expression: string | null;
}

/** A field of the filter that is chosen from a list. */
export type PickedField = 'a' | 'b' | 'shift' | 'township' | 'village';

export type HouseholdMenu =
  | { readonly kind: 'filter'; readonly cursor: Cursor }
  | { readonly kind: 'values'; readonly of: PickedField; readonly cursor: Cursor; readonly menu: Cursor }
  | { readonly kind: 'sort'; readonly cursor: Cursor };

/** An expression that is being typed, or tried: the filter changes once the session could read it. */
export interface ExpressionField extends Field {
  readonly of: 'filter' | 'sort';
  readonly awaited: Awaited;
}

export interface HouseholdsState extends Supplied {
  readonly filter: Filter;
  readonly sort: RowSort;
  /** Of all households that the filter leaves. */
  readonly cursor: Cursor;
  readonly page: HouseholdPage | null;
  readonly editing: ExpressionField | null;
  readonly menu: HouseholdMenu | null;
}

/** A fact that is typed anew. */
export interface FactField extends Field {
  readonly of: Pick<FactLine, 'entity' | 'id' | 'fact'>;
}

export interface HouseholdState extends Supplied {
  readonly row: number;
  readonly detail: Detail | null;
  /** Which run the detail is of, and in which language it was asked for. */
  readonly run: number | null;
  readonly lang: Lang | null;
  /** Facts and members, or the reasoning. */
  readonly pane: 'facts' | 'reasons';
  /** One for each pane. */
  readonly facts: Cursor;
  readonly reasons: Cursor;
  /** Keys of branches that are not as they are at first: there only what differs or is true is unfolded. */
  readonly toggled: readonly string[];
  readonly edits: readonly FactEdit[];
  /** Those that the detail shown takes account of. */
  readonly applied: readonly FactEdit[];
  readonly editing: FactField | null;
}

export interface VillagesState extends Supplied {
  readonly sort: VillageSort;
  readonly cursor: Cursor;
  readonly page: Page<VillageLine> | null;
  /** What to sort by is being chosen. */
  readonly menu: Cursor | null;
}

export interface VillageState extends Supplied {
  readonly row: number;
  readonly detail: VillageDetail | null;
  readonly run: number | null;
  readonly lang: Lang | null;
  /** Of those who have a seat under one side only. */
  readonly cursor: Cursor;
}
