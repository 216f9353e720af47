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
