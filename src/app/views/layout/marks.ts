/** Marks of outcomes: a letter or sign that tells them apart without colour, on a patch of the card's colour. */
import type { Lang } from '../../../language/label.ts';
import type { OutcomeInfo, OutcomeKey, PolicyInfo } from '../../protocol.ts';
import { type Piece, type Style, text } from './line.ts';
import { columnsOf } from './width.ts';

export interface Mark {
  readonly sign: string;
  readonly style: Style;
}

/** Text and ground of the 256 colours, far enough apart on any terminal. */
const PATCHES: Readonly<Record<string, readonly [number, number]>> = {
  red: [231, 160],
  orange: [16, 208],
  yellow: [16, 220],
  green: [231, 28],
  cyan: [16, 44],
  blue: [231, 26],
  purple: [231, 91],
  pink: [16, 211],
  brown: [231, 94],
  black: [231, 16],
  grey: [16, 250],
  white: [16, 255],
};

const SAME: Readonly<Record<string, string>> = {
  gray: 'grey',
  violet: 'purple',
  magenta: 'purple',
  红: 'red',
  橙: 'orange',
  黄: 'yellow',
  绿: 'green',
  青: 'cyan',
  蓝: 'blue',
  紫: 'purple',
  粉: 'pink',
  棕: 'brown',
  黑: 'black',
  灰: 'grey',
  白: 'white',
};

function patchOf(colour: string | null): Style {
  if (colour === null) return { bold: true };
  const plain = colour.trim().toLowerCase().replace(/色$/, '');
  const word = Object.hasOwn(SAME, plain) ? SAME[plain]! : plain;
  if (Object.hasOwn(PATCHES, word)) return { patch: PATCHES[word]! };
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(plain);
  if (!hex) return { bold: true };
  const [red, green, blue] = hex.slice(1).map(part => Number.parseInt(part, 16)) as [number, number, number];
  const level = (value: number) => Math.round((value / 255) * 5);
  const light = red * 0.299 + green * 0.587 + blue * 0.114 > 140;
  return { patch: [light ? 16 : 231, 16 + 36 * level(red) + 6 * level(green) + level(blue)] };
}

const SIGNS = {
  none: '–',
  undetermined: '?',
  'out-of-scope': '×',
  conflict: '!',
  'not-recorded': '·',
} as const;

const known = new WeakMap<PolicyInfo, Map<Lang, ReadonlyMap<OutcomeKey, Mark>>>();

function marksOf(policy: PolicyInfo, lang: Lang): ReadonlyMap<OutcomeKey, Mark> {
  const both = known.get(policy) ?? new Map<Lang, ReadonlyMap<OutcomeKey, Mark>>();
  known.set(policy, both);
  const made = both.get(lang);
  if (made) return made;
  const taken = new Set<string>();
  const marks = new Map(
    policy.outcomes.map(outcome => {
      const sign = outcome.kind === 'card' ? letterOf(outcome, lang, taken) : SIGNS[outcome.kind];
      taken.add(sign);
      const style = outcome.kind === 'card' ? patchOf(outcome.colour) : {};
      return [outcome.key, { sign, style }] as const;
    }),
  );
  both.set(lang, marks);
  return marks;
}

/** The first character of the label that no card before has; a number where all are taken. */
function letterOf({ label, key }: OutcomeInfo, lang: Lang, taken: ReadonlySet<string>): string {
  const characters = [...(label[lang] || key)].filter(character => /[\p{L}]/u.test(character));
  const letters = characters
    .map(character => character.toUpperCase())
    .filter(one => columnsOf(one) <= signColumns(lang));
  const free = letters.find(letter => !taken.has(letter));
  if (free !== undefined) return free;
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find(letter => !taken.has(letter)) ?? '#';
}

/** Columns that a sign takes. */
export const signColumns = (lang: Lang): number => (lang === 'zh' ? 2 : 1);

/** The sign of an outcome, all of one language equally wide. */
export function markOf(policy: PolicyInfo, key: OutcomeKey, lang: Lang): Mark {
  const { sign, style } = marksOf(policy, lang).get(key) ?? { sign: '?', style: {} };
  const left = signColumns(lang) - columnsOf(sign);
  return { sign: sign + ' '.repeat(Math.max(0, left)), style };
}

/** The sign, as a patch of the card's colour. */
export function markPiece(policy: PolicyInfo, key: OutcomeKey, lang: Lang): Piece {
  const { sign, style } = markOf(policy, key, lang);
  return text(sign, style);
}

export function outcomeLabel(policy: PolicyInfo, key: OutcomeKey, lang: Lang): string {
  return policy.outcomes.find(outcome => outcome.key === key)?.label[lang] ?? key;
}

/** Colour of an outcome's bars. */
export function inkOf(policy: PolicyInfo, key: OutcomeKey, lang: Lang): Style {
  const { patch } = markOf(policy, key, lang).style;
  return patch ? { ink: patch[1] } : {};
}
