/** Both sides in figures: cards, changes, money, poverty and whatever else the policies speak of. */
import { type OverviewRow, overviewRows, pinned } from '../../state/overview-rows.ts';
import { partsOf } from '../../state/window.ts';
import { frameWords } from '../../words/frame.ts';
import { overviewWords as w } from '../../words/overview.ts';
import { say } from '../../words.ts';
import type { Draw } from '../context.ts';
import { shortened } from '../layout/cells.ts';
import { faint, figure, filled, type Line, type Piece, rule, strong, text } from '../layout/line.ts';
import { columnsOf } from '../layout/width.ts';
import { type Sections, sectionsOf } from './overview-sections.ts';
import { type Compared, compared } from './overview-view.ts';

export const overviewLines: Draw = (state, area) => {
  const view = compared(state, area.columns);
  if (!view) return [];
  const { head, list } = partsOf('overview', state.size);
  const rows = overviewRows(state);
  const sections = sectionsOf(view);
  const { top } = state.overview;
  const below = Math.max(0, rows.length - top - list);
  return [
    ...filled([sideLine(view, 0), sideLine(view, 1)], head),
    ...filled(
      rows.slice(top, top + list).map(row => lineOf(row, view, sections)),
      list,
    ),
    scrolledRule(view, top, below),
    ...pinned.map(key => sections.lines.get(`outcome:${key}`) ?? []),
  ];
};

function lineOf(row: OverviewRow, view: Compared, sections: Sections): Line {
  switch (row.kind) {
    case 'blank':
      return [];
    case 'title':
      return sections.titles.get(row.of) ?? [];
    case 'outcome':
      return sections.lines.get(`outcome:${row.key}`) ?? [];
    case 'shift':
    case 'poverty':
      return sections.lines.get(`${row.kind}:${row.of}`) ?? [];
    case 'total':
      return sections.lines.get('total') ?? [];
    case 'fund':
    case 'duty':
    case 'quota':
      return sections.lines.get(`${row.kind}:${row.id}`) ?? [];
    case 'barred':
      return sections.lines.get(`barred:${row.card}:${row.by}`) ?? [];
    case 'assertion':
      return assertionLine(row, view);
    case 'refused':
      return refusedLine(row, view);
  }
}

/** `甲  四卡方案  2020-03-18  贫困线 4,000 元`. */
function sideLine({ lang, policies, figures, changes, columns }: Compared, at: 0 | 1): Line {
  const policy = policies[at];
  const same = at === 1 && policies[0] === policies[1];
  const label = same ? say(w.same, lang) : policy.label[lang];
  const { line } = figures.sides[at].poverty;
  const edited = at === 1 && changes > 0 ? say(w.edited, lang, { count: String(changes) }) : '';
  const parts: Piece[] = [];
  if (edited) parts.push(faint('  '), strong(edited));
  parts.push(faint(`  ${policy.on}`));
  if (line !== null) parts.push(figure(`  ${say(w.line, lang, { line: yuan(line) })}`, { dim: true }));
  const room = columns - columnsOf(`${sideSign(at, lang)} `);
  const kept = fittingParts(parts, room - Math.min(columnsOf(label), Math.floor(room / 2)));
  const taken = kept.reduce((sum, piece) => sum + columnsOf(piece.text), 0);
  return [strong(sideSign(at, lang)), text(` ${shortened(label, room - taken)}`), ...kept];
}

const sideSign = (at: 0 | 1, lang: 'zh' | 'en'): string => say(at === 0 ? frameWords.a : frameWords.b, lang);

function fittingParts(parts: readonly Piece[], columns: number): Piece[] {
  const kept: Piece[] = [];
  let left = columns;
  for (const part of parts) {
    left -= columnsOf(part.text);
    if (left < 0) break;
    kept.push(part);
  }
  return kept;
}

/** Yuan to the fen, in full. */
function yuan(fen: number): string {
  const [whole = '0', rest = '00'] = (fen / 100).toFixed(2).split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === '00' ? spaced : `${spaced}.${rest}`;
}

/** Between the list and what stands below it; says where there is more. */
function scrolledRule({ lang, columns }: Compared, above: number, below: number): Line {
  const signs = [
    above > 0 ? say(frameWords.above, lang, { count: String(above) }) : '',
    below > 0 ? say(frameWords.below, lang, { count: String(below) }) : '',
  ].filter(sign => sign !== '');
  const said = [signs.join('  '), signs.at(-1) ?? ''].find(each => columnsOf(each) + 6 <= columns) ?? '';
  if (said === '') return rule(columns);
  const left = Math.max(0, columns - columnsOf(said) - 4);
  return [faint('─'.repeat(left)), faint(` ${said} `), faint('──')];
}

function assertionLine({ id, side }: OverviewRow & { kind: 'assertion' }, { figures, lang }: Compared): Line {
  const at = side === 'a' ? 0 : 1;
  const found = figures.sides[at].assertions.find(each => each.id === id);
  if (!found) return [];
  const failed = found.holds === false;
  return [
    strong(`${sideSign(at, lang)} `),
    failed ? text(`! ${say(w.fails, lang)}`, { tint: 'red' }) : faint(`? ${say(w.doubtful, lang)}`),
    text(`  ${found.label[lang]}`),
  ];
}

function refusedLine({ side }: OverviewRow & { kind: 'refused' }, { figures, lang }: Compared): Line {
  const at = side === 'a' ? 0 : 1;
  const { refused } = figures.sides[at];
  if (!refused) return [];
  return [strong(`${sideSign(at, lang)} `), faint(say(w.refused, lang)), text(refused[lang])];
}
