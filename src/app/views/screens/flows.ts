/** Where households go, the largest change first. */
import type { MatrixCell } from '../../protocol.ts';
import { flowsOf } from '../../state/matrix.ts';
import { shownPolicies } from '../../state/select.ts';
import type { State } from '../../state/state.ts';
import { transitionWords as w } from '../../words/transitions.ts';
import { say } from '../../words.ts';
import { bar } from '../layout/bar.ts';
import { countForms, gainForms } from '../layout/figures.ts';
import { gap, type Line, type Style } from '../layout/line.ts';
import { inkOf, markPiece, outcomeLabel } from '../layout/marks.ts';
import { type Cell, type Column, figures as figureCell, tableOf, cell as textCell } from '../layout/table.ts';

/** So many flows from one on; with a sign before the one under the cursor. */
export function flowLines(
  state: State,
  columns: number,
  top: number,
  rows: number,
  cursor: boolean,
): { readonly head: Line; readonly lines: readonly Line[] } {
  const { lang, transitions } = state;
  const policies = shownPolicies(state)!;
  const flows = flowsOf(state);
  const size = (flow: MatrixCell) =>
    transitions.count === 'people' ? (flow.people ?? flow.households) : flow.households;
  const most = Math.max(1, ...flows.map(size));
  const changing = Math.max(1, ...flows.filter(({ same }) => !same).map(size));
  const name = (at: 0 | 1, key: string, style: Style): Cell =>
    textCell(outcomeLabel(policies[at], key, lang), style, [markPiece(policies[at], key, lang), gap(1)]);
  const widths: readonly Column[] = [
    { kind: 'text', head: [''], least: 1, cost: null },
    { kind: 'text', head: [say(w.from, lang)], least: 6, most: 24, cost: null },
    { kind: 'text', head: [''], least: 1, cost: null },
    { kind: 'text', head: [say(w.to, lang)], least: 6, most: 24, cost: null },
    { kind: 'figure', head: [say(w.householdsHead, lang)], costs: [20, null] },
    { kind: 'figure', head: [say(w.peopleHead, lang)], costs: [60, 50] },
    { kind: 'bar', head: [], least: 6, most: 32, cost: 70 },
    { kind: 'figure', head: [say(w.gainHead, lang), say(w.gainShort, lang)], costs: [55, 40] },
  ];
  const shown = flows.slice(top, top + rows).map((flow, at) => {
    const chosen = cursor && top + at === transitions.cursor.at;
    const style: Style = chosen ? { bold: true, underline: true } : flow.same ? { dim: true } : {};
    const scale = flow.same ? most : changing;
    return [
      textCell(chosen ? '▸' : ' ', { bold: true }),
      name(0, flow.from, style),
      textCell(flow.same ? '=' : '→', { dim: true }),
      name(1, flow.to, style),
      figureCell(countForms(flow.households, lang), style),
      figureCell(countForms(flow.people, lang), style),
      {
        forms: [''],
        style: flow.same ? { dim: true } : inkOf(policies[1], flow.to, lang),
        draw: (room: number) => (flow.same ? '' : bar(size(flow) / scale, room)),
      },
      figureCell(gainForms(flow.gain, lang), style),
    ];
  });
  return tableOf(widths, shown, columns, columns < 60 ? 1 : 2);
}
