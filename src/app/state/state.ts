/**
 * Everything the simulator shows, as plain data. Changed only by `reduce`, drawn by the views; neither knows time, files or
 * terminals.
 */
import type { Lang, Words } from '../../language/label.ts';
import type { Change, Figures, PolicyInfo, PopulationInfo, Reply, Request } from '../protocol.ts';
import type {
  Awaited,
  Cursor,
  Field,
  HouseholdState,
  HouseholdsState,
  ParametersState,
  StartState,
  TransitionsState,
  VillageState,
  VillagesState,
} from './screen-state.ts';

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

/** What the session is busy with, where it tells. */
export interface Busy {
  readonly request: number;
  readonly doing: Words;
  /** 0 to 1; null: not known. */
  readonly share: number | null;
}

/** Changes of B's parameters, with what undo and redo lead to. */
export interface History {
  readonly past: readonly (readonly Change[])[];
  readonly present: readonly Change[];
  readonly future: readonly (readonly Change[])[];
}

/** Changes of a policy that is not B at the moment. */
export interface Parked {
  readonly b: number;
  readonly changes: History;
  readonly saved: readonly Change[];
}

export type ExportFormat = 'csv' | 'json' | 'markdown';

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
      readonly format: ExportFormat;
      readonly path: Field;
      readonly overwrite: boolean;
      readonly awaited: Awaited;
    }
  /** Which figure the curve follows. */
  | { readonly kind: 'figure'; readonly cursor: Cursor }
  /** Which policy is B. */
  | { readonly kind: 'side'; readonly cursor: Cursor }
  | { readonly kind: 'reset' }
  /** Whether to leave, or to go and choose other policies, where there may be changes that were not saved. */
  | { readonly kind: 'quit'; readonly to: 'terminal' | 'start' };

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
  /** Policies and population are being loaded, or run for the first time: there are no figures yet. */
  readonly loading: Busy | null;
  /** What takes long while there are figures. */
  readonly busy: Busy | null;
  /** The request by which policies and population were loaded; what was asked before it counts no more. */
  readonly loaded: number;
  readonly policies: readonly PolicyInfo[];
  readonly population: PopulationInfo | null;
  /**
   * Index of B among the policies, A is the first: whose parameters are shown and changed. Figures name the policies that
   * they are of themselves (`shownPolicies`), until those of a newly chosen B have come.
   */
  readonly b: number;
  readonly changes: History;
  /** Changes at the last save, to know whether any would be lost. */
  readonly saved: readonly Change[];
  readonly parked: readonly Parked[];
  /** The one run whose figures every screen shows. */
  readonly figures: Figures | null;
  /** The newest run asked for; null: it is the one shown. While there is one the screens say that they wait. */
  readonly run: Awaited;
  /** Number of the next request. */
  readonly next: number;
  /** A draft that is being written, with the changes in it. */
  readonly saving: {
    readonly request: number;
    readonly b: number;
    readonly changes: readonly Change[];
  } | null;
  readonly exporting: Awaited;
  readonly overview: { readonly top: number };
  readonly transitions: TransitionsState;
  readonly parameters: ParametersState;
  readonly households: HouseholdsState;
  readonly household: HouseholdState | null;
  readonly villages: VillagesState;
  readonly village: VillageState | null;
  /** The program ends. */
  readonly quitting: boolean;
}

/** A key as the terminal gives it, by what it means. */
export interface Key {
  readonly name:
    | 'char'
    | 'paste'
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
  /** Of `char` and `paste`: what was typed or pasted; typed fast, or by an input method, it may be several characters. */
  readonly text: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

export type Event =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'resize'; readonly size: Size };

/** What an event leads to, and what is asked of the session. */
export interface Step {
  readonly state: State;
  readonly requests: readonly Request[];
}
