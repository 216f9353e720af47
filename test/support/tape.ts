/**
 * Random choices read off a list of numbers: a generator that draws from a tape shrinks with the tape. Past its end every
 * choice is the first one, so that options are written with the simplest first.
 */
export interface Tape {
  readonly cells: readonly number[];
  at: number;
}

export const tapeOf = (cells: readonly number[]): Tape => ({ cells, at: 0 });

function next(tape: Tape): number {
  return tape.cells[tape.at++] ?? 0;
}

/** A whole number from 0, below `count`. */
export const below = (tape: Tape, count: number): number => next(tape) % count;

export const pick = <T>(tape: Tape, options: readonly T[]): T => options[below(tape, options.length)]!;

/** True about `share` times in a hundred; false past the end. */
export const perhaps = (tape: Tape, share: number): boolean => next(tape) % 100 >= 100 - share;

/** A list of `least` to `most` things. */
export function several<T>(tape: Tape, least: number, most: number, make: (k: number) => T): T[] {
  const count = least + below(tape, most - least + 1);
  return Array.from({ length: count }, (_, k) => make(k));
}

/** Several different ones of the options, at least one. */
export function some<T>(tape: Tape, options: readonly T[]): T[] {
  const chosen = options.filter(() => perhaps(tape, 45));
  return chosen.length > 0 ? chosen : [pick(tape, options)];
}
