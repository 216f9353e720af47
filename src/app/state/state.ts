/**
 * Everything the simulator shows, as plain data. Changed only by `reduce`, drawn by the views; neither knows time, files or
 * terminals.
 */
import type { Lang, Words } from '../../language/label.ts';
import type {
  Change,
  Curve,
  Detail,
  FactEdit,
  FigureChoice,
  Figures,
  Filter,
  HouseholdLine,
  PolicyInfo,
  PopulationChoice,
  PopulationInfo,
  RowSort,
  VillageDetail,
  VillageLine,
  VillageSort,
} from '../protocol.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export type Screen =
  | 'start'
  | 'overview'
  | 'transitions'
  | 'parameters'
  | 'households'
  | 'household'
  | 'villages'
  | 'village';

/** Screens that a figure key reaches from anywhere, in their order: 1 to 5. */
export const tabs = ['overview', 'transitions', 'parameters', 'households', 'villages'] as const;

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

/** A policy, draft or population to choose from. */
export interface Choice {
  readonly path: string;
  readonly label: Words;
  readonly about: Words;
  /** A draft stands under the policy that it changes. */
  readonly draft: boolean;
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
  readonly policies: readonly Choice[];
  readonly populations: readonly PopulationOption[];
  /** Paths, the first one is A. */
  readonly chosen: readonly string[];
  readonly policyCursor: Cursor;
  readonly populationCursor: Cursor;
}

/** What the session is busy with before there is anything to show. */
export interface Loading {
  readonly request: number;
  readonly doing: Words;
  readonly share: number | null;
}

/** Changes of B's parameters, with what undo and redo lead to. */
export interface History {
  readonly past: readonly (readonly Change[])[];
  readonly present: readonly Change[];
  readonly future: readonly (readonly Change[])[];
}

/** What was asked of the session and has not come yet; null: nothing. */
export type Awaited = number | null;

export interface TransitionsState {
  readonly mode: 'heat' | 'flows';
  readonly count: 'households' | 'people';
  /** Indices into the outcomes of A and of B that occur. */
  readonly row: number;
  readonly column: number;
  /** Of flows. */
  readonly cursor: Cursor;
}

export interface ParametersState {
  readonly cursor: Cursor;
  /** The value that is being typed; null: arrow keys change it. */
  readonly editing: Field | null;
  /** Of the figure chosen, which curve and headline follow. */
  readonly figure: FigureChoice;
  readonly curve: Curve | null;
  readonly awaited: Awaited;
}

export interface HouseholdsState {
  readonly filter: Filter;
  readonly sort: RowSort;
  /** Of all households that the filter leaves. */
  readonly cursor: Cursor;
  readonly page: {
    readonly run: number;
    readonly rows: readonly HouseholdLine[];
    readonly offset: number;
    readonly total: number;
    readonly people: number | null;
  } | null;
  /** The expression that is being typed, as a filter or to sort by. */
  readonly editing: (Field & { readonly of: 'filter' | 'sort' }) | null;
  /** The menu of filters is open, with its cursor. */
  readonly menu: Cursor | null;
  readonly awaited: Awaited;
}

export interface HouseholdState {
  readonly row: number;
  readonly detail: Detail | null;
  /** Which run the detail is of. */
  readonly run: number | null;
  /** Facts and members, or the reasoning. */
  readonly pane: 'facts' | 'reasons';
  readonly cursor: Cursor;
  /** Keys of folded (or, under `foldedByDefault`, unfolded) branches. */
  readonly toggled: readonly string[];
  /** Only branches that differ are unfolded at first. */
  readonly edits: readonly FactEdit[];
  readonly editing: Field | null;
  readonly awaited: Awaited;
}

export interface VillagesState {
  readonly sort: VillageSort;
  readonly cursor: Cursor;
  readonly page: {
    readonly run: number;
    readonly rows: readonly VillageLine[];
    readonly offset: number;
    readonly total: number;
  } | null;
  readonly awaited: Awaited;
}

export interface VillageState {
  readonly row: number;
  readonly detail: VillageDetail | null;
  readonly run: number | null;
  readonly cursor: Cursor;
  readonly awaited: Awaited;
}

/** What lies over the screen and takes the keys. */
export type Dialog =
  | { readonly kind: 'help'; readonly top: number }
  | {
      readonly kind: 'save';
      readonly step: 'name' | 'path';
      readonly name: Field;
      readonly path: Field;
      /** There is a file already: asked whether to write over it. */
      readonly overwrite: boolean;
      readonly awaited: Awaited;
    }
  | {
      readonly kind: 'export';
      readonly format: 'csv' | 'json' | 'markdown';
      readonly path: Field;
      readonly overwrite: boolean;
      readonly awaited: Awaited;
    }
  /** Which figure the curve follows. */
  | { readonly kind: 'figure'; readonly cursor: Cursor }
  /** Which policy is B. */
  | { readonly kind: 'side'; readonly cursor: Cursor }
  | { readonly kind: 'reset' }
  /** There are changes that were not saved. */
  | { readonly kind: 'quit' };

export interface Message {
  readonly tone: 'good' | 'bad' | 'plain';
  readonly texts: readonly Words[];
}

export interface State {
  readonly lang: Lang;
  readonly size: Size;
  /** No colour: letters and signs say what colours would. */
  readonly colour: boolean;
  readonly screen: Screen;
  /** Where escape leads back to, the last one first. */
  readonly back: readonly Screen[];
  readonly dialog: Dialog | null;
  readonly message: Message | null;
  readonly start: StartState;
  readonly loading: Loading | null;
  readonly policies: readonly PolicyInfo[];
  readonly population: PopulationInfo | null;
  /** Index of B among the policies; A is the first. */
  readonly b: number;
  readonly changes: History;
  /** Changes at the last save, to know whether any would be lost. */
  readonly saved: readonly Change[];
  /** The one run whose figures every screen shows. */
  readonly figures: Figures | null;
  /** The newest run asked for; while it is not the one shown, the screens say that they wait. */
  readonly run: Awaited;
  /** Number of the next request. */
  readonly next: number;
  readonly overview: { readonly top: number };
  readonly transitions: TransitionsState;
  readonly parameters: ParametersState;
  readonly households: HouseholdsState;
  readonly household: HouseholdState | null;
  readonly villages: VillagesState;
  readonly village: VillageState | null;
  readonly quitting: boolean;
}

/** A key as the terminal gives it, by what it means. */
export interface Key {
  readonly name:
    | 'char'
    | 'up'
    | 'down'
    | 'left'
    | 'right'
    | 'enter'
    | 'escape'
    | 'tab'
    | 'backspace'
    | 'delete'
    | 'page-up'
    | 'page-down'
    | 'home'
    | 'end';
  /** Of `char`: what was typed or pasted. */
  readonly text: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}
