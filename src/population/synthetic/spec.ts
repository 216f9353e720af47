/** The description of a synthetic population: every figure with where it comes from. */
import type { Label } from '../../language/label.ts';
import type { Vocabulary } from '../../policy/vocabulary.ts';

/**
 * `verified`: published by the body named; `derived`: computed from verified figures; `secondary`: from a study or report that
 * was not checked against its origin; `assumed`: nobody's figure, put here to be changed.
 */
export const STATUSES = ['verified', 'derived', 'secondary', 'assumed'] as const;
export type FigureStatus = (typeof STATUSES)[number];

export interface SpecSource {
  readonly id: string;
  readonly title: Label;
  readonly year: number | null;
}

export type FigureValue =
  | number
  | Readonly<Record<string, number>>
  | Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Figure {
  readonly id: string;
  readonly label: Label;
  /** Shares as fractions of 1. */
  readonly value: FigureValue;
  readonly status: FigureStatus;
  /** Null for what is assumed. */
  readonly source: SpecSource | null;
  /** Year the figure speaks of. */
  readonly year: number | null;
  readonly note: Label;
}

export interface PopulationSpec {
  readonly id: string;
  readonly label: Label;
  readonly version: string;
  readonly file: string;
  /** ISO date: the day of which ages and the rest speak. */
  readonly on: string;
  readonly vocabulary: Vocabulary;
  readonly figures: Readonly<Record<string, Figure>>;
}
