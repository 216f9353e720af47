import { type Results, STATUS } from '../engine/results.ts';
import type { Policy } from '../policy/policy.ts';

/** What a household comes to besides a card: none of them, or no decision. */
export type Special = 'none' | 'undetermined' | 'out-of-scope' | 'conflict' | 'not-recorded';
const SPECIALS: readonly Special[] = ['none', 'undetermined', 'out-of-scope', 'conflict', 'not-recorded'];

export type Outcome =
  | { readonly kind: 'card'; readonly card: string }
  | { readonly kind: Special; readonly card: null };

/** Every outcome a policy can have, its cards first in their order; a household's outcome is an index into it. */
export function outcomesOf(policy: Policy): Outcome[] {
  return [
    ...policy.cards.map((card): Outcome => ({ kind: 'card', card: card.id })),
    ...SPECIALS.map((kind): Outcome => ({ kind, card: null })),
  ];
}

/** By household row, the index of its outcome in `outcomesOf(policy)`. */
export function outcomeRows(policy: Policy, results: Results): Uint8Array {
  const none = policy.cards.length;
  const byStatus = new Uint8Array(5);
  byStatus[STATUS.undetermined] = none + 1;
  byStatus[STATUS.outOfScope] = none + 2;
  byStatus[STATUS.conflict] = none + 3;
  byStatus[STATUS.unrecorded] = none + 4;
  const rows = new Uint8Array(results.rows);
  for (let row = 0; row < rows.length; row++) {
    const status = results.status[row]!;
    const card = results.card[row]!;
    rows[row] = status === STATUS.decided ? (card < 0 ? none : card) : byStatus[status]!;
  }
  return rows;
}

/**
 * Whether two schemes speak of the same cards: one is a draft of the other, or both of a third. Then cards are the same
 * by id; otherwise colours mean nothing, and cards are compared by the role they name.
 */
export function related(a: Policy, b: Policy): boolean {
  if (a.file === b.file) return true;
  const origins = new Set(originsOf(a));
  return originsOf(b).some(origin => origins.has(origin));
}

function originsOf(policy: Policy): string[] {
  return [policy.id, ...policy.cards.map(card => card.origin.policy)];
}

/** `same[i][j]`: outcome i of `a` and outcome j of `b` stand for the same thing. */
export function sameOutcomes(a: Policy, b: Policy): boolean[][] {
  const byId = related(a, b);
  const right = outcomesOf(b);
  return outcomesOf(a).map((from, i) =>
    right.map((to, j) => {
      if (from.kind !== 'card' || to.kind !== 'card') return from.kind === to.kind;
      if (byId) return from.card === to.card;
      const meaning = a.cards[i]!.meaning;
      return meaning === null ? from.card === to.card : meaning === b.cards[j]!.meaning;
    }),
  );
}
