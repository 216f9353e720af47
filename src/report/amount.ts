import type { Range } from '../analysis/money.ts';
import type { Lang } from '../language/label.ts';

/** A whole number with thousands separators. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A share of a whole in percent, one decimal. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)}%`;
}

/** Fen as yuan, to the fen where there are any. */
export function yuan(fen: number, lang: Lang): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  const figure = `${fen < 0 ? '−' : ''}${count(whole)}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
  return lang === 'zh' ? `${figure} 元` : `${figure} yuan`;
}

/** A sum over many households: in 万元 to two decimals in Chinese, in whole yuan in English. */
export function budget(fen: number, lang: Lang): string {
  if (lang === 'en') return `${fen < 0 ? '−' : ''}${count(Math.abs(fen) / 100)} yuan`;
  const [whole, decimals] = (Math.abs(fen) / 1_000_000).toFixed(2).split('.') as [string, string];
  return `${fen < 0 ? '−' : ''}${count(Number(whole))}.${decimals} 万元`;
}

/** Both ends of a range, or the one figure; `figure` writes an end. Of a gain the lower one may be `-Infinity`. */
export function rangeText(
  { low, high }: Range,
  lang: Lang,
  figure: (fen: number, lang: Lang) => string,
): string {
  if (high === low) return figure(low, lang);
  // What is given up may be without bound.
  if (low === Number.NEGATIVE_INFINITY) {
    if (high === null) return lang === 'zh' ? '上下都没有界限' : 'no bound either way';
    return lang === 'zh'
      ? `${figure(high, lang)} 以下，没有下限`
      : `${figure(high, lang)} or less, no lower bound`;
  }
  if (high === null)
    return lang === 'zh'
      ? `${figure(low, lang)} 以上，没有上限`
      : `${figure(low, lang)} or more, no upper bound`;
  return lang === 'zh'
    ? `${figure(low, lang)} 至 ${figure(high, lang)}`
    : `${figure(low, lang)} to ${figure(high, lang)}`;
}
