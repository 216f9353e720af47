import { type Outcome, outcomesOf } from '../../analysis/outcome.ts';
import type { Policy } from '../../policy/policy.ts';
import { specialWords } from '../../report/overview-words.ts';
import type { OutcomeInfo, OutcomeKey } from '../protocol.ts';
import { wordsFor } from './texts.ts';

export const outcomeKey = (outcome: Outcome): OutcomeKey =>
  outcome.kind === 'card' ? `card:${outcome.card}` : outcome.kind;

/** A card that an answer names; null: none. */
export const cardKey = (card: string | null): OutcomeKey => (card === null ? 'none' : `card:${card}`);

export function outcomeInfos(policy: Policy): OutcomeInfo[] {
  return outcomesOf(policy).map(outcome => {
    const card =
      outcome.kind === 'card' ? (policy.cards.find(({ id }) => id === outcome.card) ?? null) : null;
    return {
      key: outcomeKey(outcome),
      kind: outcome.kind,
      card: card?.id ?? null,
      label: card
        ? wordsFor(card.label, card.id)
        : outcome.kind === 'card'
          ? wordsFor({}, outcome.card)
          : specialWords[outcome.kind],
      colour: card?.colour ?? null,
      meaning: card?.meaning ?? null,
    };
  });
}

/** Place of a key among the outcomes of a policy; −1: it has none such. */
export function outcomeIndex(policy: Policy, key: OutcomeKey): number {
  return outcomesOf(policy).findIndex(outcome => outcomeKey(outcome) === key);
}
