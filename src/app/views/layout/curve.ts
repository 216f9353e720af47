/** Curves in braille: two dots across and four down in each character. */

export interface Place {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

export interface Plot {
  /** From top to bottom. */
  readonly rows: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** Dots of a braille character by column and row. */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/** Character in which a value stands, of so many. */
export function columnOf(value: number, from: number, to: number, columns: number): number {
  if (!(to > from)) return 0;
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return Math.min(columns - 1, Math.floor((share * (columns * 2 - 1)) / 2));
}

/**
 * Lines through the low and the high ends of places. `jumps`: between these two values the curve is not drawn as a slope, but as
 * a step.
 */
export function plotted(
  places: readonly Place[],
  jumps: readonly { readonly before: number; readonly after: number }[],
  columns: number,
  rows: number,
): Plot {
  const ends = places.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const cells = Array.from({ length: rows }, () => new Uint8Array(columns));
  const [wide, tall] = [columns * 2, rows * 4];
  const [from, to] = [places[0]?.at ?? 0, places.at(-1)?.at ?? 0];
  const x = (value: number) => (to > from ? Math.round(((value - from) / (to - from)) * (wide - 1)) : 0);
  const y = (value: number) =>
    most > least ? Math.round((1 - (value - least) / (most - least)) * (tall - 1)) : Math.floor(tall / 2);
  const dot = (column: number, row: number) => {
    const bits = DOTS[column % 2 === 0 ? 0 : 1][(row % 4) as 0 | 1 | 2 | 3];
    cells[row >> 2]![column >> 1]! |= bits;
  };
  const joined = (column: number, one: number, other: number) => {
    for (let row = Math.min(one, other); row <= Math.max(one, other); row++) dot(column, row);
  };
  const stroke = (end: 'low' | 'high') => {
    places.forEach((place, index) => {
      const next = places[index + 1];
      const [left, here] = [x(place.at), y(place[end])];
      dot(left, here);
      if (!next) return;
      const [right, there] = [x(next.at), y(next[end])];
      const isJump = jumps.some(({ before, after }) => before === place.at && after === next.at);
      let last = here;
      for (let column = left + 1; column <= right; column++) {
        const share = (column - left) / (right - left);
        const row = isJump ? (column < right ? here : there) : Math.round(here + (there - here) * share);
        // Jumps stay open: a gap with a mark below says more than a steep line.
        if (isJump) dot(column, row);
        else joined(column, last, row);
        last = row;
      }
      if (left === right && !isJump) joined(left, here, there);
    });
  };
  if (places.length > 0) {
    stroke('low');
    if (places.some(({ low, high }) => low !== high)) stroke('high');
  }
  return {
    rows: cells.map(row =>
      Array.from(row, bits => (bits === 0 ? ' ' : String.fromCharCode(0x2800 + bits))).join(''),
    ),
    least,
    most,
  };
}
