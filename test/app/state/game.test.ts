/** What the keys do, screen by screen, with a session that answers at once. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasUnsaved } from '../../../src/app/state/changes.ts';
import { begin } from '../../../src/app/state/initial.ts';
import { flowsOf } from '../../../src/app/state/matrix.ts';
import { isStale, lineAt } from '../../../src/app/state/select.ts';
import type { Screen } from '../../../src/app/state/state.ts';
import { type Game, game, happen, lastOf, opened, press } from './play.ts';
import { folder, fresh, options, policies } from './world.ts';

const present = ({ state }: Game) => state.changes.present;

describe('starting', () => {
  test('drafts stand under their policies, recent ones first', () => {
    expect(fresh().start.policies.map(({ path }) => path.split('/').at(-1))).toEqual([
      'other',
      'plan',
      'draft',
    ]);
  });

  test('two policies and a population are chosen, loaded and run', () => {
    const play = press(game(), 'down space down space enter enter');
    expect(lastOf(play, 'load')).toMatchObject({
      policies: [policies[0]!.path, policies[1]!.path],
      population: folder,
    });
    expect(play.state).toMatchObject({ screen: 'overview', b: 1, loading: null, run: null });
  });

  test('enter alone takes the policy under the cursor, compared with itself', () => {
    const play = press(game(), 'enter enter');
    expect(lastOf(play, 'load')?.policies).toEqual([policies[2]!.path]);
    expect(play.state.b).toBe(0);
  });

  test('the command line leaves nothing to choose, or only the population', () => {
    const step = begin({ ...options, chosen: ['x.yaml', 'y.yaml'], population: folder, on: '2020-01-01' });
    expect(step.requests).toMatchObject([{ kind: 'load', policies: ['x.yaml', 'y.yaml'], on: '2020-01-01' }]);
    expect(fresh({ chosen: ['x.yaml'] }).start.step).toBe('population');
  });

  test('loading can be given up, and what then comes is dropped', () => {
    const play = press(game(), 'enter');
    play.answering = false;
    press(play, 'enter escape');
    expect(play.state).toMatchObject({ loading: null, screen: 'start' });
    for (const reply of play.session.answers(lastOf(play, 'load')!)) happen(play, { kind: 'reply', reply });
    expect(play.state.policies).toEqual([]);
  });
});

describe('parameters', () => {
  test('each step asks for a run of all changes, then for the curve beside it', () => {
    const play = press(opened(), '3 right');
    const value = [{ parameter: 'line', cell: null, value: '5100' }];
    expect(lastOf(play, 'run')).toMatchObject({ b: 1, changes: value });
    expect(lastOf(play, 'sweep')).toMatchObject({ parameter: 'line', changes: value });
    expect(lastOf(play, 'sweep')!.request).toBeGreaterThan(lastOf(play, 'run')!.request);
    expect(isStale(play.state, 'curve')).toBe(false);
  });

  test('a value is typed at once, in ranges too', () => {
    const play = press(opened(), "3 6 '500' enter");
    expect(present(play)).toEqual([{ parameter: 'line', cell: null, value: '6500' }]);
    press(play, "enter ctrl-u '4000 至 5000' enter ] right");
    expect(present(play)).toEqual([{ parameter: 'line', cell: null, value: ['4000', '5100'] }]);
  });

  test('what is no value stays to be mended', () => {
    const play = press(opened(), "3 9 '9999' enter");
    expect(play.state.parameters.editing?.problem).toHaveLength(1);
    expect(present(play)).toEqual([]);
    expect(press(play, 'escape').state.parameters.editing).toBeNull();
  });

  test('the value of the policy is no change', () => {
    expect(present(press(opened(), '3 right left'))).toEqual([]);
    expect(present(press(opened(), '3 right right backspace'))).toEqual([]);
    expect(present(press(opened(), '3 o'))).toEqual([{ parameter: 'line', cell: null, value: null }]);
  });

  test('cells are changed beside their parameter', () => {
    const play = press(opened(), '3 down down down right down right');
    expect(present(play).map(({ parameter, cell, value }) => [parameter, cell, value])).toEqual([
      ['share', null, '31'],
      ['share', 'poor', '41'],
    ]);
  });

  const change = fc.constantFrom(
    'right',
    'left',
    'shift-right',
    'o',
    'down',
    'up',
    'enter escape',
    'backspace',
  );

  test('undo takes back each change, redo brings it again', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), keys => {
        const play = press(opened(), '3');
        const history = [present(play)];
        for (const key of keys) {
          const before = play.state.changes.past.length;
          press(play, key);
          if (play.state.changes.past.length > before) history.push(present(play));
        }
        const all = [...history];
        for (const state of history.toReversed()) {
          expect(present(play)).toEqual(state);
          press(play, 'u');
        }
        expect(present(play)).toEqual([]);
        for (const state of all.slice(1)) expect(present(press(play, 'ctrl-r'))).toEqual(state);
        expect(play.state.figures?.changes).toEqual(present(play));
      }),
      { numRuns: 60 },
    );
  });

  test('reset asks, and can be undone', () => {
    const play = press(opened(), '3 right down right R');
    expect(play.state.dialog?.kind).toBe('reset');
    expect(present(press(play, 'enter'))).toEqual([]);
    expect(present(press(play, 'u'))).toHaveLength(2);
  });

  test('another B keeps the changes of the one before for later', () => {
    const play = press(opened([0, 1, 2]), '3 right b end enter');
    expect(play.state).toMatchObject({ b: 2, changes: { present: [] } });
    expect(hasUnsaved(play.state)).toBe(true);
    expect(present(press(play, 'b up enter'))).toHaveLength(1);
  });

  test('what the session refuses is taken back, with its words', () => {
    const play = press(opened(), '3 right');
    play.answering = false;
    press(play, 'right');
    const texts = [{ zh: '不行。', en: 'No.' }];
    const { request } = lastOf(play, 'run')!;
    happen(play, { kind: 'reply', reply: { kind: 'failed', request, texts, at: null, suggestion: null } });
    expect(present(play)).toEqual([{ parameter: 'line', cell: null, value: '5100' }]);
    expect(play.state.message).toEqual({ tone: 'bad', texts });
  });
});

describe('runs', () => {
  test('figures of an earlier run never replace those of a later one', () => {
    const play = press(opened(), '3');
    play.answering = false;
    const runs = ['right', 'right', 'right'].map(key => lastOf(press(play, key), 'run')!);
    const replies = runs.flatMap(run => play.session.answers(run));
    happen(play, { kind: 'reply', reply: replies[2]! });
    expect(play.state).toMatchObject({ run: null, figures: { run: runs[2]!.request } });
    happen(play, { kind: 'reply', reply: replies[0]! });
    expect(play.state.figures?.run).toBe(runs[2]!.request);
  });

  test('those in between are shown until the newest come, and nothing is asked beside them', () => {
    const play = press(opened(), '3');
    play.answering = false;
    const runs = ['right', 'right', 'right'].map(key => lastOf(press(play, key), 'run')!);
    const replies = runs.flatMap(run => play.session.answers(run));
    const asked = play.requests.length;
    happen(play, { kind: 'reply', reply: replies[1]! });
    expect(play.state).toMatchObject({ run: runs[2]!.request, figures: { run: runs[1]!.request } });
    happen(play, { kind: 'reply', reply: replies[0]! });
    expect(play.state.figures?.run).toBe(runs[1]!.request);
    expect(play.requests.length).toBe(asked);
    happen(play, { kind: 'reply', reply: replies[2]! });
    expect(play.requests.slice(asked).map(({ kind }) => kind)).toEqual(['sweep']);
  });

  test('with another B go lists of the one before, and filters by cards that it does not have', () => {
    const play = press(opened([0, 1, 2]), '4 f down right escape');
    expect(play.state.households.filter.b).toBe('card:red');
    play.answering = false;
    press(play, 'b down enter');
    expect(play.state.households.filter.b).toBeNull();
    for (const reply of play.session.answers(lastOf(play, 'run')!)) happen(play, { kind: 'reply', reply });
    expect(play.state.households.page).toBeNull();
  });

  test('where another B cannot be run, the one before is B again, with its changes', () => {
    const play = press(opened([0, 1, 2]), '3 right b');
    play.answering = false;
    press(play, 'end enter');
    const { request } = lastOf(play, 'run')!;
    happen(play, {
      kind: 'reply',
      reply: { kind: 'failed', request, texts: [], at: null, suggestion: null },
    });
    expect(play.state).toMatchObject({ b: 1, run: null });
    expect(present(play)).toHaveLength(1);
  });

  test('a page stays as of its own run until the one of the run shown comes', () => {
    const play = press(opened(), '3 right tab');
    for (let tries = 0; tries < 99 && !play.state.households.page?.rows.length; tries++) press(play, 'r');
    const before = play.state.households.page!;
    play.answering = false;
    press(play, 'u');
    const asked = play.requests.length;
    const run = lastOf(play, 'run')!;
    for (const reply of play.session.answers(run)) happen(play, { kind: 'reply', reply });
    expect(play.state.households.page).toBe(before);
    expect(isStale(play.state, 'households')).toBe(true);
    const page = play.requests[asked]!;
    expect(page.kind).toBe('page');
    for (const reply of play.session.answers(page)) happen(play, { kind: 'reply', reply });
    expect(play.state.households.page?.run).toBe(run.request);
    expect(isStale(play.state, 'households')).toBe(false);
  });

  test('another language asks for what is written in it', () => {
    const play = press(opened(), '3 tab');
    const { request } = lastOf(play, 'page')!;
    expect(lastOf(press(play, 'L'), 'page')).toMatchObject({ lang: 'en' });
    expect(lastOf(play, 'page')!.request).toBeGreaterThan(request);
  });
});

describe('ways', () => {
  test('a cell of the matrix leads to its households, one of them to its reasons, and back', () => {
    for (let seed = 1; seed < 40; seed++) {
      const play = press(opened([0, 1], seed), '2 v');
      const cell = play.state.figures!.matrix.length > 0;
      press(play, 'enter');
      if (!cell || !lineAt(play.state.households.page, 0)) continue;
      const { a, b } = play.state.households.filter;
      expect(play.state.figures!.matrix.some(({ from, to }) => from === a && to === b)).toBe(true);
      expect(press(play, 'enter').state.screen).toBe('household');
      const ways: Screen[] = ['households', 'transitions', 'overview'];
      for (const screen of ways) expect(press(play, 'escape').state.screen).toBe(screen);
      expect(press(play, 'escape').state.dialog).toEqual({ kind: 'quit', to: 'terminal' });
      return;
    }
    throw new Error('no cell');
  });

  test('escape leads to the overview and the question whether to quit, from wherever', () => {
    const keys = fc.constantFrom(...'2345fSbeso?/hjkl'.split(''), 'enter', 'tab', 'down', 'right');
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 30 }), fc.integer(), (pressed, seed) => {
        const play = opened([0, 1, 2], seed);
        press(play, pressed.join(' '));
        for (let at = 0; at < 12 && play.state.dialog?.kind !== 'quit'; at++) press(play, 'escape');
        expect(play.state).toMatchObject({ dialog: { kind: 'quit' }, screen: 'overview', quitting: false });
      }),
      { numRuns: 80 },
    );
  });

  test('a filter is tried before it holds; its mistakes are marked', () => {
    const play = opened();
    play.answering = false;
    press(play, "/ ' 收入 低于 x' enter");
    const { request, filter } = lastOf(play, 'page')!;
    expect(filter).toEqual({ expression: '收入 低于 x' });
    const texts = [{ zh: '没有 x。', en: 'No x.' }];
    const failure = { kind: 'failed', request, texts, at: { start: 6, end: 7 }, suggestion: null } as const;
    happen(play, { kind: 'reply', reply: failure });
    expect(play.state.households.editing).toMatchObject({ problem: texts, mark: { start: 7, end: 8 } });
    expect(play.state.households.filter).toEqual({});
    play.answering = true;
    press(play, "backspace '4000' enter");
    expect(play.state.households).toMatchObject({ editing: null, filter: { expression: '收入 低于 4000' } });
  });

  test('flows that change come first, the largest first', () => {
    const flows = flowsOf(opened([0, 1], 5).state);
    const order = flows.map(({ same, households }) => [Number(same), -households] as const);
    expect(order).toEqual(order.toSorted((one, other) => one[0] - other[0] || one[1] - other[1]));
    expect(new Set(flows.map(({ same }) => same)).size).toBe(2);
  });

  test('picking what it is sorted by already turns the order round', () => {
    const play = press(opened(), '4 S down enter');
    expect(play.state.households.sort).toEqual({ by: 'people', descending: false });
    expect(press(play, 'S enter').state.households.sort.descending).toBe(true);
    expect(press(play, '5 S end enter S enter').state.villages.sort).toEqual({
      by: 'gain',
      descending: true,
    });
  });

  test('a township takes villages of others out of the filter, and out of the list', () => {
    const play = press(opened(), '4 f end up enter end enter');
    expect(play.state.households.filter).toEqual({ village: 'v3' });
    press(play, 'up enter down enter');
    expect(play.state.households.filter).toEqual({ village: null, township: 't1' });
    press(play, 'down enter end enter');
    expect(play.state.households.filter).toEqual({ village: 'v2', township: 't1' });
  });

  test('a million rows are paged through with little asked', () => {
    for (let seed = 1; seed < 60; seed++) {
      const play = press(opened([0], seed), '4');
      if (play.state.households.page?.total !== 1_000_000) continue;
      play.answering = false;
      press(play, 'end');
      const { offset, limit } = lastOf(play, 'page')!;
      expect(offset + limit).toBeGreaterThanOrEqual(1_000_000);
      expect(play.state.households.cursor.at).toBe(999_999);
      const asked = play.requests.length;
      press(play, 'up '.repeat(60));
      expect(play.requests.length - asked).toBeLessThan(8);
      return;
    }
    throw new Error('no million');
  });
});

describe('files', () => {
  test('who goes back to the name while a draft is being written is not asked about its file', () => {
    const play = press(opened(), '3 right s enter');
    play.answering = false;
    press(play, 'enter escape');
    const { request } = lastOf(play, 'save')!;
    const told = { kind: 'failed', request, texts: [], at: null, suggestion: null, exists: true } as const;
    happen(play, { kind: 'reply', reply: told });
    expect(play.state.dialog).toMatchObject({ step: 'name', overwrite: false });
    expect(play.state.saving).toBeNull();
  });

  test('a draft is named, placed, and asked about where there is one; then nothing is unsaved', () => {
    const play = press(opened(), '3 right s');
    expect(hasUnsaved(play.state)).toBe(true);
    press(play, "ctrl-u '新 线' enter");
    expect(play.state.dialog).toMatchObject({ step: 'path', path: { text: '/county/policies/新-线' } });
    play.answering = false;
    press(play, 'enter');
    const { request } = lastOf(play, 'save')!;
    const told = { kind: 'failed', request, texts: [], at: null, suggestion: null, exists: true } as const;
    happen(play, { kind: 'reply', reply: told });
    expect(play.state.dialog).toMatchObject({ overwrite: true });
    play.answering = true;
    press(play, 'y');
    expect(lastOf(play, 'save')).toMatchObject({ replace: true, name: '新 线' });
    expect(play.state.dialog).toBeNull();
    expect(hasUnsaved(play.state)).toBe(false);
    expect(press(play, 'q').state.quitting).toBe(true);
  });

  test('leaving asks where changes would be lost; ctrl-c does not', () => {
    expect(press(opened(), '3 right q').state).toMatchObject({ quitting: false, dialog: { kind: 'quit' } });
    expect(press(opened(), '3 right q y').state.quitting).toBe(true);
    expect(press(opened(), '3 right ctrl-c').state.quitting).toBe(true);
    expect(press(opened(), '3 right O y').state).toMatchObject({ screen: 'start', policies: [] });
  });

  test('the ending of an export follows its format', () => {
    const play = press(opened(), '5 e tab tab enter');
    expect(lastOf(play, 'export')).toMatchObject({
      format: 'markdown',
      path: 'mingbai-villages.md',
      view: { view: 'villages' },
    });
  });
});

describe('one household', () => {
  const household = (): Game => {
    for (let seed = 1; seed < 60; seed++) {
      const play = press(opened([0, 1], seed), '4 enter');
      if (play.state.screen === 'household') return play;
    }
    throw new Error('no household');
  };

  test('facts are edited, one on the other, and dropped', () => {
    const play = press(household(), "down enter ctrl-u '99' enter down right");
    const edits = [
      { entity: 'household', id: 'h', fact: 'income', value: '99' },
      { entity: 'household', id: 'h', fact: 'car', value: 'false' },
    ];
    expect(lastOf(play, 'open')?.edits).toEqual(edits);
    expect(press(play, 'down right').state.household?.edits).toEqual(edits);
    expect(lastOf(press(play, 'x'), 'open')?.edits).toEqual([]);
    expect(press(play, 'up up enter ctrl-u enter').state.household?.edits).toMatchObject([{ value: null }]);
  });
});
