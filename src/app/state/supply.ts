/** What the screen seen needs of the session and has not asked for yet, of the run that is shown. */
import { asking, still } from './ask.ts';
import { between } from './cursor.ts';
import { figureKey } from './figure-choices.ts';
import type { Page } from './screen-state.ts';
import { householdQuery, selectedParameter, villageQuery } from './select.ts';
import type { State, Step } from './state.ts';
import { rowsOf } from './window.ts';

/** Nothing is asked while a run is awaited: its figures would be followed by pages of another one. */
export function supplied(state: State): Step {
  if (state.figures === null || state.run !== null || state.loading !== null) return still(state);
  switch (state.screen) {
    case 'parameters':
      return curve(state, state.figures.run);
    case 'households':
      return households(state, state.figures.run);
    case 'household':
      return household(state, state.figures.run);
    case 'villages':
      return villages(state, state.figures.run);
    case 'village':
      return village(state, state.figures.run);
    default:
      return still(state);
  }
}

function curve(state: State, run: number): Step {
  const info = selectedParameter(state);
  if (!info || info.kind === 'date' || info.kind === 'text') return withoutCurve(state);
  const { parameters, b, changes } = state;
  const { figure } = parameters;
  const asked = JSON.stringify([run, b, info.key, figureKey(figure)]);
  if (parameters.asked === asked) return still(state);
  const { parameter, cell } = info;
  const shown = parameters.curve;
  // A curve of something else is no earlier state of this one.
  const isSame =
    shown?.parameter === parameter && shown.cell === cell && figureKey(shown.figure) === figureKey(figure);
  return asking(
    {
      ...state,
      parameters: {
        ...parameters,
        asked,
        awaited: state.next,
        curve: isSame ? shown : null,
        curveRun: isSame ? parameters.curveRun : null,
      },
    },
    { kind: 'sweep', b, changes: changes.present, parameter, cell, figure },
  );
}

function withoutCurve(state: State): Step {
  const { parameters } = state;
  if (parameters.curve === null && parameters.asked === null) return still(state);
  const gone = { asked: null, awaited: null, curve: null, curveRun: null };
  return still({ ...state, parameters: { ...parameters, ...gone } });
}

interface Stretch {
  readonly offset: number;
  readonly limit: number;
}

/** A page has as many lines at least, and the session gives as many at most. */
const [LEAST, MOST] = [100, 1000];

/** What to ask for to have a screenful before and behind those seen too; null: it is there. */
function lacking(page: Page<unknown> | null, top: number, rows: number, current: boolean): Stretch | null {
  const limit = between(LEAST, rows * 6, MOST);
  // In whole screenfuls, so that moving line by line does not ask for each line.
  const offset = Math.max(0, Math.floor((top - 2 * rows) / rows) * rows);
  if (!page || !current) return { offset, limit };
  const first = Math.max(0, top - rows);
  const last = Math.min(page.total, top + 2 * rows);
  const has = page.offset <= first && page.offset + page.rows.length >= last;
  return has ? null : { offset, limit };
}

function households(state: State, run: number): Step {
  const { households: list, lang } = state;
  const query = householdQuery(state);
  const { page } = list;
  const current = page !== null && page.run === run && page.lang === lang && page.query === query;
  const stretch = lacking(page, list.cursor.top, rowsOf('households', state), current);
  if (!stretch) return still(state);
  const asked = JSON.stringify([run, lang, query, stretch]);
  if (list.asked === asked) return still(state);
  return asking(
    { ...state, households: { ...list, asked, awaited: state.next } },
    { kind: 'page', filter: list.filter, sort: list.sort, ...stretch, lang },
  );
}

function villages(state: State, run: number): Step {
  const { villages: list, lang } = state;
  const query = villageQuery(state);
  const { page } = list;
  const current = page !== null && page.run === run && page.lang === lang && page.query === query;
  const stretch = lacking(page, list.cursor.top, rowsOf('villages', state), current);
  if (!stretch) return still(state);
  const asked = JSON.stringify([run, lang, query, stretch]);
  if (list.asked === asked) return still(state);
  return asking(
    { ...state, villages: { ...list, asked, awaited: state.next } },
    { kind: 'villages', sort: list.sort, ...stretch, lang },
  );
}

function household(state: State, run: number): Step {
  const { household: open, lang } = state;
  if (!open) return still(state);
  const { row, edits } = open;
  const asked = JSON.stringify([run, lang, row, edits]);
  if (open.asked === asked) return still(state);
  return asking(
    { ...state, household: { ...open, asked, awaited: state.next } },
    { kind: 'open', row, edits, lang },
  );
}

function village(state: State, run: number): Step {
  const { village: open, lang } = state;
  if (!open) return still(state);
  const asked = JSON.stringify([run, lang, open.row]);
  if (open.asked === asked) return still(state);
  return asking(
    { ...state, village: { ...open, asked, awaited: state.next } },
    { kind: 'village', row: open.row, lang },
  );
}
