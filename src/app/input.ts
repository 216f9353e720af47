/** Keys as Ink tells them, by what they mean to the state. */
import type { Key as InkKey } from 'ink';
import type { Key } from './state/state.ts';

type Named = Exclude<Key['name'], 'char' | 'paste'>;

const NAMES: readonly (readonly [keyof InkKey, Named])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

const named = (name: Named, shift = false): Key => ({ name, text: '', ctrl: false, shift });
const typed = (text: string, ctrl = false): Key => ({ name: 'char', text, ctrl, shift: false });
const ESCAPE = named('escape');

/**
 * The keys of one piece of input: several where the terminal sent them faster than they were read. Escape and the key after
 * it, sent together, look like one key with Alt, which means nothing here; they are taken for the two.
 */
export function keysOf(input: string, key: InkKey): Key[] {
  if (key.eventType === 'release') return [];
  const found = NAMES.find(([flag]) => key[flag]);
  if (found) return [named(found[1], key.shift)];
  const alone = input === '' || input === '\u001b';
  if (key.escape || (key.meta && alone)) return [ESCAPE];
  if (key.ctrl) return isPlain(input) ? [typed(input, true)] : [];
  return [...(key.meta ? [ESCAPE] : []), ...pieces(input)];
}

const isPlain = (text: string): boolean => [...text].length === 1 && !/\p{C}/u.test(text);

/** Runs of characters, and what stands between them. */
function pieces(input: string): Key[] {
  return (input.match(/[^\u0000-\u001f\u007f]+|[\s\S]/g) ?? []).flatMap(
    piece => control(piece) ?? typed(piece),
  );
}

/** Empty where nothing is meant; null: it is no control character. */
function control(piece: string): Key[] | null {
  const code = piece.charCodeAt(0);
  if (code > 0x1f && code !== 0x7f) return null;
  if (piece === '\r' || piece === '\n') return [named('enter')];
  if (piece === '\t') return [named('tab')];
  if (piece === '\b' || code === 0x7f) return [named('backspace')];
  if (code === 0x1b) return [ESCAPE];
  return code >= 1 && code <= 26 ? [typed(String.fromCharCode(code + 96), true)] : [];
}

/** What was pasted; what becomes of line breaks in it the line that is typed says. */
export const pasteOf = (text: string): Key => ({ name: 'paste', text, ctrl: false, shift: false });
