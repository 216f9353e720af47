/** The figures of B that matter most, beside the parameter that is changed. */
import type { Span } from '../../protocol.ts';
import { shownPolicies } from '../../state/select.ts';
import type { Size, State } from '../../state/state.ts';
import { parameterWords as w } from '../../words/parameters.ts';
import { say } from '../../words.ts';
import { countForms, differenceForms, gainForms, moneyForms } from '../layout/figures.ts';
import { faint, figure, gap, type Line, packed, text } from '../layout/line.ts';
import { markPiece, outcomeLabel } from '../layout/marks.ts';
import { type Cell, type Column, tableOf } from '../layout/table.ts';

/** Nobody there under either side: only where there is room. */
const isEmpty = (a: number, b: number): boolean => a === 0 && b === 0;

/** Cards of B and its money, against A; without the head where there is no room for it. */
export function headlineLines(state: State, area: Size): readonly Line[] {
  const { figures, lang } = state;
  const policies = shownPolicies(state);
  if (!figures || !policies) return [];
  const [a, b] = figures.sides;
  const outcomes = b.outcomes.map(outcome => ({
    key: outcome.key,
    b: outcome.households,
    a: a.outcomes.find(({ key }) => key === outcome.key)?.households ?? 0,
  }));
  const kept = outcomes.filter(
    ({ key }) => (key !== 'out-of-scope' && key !== 'conflict') || outcomes.length + 2 <= area.rows,
  );
  const rows = kept
    .filter(each => each.key === 'none' || each.key === 'undetermined' || !isEmpty(each.a, each.b))
    .map(({ key, a: before, b: now }): Cell[] => [
      { forms: [outcomeLabel(policies[1], key, lang)], mark: [markPiece(policies[1], key, lang), gap(1)] },
      { forms: countForms(now, lang), style: now === before ? {} : { bold: true } },
      { forms: differenceForms(now - before, lang), style: now === before ? { dim: true } : {} },
    ]);
  const [due, dueA] = [b.total.due, a.total.due];
  const same = due.low === dueA.low && due.high === dueA.high;
  const money: Cell[] = [
    { forms: [say(w.total, lang)] },
    { forms: moneyForms(due, lang), style: same ? {} : { bold: true } },
    {
      forms: same ? ['·'] : [...gainForms(between(dueA, due), lang), arrow(dueA, due)],
      style: same ? { dim: true } : {},
    },
  ];
  const shape: readonly Column[] = [
    {
      kind: 'text',
      head: [say(w.headline, lang)],
      least: 10,
      most: 22,
      cost: null,
      headStyle: { bold: true },
    },
    { kind: 'figure', head: [say(w.households, lang), say(w.householdsShort, lang)], costs: [60, null] },
    { kind: 'figure', head: [say(w.difference, lang)], costs: [70, 65, 50] },
  ];
  const { head, lines } = tableOf(shape, [...rows, money], area.columns, 1);
  const all = [head, ...lines];
  return all.length <= area.rows ? all : trimmed(lines, area, state);
}

/** Where not all rows fit, the last line says the rest closely. */
function trimmed(lines: readonly Line[], { columns, rows }: Size, state: State): readonly Line[] {
  if (lines.length <= rows) return lines;
  return rows < 1 ? [] : [...lines.slice(0, rows - 1), headlineSummary(state, columns)];
}

/** Which way it goes, where there is no room for more. */
function arrow(a: Span, b: Span): string {
  const { low, high } = between(a, b);
  return low >= 0 ? '↑' : high <= 0 ? '↓' : '↕';
}

const between = (a: Span, b: Span) => ({
  low: Math.min(b.low - a.low, (b.high ?? b.low) - (a.high ?? a.low)),
  high: Math.max(b.low - a.low, (b.high ?? b.low) - (a.high ?? a.low)),
});

/** All in one line: `红 2  黄 5  – 3  ? 8  资金 1.50~5.90万`. */
export function headlineSummary(state: State, columns: number): Line {
  const { figures, lang } = state;
  const policies = shownPolicies(state);
  if (!figures || !policies) return [];
  const [a, b] = figures.sides;
  const short = (forms: readonly string[]) => forms.at(-1)!;
  const sign = (key: string): Line => [markPiece(policies[1], key, lang), text(' ')];
  const money = short(moneyForms(b.total.due, lang));
  return packed(
    [
      [faint(`${say(w.yuan, lang)} `), figure(money, { bold: true })],
      ...b.outcomes
        .filter(({ key, households }) => households > 0 || key === 'none' || key === 'undetermined')
        .map(({ key, households }): Line => {
          const before = a.outcomes.find(each => each.key === key)?.households ?? 0;
          return [
            ...sign(key),
            figure(short(countForms(households, lang)), before === households ? {} : { bold: true }),
          ];
        }),
    ],
    columns,
  );
}
