import type { Label } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import { noneWords, noWords, openWords, yesWords } from '../language/words.ts';

/** Something that a policy names. */
export interface Named {
  readonly id: string;
  readonly label: Label;
}

const labelsOf = ({ zh, en }: Label): string[] => [zh, en].filter(text => text !== undefined);

/** The thing that is called by its id or by a label of either language. */
export function findNamed<T extends Named>(things: readonly T[], written: string): T | undefined {
  const key = nameKey(written);
  return (
    things.find(({ id }) => nameKey(id) === key) ??
    things.find(({ label }) => labelsOf(label).some(text => nameKey(text) === key))
  );
}

export function nearestNamed(things: readonly Named[], written: string): string | undefined {
  return nearest(
    written,
    things.flatMap(({ id, label }) => [...labelsOf(label), id]),
  );
}

const isWord = (words: readonly string[]) => (written: string) =>
  words.includes(nameKey(written).toLowerCase());

export const saysYes = isWord(yesWords);
export const saysNo = isWord(noWords);
/** No card, or no claim. */
export const saysNone = isWord(noneWords);
export const saysOpen = isWord(openWords);
export const saysUndetermined = isWord(['未定', 'undetermined']);
export const saysUnknown = isWord(['未知', 'unknown']);
export const saysInapplicable = isWord(['不适用', 'not applicable', 'inapplicable']);
