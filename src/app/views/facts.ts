/** Facts of a household, its members and what lies around it, line by line. */
import type { FactLine } from '../protocol.ts';
import { type FactRow, factRows } from '../state/fact-rows.ts';
import type { State } from '../state/state.ts';
import { householdWords as w } from '../words/household.ts';
import { say } from '../words.ts';
import { padded, shortened } from './layout/cells.ts';
import { CURSOR, listLine } from './layout/chosen.ts';
import { faint, fitLine, type Line, strong, text } from './layout/line.ts';
import { columnsOf } from './layout/width.ts';

export function factLines(state: State, columns: number, rows: number): Line[] {
  const open = state.household!;
  const all = factRows(open);
  const { at, top } = open.facts;
  const labels = all.flatMap(row => (row.kind === 'fact' ? [columnsOf(row.fact.label)] : []));
  const room = columns - CURSOR;
  const label = Math.min(Math.max(8, ...labels), Math.floor(room * 0.5));
  return all.slice(top, top + rows).map((row, k) => {
    const isChosen = top + k === at;
    const line = row.kind === 'fact' ? factLine(state, row.fact, label, room) : headLine(row, room);
    return listLine(line, isChosen, columns);
  });
}

const headLine = ({ instance, folded }: FactRow & { kind: 'instance' }, columns: number): Line =>
  fitLine(
    [
      strong(`${folded ? '▹' : '▾'} ${instance.entityLabel} `),
      text(instance.id),
      faint(`  ${instance.facts.length}`),
    ],
    columns,
  );

/** `*` stands before what was tried, `?` before what is missing, `·` before what neither side reads. */
function factLine(state: State, fact: FactLine, label: number, columns: number): Line {
  const { lang } = state;
  const sign = fact.edited ? '*' : fact.missing ? '?' : fact.read ? ' ' : '·';
  const style = fact.edited
    ? ({ tint: 'cyan', bold: true } as const)
    : fact.missing && fact.read
      ? ({ tint: 'magenta', bold: true } as const)
      : { dim: !fact.read };
  const left: Line = [
    text(` ${sign} `, style),
    text(padded(shortened(fact.label, label), label), { dim: !fact.read }),
    text('  '),
  ];
  const room = columns - label - 5;
  const value = fact.missing ? say(w.missing, lang) : fact.text;
  return [...left, text(shortened(value, room), style)];
}
