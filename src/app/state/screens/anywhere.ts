/** Keys that mean the same on all screens. */
import { changing, saying, still } from '../ask.ts';
import { hasUnsaved, redone, undone } from '../changes.ts';
import { fieldOf } from '../field.ts';
import { abandoned } from '../load.ts';
import { plain, says } from '../messages.ts';
import { type Screen, type State, type Step, tabs } from '../state.ts';
import type { Handler } from './handlers.ts';
import { exportDialog, saveDialog } from './writing.ts';

/** A screen of the tabs; escape then leads to the overview. */
export const showing = (state: State, screen: Screen): State => ({ ...state, screen, back: [] });

/** A screen that is opened from this one, to which escape leads back. */
export function opening(state: State, screen: Screen): State {
  if (state.screen === screen) return state;
  const open = state.back.indexOf(screen);
  const back = open < 0 ? [state.screen, ...state.back] : state.back.slice(open + 1);
  return { ...state, screen, back };
}

/** Begins to type a filter or what to sort by. */
export function typingExpression(state: State, of: 'filter' | 'sort'): State {
  const { households } = state;
  const { filter, sort } = households;
  const field = fieldOf((of === 'filter' ? filter.expression : sort.expression) ?? '');
  return { ...state, households: { ...households, menu: null, editing: { ...field, of, awaited: null } } };
}

const parentTab: Partial<Record<Screen, (typeof tabs)[number]>> = {
  household: 'households',
  village: 'villages',
};

function turned(state: State, by: number): Step {
  const at = tabs.findIndex(tab => tab === (parentTab[state.screen] ?? state.screen));
  return still(showing(state, tabs[(at + by + tabs.length) % tabs.length]!));
}

const tab =
  (at: number): Handler =>
  state =>
    still(showing(state, tabs[at]!));

/** What was begun in the other language is asked for again by itself, since requests name theirs. */
export const language: Handler = state => still({ ...state, lang: state.lang === 'zh' ? 'en' : 'zh' });

export const leave: Handler = state => still({ ...state, quitting: true });

export const quit: Handler = state =>
  still(
    hasUnsaved(state) ? { ...state, dialog: { kind: 'quit', to: 'terminal' } } : { ...state, quitting: true },
  );

export const help: Handler = state => still({ ...state, dialog: { kind: 'help', top: 0 } });

export const always = { help, language, quit, leave };

function back(state: State): Step {
  const [before, ...rest] = state.back;
  if (before) return still({ ...state, screen: before, back: rest });
  if (state.screen === 'overview') return still({ ...state, dialog: { kind: 'quit', to: 'terminal' } });
  return still(showing(state, 'overview'));
}

export const toStart = (state: State): State => ({
  ...abandoned(state),
  start: { ...state.start, step: 'policies' },
});

export const anywhere = {
  ...always,
  back,
  'tab-1': tab(0),
  'tab-2': tab(1),
  'tab-3': tab(2),
  'tab-4': tab(3),
  'tab-5': tab(4),
  'next-screen': (state: State) => turned(state, 1),
  'previous-screen': (state: State) => turned(state, -1),
  'type-filter': (state: State) => still(typingExpression(opening(state, 'households'), 'filter')),
  undo(state: State) {
    const changes = undone(state.changes);
    return changes ? changing(state, changes) : saying(state, plain(says.nothingToUndo));
  },
  redo(state: State) {
    const changes = redone(state.changes);
    return changes ? changing(state, changes) : saying(state, plain(says.nothingToRedo));
  },
  reset(state: State) {
    if (state.changes.present.length === 0) return saying(state, plain(says.nothingChanged));
    return still({ ...state, dialog: { kind: 'reset' } });
  },
  save(state: State) {
    if (state.changes.present.length === 0) return saying(state, plain(says.nothingChanged));
    return still({ ...state, dialog: saveDialog(state) });
  },
  export: (state: State) => still({ ...state, dialog: exportDialog(state) }),
  side(state: State) {
    if (state.policies.length < 2) return saying(state, plain(says.onePolicy));
    return still({ ...state, dialog: { kind: 'side', cursor: { at: state.b, top: 0 } } });
  },
  others: (state: State) =>
    still(hasUnsaved(state) ? { ...state, dialog: { kind: 'quit', to: 'start' } } : toStart(state)),
} as const satisfies Readonly<Record<string, Handler>>;
