/** How the keys of a context are taken care of: one function for each action of its table. */
import type { Move } from '../cursor.ts';
import type { ActionOf, Context } from '../key-tables.ts';
import type { Key, State, Step } from '../state.ts';

export type Handler = (state: State, key: Key) => Step;
export type Handlers<C extends Context> = Readonly<Record<ActionOf<C>, Handler>>;

/** The six ways to move in a list. */
export function moves(by: (state: State, move: Move) => State): Readonly<Record<Move, Handler>> {
  const move =
    (way: Move): Handler =>
    state => ({ state: by(state, way), requests: [] });
  return {
    up: move('up'),
    down: move('down'),
    'page-up': move('page-up'),
    'page-down': move('page-down'),
    first: move('first'),
    last: move('last'),
  };
}
