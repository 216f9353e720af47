/** Figures of duties as texts give them; what cannot be read is reported at its place. */
import type { Words } from '../../language/label.ts';
import { nameKey } from '../../language/normal.ts';
import { noWords, yesWords } from '../../language/words.ts';
import type { Desk } from '../desk.ts';
import { scalarsOf } from '../fields.ts';
import { unknown } from '../lookup.ts';
import { isEmpty, type YNode, type YScalar } from '../node.ts';
import type { TimeSpan } from '../policy.ts';
import type { RawRule } from '../rule.ts';
import { called } from '../rule.ts';
import { readDay } from './day-text.ts';
import { type Frequency, type FrequencyProblem, MOST_TIMES, readFrequency, readPeriod } from './frequency.ts';
import { readSpan } from './time-span.ts';

/** What is given for a key of a rule, unless it is left empty. */
export function given(raw: RawRule, key: string): YNode | undefined {
  const node = raw.fields.get(key)?.value;
  return node === undefined || isEmpty(node) ? undefined : node;
}

export function text(raw: RawRule, key: string): YScalar | undefined {
  return scalarsOf(given(raw, key))[0];
}

export function isYes(raw: RawRule, key: string): boolean {
  const word = text(raw, key)?.text ?? '';
  return yesWords.includes(word) && !noWords.includes(word);
}

export function wrong(
  desk: Desk,
  code: string,
  written: YScalar,
  params: Readonly<Record<string, string | number>> = {},
): null {
  desk.report({ code, severity: 'error', params: { text: written.text, ...params }, span: written.span });
  return null;
}

export function missing(desk: Desk, raw: RawRule, key: Words): void {
  desk.report({ code: 'missing-key', severity: 'error', params: { key, of: called(raw) }, span: raw.at });
}

function frequency(
  desk: Desk,
  written: YScalar,
  read: Frequency | FrequencyProblem,
  unread: string,
): Frequency | null {
  if (read === 'count') return wrong(desk, 'bad-times', written, { most: MOST_TIMES });
  return read === 'unread' ? wrong(desk, unread, written) : read;
}

export function frequencyOf(desk: Desk, written: YScalar): Frequency | null {
  return frequency(desk, written, readFrequency(written.text), 'bad-frequency');
}

/** What `每` (`every`, `per`) names: a frequency of its own or just the stretch of time. */
export function periodOf(desk: Desk, written: YScalar): Frequency | null {
  const read = readPeriod(written.text);
  const isPeriod = typeof read === 'string' || read.cadence !== null;
  return frequency(desk, written, isPeriod ? read : 'unread', 'bad-period');
}

const spanCodes = {
  unread: 'bad-time-span',
  zero: 'time-span-zero',
  crossed: 'time-span-crossed',
  mixed: 'time-span-mixed',
  long: 'time-span-long',
} as const;

export function spanOfText(desk: Desk, written: YScalar | undefined): TimeSpan | null {
  if (written === undefined) return null;
  const read = readSpan(written.text);
  return typeof read === 'string' ? wrong(desk, spanCodes[read], written) : read;
}

/** An ISO date; one without a year is in the year of `effective`. */
export function dayOfText(desk: Desk, written: YScalar | undefined, effective: string): string | null {
  if (written === undefined) return null;
  const read = readDay(written.text, effective);
  if (typeof read === 'string') return read;
  return read.problem === 'year'
    ? wrong(desk, 'day-needs-year', written, { effective })
    : wrong(desk, 'bad-day', written);
}

/** The id of the rule of a section that a text names; null where there is none, which is reported under `code`. */
export function ruleNamed(
  desk: Desk,
  code: string,
  rules: readonly RawRule[],
  written: YScalar | undefined,
): RawRule | null {
  if (written === undefined) return null;
  const name = nameKey(written.text);
  const found = rules.find(({ id }) => id === name) ?? rules.find(({ names }) => names.includes(name));
  if (found !== undefined) return found;
  unknown(
    desk,
    code,
    written,
    rules.flatMap(({ names }) => names),
  );
  return null;
}
