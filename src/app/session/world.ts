import type { Pair } from '../../analysis/live/pair.ts';
import type { Side } from '../../analysis/live/side.ts';
import type { Incomes, Indices } from '../../analysis/poverty.ts';
import type { Results, Run } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Vocabulary } from '../../policy/vocabulary.ts';
import type { Population } from '../../population/columns.ts';
import type { Sources } from '../../report/place.ts';
import type { Change, Figures, PolicyInfo, PopulationInfo, Sides } from '../protocol.ts';

/** A policy as it was loaded, and the words it was read from. */
export interface LoadedFile {
  readonly policy: Policy;
  readonly sources: Sources;
  /** Full path of its file. */
  readonly file: string;
  readonly info: PolicyInfo;
}

/** Everything that was loaded; changed as a whole or not at all. */
export interface World {
  readonly policies: readonly LoadedFile[];
  readonly vocabulary: Vocabulary;
  readonly population: Population;
  readonly info: PopulationInfo;
  /** What is worked out once and asked for again and again. */
  readonly kept: Kept;
}

export interface Kept {
  /** By index of the policy: as it stands, without changes. */
  readonly sides: Map<number, Side>;
  /** Runs of policies that others use. */
  readonly runs: Map<Policy, Run>;
  /** By index of the policy and poverty line: incomes before benefits and what they come to, null: none are known. */
  readonly before: Map<string, { readonly incomes: Incomes; readonly indices: Indices } | null>;
  readonly after: Map<string, Indices>;
  /** Results of runs that are shown no more; their columns serve the next ones. */
  readonly spent: Results[];
}

/** The two sides as they last ran. */
export interface Live {
  readonly run: number;
  readonly b: number;
  readonly changes: readonly Change[];
  readonly sides: Sides<Side>;
  readonly pair: Pair;
  readonly figures: Figures;
}
