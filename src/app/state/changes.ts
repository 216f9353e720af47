/** Changes of parameters and their history. */
import type { Change, ParameterInfo, SettledText } from '../protocol.ts';
import type { History, State } from './state.ts';

type Line = Pick<ParameterInfo, 'parameter' | 'cell'>;

const isOf = (change: Change, { parameter, cell }: Line): boolean =>
  change.parameter === parameter && change.cell === cell;

export function sameValue(one: SettledText | null, other: SettledText | null): boolean {
  if (one === null || other === null || typeof one === 'string' || typeof other === 'string')
    return one === other;
  return one[0] === other[0] && one[1] === other[1];
}

/** In whatever order. */
export function sameChanges(one: readonly Change[], other: readonly Change[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every(change => {
        const match = other.find(each => isOf(each, change));
        return match !== undefined && sameValue(match.value, change.value);
      }))
  );
}

export const changeOf = (changes: readonly Change[], line: Line): Change | undefined =>
  changes.find(change => isOf(change, line));

/** What a parameter of B stands at. */
export function settingOf(changes: readonly Change[], info: ParameterInfo): SettledText | null {
  const change = changeOf(changes, info);
  return change ? change.value : info.value;
}

/** The changes with another value of one parameter; its own value is no change. */
export function withValue(
  changes: readonly Change[],
  info: ParameterInfo,
  value: SettledText | null,
): readonly Change[] {
  const others = changes.filter(change => !isOf(change, info));
  if (sameValue(value, info.value)) return others.length === changes.length ? changes : others;
  const { parameter, cell } = info;
  const made: Change = { parameter, cell, value };
  const at = changes.findIndex(change => isOf(change, info));
  return at < 0 ? [...changes, made] : changes.with(at, made);
}

/** So many steps back are kept. */
const DEEPEST = 1000;

export function pushed({ past, present }: History, changes: readonly Change[]): History {
  return { past: [...past.slice(1 - DEEPEST), present], present: changes, future: [] };
}

export function undone(history: History): History | null {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before ? { past: past.slice(0, -1), present: before, future: [present, ...future] } : null;
}

export function redone(history: History): History | null {
  const { past, present, future } = history;
  const [after, ...rest] = future;
  return after ? { past: [...past, present], present: after, future: rest } : null;
}

/** Back to changes of which figures are shown, since those after them cannot be worked out. */
export function returned(history: History, changes: readonly Change[]): History {
  const { past, present, future } = history;
  if (sameChanges(present, changes)) return history;
  const at = past.findLastIndex(each => sameChanges(each, changes));
  if (at >= 0) return { past: past.slice(0, at), present: changes, future: [] };
  const ahead = future.findIndex(each => sameChanges(each, changes));
  return { past, present: changes, future: ahead < 0 ? [] : future.slice(ahead + 1) };
}

const isUnsaved = (present: readonly Change[], saved: readonly Change[]): boolean =>
  present.length > 0 && !sameChanges(present, saved);

/** Changes would be lost by leaving, also of a policy that was B before. */
export function hasUnsaved({ changes, saved, parked }: State): boolean {
  return (
    isUnsaved(changes.present, saved) || parked.some(each => isUnsaved(each.changes.present, each.saved))
  );
}
