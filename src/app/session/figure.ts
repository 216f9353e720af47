/** One figure of a side, for a curve. */
import type { Side } from '../../analysis/live/side.ts';
import type { Totals } from '../../analysis/money.ts';
import type { FigureChoice, Span } from '../protocol.ts';
import { outcomeKey } from './outcome-keys.ts';

/** What `changed` and `poverty` need is worked out only where they are asked for. */
export interface FigureSources {
  readonly side: Side;
  readonly changed: () => number;
  readonly poverty: (of: (FigureChoice & { kind: 'poverty' })['of']) => number | null;
}

const exactly = (value: number): Span => ({ low: value, high: value });

/** The figure; null where there is none such. */
export function figureOf(choice: FigureChoice, { side, changed, poverty }: FigureSources): Span | null {
  switch (choice.kind) {
    case 'households':
    case 'people': {
      const found = side.summary.outcomes.find(({ outcome }) => outcomeKey(outcome) === choice.outcome);
      const count = choice.kind === 'households' ? found?.households : found?.people;
      return count == null ? null : exactly(count);
    }
    case 'money':
      return moneyOf(choice, side);
    case 'changed':
      return exactly(changed());
    case 'poverty': {
      const value = poverty(choice.of);
      return value === null ? null : exactly(value);
    }
  }
}

function moneyOf({ fund, benefit }: FigureChoice & { kind: 'money' }, { summary }: Side): Span | null {
  const due = ({ due: { low, high } }: Totals): Span => ({ low, high });
  if (benefit !== undefined) {
    const found = summary.benefits.find(({ id }) => id === benefit);
    return found ? due(found) : null;
  }
  if (fund === undefined) return due(summary.total);
  const found = summary.funds.find(each => (each.fund ?? '') === fund);
  return found ? due(found) : null;
}
