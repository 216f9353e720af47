/** From the outcomes of A to those of B: a heat table, or flows. */
import { chosenCell } from '../../state/matrix.ts';
import { shownPolicies } from '../../state/select.ts';
import type { State } from '../../state/state.ts';
import { partsOf } from '../../state/window.ts';
import { transitionWords as w } from '../../words/transitions.ts';
import { say } from '../../words.ts';
import type { Draw } from '../context.ts';
import { countForms, gainForms, percent } from '../layout/figures.ts';
import {
  faint,
  figure,
  filled,
  headed,
  type Line,
  packed,
  rule,
  strong,
  text,
  widthOf,
} from '../layout/line.ts';
import { markPiece, outcomeLabel } from '../layout/marks.ts';
import { flowLines } from './flows.ts';
import { heatLines } from './heat.ts';

export const transitionsLines: Draw = (state, area) => {
  if (!state.figures || !shownPolicies(state)) return [];
  const summary = summaryLine(state, area.columns);
  if (state.transitions.mode === 'flows') {
    const { list } = partsOf('flows', state.size);
    const { head, lines } = flowLines(state, area.columns, state.transitions.cursor.top, list, true);
    return [summary, head, ...filled(lines, list), cellLine(state, area.columns)];
  }
  const table = heatLines(state, { columns: area.columns, rows: area.rows - 3 });
  const above = [summary, ...table, rule(area.columns), cellLine(state, area.columns)];
  const left = area.rows - above.length;
  if (left < 5) return above;
  const { head, lines } = flowLines(state, area.columns, 0, left - 3, false);
  return [...above, [], headed(say(w.flows, state.lang), area.columns), head, ...lines];
};

function summaryLine(state: State, columns: number): Line {
  const { figures, lang, transitions } = state;
  const { changed, gains, losses, sides } = figures!;
  const all = sides[0].outcomes.reduce((sum, { households }) => sum + households, 0);
  const count = (of: number) => countForms(of, lang)[0]!;
  const households = { households: count(changed.households) };
  const by = transitions.count === 'people' ? w.byPeople : w.byHouseholds;
  const parts = (first: Line): Line[] => [
    first,
    changed.people === null ? [] : [figure(say(w.people, lang, { people: count(changed.people) }))],
    all === 0
      ? []
      : [figure(say(w.share, lang, { share: percent(changed.households / all, 1) }), { dim: true })],
    gains.households === 0
      ? []
      : [figure(say(w.gains, lang, { households: count(gains.households) }), { tint: 'green' })],
    losses.households === 0
      ? []
      : [figure(say(w.losses, lang, { households: count(losses.households) }), { tint: 'red' })],
    [faint(`· ${say(by, lang)}`)],
  ];
  const whole = parts([figure(say(w.changed, lang, households), { bold: true })]);
  return columns >= 60
    ? packed(whole, columns)
    : packed(parts([figure(say(w.changedShort, lang, households), { bold: true })]), columns);
}

/** What is under the cursor. */
function cellLine(state: State, columns: number): Line {
  const { lang, figures } = state;
  const policies = shownPolicies(state)!;
  const cell = chosenCell(state);
  if (!figures || !cell) return [faint(say(w.noneThere, lang))];
  const size = figure(say(w.households, lang, { households: countForms(cell.households, lang)[0]! }), {
    bold: true,
  });
  const names = (labels: boolean): Line => {
    const name = (at: 0 | 1, key: string): Line => [
      markPiece(policies[at], key, lang),
      text(labels ? ` ${outcomeLabel(policies[at], key, lang)}` : ''),
    ];
    return [strong('▸ '), ...name(0, cell.from), faint(' → '), ...name(1, cell.to)];
  };
  // Names give way to marks before figures do.
  const whole = names(true);
  const moving = widthOf(whole) + 2 + widthOf([size]) <= columns ? whole : names(false);
  const gain = gainForms(cell.gain, lang)[0]!;
  return packed(
    [
      moving,
      [size],
      cell.people === null
        ? []
        : [figure(say(w.people, lang, { people: countForms(cell.people, lang)[0]! }))],
      gain === '·' ? [] : [figure(say(w.gain, lang, { gain }))],
    ],
    columns,
  );
}
