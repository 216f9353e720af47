import { OWED } from '../results.ts';
import type { Truth } from './values.ts';

/** Yes, no, or perhaps. */
export type Owed = (typeof OWED)[keyof typeof OWED];

export function owedBy({ value }: Truth): Owed {
  return value === null ? OWED.perhaps : value ? OWED.yes : OWED.no;
}

/** Together over all hypotheses: yes under each, no under each, or perhaps. */
export function overall(all: readonly Owed[]): Owed {
  const first = all[0] ?? OWED.no;
  return all.every(each => each === first) ? first : OWED.perhaps;
}

/** Does a rule for these cards (null: whatever the card, also none) look at a household with this one? */
export function admits(cards: readonly string[] | null, card: string | null): boolean {
  return cards === null || (card !== null && cards.includes(card));
}
