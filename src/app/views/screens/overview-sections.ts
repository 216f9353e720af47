import { overviewWords as w } from '../../words/overview.ts';
import { say } from '../../words.ts';
import { padded, shortened } from '../layout/cells.ts';
import { gap, type Line } from '../layout/line.ts';
import { signColumns } from '../layout/marks.ts';
import { type Cell, type Column, tableOf } from '../layout/table.ts';
import { columnsOf } from '../layout/width.ts';
import type { Named, Title } from './overview-columns.ts';
import { cards, changes, money, poverty } from './overview-main.ts';
import { barred, duties, quotas } from './overview-more.ts';
import type { Compared } from './overview-view.ts';

export interface Sections {
  readonly titles: ReadonlyMap<Title, Line>;
  /** By row: `outcome:card:red`, `fund:county`. */
  readonly lines: ReadonlyMap<string, Line>;
}

let last: { readonly view: Compared; readonly sections: Sections } | null = null;

/** The same figures in the same width are laid out once. */
export function sectionsOf(view: Compared): Sections {
  if (last && sameView(last.view, view)) return last.sections;
  const sections = laidOut(view);
  last = { view, sections };
  return sections;
}

function sameView(one: Compared, other: Compared): boolean {
  return (
    one.figures === other.figures &&
    one.lang === other.lang &&
    one.columns === other.columns &&
    one.policies[0] === other.policies[0] &&
    one.policies[1] === other.policies[1]
  );
}

function laidOut(view: Compared): Sections {
  const { lang, columns } = view;
  const sections = [cards, changes, money, poverty, quotas, barred, duties].map(make => make(view));
  const nameWidth = ({ name, mark }: Named) => columnsOf(name) + (mark ? signColumns(lang) + 1 : 0);
  const widest = Math.max(8, ...sections.flatMap(({ rows }) => rows.map(nameWidth)));
  const most = Math.max(
    8,
    Math.min(widest, Math.floor(columns * (columns < 60 ? 0.36 : columns < 100 ? 0.21 : 0.24))),
  );
  const titles = new Map<Title, Line>();
  const lines = new Map<string, Line>();
  for (const { of, columns: others, rows } of sections) {
    const heading: Column = {
      kind: 'text',
      head: [padded(shortened(say(w[of], lang), most), most)],
      headStyle: { bold: true },
      least: most,
      most,
      cost: null,
    };
    const table = tableOf(
      [heading, ...others],
      rows.map(row => [nameCell(row, most, lang), ...row.cells]),
      columns,
      columns < 100 ? 1 : 2,
    );
    titles.set(of, table.head);
    for (const [at, { key }] of rows.entries()) lines.set(key, table.lines[at]!);
  }
  for (const of of ['assertions', 'engine'] as const)
    titles.set(of, [{ text: say(w[of], lang), style: { bold: true } }]);
  return { titles, lines };
}

function nameCell({ name, mark, style }: Named, columns: number, lang: Compared['lang']): Cell {
  const taken = mark ? signColumns(lang) + 1 : 0;
  return {
    forms: [padded(shortened(name, columns - taken), columns - taken)],
    ...(mark && { mark: [mark, gap(1)] }),
    ...(style && { style }),
  };
}
