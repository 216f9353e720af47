/** Figures of a newer run: every screen shows them from now on. */
import type { Reply } from '../protocol.ts';
import { flowsOf, occurring } from './matrix.ts';
import type { State } from './state.ts';

/** Those of runs in between are shown too, so that holding a key shows what it does. */
export function figures(state: State, { request, figures: made }: Reply & { kind: 'figures' }): State {
  const { run, loaded, policies } = state;
  const isNewer = request > (state.figures?.run ?? loaded) && run !== null && request <= run;
  if (!isNewer || loaded === 0 || policies.length === 0) return state;
  const newest = request === run;
  const next: State = {
    ...state,
    figures: made,
    run: newest ? null : run,
    loading: newest ? null : state.loading,
    screen: state.screen === 'start' ? 'overview' : state.screen,
  };
  const shownB = state.figures?.sides[1].policy;
  const same = shownB === undefined || shownB === made.sides[1].policy;
  return sameOutcomes(state, same ? next : withoutLists(next));
}

/** Outcomes and quotas in them are those of another policy. */
function withoutLists(state: State): State {
  const { households, villages, household, village } = state;
  const gone = { asked: null, awaited: null };
  return {
    ...state,
    households: { ...households, ...gone, page: null },
    villages: { ...villages, ...gone, page: null },
    household: household && { ...household, ...gone, detail: null, run: null, applied: [] },
    village: village && { ...village, ...gone, detail: null, run: null },
  };
}

/** The cursor stays on what it was on, where that still occurs. */
function sameOutcomes(before: State, after: State): State {
  const { transitions } = after;
  const [was, is] = [occurring(before), occurring(after)];
  const place = (keys: readonly string[], key: string | undefined, old: number) => {
    const at = key === undefined ? -1 : keys.indexOf(key);
    return at < 0 ? old : at;
  };
  const flow = flowsOf(before)[transitions.cursor.at];
  const at = flowsOf(after).findIndex(({ from, to }) => from === flow?.from && to === flow.to);
  return {
    ...after,
    transitions: {
      ...transitions,
      row: place(is.rows, was.rows[transitions.row], transitions.row),
      column: place(is.columns, was.columns[transitions.column], transitions.column),
      cursor: at < 0 ? transitions.cursor : { ...transitions.cursor, at },
    },
  };
}
