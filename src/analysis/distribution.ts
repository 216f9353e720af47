/** Ends of the bands in fen, inclusive; the last band is open. */
const BAND_ENDS: readonly number[] = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000].map(yuan => yuan * 100);

export interface Band {
  /** Fen: above `from`, up to `to` inclusive; null: no end. */
  readonly from: number;
  readonly to: number | null;
  readonly households: number;
}

export interface Distribution {
  readonly median: number;
  /** The greatest; null: unbounded. */
  readonly greatest: number | null;
  /** Bands without households at either end are left out. */
  readonly bands: readonly Band[];
}

/** How positive amounts (fen) spread. */
export function distribution(amounts: readonly number[]): Distribution {
  const sorted = Float64Array.from(amounts).sort();
  const counts = new Array<number>(BAND_ENDS.length + 1).fill(0);
  for (const amount of sorted) counts[bandOf(amount)]!++;
  const first = counts.findIndex(count => count > 0);
  const last = counts.findLastIndex(count => count > 0);
  const bands = counts.map((households, index) => ({
    from: index === 0 ? 0 : BAND_ENDS[index - 1]!,
    to: BAND_ENDS[index] ?? null,
    households,
  }));
  const greatest = sorted.at(-1) ?? 0;
  return {
    median: medianOf(sorted),
    greatest: Number.isFinite(greatest) ? greatest : null,
    bands: first < 0 ? [] : bands.slice(first, last + 1),
  };
}

function bandOf(amount: number): number {
  const index = BAND_ENDS.findIndex(end => amount <= end);
  return index < 0 ? BAND_ENDS.length : index;
}

/** The middle amount; the lower of the two middle ones where their number is even, so that it is an amount that occurs. */
function medianOf(sorted: Float64Array): number {
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
