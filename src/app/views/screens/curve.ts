/** The chosen figure over the range of a parameter. */
import type { Curve, ParameterInfo } from '../../protocol.ts';
import { settingOf } from '../../state/changes.ts';
import { figureWords } from '../../state/figure-choices.ts';
import { isStale } from '../../state/select.ts';
import type { Size, State } from '../../state/state.ts';
import { parameterWords as w } from '../../words/parameters.ts';
import { say } from '../../words.ts';
import { bar } from '../layout/bar.ts';
import { fitting, padded, rightOf } from '../layout/cells.ts';
import { columnOf, type Place, plotted } from '../layout/curve.ts';
import type { Forms } from '../layout/figures.ts';
import {
  faint,
  figure,
  gap,
  type Line,
  type Piece,
  packed,
  type Style,
  strong,
  text,
} from '../layout/line.ts';
import { tableOf } from '../layout/table.ts';
import { columnsOf } from '../layout/width.ts';
import { figureForms, presentFigure } from './figure-text.ts';
import { separated, valueText } from './parameter-values.ts';

/** At most `area.rows` lines: title, plot, axis, its ends. */
export function curveLines(state: State, info: ParameterInfo, area: Size): readonly Line[] {
  const { parameters, policies, b, lang } = state;
  const { curve, figure: choice } = parameters;
  const policy = policies[b];
  if (!policy || area.rows < 1) return [];
  const present = presentFigure(state, choice);
  const forms = present ? figureForms(choice, present, lang) : ['–'];
  const title = packed(
    [[strong(figureWords(choice, policy)[lang])], [figure(forms[0]!, { bold: true })]],
    area.columns,
  );
  const own = curve && curve.parameter === info.parameter && curve.cell === info.cell ? curve : null;
  const drawn = own ? bodyLines(state, info, own, { ...area, rows: area.rows - 1 }) : waiting(state, info);
  return [title, ...drawn].slice(0, area.rows);
}

function waiting({ parameters, lang }: State, { kind, choices }: ParameterInfo): Line[] {
  const possible = kind === 'number' || choices.length > 0;
  if (possible && parameters.curve === null && parameters.awaited === null) return [];
  return [[faint(say(possible ? w.drawing : w.noCurve, lang))]];
}

function bodyLines(state: State, info: ParameterInfo, curve: Curve, area: Size): Line[] {
  if (curve.points.length === 0) return [[faint(say(curve.done ? w.noCurve : w.drawing, state.lang))]];
  if (info.kind !== 'number') return choiceLines(state, info, curve, area);
  return area.rows < 3 ? [sparkLine(state, info, curve, area.columns)] : plotLines(state, info, curve, area);
}

const inkOf = (state: State): Style => (isStale(state, 'curve') ? { dim: true } : { tint: 'cyan' });

const placesOf = ({ points }: Curve): Place[] =>
  points.map(({ value, low, high }) => ({ at: Number(value), low, high: high ?? low }));

const jumpsOf = ({ jumps }: Curve) =>
  jumps.map(({ before, after }) => ({ before: Number(before), after: Number(after) }));

/** The value that stands now; of a range its upper end, as the curve takes it. */
function presentValue(state: State, info: ParameterInfo): number | null {
  const value = settingOf(state.changes.present, info);
  const here = value === null ? null : typeof value === 'string' ? value : value[1];
  return here === null || !Number.isFinite(Number(here)) ? null : Number(here);
}

function sparkLine(state: State, info: ParameterInfo, curve: Curve, columns: number): Line {
  const [from, to] = [separated(curve.from), separated(curve.to)];
  const room = columns - columnsOf(from) - columnsOf(to) - 2;
  if (room < 6) return [];
  const [row = ''] = plotted(placesOf(curve), jumpsOf(curve), room, 1).rows;
  const [first, last] = [Number(curve.from), Number(curve.to)];
  const here = presentValue(state, info);
  const marks = new Map(jumpsOf(curve).map(({ after }) => [columnOf(after, first, last, room), '┼']));
  if (here !== null && here >= first && here <= last) marks.set(columnOf(here, first, last, room), '▲');
  const pieces = Array.from(row, (sign, at) => {
    const mark = marks.get(at);
    return mark === undefined ? text(sign, inkOf(state)) : strong(mark);
  });
  return [figure(from, { dim: true }), gap(1), ...pieces, gap(1), figure(to, { dim: true })];
}

