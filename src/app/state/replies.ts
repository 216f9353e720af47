/** What comes from the session. Whatever is not of the run shown, or no longer asked for, is dropped. */
import type { Reply } from '../protocol.ts';
import { still } from './ask.ts';
import { failed } from './failures.ts';
import { figures } from './figures.ts';
import { judged, readAsked } from './judged.ts';
import { loaded } from './load.ts';
import { bad, good, says } from './messages.ts';
import { page } from './pages.ts';
import { pending } from './pending.ts';
import type { State, Step } from './state.ts';

export function replied(state: State, reply: Reply): Step {
  switch (reply.kind) {
    case 'progress':
      return still(progress(state, reply));
    case 'loaded':
      return loaded(state, reply);
    case 'figures':
      return still(figures(state, reply));
    case 'curve':
      return still(curve(state, reply));
    case 'page':
      return still(page(state, reply));
    case 'detail':
      return still(detail(state, reply));
    case 'villages':
      return still(villages(state, reply));
    case 'village':
      return still(village(state, reply));
    case 'saved':
      return still(saved(state, reply));
    case 'exported':
      return still(exported(state, reply));
    case 'failed':
      return still(failed(state, reply));
  }
}

function progress(state: State, { request, doing, share }: Reply & { kind: 'progress' }): State {
  if (state.loading)
    return state.loading.request === request ? { ...state, loading: { request, doing, share } } : state;
  return pending(state).includes(request) ? { ...state, busy: { request, doing, share } } : state;
}

function curve(state: State, { request, run, curve: drawn }: Reply & { kind: 'curve' }): State {
  const { parameters } = state;
  if (parameters.awaited !== request) return state;
  const { part, fits } = judged(parameters, run, state.figures?.run ?? null);
  if (!fits) return { ...state, parameters: part };
  const awaited = drawn.done ? null : request;
  return { ...state, parameters: { ...part, awaited, curve: drawn, curveRun: run } };
}

function detail(state: State, { request, run, detail: found }: Reply & { kind: 'detail' }): State {
  const { household } = state;
  if (household?.awaited !== request) return state;
  const [, lang, , edits] = readAsked(household.asked);
  const { part, fits } = judged(household, run, state.figures?.run ?? null);
  if (!fits) return { ...state, household: part };
  const applied = JSON.stringify(edits) === JSON.stringify(household.edits) ? household.edits : [];
  return {
    ...state,
    message: found.problems.length > 0 ? bad(found.problems) : state.message,
    household: { ...part, detail: found, run, lang, applied },
  };
}

function villages(state: State, { request, run, rows, offset, total }: Reply & { kind: 'villages' }): State {
  const { villages: list } = state;
  if (list.awaited !== request) return state;
  const [, lang, query] = readAsked(list.asked);
  const { part, fits } = judged(list, run, state.figures?.run ?? null);
  if (!fits) return { ...state, villages: part };
  return { ...state, villages: { ...part, page: { run, lang, query: String(query), rows, offset, total } } };
}

function village(state: State, { request, run, village: found }: Reply & { kind: 'village' }): State {
  const { village: open } = state;
  if (open?.awaited !== request) return state;
  const [, lang] = readAsked(open.asked);
  const { part, fits } = judged(open, run, state.figures?.run ?? null);
  return { ...state, village: fits ? { ...part, detail: found, run, lang } : part };
}

function saved(state: State, { request, path }: Reply & { kind: 'saved' }): State {
  const { saving, dialog, b, parked } = state;
  if (saving?.request !== request) return state;
  const { changes } = saving;
  return {
    ...state,
    saving: null,
    dialog: dialog?.kind === 'save' && dialog.awaited === request ? null : dialog,
    message: good(says.saved(path)),
    saved: saving.b === b ? changes : state.saved,
    parked: parked.map(each => (each.b === saving.b ? { ...each, saved: changes } : each)),
  };
}

function exported(state: State, { request, path, rows }: Reply & { kind: 'exported' }): State {
  const { exporting, dialog } = state;
  if (exporting !== request) return state;
  return {
    ...state,
    exporting: null,
    dialog: dialog?.kind === 'export' && dialog.awaited === request ? null : dialog,
    message: good(says.exported(path, rows)),
  };
}
