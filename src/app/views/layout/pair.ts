/** A figure of both sides in one cell. */
import { count } from '../../../report/amount.ts';
import type { Forms } from './figures.ts';

/** `3→4`, or `3` where both are the same; a shorter form of both at once. */
export function pairForms(a: Forms, b: Forms): Forms {
  const rows = Math.max(a.length, b.length);
  const at = (forms: Forms, k: number) => forms[Math.min(k, forms.length - 1)] ?? '';
  return Array.from({ length: rows }, (_, k) => (a[0] === b[0] ? at(b, k) : `${at(a, k)}→${at(b, k)}`));
}

/** To one decimal; none for a whole number. */
export function tenths(value: number): string {
  const [whole, rest] = Math.abs(value).toFixed(1).split('.') as [string, string];
  const figure = rest === '0' ? count(Number(whole)) : `${count(Number(whole))}.${rest}`;
  return value < 0 && figure !== '0' ? `−${figure}` : figure;
}
