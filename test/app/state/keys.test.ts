/** The table of keys tells the truth: each of its keys does something on its screen. */
import { describe, expect, test } from 'vitest';
import { type Context, keyTables } from '../../../src/app/state/key-tables.ts';
import { bindingsOf, contextOf, keyLine, keyName, keyOf, keySign } from '../../../src/app/state/keys.ts';
import { reduce } from '../../../src/app/state/reduce.ts';
import type { State } from '../../../src/app/state/state.ts';
import { type Game, game, opened, press } from './play.ts';
import { fresh } from './world.ts';

/** In the midst of something, so that every key can do its part: a change to undo and one to redo, on the third screen. */
const amidst = (): Game => press(opened(), '3 l l u');

const stages: Readonly<Record<Context, () => Game>> = {
  'start-policies': () => press(game(), 'down space'),
  'start-population': () => press(game(), 'enter down'),
  loading() {
    const play = press(game(), 'enter');
    play.answering = false;
    return press(play, 'enter');
  },
  overview: () => press(amidst(), 'shift-tab shift-tab page-down down'),
  transitions: () => press(amidst(), 'shift-tab down right'),
  parameters: () => press(opened(), '3 down l l u'),
  households: () => filled(press(amidst(), 'tab'), 'households'),
  household: () => filled(press(amidst(), 'tab'), 'household'),
  villages: () => filled(press(amidst(), 'tab tab'), 'villages'),
  village: () => filled(press(amidst(), 'tab tab'), 'village'),
  typing: () => press(opened(), "3 enter ctrl-a ctrl-k 'abc def' left left"),
  filters: () => press(opened(), '4 f right down'),
  picking: () => press(opened(), '3 f down down down'),
  asking: () => press(opened(), '3 l R'),
  'export-path': () => press(opened(), 'e left left left'),
  help: () => press(opened(), '4 ? down'),
};

/** Until the session made up enough lines to be in the midst of. */
function filled(play: Game, of: 'households' | 'household' | 'villages' | 'village'): Game {
  for (let tries = 0; tries < 400; tries++) {
    if (of === 'households' || of === 'household') {
      press(play, '4 r x');
      if ((play.state.households.page?.total ?? 0) < 200) continue;
      press(play, 'down f down down right escape');
      if ((play.state.households.page?.total ?? 0) < 200) continue;
      press(play, 'down down page-down page-down down');
      if (of === 'households' && (play.state.households.page?.total ?? 0) > 200) return play;
      press(play, 'enter');
      if (play.state.screen === 'household') return press(play, 'down down l up');
    } else {
      press(play, '5 r');
      if (play.state.villages.page?.total !== 400) continue;
      press(play, 'down down page-down down');
      if (of === 'villages') return play;
      press(play, 'enter');
      if (play.state.screen === 'village' && play.state.village!.detail!.displaced.length > 9)
        return press(play, 'down down page-down up');
    }
  }
  throw new Error(`no lines for ${of}`);
}

/** The key of the screen that is seen. */
const isHereAlready = (context: string, action: string): boolean =>
  ['overview tab-1', 'transitions tab-2', 'households tab-4', 'villages tab-5'].includes(
    `${context} ${action}`,
  );

describe.each(Object.keys(stages) as Context[])('keys: %s', context => {
  const stage = stages[context]();

  test('is what takes the keys', () => {
    expect(contextOf(stage.state)).toBe(context);
  });

  const bindings = bindingsOf(context).flatMap(({ action, keys }) => keys.map(key => [key, action] as const));
  test.each(bindings)('%s (%s) does something', (key, action) => {
    const state: State = { ...stage.state, message: null };
    const step = reduce(state, { kind: 'key', key: keyOf(key) });
    const changed = step.requests.length > 0 || JSON.stringify(step.state) !== JSON.stringify(state);
    expect(changed).toBe(!isHereAlready(context, action));
  });
});

describe('the table', () => {
  test('names each action in both languages, and each key once', () => {
    for (const context of Object.keys(keyTables) as Context[]) {
      const keys = bindingsOf(context).flatMap(each => each.keys);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { words } of bindingsOf(context)) expect(words.zh !== '' && words.en !== '').toBe(true);
    }
  });

  test('a figure types a value among the parameters, and changes screens elsewhere', () => {
    expect(bindingsOf('parameters').some(({ action }) => action === 'tab-1')).toBe(false);
    expect(bindingsOf('overview').some(({ action }) => action === 'tab-1')).toBe(true);
    // So the way on is among the first keys told.
    const [first, ...others] = keyLine(press(opened(), '3').state)
      .filter(({ action }) => action.endsWith('-screen'))
      .map(({ action }) => action);
    expect([first, others]).toEqual(['next-screen', ['previous-screen']]);
  });

  test('reads keys of Chinese input methods as what they stand for', () => {
    const named = (text: string) => keyName({ name: 'char', text, ctrl: false, shift: false });
    expect(['？', '、', 'ｊ', '》', '　'].map(named)).toEqual(['?', '/', 'j', '>', 'space']);
  });

  test('shows keys as the reader finds them', () => {
    expect(['up', 'shift-left', 'ctrl-r', 'escape', 'x'].map(name => keySign(name, 'en'))).toEqual([
      '↑',
      'Shift-←',
      'Ctrl-R',
      'Esc',
      'x',
    ]);
    expect([keySign('space', 'zh'), keySign('space', 'en')]).toEqual(['空格', 'Space']);
  });

  test('the line at the bottom begins with what matters most', () => {
    expect(keyLine(fresh())[0]!.action).toBe('choose');
    expect(keyLine(opened().state).map(each => each.action)).toContain('help');
  });
});
