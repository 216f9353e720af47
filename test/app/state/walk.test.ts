/** A random walk over the keys of all screens, with answers late, lost, out of order and refused. */
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/app/protocol.ts';
import { consistent } from '../../../src/app/state/invariants.ts';
import { bindingsOf, contextOf, keyOf } from '../../../src/app/state/keys.ts';
import { reduce } from '../../../src/app/state/reduce.ts';
import type { Event, Key, State } from '../../../src/app/state/state.ts';
import { below, fakeSession, oneOf, type Random, seeded } from './fake-session.ts';
import { fresh, policies } from './world.ts';

const KEYS = 10_000;
const texts = [
  '0',
  '7',
  '6000',
  '1.2 至 1.5',
  '待定',
  '收入 低于',
  '\u001b[31m',
  '😀',
  'jjj',
  'x'.repeat(600),
  ' ',
];
const names: readonly Key['name'][] = ['up', 'down', 'left', 'right', 'enter', 'escape', 'tab', 'backspace'];

/** What leaves the policies loaded is pressed seldom. */
const ends: ReadonlySet<string> = new Set(['ctrl-c', 'q', 'O', 'y', 'escape']);

/** Mostly a key that means something here. */
function someKey(state: State, random: Random): Key {
  // Lines that are typed are left soon, or nothing else would be seen.
  if (['typing', 'export-path', 'help'].includes(contextOf(state)) && random() < 0.3)
    return keyOf(oneOf(random, ['enter', 'escape']));
  const draw = random();
  if (draw < 0.06) {
    const name = random() < 0.3 ? 'paste' : 'char';
    return { name, text: oneOf(random, texts), ctrl: false, shift: false };
  }
  if (draw < 0.14)
    return { name: oneOf(random, names), text: '', ctrl: random() < 0.1, shift: random() < 0.2 };
  if (draw < 0.2) return keyOf(oneOf(random, [...'abcdefghijklmnoprstuvxyzRSULO?/<>[]0123456789']));
  if (draw < 0.22) return keyOf(oneOf(random, ['3', 'b', 'b', 'right', '4']));
  const keys = bindingsOf(contextOf(state)).flatMap(each => each.keys);
  const key = oneOf(random, keys);
  return keyOf(ends.has(key) && random() < 0.9 ? oneOf(random, ['down', 'enter']) : key);
}

function someEvent(state: State, random: Random, waiting: Reply[]): Event {
  const draw = random();
  if (draw < 0.01)
    return { kind: 'resize', size: { columns: 1 + below(random, 200), rows: 1 + below(random, 60) } };
  if (draw < 0.4 && waiting.length > 0) {
    const at = random() < 0.7 ? 0 : below(random, waiting.length);
    const [reply] = waiting.splice(at, 1);
    return { kind: 'reply', reply: reply! };
  }
  return { kind: 'key', key: someKey(state, random) };
}

/** What is shown as of one run is of that run, and in no case of another policy than is shown. */
function mixed({ figures, households, villages, household, village, parameters }: State): string[] {
  const wrong: string[] = [];
  const must = (holds: boolean, what: string) => holds || wrong.push(what);
  const { page } = households;
  must(!page || page.rows.every(({ id }) => id.startsWith(`run${page.run}-`)), 'households of another run');
  must(
    !villages.page || villages.page.rows.every(line => line.households === villages.page?.run),
    'villages',
  );
  must(!household?.detail || household.detail.id === `run${household.run}`, 'a household of another run');
  must(!village?.detail || village.detail.line.households === village.run, 'a village of another run');
  must(parameters.curve?.points.every(({ low }) => low === parameters.curveRun) ?? true, 'a curve');
  const shown = figures?.sides[1].outcomes;
  must(
    figures?.sides.every(side => side.outcomes.every(each => each.households === figures.run)) ?? true,
    'figures',
  );
  must(
    !villages.page || villages.page.rows.every(line => line.outcomes[1].length === shown?.length),
    'policy',
  );
  must(
    !page || page.rows.every(({ b }) => shown?.some(({ key }) => key === b)),
    'outcomes of another policy',
  );
  return wrong;
}

/** Figures only ever give way to newer ones. */
function backwards({ figures: before, loaded }: State, after: State): string[] {
  const same = before && after.figures && loaded === after.loaded;
  return same && after.figures.run < before.run ? ['older figures'] : [];
}

interface Walked {
  /** How often each was seen. */
  readonly screens: ReadonlyMap<string, number>;
  readonly contexts: ReadonlyMap<string, number>;
}

function walk(seed: number): Walked {
  const random = seeded(seed);
  const session = fakeSession(random, { failures: 0.1 });
  const waiting: Reply[] = [];
  const begin = () => {
    const chosen = random() < 0.7 ? policies.map(({ path }) => path) : [];
    return fresh({ lang: random() < 0.5 ? 'zh' : 'en', chosen });
  };
  let state = begin();
  let last = 0;
  const screens = new Map<string, number>();
  const contexts = new Map<string, number>();
  const seen = (all: Map<string, number>, what: string) => all.set(what, (all.get(what) ?? 0) + 1);
  for (let keys = 0; keys < KEYS; ) {
    const event = someEvent(state, random, waiting);
    if (event.kind === 'key') keys++;
    const before = state;
    const step = reduce(state, event);
    state = step.state;
    const wrong = [...consistent(state), ...mixed(state), ...backwards(before, state)];
    if (wrong.length > 0) {
      const told = JSON.stringify(event).slice(0, 300);
      throw new Error(`seed ${seed}, key ${keys}, ${before.screen} ${contextOf(before)}, ${told}: ${wrong}`);
    }
    for (const request of step.requests) {
      expect(request.request).toBeGreaterThan(last);
      last = request.request;
      // Some answers are lost.
      if (random() < 0.9) waiting.push(...session.answers(request));
    }
    seen(screens, state.screen);
    seen(contexts, contextOf(state));
    if (state.quitting) {
      state = { ...begin(), next: state.next };
      waiting.length = 0;
    }
  }
  return { screens, contexts };
}

describe('random walks', () => {
  test.each([1, 2, 3])('ten thousand keys lead nowhere impossible (seed %i)', seed => {
    const { screens } = walk(seed);
    expect(screens.size).toBe(8);
  });

  test('other walks (a new seed each day)', () => {
    const seed = Math.floor(Date.now() / 86_400_000);
    const { contexts } = walk(seed);
    console.log(`walk with seed ${seed}:`, Object.fromEntries(contexts));
    expect(contexts.size).toBeGreaterThan(12);
  });
});
