/** What may stand in a frame as a figure: each figure of the data in the ways it is written, whole. */

import { settingOf } from '../../../src/app/state/changes.ts';
import type { State } from '../../../src/app/state/state.ts';
import { countForms, index, moneyForms, percent } from '../../../src/app/views/layout/figures.ts';
import { separated } from '../../../src/app/views/screens/parameter-values.ts';

const TOKEN = /\d[\d,]*(?:\.\d+)?%?/g;

export const figuresIn = (text: string): string[] => text.match(TOKEN) ?? [];

export function allowedFigures(state: State): Set<string> {
  const allowed = new Set<string>();
  const add = (forms: readonly string[]) => {
    for (const form of forms) for (const token of figuresIn(form)) allowed.add(token);
  };
  const { lang } = state;
  const figures = state.figures!;
  const number = (value: number) => {
    add(countForms(value, lang));
    add(moneyForms({ low: value, high: value }, lang));
    add([percent(value), index(value), String(Math.round(value))]);
    add([separated((value / 100).toFixed(2)), separated((value / 100).toFixed(0))]);
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'number') number(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(figures);
  walk(state.parameters.curve?.points ?? []);
  const [a, b] = figures.sides;
  // Of the rows of the matrix: outcomes that occur.
  const occurs = new Set(figures.matrix.map(({ from }) => from));
  const rows = a.outcomes.filter(({ key }) => occurs.has(key));
  number(rows.reduce((sum, { households }) => sum + households, 0));
  number(rows.reduce((sum, { people }) => sum + (people ?? 0), 0));
  const all = a.outcomes.reduce((sum, { households }) => sum + households, 0);
  for (const shift of [figures.changed, figures.gains, figures.losses, figures.either, figures.unknown])
    add([percent(all === 0 ? 0 : shift.households / all, 1)]);
  number(all);
  number(a.outcomes.reduce((sum, { people }) => sum + (people ?? 0), 0));
  for (const { households } of [...a.outcomes, ...a.barred])
    for (const { households: other } of [...b.outcomes, ...b.barred]) number(Math.abs(households - other));
  for (const { households } of [...a.outcomes, ...a.barred, ...b.outcomes, ...b.barred]) number(households);
  const [dueA, dueB] = [a.total.due, b.total.due];
  for (const one of [dueA.low, dueA.high ?? dueA.low])
    for (const other of [dueB.low, dueB.high ?? dueB.low]) number(Math.abs(one - other));
  for (const { parameters } of state.policies)
    for (const info of parameters)
      for (const value of [
        info.value,
        settingOf(state.changes.present, info),
        info.step,
        info.from,
        info.to,
        info.least,
        info.most,
      ])
        for (const each of typeof value === 'string' ? [value] : (value ?? [])) add([separated(each), each]);
  for (const end of [state.parameters.curve?.from, state.parameters.curve?.to])
    if (end) add([separated(end)]);
  for (const { on } of state.policies) add([on]);
  return allowed;
}
