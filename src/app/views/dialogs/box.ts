import type { Line } from '../layout/line.ts';

/** What lies over a screen: lines in a frame of so many columns. */
export interface Box {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly columns: number;
}
