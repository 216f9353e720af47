/** The households and people of a synthetic population while it is being made: plain arrays, one entry each. */

import type { Figures } from './figures.ts';
import { type Random, randomStream } from './random.ts';

/** Who lives together. */
export const KINDS = [
  'single',
  'couple',
  'nuclear',
  'single_parent',
  'skip_generation',
  'three_generation',
  'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** Generation within the household. */
export const CHILD = 0;
export const PARENT = 1;
export const ELDER = 2;
export const KIN = 3;

export const RELATIONS = [
  'head',
  'spouse',
  'child',
  'child_in_law',
  'parent',
  'grandchild',
  'other',
] as const;

export interface World {
  readonly figures: Figures;
  readonly seed: number;
  readonly households: number;
  readonly members: number;
  /** By household: index into `KINDS`. */
  readonly kind: Uint8Array;
  readonly size: Uint8Array;
  /** Members `first[h]` to `first[h + 1]` live in household h; the head comes first. */
  readonly first: Int32Array;
  /** By household, ascending. */
  readonly village: Int32Array;
  /** By member. */
  readonly home: Int32Array;
  readonly generation: Uint8Array;
  /** 0: alone in the generation; 1, 2: husband and wife. */
  readonly pair: Uint8Array;
  readonly relation: Uint8Array;
}

export function stream(world: { readonly seed: number }, name: string): Random {
  return randomStream(world.seed, name);
}

/** Sums a member's figure by household. */
export function byHousehold(world: World, of: (member: number) => number): Float64Array {
  const sums = new Float64Array(world.households);
  for (let m = 0; m < world.members; m++) sums[world.home[m]!]! += of(m);
  return sums;
}

export function weights(count: number, of: (row: number) => number): Float64Array {
  const found = new Float64Array(count);
  for (let i = 0; i < count; i++) found[i] = of(i);
  return found;
}

export function marks(count: number, of: (row: number) => boolean): Uint8Array {
  const found = new Uint8Array(count);
  for (let i = 0; i < count; i++) found[i] = of(i) ? 1 : 0;
  return found;
}

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
