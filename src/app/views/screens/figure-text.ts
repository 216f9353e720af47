/** The figure that curve and headline follow, as text and as it stands in the figures shown. */
import type { Lang } from '../../../language/label.ts';
import type { FigureChoice, SideFigures, Span } from '../../protocol.ts';
import type { State } from '../../state/state.ts';
import { countForms, type Forms, index, moneyForms, percent } from '../layout/figures.ts';

export function figureForms(choice: FigureChoice, value: Span, lang: Lang): Forms {
  switch (choice.kind) {
    case 'money':
      return moneyForms(value, lang);
    case 'poverty':
      return [choice.of === 'gini' ? index(value.low) : percent(value.low)];
    default:
      return countForms(value.low, lang);
  }
}

const exactly = (value: number | null | undefined): Span | null =>
  value == null ? null : { low: value, high: value };

/** Of B; null: it has none such. */
export function presentFigure({ figures }: State, choice: FigureChoice): Span | null {
  if (!figures) return null;
  const side: SideFigures = figures.sides[1];
  switch (choice.kind) {
    case 'households':
    case 'people':
      return exactly(side.outcomes.find(({ key }) => key === choice.outcome)?.[choice.kind]);
    case 'changed':
      return exactly(figures.changed.households);
    case 'poverty':
      return exactly(side.poverty.after[choice.of]);
    case 'money': {
      if (choice.benefit !== undefined)
        return side.benefits.find(({ id }) => id === choice.benefit)?.due ?? null;
      if (choice.fund !== undefined) return side.funds.find(({ id }) => id === choice.fund)?.due ?? null;
      return side.total.due;
    }
  }
}
