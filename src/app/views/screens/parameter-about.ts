/** What a parameter stands at and what there is to know of it. */
import type { Lang } from '../../../language/label.ts';
import type { ParameterInfo } from '../../protocol.ts';
import { changeOf, settingOf } from '../../state/changes.ts';
import type { State } from '../../state/state.ts';
import { parameterWords as w } from '../../words/parameters.ts';
import { say } from '../../words.ts';
import { wrapped } from '../layout/cells.ts';
import { fieldLine } from '../layout/field.ts';
import { faint, figure, fitLine, type Line, packed, strong, text } from '../layout/line.ts';
import { columnsOf } from '../layout/width.ts';
import { separated, valueText, withUnit } from './parameter-values.ts';

/** The value, or the line in which another one is typed. */
export function valueLine(state: State, info: ParameterInfo, columns: number): Line {
  const { lang, changes, parameters } = state;
  const { editing } = parameters;
  if (editing) {
    const [problem] = editing.problem;
    if (problem) return typingLine(state, info, columns, problem[lang]);
    return typingLine(state, info, columns, '');
  }
  const value = settingOf(changes.present, info);
  const said = withUnit(valueText(value, info, lang), value, info, lang);
  const changed = changeOf(changes.present, info) !== undefined;
  const was = changed
    ? say(w.was, lang, { value: valueText(info.value, info, lang) })
    : say(w.unchanged, lang);
  const bounds = boundsOf(info, lang);
  return packed(
    [
      [figure(said, { bold: true })],
      [figure(was, { dim: true })],
      bounds === '' ? [] : [figure(say(w.bounds, lang, { range: bounds }), { dim: true })],
      info.kind === 'number'
        ? [figure(say(w.step, lang, { step: separated(info.step) }), { dim: true })]
        : [],
    ],
    columns,
  );
}

function typingLine(
  { lang, parameters }: State,
  info: ParameterInfo,
  columns: number,
  problem: string,
): Line {
  const lead = `${say(w.typing, lang)} `;
  const unit = info.unit[lang] === '' ? '' : ` ${info.unit[lang]}`;
  const room = columns - columnsOf(lead) - columnsOf(unit);
  const kept = problem === '' ? room : Math.max(8, Math.min(room, columnsOf(parameters.editing!.text) + 2));
  const line: Line = [strong(lead), ...fieldLine(parameters.editing!, kept), faint(unit)];
  return problem === '' ? line : fitLine([...line, text(`  ! ${problem}`, { tint: 'red' })], columns);
}

function boundsOf({ least, most, kind }: ParameterInfo, lang: Lang): string {
  if (kind !== 'number') return '';
  const [from, to] = [least, most].map(end => (end === null ? '' : separated(end))) as [string, string];
  if (least === null && most === null) return '';
  if (most === null) return say(w.least, lang, { from });
  if (least === null) return say(w.most, lang, { to });
  return say(w.range, lang, { from, to });
}

/** Citation, rules that use it, where it was written, notes: at most so many lines. */
export function aboutLines(info: ParameterInfo, lang: Lang, columns: number, rows: number): readonly Line[] {
  const rules = info.usedBy.map(rule => rule[lang]).join(lang === 'zh' ? '、' : ', ');
  const parts = [
    info.cite,
    rules === '' ? '' : say(w.usedBy, lang, { rules }),
    say(w.origin, lang, { origin: info.origin[lang] }),
    info.implicit ? say(w.implicit, lang) : '',
    info.note[lang],
  ].filter(part => part !== '');
  if (rows === 1)
    return [
      packed(
        parts.map(part => [faint(part)]),
        columns,
        [faint(' · ')],
      ),
    ];
  const lines = parts.flatMap(part => wrapped(part, columns));
  const kept = lines.length > rows ? [...lines.slice(0, rows - 1), `${lines[rows - 1]}…`] : lines;
  return kept.map(line => fitLine([faint(line)], columns));
}
