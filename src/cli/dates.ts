import { dayOf, monthIndexOf } from '../analysis/calendar/days.ts';
import { isDate } from '../policy/settle.ts';
import { optionValue } from './arguments.ts';
import type { Context } from './context.ts';
import { usageFault } from './fault.ts';

/** The day of an option, as ISO date; undefined where it is not given. */
export function dateOption({ given }: Context, name: string): string | undefined {
  const text = optionValue(given, name);
  if (text === undefined || isDate(text)) return text;
  throw usageFault('option-date', { option: `--${name}`, value: text });
}

/** The month of an option (`2020-03`) as index of months; undefined where it is not given. */
export function monthOption({ given }: Context, name: string): number | undefined {
  const text = optionValue(given, name);
  if (text === undefined) return undefined;
  if (/^\d{4}-\d{2}$/.test(text) && isDate(`${text}-01`)) return monthIndexOf(dayOf(`${text}-01`));
  throw usageFault('option-month', { option: `--${name}`, value: text });
}
