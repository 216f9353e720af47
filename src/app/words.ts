/** Words of the screens; each screen has its own under `words/`. */
import type { Lang, Words } from '../language/label.ts';

export const words = (zh: string, en: string): Words => ({ zh, en });

/** With `{name}` filled in by text that is safe already. */
export function say(of: Words, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return of[lang].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? params[name]! : whole,
  );
}
