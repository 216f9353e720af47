/** What the arrow keys make of a value. */
import type { ParameterInfo, SettledText } from '../protocol.ts';
import { between } from './cursor.ts';
import { canonical, compare, isDecimal, plus } from './decimal.ts';
import { isDate } from './value-text.ts';

/**
 * The value so many steps on, within what the policy allows; the same one where it can go no further, or arrow keys mean nothing.
 * `end`: which end of a range is moved; neither passes the other.
 */
export function stepped(
  value: SettledText | null,
  info: ParameterInfo,
  steps: number,
  end: 0 | 1,
): SettledText | null {
  switch (info.kind) {
    case 'number':
      return steppedNumber(value, info, steps, end);
    case 'date':
      return typeof value === 'string' ? steppedDate(value, steps) : value;
    case 'text':
      return value;
    default:
      return cycled(value, info, steps);
  }
}

function steppedNumber(
  value: SettledText | null,
  info: ParameterInfo,
  steps: number,
  end: 0 | 1,
): SettledText | null {
  if (value === null) return settled(info);
  if (typeof value === 'string') return bounded(value, info, steps, [info.least, info.most]);
  const [low, high] = value;
  const moved =
    end === 0 ? bounded(low, info, steps, [info.least, high]) : bounded(high, info, steps, [low, info.most]);
  const ends: readonly [string, string] = end === 0 ? [moved, high] : [low, moved];
  // A range always stays one, so that its ends can part again.
  return compare(ends[0], ends[1]) === 0 ? value : ends;
}

/** Something to begin with where a value is left open: its own one, or where its stretch begins. */
function settled(info: ParameterInfo): SettledText | null {
  if (info.value !== null) return info.value;
  const from = isDecimal(info.from) ? canonical(info.from) : '0';
  if (info.least !== null && compare(from, info.least) < 0) return info.least;
  return info.most !== null && compare(from, info.most) > 0 ? info.most : from;
}

function bounded(
  value: string,
  { step, least: stated }: ParameterInfo,
  steps: number,
  [least, most]: readonly [string | null, string | null],
): string {
  if (!isDecimal(value) || !isDecimal(step)) return value;
  const next = plus(value, step, steps);
  // Nothing is less than nothing where the policy does not say so; a negative value may be typed.
  const floor = least ?? (stated === null && compare(value, '0') >= 0 ? '0' : null);
  if (steps < 0 && floor !== null && compare(next, floor) < 0)
    return compare(value, floor) < 0 ? value : floor;
  if (steps > 0 && most !== null && compare(next, most) > 0) return compare(value, most) > 0 ? value : most;
  return next;
}

function steppedDate(value: string, days: number): string {
  if (!isDate(value)) return value;
  const date = new Date(`${value}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const text = date.toISOString().slice(0, 10);
  return isDate(text) ? text : value;
}

/** One choice on or back, whatever the steps; round from the last one to the first. */
export function cycled(
  value: SettledText | null,
  { choices }: ParameterInfo,
  steps: number,
): SettledText | null {
  if (choices.length === 0) return value;
  const at = choices.findIndex(({ id }) => id === value);
  if (at < 0) return choices[steps < 0 ? choices.length - 1 : 0]!.id;
  const by = between(-1, steps, 1);
  return choices[(at + by + choices.length) % choices.length]!.id;
}
