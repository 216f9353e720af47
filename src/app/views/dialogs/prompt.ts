/** A line to type in, in a frame: what is asked, the line itself, a sign under what is wrong in it, and why. */
import type { Lang } from '../../../language/label.ts';
import type { Field } from '../../state/screen-state.ts';
import { wrapped } from '../layout/cells.ts';
import { fieldLine, markLine } from '../layout/field.ts';
import { faint, type Line, text } from '../layout/line.ts';
import { columnsOf } from '../layout/width.ts';

/** Columns of a frame that is typed in. */
export const promptColumns = (columns: number): number => Math.min(columns - 2, 84);

/** `label` stands before the line; under it the mark, then what is wrong. */
export function fieldLines(label: string, field: Field, lang: Lang, columns: number): Line[] {
  const head = label === '' ? '› ' : `${label}  `;
  const at = columnsOf(head);
  const room = Math.max(4, columns - at);
  const mark = markLine(field, room);
  return [
    [faint(head), ...fieldLine(field, room)],
    ...(mark.length === 0 ? [] : [[text(' '.repeat(at)), ...mark]]),
    ...problemLines(field, lang, columns),
  ];
}

/** What was wrong, wrapped: never cut. */
function problemLines({ problem }: Field, lang: Lang, columns: number): Line[] {
  return problem.flatMap(words =>
    wrapped(words[lang], Math.max(1, columns - 2)).map(
      (each, k): Line => [
        text(k === 0 ? '! ' : '  ', { tint: 'red', bold: true }),
        text(each, { tint: 'red' }),
      ],
    ),
  );
}

export const noteLines = (words: string, columns: number): Line[] =>
  wrapped(words, Math.max(1, columns)).map(each => [faint(each)]);
