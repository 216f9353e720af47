/** What every screen is drawn with. */
import type { Lang } from '../../language/label.ts';
import type { Size, State } from '../state/state.ts';
import { frameWords } from '../words/frame.ts';
import { say } from '../words.ts';
import type { Line } from './layout/line.ts';

/** The lines of a screen: at most `area.rows`, each at most `area.columns` wide. */
export type Draw = (state: State, area: Size) => readonly Line[];

/** `甲`, `乙`; further policies by number or letter. */
export function sideName(at: number, lang: Lang): string {
  if (at === 0) return say(frameWords.a, lang);
  if (at === 1) return say(frameWords.b, lang);
  return (lang === 'zh' ? '丙丁戊己庚辛壬癸' : 'CDEFGHIJ')[at - 2] ?? String(at + 1);
}
