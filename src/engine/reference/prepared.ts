import type { Val } from './values.ts';

/** A parameter made ready: its value, or that of each cell. Made once, so that ranged ones cancel out against themselves. */
export type Prepared =
  | { readonly value: Val; readonly cells: null }
  | {
      readonly cells: ReadonlyMap<string, Val>;
      readonly otherwise: Val;
      /** The cells' keys, taken apart. */
      readonly paths: readonly { readonly at: readonly string[]; readonly cell: Val }[];
    };
