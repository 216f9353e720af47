/** Words of the screens; each screen has its own under `words/`. */
import { fillGaps, type Lang, type Words } from '../language/label.ts';

export const words = (zh: string, en: string): Words => ({ zh, en });

/** With `{name}` filled in by text that is safe already. */
export function say(of: Words, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return fillGaps(of[lang], params);
}
