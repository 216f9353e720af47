/** Whether what comes still fits. */
import type { Supplied } from './screen-state.ts';
import type { State } from './state.ts';

/**
 * Whether an answer is of the run shown. One of an earlier run is asked for again; one of a later run is dropped, since the
 * figures of that run come too, and what the screen needs is asked for then.
 */
export function judged<S extends Supplied>(
  part: S,
  run: number,
  shown: number | null,
): { part: S; fits: boolean } {
  if (run === shown) return { part: { ...part, awaited: null }, fits: true };
  const again = shown !== null && run < shown;
  return { part: { ...part, awaited: null, asked: again ? null : part.asked }, fits: false };
}

/** What was asked, as `supplied` writes it. */
type Asked = readonly [run: number, lang: State['lang'], third: unknown, fourth?: unknown];
export const readAsked = (asked: string | null): Asked => JSON.parse(asked ?? 'null') as Asked;
