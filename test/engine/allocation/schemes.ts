/** Random schemes with random households, and how two allocations are compared on them. */
import fc from 'fast-check';
import type { Allocation } from '../../../src/engine/allocation/allocation.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';
import { randomPopulation } from '../../support/random-population.ts';
import { randomScheme } from '../../support/random-scheme.ts';
import { tapeOf } from '../../support/tape.ts';
import { spell } from '../kernel/spell.ts';

/** Long enough for rich households too; where a tape ends all that follows is alike. */
const tapes: fc.Arbitrary<number[]> = fc.array(fc.nat(0xffff), {
  minLength: 1500,
  maxLength: 4000,
  size: 'max',
});

interface Case {
  readonly policy: Policy;
  readonly population: Population;
}

export const schemes: fc.Arbitrary<Case> = tapes.map(cells => {
  const tape = tapeOf(cells);
  const { policy, crowded } = randomScheme(tape);
  const made = { policy, population: randomPopulation(tape, policy.vocabulary, crowded) };
  return { ...made, [fc.toStringMethod]: () => spell(policy) };
});

/** Every field as plain lists; figures as they are, so that a negative zero or NaN would show. */
export const plain = (allocation: Allocation | null): unknown =>
  JSON.parse(JSON.stringify(allocation, spelt));

function spelt(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, figure);
  return typeof value === 'number' ? figure(value) : value;
}

const figure = (value: number): number | string =>
  Number.isFinite(value) && !Object.is(value, -0) ? value : Object.is(value, -0) ? '-0' : String(value);

/** `MINGBAI_SEED=… MINGBAI_RUNS=…` look elsewhere, or longer; the seed is printed. */
export const seed = Number(process.env['MINGBAI_SEED'] ?? 20200318);
export const runs = Number(process.env['MINGBAI_RUNS'] ?? 400);
