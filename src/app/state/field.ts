/** A line that is being typed. */
import type { Field } from './screen-state.ts';

/** More than this nobody types. */
const LONGEST = 500;

/** What a terminal might obey, or what would not be seen, is not typed; line breaks and tabs are blanks. */
const LIVE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const cleaned = (text: string): string => text.replace(/[\r\n\t]+/g, ' ').replace(LIVE, '');

export function fieldOf(text: string): Field {
  const kept = [...cleaned(text)].slice(0, LONGEST);
  return { text: kept.join(''), caret: kept.length, problem: [], mark: null };
}

export function typed(field: Field, text: string): Field {
  const before = [...field.text];
  const added = [...cleaned(text)].slice(0, Math.max(0, LONGEST - before.length));
  if (added.length === 0) return field;
  return changed(
    [...before.slice(0, field.caret), ...added, ...before.slice(field.caret)],
    field.caret + added.length,
  );
}

const changed = (characters: readonly string[], caret: number): Field => ({
  text: characters.join(''),
  caret,
  problem: [],
  mark: null,
});

export type FieldAction =
  | 'caret-left'
  | 'caret-right'
  | 'caret-first'
  | 'caret-last'
  | 'rub-out'
  | 'delete'
  | 'clear-before'
  | 'clear-after'
  | 'clear-word';

export function edited(field: Field, action: FieldAction): Field {
  const characters = [...field.text];
  const { caret } = field;
  const without = (from: number, to: number): Field =>
    from >= to ? field : changed([...characters.slice(0, from), ...characters.slice(to)], from);
  switch (action) {
    case 'caret-left':
      return { ...field, caret: Math.max(0, caret - 1) };
    case 'caret-right':
      return { ...field, caret: Math.min(characters.length, caret + 1) };
    case 'caret-first':
      return { ...field, caret: 0 };
    case 'caret-last':
      return { ...field, caret: characters.length };
    case 'rub-out':
      return without(Math.max(0, caret - 1), caret);
    case 'delete':
      return without(caret, Math.min(characters.length, caret + 1));
    case 'clear-before':
      return without(0, caret);
    case 'clear-after':
      return without(caret, characters.length);
    case 'clear-word': {
      const kept = characters
        .slice(0, caret)
        .join('')
        .replace(/\S*\s*$/, '');
      return without([...kept].length, caret);
    }
  }
}
