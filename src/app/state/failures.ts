/** What the session could not do: said where it was asked for, and nothing is changed by it. */
import type { Reply } from '../protocol.ts';
import { returned } from './changes.ts';
import { between } from './cursor.ts';
import { abandoned } from './load.ts';
import { bad } from './messages.ts';
import { withSide } from './sides.ts';
import type { Message, State } from './state.ts';

type Failed = Reply & { kind: 'failed' };

export function failed(state: State, reply: Failed): State {
  const { request } = reply;
  const message = bad(reply.texts);
  if (state.loading?.request === request) return { ...abandoned(state), message };
  if (state.run === request) return backToShown(state, message);
  if (state.saving?.request === request || state.exporting === request) return unwritten(state, reply);
  if (state.households.editing?.awaited === request) return unread(state, reply);
  return unsupplied(state, request, message);
}

/** The figures shown stay, and with them the changes that they are of. */
function backToShown(state: State, message: Message): State {
  const { figures } = state;
  if (!figures) return { ...abandoned(state), message };
  const here = withSide(state, figures.sides[1].policy);
  return { ...here, run: null, message, changes: returned(here.changes, figures.changes) };
}

function unwritten(state: State, { request, texts, exists }: Failed): State {
  const { dialog } = state;
  const isSave = state.saving?.request === request;
  const next: State = isSave ? { ...state, saving: null } : { ...state, exporting: null };
  const asks = dialog?.kind === 'save' || dialog?.kind === 'export' ? dialog : null;
  if (asks?.awaited !== request) return { ...next, message: bad(texts) };
  if (exists === true && !asks.overwrite)
    return { ...next, dialog: { ...asks, awaited: null, overwrite: true } };
  const path = { ...asks.path, problem: texts };
  return { ...next, dialog: { ...asks, awaited: null, overwrite: false, path } };
}

/** A filter or sort that is being typed: where the mistake is, is marked in it. */
function unread(state: State, { texts, at }: Failed): State {
  const { households } = state;
  const editing = households.editing!;
  const { length } = editing.text;
  // What is asked for is without the blanks around it.
  const lead = length - editing.text.trimStart().length;
  const place = (offset: number) => between(0, offset + lead, length);
  const mark = at && { start: place(at.start), end: place(at.end) };
  return {
    ...state,
    households: { ...households, editing: { ...editing, problem: texts, mark, awaited: null } },
  };
}

/** It is not asked for again until something else is. */
function unsupplied(state: State, request: number, message: Message): State {
  const { parameters, households, household, villages, village } = state;
  if (parameters.awaited === request)
    return { ...state, message, parameters: { ...parameters, awaited: null } };
  if (households.awaited === request)
    return { ...state, message, households: { ...households, awaited: null } };
  if (household?.awaited === request)
    return { ...state, message, household: { ...household, awaited: null } };
  if (villages.awaited === request) return { ...state, message, villages: { ...villages, awaited: null } };
  if (village?.awaited === request) return { ...state, message, village: { ...village, awaited: null } };
  return state;
}
