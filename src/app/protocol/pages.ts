/** Lists of households and villages: what is asked of them, and their lines. */
import type { Words } from '../../language/label.ts';
import type { OutcomeKey, Sides, Span } from './basics.ts';
import type { DutyFigures } from './figures.ts';
import type { FactEdit, FactLine } from './household.ts';

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
