/** What a key, an answer of the session or another size of the terminal makes of the state. */
import { still } from './ask.ts';
import type { Context } from './key-tables.ts';
import { actionOf, contextOf } from './keys.ts';
import { normalised } from './normalise.ts';
import { replied } from './replies.ts';
import { helping, picking, question } from './screens/dialogs.ts';
import { filters } from './screens/filters.ts';
import type { Handler, Handlers } from './screens/handlers.ts';
import { household } from './screens/household.ts';
import { households } from './screens/households.ts';
import { overview } from './screens/overview.ts';
import { parameters } from './screens/parameters.ts';
import { loading, startPolicies, startPopulation } from './screens/start.ts';
import { transitions } from './screens/transitions.ts';
import { activeField, exportPath, inserted, typing } from './screens/typing.ts';
import { village, villages } from './screens/villages.ts';
import type { Event, Key, State, Step } from './state.ts';
import { supplied } from './supply.ts';

const handlers: { readonly [C in Context]: Handlers<C> } = {
  'start-policies': startPolicies,
  'start-population': startPopulation,
  loading,
  overview,
  transitions,
  parameters,
  households,
  household,
  villages,
  village,
  typing,
  filters,
  picking,
  asking: question,
  'export-path': exportPath,
  help: helping,
};

export function reduce(state: State, event: Event): Step {
  const first = handled(state, event);
  const next = supplied(normalised(first.state));
  return { state: next.state, requests: [...first.requests, ...next.requests] };
}

function handled(state: State, event: Event): Step {
  switch (event.kind) {
    case 'resize':
      return still({ ...state, size: event.size });
    case 'reply':
      return replied(state, event.reply);
    case 'key':
      return pressed(state.message ? { ...state, message: null } : state, event.key);
  }
}

/** So many characters typed at once are taken for keys; more are none. */
const TYPED_AT_ONCE = 200;

function pressed(state: State, key: Key): Step {
  if (state.quitting) return still(state);
  const typed = [...key.text];
  if (key.name === 'paste') return still(inserted(state, key.text));
  // Keys that came faster than they were read, unless all of them go into one line.
  if (key.name === 'char' && typed.length > 1 && !key.ctrl && activeField(state) === null)
    return oneByOne(state, typed.slice(0, TYPED_AT_ONCE), key);
  return once(state, key);
}

function oneByOne(state: State, characters: readonly string[], key: Key): Step {
  let step = still(state);
  for (const text of characters) {
    const next = once(normalised(step.state), { ...key, text });
    step = { state: next.state, requests: [...step.requests, ...next.requests] };
  }
  return step;
}

function once(state: State, key: Key): Step {
  if (state.quitting) return still(state);
  const context = contextOf(state);
  const action = actionOf(context, key);
  if (action !== null) return (handlers[context] as Readonly<Record<string, Handler>>)[action]!(state, key);
  return still(key.name === 'char' && !key.ctrl ? inserted(state, key.text) : state);
}