function plotLines(state: State, info: ParameterInfo, curve: Curve, area: Size): Line[] {
  const { lang } = state;
  const rows = area.rows - 2;
  const places = placesOf(curve);
  const scale = plotted(places, [], 1, 1);
  const choice = curve.figure;
  const formsOf = (value: number): Forms => figureForms(choice, { low: value, high: value }, lang);
  const ends = [formsOf(scale.most), formsOf(scale.least)];
  const room = Math.floor(area.columns / 3);
  const [top, bottom] = ends.map(forms => fitting(forms, room) ?? '') as [string, string];
  const gutter = Math.max(columnsOf(top), columnsOf(bottom));
  const columns = area.columns - gutter - 2;
  if (columns < 8) return [];
  const plot = plotted(places, jumpsOf(curve), columns, rows);
  const [from, to] = [Number(curve.from), Number(curve.to)];
  const place = (value: number) => columnOf(value, from, to, columns);
  const here = presentValue(state, info);
  const marked = here !== null && here >= from && here <= to ? place(here) : null;
  const lines = plot.rows.map((row, at): Line => {
    const said = at === 0 ? top : at === rows - 1 && rows > 1 ? bottom : '';
    return [figure(rightOf(said, gutter), { dim: true }), faint(' │'), ...crossed(row, marked, inkOf(state))];
  });
  const jumps = new Set(jumpsOf(curve).map(({ after }) => place(after)));
  const axis = Array.from({ length: columns }, (_, at): string =>
    at === marked ? '▲' : jumps.has(at) ? '┼' : '─',
  ).join('');
  return [
    ...lines,
    [gap(gutter), faint(' └'), ...axisPieces(axis)],
    endsLine(state, info, curve, gutter + 2, columns, marked),
  ];
}

/** A dotted line where the parameter stands, behind the curve. */
function crossed(row: string, marked: number | null, style: Style): Piece[] {
  if (marked === null || row[marked] !== ' ') return [text(row, style)];
  return [text(row.slice(0, marked), style), faint('┊'), text(row.slice(marked + 1), style)];
}

function axisPieces(axis: string): Piece[] {
  return axis.split(/([▲┼])/).map(part => (part === '▲' || part === '┼' ? strong(part) : faint(part)));
}

/** Both ends, and between them where the parameter stands. */
function endsLine(
  state: State,
  info: ParameterInfo,
  curve: Curve,
  left: number,
  columns: number,
  marked: number | null,
): Line {
  const [from, to] = [separated(curve.from), separated(curve.to)];
  const room = columns - columnsOf(from) - columnsOf(to);
  if (room < 2) return [gap(left), figure(from, { dim: true })];
  const value = settingOf(state.changes.present, info);
  const said =
    marked === null || value === null || typeof value !== 'string' ? '' : valueText(value, info, state.lang);
  const jump = curve.jumps.length > 0 ? say(w.jumps, state.lang) : '';
  const wide = columnsOf(said);
  if (said === '' || wide + 4 > room || said === from || said === to) {
    const middle = jump !== '' && columnsOf(jump) + 4 <= room ? jump : '';
    const before = Math.floor((room - columnsOf(middle)) / 2);
    return [
      gap(left),
      figure(from, { dim: true }),
      gap(before),
      faint(middle),
      gap(room - before - columnsOf(middle)),
      figure(to, { dim: true }),
    ];
  }
  const wanted = (marked ?? 0) - columnsOf(from) - Math.floor(wide / 2);
  const before = Math.max(2, Math.min(wanted, room - wide - 2));
  return [
    gap(left),
    figure(from, { dim: true }),
    gap(before),
    figure(said, { bold: true }),
    gap(room - before - wide),
    figure(to, { dim: true }),
  ];
}

/** Of a choice a bar for each. */
function choiceLines(
  state: State,
  info: ParameterInfo,
  { points, figure: choice }: Curve,
  area: Size,
): Line[] {
  const { lang } = state;
  const value = settingOf(state.changes.present, info);
  const most = Math.max(...points.map(({ low, high }) => high ?? low), 0);
  const { lines } = tableOf(
    [
      { kind: 'text', head: [], least: 1, cost: null },
      { kind: 'text', head: [], least: 4, most: 16, cost: null },
      { kind: 'figure', head: [], costs: [30, null] },
      { kind: 'bar', head: [], least: 4, most: 40, cost: 50 },
    ],
    points.map(point => [
      { forms: [point.value === value ? '▸' : ' '] },
      { forms: [padded(valueText(point.value, info, lang), 4)] },
      { forms: figureForms(choice, { low: point.low, high: point.high }, lang) },
      {
        forms: [''],
        style: inkOf(state),
        draw: (columns: number) => bar(most > 0 ? (point.high ?? point.low) / most : 0, columns),
      },
    ]),
    area.columns,
  );
  return lines.slice(0, area.rows);
}
