/** Random policies with random households, and how the two evaluators are compared on them. */
import fc from 'fast-check';
import type { Results } from '../../../src/engine/results.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';
import { randomPolicy } from '../../support/random-policy.ts';
import { randomPopulation } from '../../support/random-population.ts';
import { tapeOf } from '../../support/tape.ts';
import { spell } from './spell.ts';

/** Long enough for rich policies; a shorter tape goes on with the simplest choices. */
const tapes: fc.Arbitrary<number[]> = fc.array(fc.nat(0xffff), { maxLength: 1500, size: 'max' });

interface Case {
  readonly policy: Policy;
  readonly population: Population;
}

function caseOf(cells: readonly number[]): Case {
  const tape = tapeOf(cells);
  const policy = randomPolicy(tape);
  return { policy, population: randomPopulation(tape, policy.vocabulary) };
}

/** A counterexample prints as rules, not as the numbers they were made of. */
export const cases: fc.Arbitrary<Case> = tapes.map(cells => {
  const made = caseOf(cells);
  return { ...made, [fc.toStringMethod]: () => spell(made.policy) };
});

/** All columns of results as plain lists by name, so that a difference shows which and where. */
export function columnsOf(results: Results): Record<string, number[] | null> {
  return {
    status: [...results.status],
    card: [...results.card],
    possible: [...results.possible],
    ...Object.fromEntries(results.barred.map((column, k) => [`barred ${k}`, column && [...column]])),
    ...Object.fromEntries(
      results.benefits.flatMap(({ id, state, low, high }) => [
        [`${id} state`, [...state]],
        // No figure is a negative zero to a reader.
        [`${id} low`, Array.from(low, value => value + 0)],
        [`${id} high`, Array.from(high, value => value + 0)],
      ]),
    ),
    ...Object.fromEntries(results.duties.map((column, k) => [`duty ${k}`, [...column]])),
    ...Object.fromEntries(results.claims.map((column, k) => [`claim ${k}`, [...column]])),
  };
}

export function isSame(a: Results, b: Results): boolean {
  return JSON.stringify(columnsOf(a), spelt) === JSON.stringify(columnsOf(b), spelt);
}

/** JSON has no infinity. */
const spelt = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

/** What the columnar engine may refuse; anything else is an oversight. */
export const REFUSALS = [
  /^the ranged parameter \S+ twice in one expression$/,
  /^the ranged parameter \S+ in a sum, with factors of either sign$/,
  /^a sum of quotients that differ from part to part$/,
  /^figures that may pass 2\^53$/,
  /^large figures in what villages and townships sum up$/,
];

/** `MINGBAI_SEED=… MINGBAI_RUNS=…` look elsewhere, or longer; the seed is printed. */
export const seed = Number(process.env['MINGBAI_SEED'] ?? 20200318);
export const runs = Number(process.env['MINGBAI_RUNS'] ?? 900);
