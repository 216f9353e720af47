import { normalise } from '../language/normal.ts';
import type { Excerpt } from '../language/source.ts';

/** One end of a band, as written. */
export interface Edge {
  readonly source: Excerpt;
  readonly inclusive: boolean;
}

export type BandKey =
  | { readonly kind: 'band'; readonly from: Edge | null; readonly upTo: Edge | null }
  /** `每增加 1 人`: what each further one adds past the last row; `step` null: one. */
  | { readonly kind: 'further'; readonly step: Excerpt | null }
  /** Not worded as a band: a value to equal. */
  | null;

export function slice(source: Excerpt, start: number, end: number): Excerpt {
  return {
    file: source.file,
    text: source.text.slice(start, end),
    offsets: source.offsets.slice(start, end + 1),
  };
}

interface Wording {
  readonly pattern: RegExp;
  /** Does the end named by the group belong to the band? */
  readonly from?: boolean;
  readonly upTo?: boolean;
}

/** Groups `a` (lower end) and `b` (upper end); the first wording that fits counts. */
const wordings: readonly Wording[] = [
  { pattern: /^(?:超过|高于|大于)(?<a>.+?)(?:至|到|且?不超过|且?不高于)(?<b>.+)$/, from: false, upTo: true },
  { pattern: /^(?:超过|高于|大于)(?<a>.+?)且?(?:不满|低于|小于)(?<b>.+)$/, from: false, upTo: false },
  { pattern: /^(?<a>.+?)以上[,且]?(?:不满|低于|小于)(?<b>.+)$/, from: true, upTo: false },
  { pattern: /^(?<a>.+?)以上[,且]?(?:至|到)?(?<b>.+?)(?:以下|以内)$/, from: true, upTo: true },
  { pattern: /^(?:不低于|不少于)(?<a>.+?)且?(?:不满|低于|小于)(?<b>.+)$/, from: true, upTo: false },
  { pattern: /^above (?<a>.+?) (?:and )?(?:up to|to|at most) (?<b>.+)$/, from: false, upTo: true },
  { pattern: /^above (?<a>.+?) (?:and )?(?:but )?below (?<b>.+)$/, from: false, upTo: false },
  {
    pattern: /^(?:at least|from) (?<a>.+?) (?:and )?(?:but )?(?:to )?below (?<b>.+)$/,
    from: true,
    upTo: false,
  },
  { pattern: /^(?:at least|from) (?<a>.+?) (?:and )?(?:up to|to|at most) (?<b>.+)$/, from: true, upTo: true },
  { pattern: /^(?:至|到|不超过|不高于|不多于)(?<b>.+)$/, upTo: true },
  { pattern: /^(?<b>.+?)(?:以下|以内)$/, upTo: true },
  { pattern: /^(?:不满|低于|小于|不足)(?<b>.+)$/, upTo: false },
  { pattern: /^(?:up to|to|at most) (?<b>.+)$/, upTo: true },
  { pattern: /^(?:below|under|less than) (?<b>.+)$/, upTo: false },
  { pattern: /^(?:超过|高于|大于)(?<a>.+)$/, from: false },
  { pattern: /^(?<a>.+?)以上$/, from: true },
  { pattern: /^(?:不低于|不少于|满)(?<a>.+)$/, from: true },
  { pattern: /^(?:above|over|more than) (?<a>.+)$/, from: false },
  { pattern: /^(?:at least|from) (?<a>.+)$/, from: true },
  { pattern: /^(?<a>.*\d.*?)(?:至|到|~| to )(?<b>.*\d.*)$/, from: true, upTo: true },
];

/** Everything past the last band. */
const open = /^(?:以上|及以上|超过的?部分|above|over|the rest above)$/;
const further =
  /^(?:每(?:再)?(?:增加|多)|each further|each additional) *(?<a>\d.*?)?(?:人|person|户|household)?$/;

function edge(
  source: Excerpt,
  range: readonly [number, number] | undefined,
  inclusive: boolean,
): Edge | null {
  if (range === undefined) return null;
  const piece = source.text.slice(...range);
  const start = range[0] + (piece.length - piece.trimStart().length);
  return {
    source: slice(source, start, Math.max(start, range[1] - (piece.length - piece.trimEnd().length))),
    inclusive,
  };
}

/** Reads the key of a band: `至 10000 元`, `超过 3000 元至 5000 元`, `above`. */
export function readBandKey(source: Excerpt): BandKey {
  const text = normalise(source.text);
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (open.test(trimmed)) return { kind: 'band', from: null, upTo: null };
  if (further.test(trimmed)) {
    const step = /\d[^人户]*/u.exec(trimmed);
    return {
      kind: 'further',
      step: step === null ? null : slice(source, start + step.index, start + trimmed.length),
    };
  }
  for (const { pattern, from, upTo } of wordings) {
    const found = new RegExp(pattern.source, 'd').exec(trimmed);
    if (found === null) continue;
    const at = (name: 'a' | 'b'): readonly [number, number] | undefined => {
      const range = found.indices?.groups?.[name];
      return range === undefined ? undefined : [start + range[0], start + range[1]];
    };
    return {
      kind: 'band',
      from: edge(source, at('a'), from ?? false),
      upTo: edge(source, at('b'), upTo ?? false),
    };
  }
  return null;
}
