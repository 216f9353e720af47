/** What there is without policies and a population. */
import type { Cursor } from './screen-state.ts';
import type { State } from './state.ts';

export const firstLine: Cursor = { at: 0, top: 0 };

type World = Omit<State, 'lang' | 'size' | 'colour' | 'start' | 'next' | 'quitting'>;

/** All that comes with policies and a population. */
export const nothingLoaded: World = {
  screen: 'start',
  back: [],
  dialog: null,
  message: null,
  loading: null,
  busy: null,
  loaded: 0,
  policies: [],
  population: null,
  b: 0,
  changes: { past: [], present: [], future: [] },
  saved: [],
  parked: [],
  figures: null,
  run: null,
  saving: null,
  exporting: null,
  overview: { top: 0 },
  transitions: { mode: 'heat', count: 'households', row: 0, column: 0, cursor: firstLine },
  parameters: {
    cursor: firstLine,
    end: 0,
    editing: null,
    figure: { kind: 'money' },
    curve: null,
    curveRun: null,
    asked: null,
    awaited: null,
  },
  households: {
    filter: {},
    sort: { by: 'id', descending: false },
    cursor: firstLine,
    page: null,
    editing: null,
    menu: null,
    asked: null,
    awaited: null,
  },
  household: null,
  villages: {
    sort: { by: 'id', descending: false },
    cursor: firstLine,
    page: null,
    menu: null,
    asked: null,
    awaited: null,
  },
  village: null,
};
