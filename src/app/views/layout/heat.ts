/** Shades of a heat table: a ground of some colour, or a sign where there are no colours. */
import type { Style } from './line.ts';

export interface Shade {
  readonly sign: string;
  readonly style: Style;
}

const SHADES: readonly Shade[] = [
  { sign: ' ', style: {} },
  { sign: '░', style: { patch: [16, 230] } },
  { sign: '▒', style: { patch: [16, 222] } },
  { sign: '▓', style: { patch: [16, 215] } },
  { sign: '█', style: { patch: [16, 209] } },
];

/** Small shares are told apart better than large ones; whatever is more than nothing has a shade. */
export function shadeOf(share: number): Shade {
  if (!(share > 0)) return SHADES[0]!;
  return SHADES[Math.max(1, Math.min(4, Math.ceil(4 * Math.sqrt(share))))]!;
}
