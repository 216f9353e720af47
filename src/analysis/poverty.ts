/**
 * How poor people are, and how unequal, from columns of income per head: one value for each household, weighted by the
 * people in it.
 *
 * Headcount, gap and severity are the measures P0, P1 and P2 of Foster, J., Greer, J. & Thorbecke, E. (1984), A class of
 * decomposable poverty measures, Econometrica 52(3), 761–766: Pα = 1/n Σ ((z − y) ÷ z)^α over those below the line z.
 * "Below" is strict. The Gini coefficient is that of Gini, C. (1914), in the form of Sen, A. (1973), On Economic
 * Inequality: with incomes in ascending order, G = (2 Σ i·y_i) ÷ (n Σ y) − (n + 1) ÷ n.
 */
import { sortedRows } from './sorted-rows.ts';

/** Shares from 0 to 1; null where nobody counts, or nothing is there to be shared. */
export interface Indices {
  /** Share of people below the line. */
  readonly headcount: number | null;
  /** How far below the line they are, as a share of it, over all people. */
  readonly gap: number | null;
  /** The squares of these shares, over all people: who is poorer weighs more. */
  readonly severity: number | null;
  readonly gini: number | null;
  /** People counted, and those whose income is not known, who count in nothing. */
  readonly people: number;
  readonly unknown: number;
}

/** Income by household row; fen per person and year. */
export interface Incomes {
  /** Not a number: not known. An income below zero counts as none, so that all measures stay between 0 and 1. */
  readonly perHead: Float64Array;
  /** Of each household; households without people count for nothing. */
  readonly people: { readonly [row: number]: number; readonly length: number };
}

/**
 * The measures for one line (fen per person and year; null: only the Gini coefficient). `order`: rows with a known
 * income by ascending income, as `ascending` gives it.
 */
export function indicesOf({ perHead, people }: Incomes, order: Int32Array, line: number | null): Indices {
  let counted = 0;
  let all = 0;
  for (let row = 0; row < people.length; row++) all += people[row]!;
  let below = 0;
  let gaps = 0;
  let squares = 0;
  let earned = 0;
  /** Σ over people of (place in the order) × income; the places of one household follow one another. */
  let placed = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    const heads = people[row]!;
    const income = Math.max(0, perHead[row]!);
    placed += income * heads * (counted + (heads + 1) / 2);
    counted += heads;
    earned += income * heads;
    if (line === null || income >= line) continue;
    const gap = (line - income) / line;
    below += heads;
    gaps += gap * heads;
    squares += gap * gap * heads;
  }
  const share = (sum: number) => (counted === 0 || line === null ? null : sum / counted);
  return {
    headcount: share(below),
    gap: share(gaps),
    severity: share(squares),
    gini: earned === 0 ? null : Math.max(0, (2 * placed) / (counted * earned) - (counted + 1) / counted),
    people: counted,
    unknown: all - counted,
  };
}

/** Rows with people and a known income, the poorest first; incomes below zero are alike. */
export function ascending({ perHead, people }: Incomes): Int32Array {
  const rows = perHead.length;
  const keys = new Float64Array(rows);
  const list = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const income = perHead[row]!;
    if (Number.isNaN(income) || !(people[row]! > 0)) continue;
    keys[row] = Math.max(0, income);
    list[count++] = row;
  }
  return sortedRows(list.slice(0, count), keys);
}
