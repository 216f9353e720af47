/** Requests to the session, numbered. */
import type { Change, Request } from '../protocol.ts';
import type { History, State, Step } from './state.ts';

type Unnumbered = Request extends infer R ? (R extends Request ? Omit<R, 'request'> : never) : never;

export const still = (state: State): Step => ({ state, requests: [] });

/** One more request; its number is `state.next` as it was before. */
export function asking(state: State, body: Unnumbered): Step {
  return {
    state: { ...state, next: state.next + 1 },
    requests: [{ ...body, request: state.next } as Request],
  };
}

/** Another run, of these changes to this B: all figures follow. */
export function running(state: State, b: number, changes: readonly Change[]): Step {
  return asking({ ...state, run: state.next }, { kind: 'run', b, changes });
}

/** The parameters of B are changed, on or back. */
export function changing(state: State, changes: History): Step {
  return running({ ...state, changes }, state.b, changes.present);
}

export const saying = (state: State, message: State['message']): Step => still({ ...state, message });
