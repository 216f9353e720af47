import type { Type } from '../../../language/types.ts';
import type { Policy, RankKey } from '../../../policy/policy.ts';
import type { Cause } from '../../answer.ts';
import { compare, type Exact } from '../../reference/exact.ts';
import type { Frame } from '../../reference/frame.ts';
import type { PolicyProgram } from '../../reference/policy-program.ts';
import type { Run } from '../../reference/program.ts';
import { exactOf, NO_CAUSES, type Val } from '../../reference/values.ts';
import { comparePaths, type Path } from './path.ts';

/** What one stands by under one key; `last`: the key does not apply. */
export type Key =
  | { readonly kind: 'last' }
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'text'; readonly value: string };

/** Somebody in an order; `keys` null: one of them is not known, for these causes. */
export interface Ranked {
  readonly row: number;
  /** By what ties are settled: the instances of the `tieChain`, the outermost first. */
  readonly path: Path;
  readonly keys: readonly Key[] | null;
  readonly values: readonly Val[];
  readonly causes: readonly Cause[];
}

export interface Ranking {
  readonly keys: readonly { readonly key: RankKey; readonly run: Run }[];
}

export function compileRank(program: PolicyProgram, rank: readonly RankKey[], entity: string): Ranking {
  return { keys: rank.map(key => ({ key, run: program.compiling.compile(key.expr, entity) })) };
}

/** The values that a word stands among, in their order; null: it stands for itself. */
function valuesOf(type: Type, policy: Policy): readonly string[] | null {
  if (type.kind !== 'enum') return null;
  if (type.of === '#card') return policy.cards.map(card => card.id);
  const use = type.of.startsWith('#card:') ? type.of.slice('#card:'.length) : null;
  if (use !== null) return policy.uses[use]!.policy.cards.map(card => card.id);
  return policy.vocabulary.facts[type.of]?.values.map(value => value.id) ?? null;
}

/** null: not known. */
function keyOf(value: Val, type: Type, policy: Policy): Key | null {
  if (value.kind === 'inapplicable') return { kind: 'last' };
  if (value.kind === 'bool')
    return value.value === null ? null : { kind: 'number', value: value.value ? 1n : 0n };
  if (value.kind === 'number') {
    const exact = exactOf(value);
    return exact === null ? null : { kind: 'number', value: exact };
  }
  if (value.value === null) return null;
  const values = valuesOf(type, policy);
  if (values === null) return { kind: 'text', value: value.value };
  return { kind: 'number', value: BigInt(values.indexOf(value.value)) };
}

/** Where somebody stands; the household's card and benefits must be at hand (`PolicyProgram.stand`). */
export function rankOf(ranking: Ranking, policy: Policy, frame: Frame, row: number, path: Path): Ranked {
  const values = ranking.keys.map(({ run }) => run(frame));
  const keys = values.map((value, k) => keyOf(value, ranking.keys[k]!.key.expr.type, policy));
  const known = keys.every(key => key !== null);
  return {
    row,
    path,
    keys: known ? keys : null,
    values,
    causes: values.flatMap((value, k) =>
      keys[k] === null && value.kind !== 'inapplicable' ? value.causes : NO_CAUSES,
    ),
  };
}

function compareKey(a: Key, b: Key, order: RankKey['order']): number {
  if (a.kind === 'last' || b.kind === 'last') return a.kind === b.kind ? 0 : a.kind === 'last' ? 1 : -1;
  const plain = a.kind === 'number' && b.kind === 'number' ? compare(a.value, b.value) : compareText(a, b);
  return order === 'ascending' ? plain : -plain;
}

function compareText(a: Key, b: Key): number {
  if (a.kind !== 'text' || b.kind !== 'text') return 0;
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

/** Index of the first key under which two differ; −1: none does. */
export function firstDifference({ keys }: Ranking, a: Ranked, b: Ranked): number {
  return keys.findIndex(({ key }, k) => compareKey(a.keys![k]!, b.keys![k]!, key.order) !== 0);
}

/** The first first: by the keys, then by the paths. All keys must be known. */
export function inOrder(ranking: Ranking, all: readonly Ranked[]): Ranked[] {
  return [...all].sort((a, b) => {
    const k = firstDifference(ranking, a, b);
    if (k >= 0) return compareKey(a.keys![k]!, b.keys![k]!, ranking.keys[k]!.key.order);
    return comparePaths(a.path, b.path);
  });
}
