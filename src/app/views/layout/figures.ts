/** Figures as cells hold them: the same figure in several lengths, the longest first; nothing shorter says the wrong thing. */
import type { Lang } from '../../../language/label.ts';
import { count } from '../../../report/amount.ts';
import type { Span } from '../../protocol.ts';

/** From the longest to the shortest. */
export type Forms = readonly string[];

const MINUS = '−';

const SCALES: Readonly<Record<Lang, readonly (readonly [number, string])[]>> = {
  zh: [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
};

/** Three figures and a unit: `1.23亿`, `45.6k`. */
function rounded(value: number, lang: Lang): string {
  const size = Math.abs(value);
  for (const [scale, unit] of SCALES[lang]) {
    // What would be rounded up to the next unit is written in that one.
    if (size < scale * 0.9995) continue;
    const part = size / scale;
    const figure = part >= 999.5 ? count(part) : part.toFixed(part >= 99.95 ? 0 : part >= 9.995 ? 1 : 2);
    return `${value < 0 ? MINUS : ''}${figure}${unit}`;
  }
  return `${value < 0 ? MINUS : ''}${count(size)}`;
}

const forms = (...all: string[]): Forms => all.filter((form, at) => all.indexOf(form) === at);

/** A number of households or people. */
export function countForms(value: number | null, lang: Lang): Forms {
  if (value === null) return ['–'];
  const full = `${value < 0 ? MINUS : ''}${count(Math.abs(value))}`;
  return Math.abs(value) < 10_000 ? [full] : forms(full, rounded(value, lang));
}

/** How much more; `·` for nothing. */
export function differenceForms(value: number, lang: Lang): Forms {
  if (value === 0) return ['·'];
  return countForms(value, lang).map(form => (value > 0 ? `+${form}` : form));
}

/** Fen as 万元 to two decimals in Chinese, as whole yuan in English; the unit stands behind the figure where it is one. */
function money(fen: number, lang: Lang): string {
  const sign = fen < 0 ? MINUS : '';
  const size = Math.abs(fen);
  if (lang === 'en') return `${sign}${count(size / 100)}`;
  const [whole, decimals] = (size / 1_000_000).toFixed(2).split('.') as [string, string];
  return fen === 0 ? '0' : `${sign}${count(Number(whole))}.${decimals}`;
}

export function moneyForms({ low, high }: Span, lang: Lang): Forms {
  const unit = lang === 'zh' ? '万' : '';
  const ends = high === low ? [low] : [low, high];
  if (ends.every(end => end === 0)) return ['0'];
  return forms(
    spanned(
      ends.map(end => end && money(end, lang)),
      unit,
    ),
    spanned(
      ends.map(end => end && rounded(end / 100, lang)),
      '',
    ),
  );
}

/** One figure, or both ends; null: without bound. */
export const endsOf = ({ low, high }: Span): (number | null)[] =>
  high === low ? [low] : [Number.isFinite(low) ? low : null, high];

/** Changes of sums: with a sign. */
export function gainForms(gain: Span | null, lang: Lang): Forms {
  if (gain === null) return ['?'];
  const { low, high } = gain;
  if (low === 0 && high === 0) return ['·'];
  const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
  const unit = lang === 'zh' ? '万' : '';
  const ends = endsOf(gain);
  return forms(
    spanned(
      ends.map(end => end && signed(money(end, lang), end)),
      unit,
    ),
    spanned(
      ends.map(end => end && signed(rounded(end / 100, lang), end)),
      '',
    ),
  );
}

/** `1.20~3.40万`; without an upper end `≥1.20万`, without a lower one `≤1.20万`. */
export function spanned(ends: readonly (string | number | null)[], unit: string): string {
  const [low, high] = ends;
  if (ends.length === 1) return `${low}${unit}`;
  if (low === null) return high === null ? '?' : `≤${high}${unit}`;
  if (high === null) return `≥${low}${unit}`;
  return `${low}~${high}${unit}`;
}

/** A share in percent; null: it cannot be told. */
export const percent = (value: number | null, decimals = 2): string =>
  value === null ? '–' : `${(value * 100).toFixed(decimals)}%`;

/** An index between 0 and 1. */
export const index = (value: number | null): string => (value === null ? '–' : value.toFixed(4));
