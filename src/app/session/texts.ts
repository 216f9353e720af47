import type { Label, Words } from '../../language/label.ts';
import { wordOf } from '../../language/label.ts';
import { inert } from '../../report/inert.ts';
import type { Named } from '../protocol.ts';

/** A label in both languages, safe for a terminal; `fallback` where it has no words. */
export function wordsFor(label: Label, fallback: string): Words {
  return { zh: inert(wordOf(label, 'zh', fallback)), en: inert(wordOf(label, 'en', fallback)) };
}

export const named = ({ id, label }: { readonly id: string; readonly label: Label }): Named => ({
  id,
  label: wordsFor(label, id),
});

export const NO_WORDS: Words = { zh: '', en: '' };
