/** Every line of the frame as the terminal takes it: exactly as many as there are rows, none wider than its columns. */
import type { Size, State } from '../state/state.ts';
import { bodyOf } from '../state/window.ts';
import { bodyLines } from './body.ts';
import { keysLine, messageLine } from './bottom.ts';
import { filled, fitLine, type Line, painted } from './layout/line.ts';
import { tabLine, titleLine } from './top.ts';

export interface FrameLines {
  readonly above: readonly string[];
  readonly body: readonly string[];
  readonly below: readonly string[];
}

export function frameLines(state: State): FrameLines {
  const { size, colour } = state;
  const area = bodyOf(size);
  const within = (lines: readonly Line[], { columns, rows }: Size): string[] =>
    filled(lines, rows).map(line => painted(fitLine(line, columns), colour));
  const two = { columns: size.columns, rows: 2 };
  return {
    above: within([titleLine(state), tabLine(state)], two),
    body: within(bodyLines(state, area), area),
    below: within([messageLine(state), keysLine(state)], two),
  };
}
