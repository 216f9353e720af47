/** What if: the parameters of B, and beside or below them the one under the cursor with what it does. */
import { changeOf, settingOf } from '../../state/changes.ts';
import { parametersOf, selectedParameter } from '../../state/select.ts';
import type { Size, State } from '../../state/state.ts';
import { isWide, partsOf } from '../../state/window.ts';
import { parameterWords as w } from '../../words/parameters.ts';
import { say } from '../../words.ts';
import type { Draw } from '../context.ts';
import { beside, faint, filled, gap, headed, type Line, padLine, type Style } from '../layout/line.ts';
import { type Cell, type Column, tableOf } from '../layout/table.ts';
import { curveLines } from './curve.ts';
import { headlineLines, headlineSummary } from './headline.ts';
import { aboutLines, valueLine } from './parameter-about.ts';
import { nameOf, valueText, withUnit } from './parameter-values.ts';

export const parametersLines: Draw = (state, area) => {
  const { list } = partsOf('parameters', state.size);
  if (parametersOf(state).length === 0) return [[faint(say(w.none, state.lang))]];
  if (!isWide(state.size)) {
    const { head, lines } = listLines(state, area.columns, list);
    const rest = { columns: area.columns, rows: area.rows - list - 1 };
    return [head, ...filled(lines, list), ...belowLines(state, rest)];
  }
  const columns = Math.min(76, Math.floor((area.columns - 3) * 0.52));
  const { head, lines } = listLines(state, columns, list);
  const right = sideLines(state, { columns: area.columns - columns - 3, rows: area.rows });
  return beside(filled([head, ...lines], area.rows), right, columns, [faint(' │ ')]);
};

function listLines(
  state: State,
  columns: number,
  rows: number,
): { readonly head: Line; readonly lines: readonly Line[] } {
  const { lang, changes, parameters } = state;
  const { at, top } = parameters.cursor;
  const cost = (least: number, of: number, most?: number) =>
    ({ kind: 'text', least, cost: of, ...(most !== undefined && { most }) }) as const;
  const shape: readonly Column[] = [
    { kind: 'text', head: [], least: 1, cost: null },
    { kind: 'text', head: [say(w.name, lang)], least: Math.min(14, Math.floor(columns / 3)), cost: null },
    { kind: 'figure', head: [say(w.value, lang)], costs: [20, null] },
    { kind: 'figure', head: [say(w.own, lang)], costs: [40, 50] },
    { head: [say(w.cite, lang)], ...cost(8, 60, 24) },
  ];
  const shown = parametersOf(state).slice(top, top + rows);
  const table = tableOf(
    shape,
    shown.map((info, offset): Cell[] => {
      const value = settingOf(changes.present, info);
      const changed = changeOf(changes.present, info) !== undefined;
      const chosen = top + offset === at;
      const said = valueText(value, info, lang, chosen && Array.isArray(value) ? parameters.end : null);
      const style: Style = { ...(changed && { bold: true }), ...(chosen && { inverse: true }) };
      const own = changed ? valueText(info.value, info, lang) : '';
      return [
        { forms: [chosen ? '▸' : changed ? '*' : ' '], style: { bold: true } },
        { forms: [nameOf(info, lang)], style: chosen ? { bold: true } : {} },
        {
          forms: columns < 60 ? [said] : [withUnit(said, value, info, lang), said],
          style: value === null ? { ...style, dim: true } : style,
        },
        { forms: [own], style: { dim: true } },
        { forms: [info.cite], style: { dim: true } },
      ];
    }),
    columns,
  );
  return { head: table.head, lines: table.lines };
}

/** Below the list: value, about it, and as much of curve and headline figures as fits. */
function belowLines(state: State, area: Size): readonly Line[] {
  const info = selectedParameter(state);
  if (!info || area.rows < 1) return [];
  const { columns } = area;
  const top: Line[] = [headed(nameOf(info, state.lang), columns), valueLine(state, info, columns)];
  const left = area.rows - top.length;
  if (left < 6 || columns < 60) {
    const curve = curveLines(state, info, { columns, rows: Math.max(0, left - 1) });
    return filled(
      [...top, ...filled(curve, Math.max(0, left - 1)), headlineSummary(state, columns)],
      area.rows,
    );
  }
  const about = aboutLines(info, state.lang, columns, 1);
  const rows = left - about.length;
  const width = Math.floor((columns - 3) * 0.58);
  const curve = curveLines(state, info, { columns: width, rows });
  const headline = headlineLines(state, { columns: columns - width - 3, rows });
  return [...top, ...about, ...beside(filled(curve, rows), headline, width, [gap(3)])];
}

function sideLines(state: State, area: Size): readonly Line[] {
  const info = selectedParameter(state);
  if (!info) return [];
  const { columns, rows } = area;
  const about = aboutLines(info, state.lang, columns, rows >= 24 ? 6 : 3);
  const top: Line[] = [
    headed(nameOf(info, state.lang), columns),
    valueLine(state, info, columns),
    ...about,
    [],
  ];
  const left = Math.max(0, rows - top.length);
  const headline = headlineLines(state, { columns, rows: Math.floor(left / 2) });
  const tall = Math.max(0, Math.min(16, left - headline.length - 1));
  const curve = filled(curveLines(state, info, { columns, rows: tall }), tall);
  return [...top, ...curve, [], ...headline].map(line => padLine(line, columns)).slice(0, rows);
}
