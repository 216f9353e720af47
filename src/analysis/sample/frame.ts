import { type Results, STATUS } from '../../engine/results.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { rowNames } from '../../population/names.ts';
import { areasOf } from '../areas.ts';

/** The households that can be drawn, in strata. */
export interface Frame {
  readonly strata: readonly StratumFrame[];
  /** Households out of which to draw. */
  readonly households: number;
  /** Households not drawn from, since it is not decided which card they have. */
  readonly undecided: number;
}

export interface StratumFrame {
  /** Card id, or id of what the household lies in (null: not recorded), in the order of the strata asked for. */
  readonly parts: readonly (string | null)[];
  /** Rows of its households, by id. */
  readonly rows: readonly number[];
}

export const CARD_STRATUM = '#card';

/** Code units: whatever the locale, the same order. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type PartOf = (row: number) => string | null;

function partOf(policy: Policy, population: Population, results: Results, stratum: string): PartOf {
  if (stratum === CARD_STRATUM) return row => policy.cards[results.card[row]!]?.id ?? null;
  if (stratum === policy.entity) return rowNames(policy.vocabulary, population, stratum);
  const areas = areasOf(policy, population, stratum);
  return row => (areas === null ? null : (areas.ids[areas.rows[row]!] ?? null));
}

/** Cards in the order of the policy, areas by their id, what is not recorded last. */
function orderOf(policy: Policy, stratum: string): (a: string | null, b: string | null) => number {
  const place = (id: string | null) => policy.cards.findIndex(card => card.id === id);
  if (stratum === CARD_STRATUM) return (a, b) => place(a) - place(b);
  return (a, b) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : byText(a, b));
}

/** Only households of which the card is decided; `cards` null: those with any card. */
export function frameOf(
  policy: Policy,
  population: Population,
  results: Results,
  cards: readonly string[] | null,
  strata: readonly string[],
): Frame {
  const nameOf = rowNames(policy.vocabulary, population, policy.entity);
  const meant = policy.cards.map(({ id }) => cards === null || cards.includes(id));
  const parts = strata.map(stratum => partOf(policy, population, results, stratum));
  const found = new Map<string, { parts: (string | null)[]; rows: number[] }>();
  let undecided = 0;
  let households = 0;
  for (let row = 0; row < results.rows; row++) {
    const status = results.status[row];
    if (status === STATUS.undetermined || status === STATUS.conflict) undecided++;
    if (status !== STATUS.decided || meant[results.card[row]!] !== true) continue;
    const own = parts.map(part => part(row));
    const key = JSON.stringify(own);
    const stratum = found.get(key);
    if (stratum === undefined) found.set(key, { parts: own, rows: [row] });
    else stratum.rows.push(row);
    households++;
  }
  const orders = strata.map(stratum => orderOf(policy, stratum));
  const sorted = [...found.values()].sort((a, b) => {
    for (const [at, order] of orders.entries()) {
      const difference = order(a.parts[at]!, b.parts[at]!);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  for (const { rows } of sorted) rows.sort((a, b) => byText(nameOf(a), nameOf(b)));
  return { strata: sorted, households, undecided };
}
