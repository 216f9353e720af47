/** A line that is being typed, wherever it is. */
import { asking, saying, still } from '../ask.ts';
import { edited, type FieldAction, typed } from '../field.ts';
import { plain, says } from '../messages.ts';
import { tried } from '../pages.ts';
import type { Field } from '../screen-state.ts';
import type { State, Step } from '../state.ts';
import { rowsOf } from '../window.ts';
import { leave } from './anywhere.ts';
import type { Handler, Handlers } from './handlers.ts';
import { submitFact } from './household.ts';
import { sortedBy, withHouseholds } from './households.ts';
import { submitValue } from './parameters.ts';
import { exporting, submitSave, withFormat } from './writing.ts';

/** The line that has the keys; null: none is being typed. */
export function activeField({ dialog, screen, parameters, households, household }: State): Field | null {
  if (dialog?.kind === 'save') return dialog[dialog.step];
  if (dialog?.kind === 'export') return dialog.path;
  if (dialog) return null;
  if (screen === 'parameters') return parameters.editing;
  if (screen === 'households') return households.editing;
  return screen === 'household' ? (household?.editing ?? null) : null;
}

function withField(state: State, field: Field): State {
  const { dialog, screen, parameters, households, household } = state;
  if (dialog?.kind === 'save') return { ...state, dialog: { ...dialog, [dialog.step]: field } };
  if (dialog?.kind === 'export') return { ...state, dialog: { ...dialog, path: field } };
  if (screen === 'parameters') return { ...state, parameters: { ...parameters, editing: field } };
  if (screen === 'households' && households.editing) {
    // What is being tried is no longer what stands there.
    const awaited = field.text === households.editing.text ? households.editing.awaited : null;
    return withHouseholds(state, { editing: { ...households.editing, ...field, awaited } });
  }
  if (household?.editing)
    return { ...state, household: { ...household, editing: { ...household.editing, ...field } } };
  return state;
}

export function inserted(state: State, text: string): State {
  const field = activeField(state);
  if (!field) return state;
  const next = typed(field, text);
  return next === field ? state : withField(state, next);
}

const editing =
  (action: FieldAction): Handler =>
  state => {
    const field = activeField(state);
    return still(field ? withField(state, edited(field, action)) : state);
  };

/** The session reads the expression before it holds; none holds at once. */
function submitExpression(state: State): Step {
  const { households, lang } = state;
  const open = households.editing!;
  if (open.awaited !== null) return saying(state, plain(says.notLoadedYet));
  const { filter, sort } = tried(households, open);
  if (open.text.trim() === '') {
    const cleared = withHouseholds(state, { filter, editing: null, cursor: { at: 0, top: 0 } });
    return still(
      open.of === 'sort' && households.sort.by === 'expression' ? sortedBy(cleared, sort) : cleared,
    );
  }
  const limit = Math.max(100, rowsOf('households', state) * 6);
  return asking(
    withHouseholds(state, { editing: { ...open, problem: [], mark: null, awaited: state.next } }),
    {
      kind: 'page',
      filter,
      sort,
      offset: 0,
      limit,
      lang,
    },
  );
}

function submit(state: State): Step {
  const { dialog, screen, households } = state;
  if (dialog?.kind === 'save') return submitSave(state, dialog);
  if (dialog?.kind === 'export') return exporting(state, dialog);
  if (screen === 'parameters') return submitValue(state);
  if (screen === 'households' && households.editing) return submitExpression(state);
  return submitFact(state);
}

function cancel(state: State): Step {
  const { dialog, screen, parameters, household } = state;
  if (dialog?.kind === 'save' && dialog.step === 'path') {
    // What is being written is told of by a message then; the path may become another one.
    const path = { ...dialog.path, problem: [] };
    return still({ ...state, dialog: { ...dialog, step: 'name', path, awaited: null } });
  }
  if (dialog) return still({ ...state, dialog: null });
  if (screen === 'parameters') return still({ ...state, parameters: { ...parameters, editing: null } });
  if (screen === 'households') return still(withHouseholds(state, { editing: null }));
  return still(household ? { ...state, household: { ...household, editing: null } } : state);
}

export const typing: Handlers<'typing'> = {
  submit,
  cancel,
  'caret-left': editing('caret-left'),
  'caret-right': editing('caret-right'),
  'caret-first': editing('caret-first'),
  'caret-last': editing('caret-last'),
  'rub-out': editing('rub-out'),
  delete: editing('delete'),
  'clear-before': editing('clear-before'),
  'clear-after': editing('clear-after'),
  'clear-word': editing('clear-word'),
  leave,
};

const format =
  (by: 1 | -1): Handler =>
  state =>
    still(state.dialog?.kind === 'export' ? { ...state, dialog: withFormat(state.dialog, by) } : state);

export const exportPath: Handlers<'export-path'> = {
  ...typing,
  'next-format': format(1),
  'previous-format': format(-1),
};
