import { width } from '../../../report/width.ts';

/** Signs of the screens that take one column though they are not ASCII. */
const SINGLE = new Set('…→←↑↓·×−–—±≥≤▲▼●○◆◇✓▸▹›‹»«°'.split('').map(sign => sign.charCodeAt(0)));

const seen = new Map<string, number>();
/** So many measured texts are kept. */
const KEPT = 4000;

/** Columns that text takes; what screens are made of mostly is counted without looking at graphemes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (let at = 0; at < text.length; at++) {
    const one = columnsOfUnit(text.charCodeAt(at));
    if (one === 0) return measured(text);
    columns += one;
  }
  return columns;
}

/** Columns of a code unit that stands for itself whatever is beside it; 0: it has to be measured. */
function columnsOfUnit(unit: number): number {
  if (unit >= 0x20 && unit < 0x7f) return 1;
  if (unit >= 0x4e00 && unit < 0xa000) return 2;
  if (unit >= 0x3001 && unit < 0x3012) return 2;
  if (unit >= 0xff01 && unit <= 0xff5e) return 2;
  // Frames, blocks, braille.
  if ((unit >= 0x2500 && unit < 0x25a0) || (unit >= 0x2800 && unit < 0x2900)) return 1;
  return SINGLE.has(unit) ? 1 : 0;
}

function measured(text: string): number {
  const known = seen.get(text);
  if (known !== undefined) return known;
  if (seen.size >= KEPT) seen.clear();
  const columns = width(text);
  seen.set(text, columns);
  return columns;
}
