/** Choosing policies and a population, and waiting for them. */
import { saying, still } from '../ask.ts';
import { moved } from '../cursor.ts';
import { abandoned, startLoading } from '../load.ts';
import { plain, says } from '../messages.ts';
import type { StartState } from '../screen-state.ts';
import type { State } from '../state.ts';
import { rowsOf } from '../window.ts';
import { always } from './anywhere.ts';
import { type Handlers, moves } from './handlers.ts';

const withStart = (state: State, start: Partial<StartState>): State => ({
  ...state,
  start: { ...state.start, ...start },
});

const underCursor = ({ start }: State) => start.policies[start.policyCursor.at];

export const startPolicies: Handlers<'start-policies'> = {
  ...always,
  ...moves((state, move) => {
    const { policies, policyCursor } = state.start;
    return withStart(state, {
      policyCursor: moved(policyCursor, move, policies.length, rowsOf('start', state)),
    });
  }),
  choose(state) {
    const path = underCursor(state)?.path;
    if (path === undefined) return saying(state, plain(says.nothingToChoose));
    const { chosen } = state.start;
    const without = chosen.filter(each => each !== path);
    return still(withStart(state, { chosen: without.length < chosen.length ? without : [...chosen, path] }));
  },
  'go-on'(state) {
    const { chosen } = state.start;
    const path = underCursor(state)?.path;
    if (chosen.length > 0) return still(withStart(state, { step: 'population' }));
    if (path === undefined) return saying(state, plain(says.nothingToChoose));
    return still(withStart(state, { step: 'population', chosen: [path] }));
  },
  back: state => still({ ...state, dialog: { kind: 'quit', to: 'terminal' } }),
};

export const startPopulation: Handlers<'start-population'> = {
  ...always,
  ...moves((state, move) => {
    const { populations, populationCursor } = state.start;
    const count = populations.length;
    return withStart(state, {
      populationCursor: moved(populationCursor, move, count, rowsOf('start', state)),
    });
  }),
  'go-on'(state) {
    const { populations, populationCursor } = state.start;
    const option = populations[populationCursor.at];
    return option ? startLoading(state, option.choice) : saying(state, plain(says.noPopulation));
  },
  back: state => still(withStart(state, { step: 'policies' })),
};

export const loading: Handlers<'loading'> = {
  language: always.language,
  quit: always.quit,
  leave: always.leave,
  cancel: state => still(abandoned(state)),
};
