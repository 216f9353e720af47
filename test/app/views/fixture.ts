/** States as a session on the small county brings them about. */

import type { Request } from '../../../src/app/protocol.ts';
import { createSession } from '../../../src/app/session/session.ts';
import { begin, type InitialOptions } from '../../../src/app/state/initial.ts';
import { keyOf } from '../../../src/app/state/keys.ts';
import { reduce } from '../../../src/app/state/reduce.ts';
import type { Size, State } from '../../../src/app/state/state.ts';
import type { Lang } from '../../../src/language/label.ts';
import { amendment, plan, smallCounty } from '../session/drive.ts';

export const options: InitialOptions = {
  lang: 'zh',
  size: { columns: 80, rows: 24 },
  colour: false,
  policies: [],
  populations: [],
  chosen: [plan, amendment],
  population: smallCounty,
};

export interface Played {
  readonly state: () => State;
  /** Keys by their names, then whatever the session answers. */
  readonly press: (...keys: string[]) => Promise<State>;
}

/** The program without a terminal: keys in, states out, the session answers in between. */
export async function play(given: Partial<InitialOptions> = {}): Promise<Played> {
  let state: State;
  const session = createSession({
    post: reply => {
      const step = reduce(state, { kind: 'reply', reply: structuredClone(reply) });
      state = step.state;
      step.requests.forEach(hand);
    },
    now: () => 0,
  });
  const hand = (request: Request) => session.handle(request);
  const first = begin({ ...options, ...given });
  state = first.state;
  first.requests.forEach(hand);
  await session.idle();
  return {
    state: () => state,
    async press(...keys) {
      for (const name of keys) {
        const step = reduce(state, { kind: 'key', key: keyOf(name) });
        state = step.state;
        step.requests.forEach(hand);
        await session.idle();
      }
      return state;
    },
  };
}

/** The same state seen on another terminal. */
export function seen(state: State, lang: Lang, size: Size, colour = false): State {
  return reduce({ ...state, lang, colour }, { kind: 'resize', size }).state;
}
