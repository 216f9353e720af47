import { type Fields, type Report, scalarOf } from './fields.ts';
import { isDate } from './settle.ts';

/** The day that a field gives; null where there is none, or none of the calendar, which is reported. */
export function dayOf(fields: Fields, key: string, report: Report): string | null {
  const written = scalarOf(fields, key);
  if (written === undefined) return null;
  if (isDate(written.text)) return written.text;
  report({ code: 'bad-date', severity: 'error', params: { text: written.text }, span: written.span });
  return null;
}
