/** What all messages speak of. */
import type { Words } from '../../language/label.ts';

/** Lowest and highest; `high` null: unbounded. Of a gain `low` may be `-Infinity`: what is given up is unbounded. */
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

/**
 * What a household comes to: `card:red`, `none`, `undetermined`, `out-of-scope`, `conflict`. Keys mean something only
 * within one policy.
 */
export type OutcomeKey = string;

export interface Named {
  readonly id: string;
  readonly label: Words;
}

export interface Heads {
  readonly households: number;
  /** Null: the population has no rows for people. */
  readonly people: number | null;
}
