/** What one household gets: in yuan, to the fen where there are any. */
import type { Lang } from '../../../language/label.ts';
import { count } from '../../../report/amount.ts';
import type { Span } from '../../protocol.ts';
import { endsOf, type Forms, gainForms, spanned } from './figures.ts';

function yuan(fen: number): string {
  const size = Math.abs(Math.round(fen));
  const rest = size % 100;
  const figure = `${count(Math.trunc(size / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
  return fen < 0 ? `−${figure}` : fen > 0 ? `+${figure}` : figure;
}

/** More or less in a year: `+1,000~+5,000`; `·` for nothing, `?` where it is not known. */
export function householdGainForms(gain: Span | null, lang: Lang): Forms {
  if (gain === null || (gain.low === 0 && gain.high === 0)) return gainForms(gain, lang);
  const ends = endsOf(gain).map(end => end && yuan(end));
  const whole = spanned(ends, '');
  const short = gainForms(gain, lang).at(-1)!;
  return short.length < whole.length ? [whole, short] : [whole];
}
