/** Plays a game: keys pressed one after the other, each answered at once, every state looked at. */
import { expect } from 'vitest';
import type { Request } from '../../../src/app/protocol.ts';
import { consistent } from '../../../src/app/state/invariants.ts';
import { keyOf } from '../../../src/app/state/keys.ts';
import { reduce } from '../../../src/app/state/reduce.ts';
import type { Event, State } from '../../../src/app/state/state.ts';
import { type FakeSession, fakeSession, seeded } from './fake-session.ts';
import { fresh, policies } from './world.ts';

export interface Game {
  state: State;
  /** All that was asked for. */
  readonly requests: Request[];
  /** Answers are given at once; otherwise they are left. */
  answering: boolean;
  readonly session: FakeSession;
}

export const game = (state: State = fresh(), seed = 1): Game => ({
  state,
  requests: [],
  answering: true,
  session: fakeSession(seeded(seed)),
});

export function happen(play: Game, event: Event): void {
  const step = reduce(play.state, event);
  play.state = step.state;
  expect(consistent(play.state)).toEqual([]);
  play.requests.push(...step.requests);
  if (!play.answering) return;
  for (const request of step.requests)
    for (const reply of play.session.answers(request)) happen(play, { kind: 'reply', reply });
}

/** Names of keys with blanks between them; `'…'` types what is in it. */
export function press(play: Game, keys: string): Game {
  for (const [word] of keys.matchAll(/'[^']*'|\S+/g))
    if (word.length > 1 && word.startsWith("'"))
      happen(play, {
        kind: 'key',
        key: { name: 'char', text: word.slice(1, -1), ctrl: false, shift: false },
      });
    else happen(play, { kind: 'key', key: keyOf(word) });
  return play;
}

/** Of a kind the request asked for last. */
export function lastOf<K extends Request['kind']>(
  { requests }: Game,
  kind: K,
): (Request & { kind: K }) | undefined {
  return requests.findLast((request): request is Request & { kind: K } => request.kind === kind);
}

/** With these policies loaded, on the overview. */
export function opened(chosen: readonly number[] = [0, 1], seed = 1): Game {
  const paths = chosen.map(at => policies[at]!.path);
  return press(game(fresh({ chosen: paths }), seed), 'enter');
}
