/** Households by the filter and in the order chosen, a screenful of them at a time. */
import { householdQuery, isStale, lineAt } from '../../state/select.ts';
import type { State } from '../../state/state.ts';
import { partsOf } from '../../state/window.ts';
import { householdsWords as w } from '../../words/households.ts';
import { listWords } from '../../words/lists.ts';
import { say } from '../../words.ts';
import type { Draw } from '../context.ts';
import { filterWords } from '../filter-words.ts';
import { householdTable } from '../household-table.ts';
import { CURSOR, listLine } from '../layout/chosen.ts';
import { countForms } from '../layout/figures.ts';
import { faint, gap, type Line, styled, text } from '../layout/line.ts';
import { listHead } from '../list-head.ts';

export const householdsLines: Draw = (state, area) => {
  const { page, cursor } = state.households;
  const { head, list } = partsOf('households', state.size);
  const top = headline(state, area.columns);
  if (!page) return [top, [faint(`  ${say(listWords.fetching, state.lang)}`)]];
  const table = householdTable(state, page, area.columns - CURSOR);
  const heads: Line[] = [top, [gap(CURSOR), ...table.head]];
  if (page.total === 0) return [...heads.slice(0, head), ...nothingLeft(state)].slice(0, area.rows);
  const stale = isStale(state, 'households');
  const lines: Line[] = [];
  for (let at = cursor.top; at < Math.min(cursor.top + list, page.total); at++) {
    const line = lineAt(page, at) ? table.lines[at - page.offset]! : [faint('…')];
    lines.push(listLine(stale ? styled(line, { dim: true }) : line, at === cursor.at, area.columns));
  }
  return [...heads.slice(0, head), ...lines];
};

function nothingLeft(state: State): Line[] {
  const { lang, households } = state;
  const any = filterWords(state, households.filter, null).length > 0;
  return [[], [text(`  ${say(w.noneLeft, lang)}`)], ...(any ? [[faint(`  ${say(w.clear, lang)}`)]] : [])];
}

/** The filter in words, and how many households and people it leaves. */
function headline(state: State, columns: number): Line {
  const { lang, households } = state;
  const { filter, page, cursor } = households;
  const same = page !== null && page.query === householdQuery(state) && page.lang === lang;
  const said = filterWords(state, filter, same ? page.expression : null);
  const left: Line = [
    faint(`${say(w.filter, lang)}  `),
    said.length === 0 ? faint(say(w.all, lang)) : text(said.join(say(w.joiner, lang)), { bold: true }),
  ];
  if (!page) return listHead(left, [], columns);
  const stale = isStale(state, 'households');
  const { total, people } = page;
  const households_ = countForms(total, lang).map(n =>
    total === 1 ? say(listWords.oneHousehold, lang) : say(listWords.households, lang, { n }),
  );
  const people_ = (people === null ? [] : countForms(people, lang)).map(
    n => ` · ${people === 1 ? say(listWords.onePerson, lang) : say(listWords.people, lang, { n })}`,
  );
  const place = total === 0 ? '' : `${countForms(cursor.at + 1, lang)[0]}/`;
  const [old, oldShort] = [listWords.stale, listWords.staleShort].map(each =>
    stale ? `${say(each, lang)} · ` : '',
  );
  const right = (sign: string, at: string, form: string, more: string): Line => [
    text(sign, { bold: true }),
    faint(at),
    text(form, { bold: true }),
    text(more),
  ];
  const [whole, short] = [households_[0]!, households_.at(-1)!];
  return listHead(
    left,
    [
      right(old!, place, whole, people_[0] ?? ''),
      right(oldShort!, place, whole, people_[0] ?? ''),
      right(oldShort!, '', whole, people_.at(-1) ?? ''),
      right(oldShort!, '', short, people_.at(-1) ?? ''),
      right(oldShort!, '', short, ''),
    ],
    columns,
  );
}
