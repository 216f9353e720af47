/** Policies and a population are chosen: what was there before goes. */
import type { PopulationChoice, Reply } from '../protocol.ts';
import { asking, running } from './ask.ts';
import { says } from './messages.ts';
import { nothingLoaded } from './nothing.ts';
import type { State, Step } from './state.ts';

export function startLoading(state: State, population: PopulationChoice): Step {
  const { chosen, on } = state.start;
  const loading = { request: state.next, doing: says.loading, share: null };
  return asking({ ...state, ...nothingLoaded, loading }, { kind: 'load', policies: chosen, population, on });
}

/** Everything is there; the first run is asked for. B is the second policy, or the one policy again. */
export function loaded(state: State, { request, policies, population }: Reply & { kind: 'loaded' }): Step {
  if (state.loading?.request !== request) return { state, requests: [] };
  const b = policies.length > 1 ? 1 : 0;
  const loading = { request: state.next, doing: says.deciding, share: null };
  return running({ ...state, loaded: request, policies, population, b, loading }, b, []);
}

/** Back to choosing, without anything loaded. */
export function abandoned(state: State): State {
  return { ...state, ...nothingLoaded };
}
