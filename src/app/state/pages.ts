/** Pages of households, and expressions that are tried with them. */
import type { Filter, Reply, RowSort } from '../protocol.ts';
import { judged, readAsked } from './judged.ts';
import type { ExpressionField } from './screen-state.ts';
import { householdQuery } from './select.ts';
import type { State } from './state.ts';

type PageReply = Reply & { kind: 'page' };

export function page(state: State, reply: PageReply): State {
  const { households } = state;
  const { request, run } = reply;
  if (households.editing?.awaited === request) return accepted(state, households.editing, reply);
  if (households.awaited !== request) return state;
  const [, lang, query] = readAsked(households.asked);
  const { part, fits } = judged(households, run, state.figures?.run ?? null);
  if (!fits) return { ...state, households: part };
  return { ...state, households: { ...part, page: pageOf(reply, lang, String(query)) } };
}

function pageOf(
  { run, rows, offset, total, people, expression }: PageReply,
  lang: State['lang'],
  query: string,
) {
  return { run, lang, query, rows, offset, total, people, expression };
}

/** What a typed expression makes of filter and sort. */
export function tried(
  { filter, sort }: { readonly filter: Filter; readonly sort: RowSort },
  { of, text }: Pick<ExpressionField, 'of' | 'text'>,
): { readonly filter: Filter; readonly sort: RowSort } {
  const expression = text.trim();
  if (of === 'filter')
    return { filter: { ...filter, expression: expression === '' ? null : expression }, sort };
  if (expression === '') return { filter, sort: { by: 'id', descending: false } };
  return { filter, sort: { by: 'expression', descending: sort.descending, expression } };
}

/** The session could read it: from now on it holds. */
function accepted(state: State, editing: ExpressionField, reply: PageReply): State {
  const { households, lang } = state;
  const next: State = {
    ...state,
    households: {
      ...households,
      ...tried(households, editing),
      editing: null,
      cursor: { at: 0, top: 0 },
      asked: null,
      awaited: null,
    },
  };
  if (reply.run !== state.figures?.run) return next;
  return { ...next, households: { ...next.households, page: pageOf(reply, lang, householdQuery(next)) } };
}
