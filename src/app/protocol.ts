/**
 * What the drawing thread and the session say to each other: plain data, types only.
 *
 * Every request carries a number, rising; what comes back names it. A run is named by the request that asked for it.
 * Money is in fen (counted for a year where it is a sum), texts are safe for a terminal already (all but paths and the text of
 * a saved policy), words come in both languages unless a request names one.
 */
import type { Lang, Words } from '../language/label.ts';
import type { Change } from './protocol/basics.ts';
import type { Curve, FigureChoice, Figures } from './protocol/figures.ts';
import type { Detail, FactEdit } from './protocol/household.ts';
import type { PolicyInfo, PopulationChoice, PopulationInfo } from './protocol/loaded.ts';
import type {
  ExportView,
  Filter,
  HouseholdLine,
  RowSort,
  VillageDetail,
  VillageLine,
  VillageSort,
} from './protocol/pages.ts';

export type * from './protocol/basics.ts';
export type * from './protocol/figures.ts';
export type * from './protocol/household.ts';
export type * from './protocol/loaded.ts';
export type * from './protocol/pages.ts';

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
