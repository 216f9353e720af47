/** States as a session on the small county brings them about. */

import type { Request } from '../../../src/app/protocol.ts';
import { createSession } from '../../../src/app/session/session.ts';
import { begin, type InitialOptions } from '../../../src/app/state/initial.ts';
import { keyOf } from '../../../src/app/state/keys.ts';
import { reduce } from '../../../src/app/state/reduce.ts';
import type { Size, State, Step } from '../../../src/app/state/state.ts';
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
  /** Something that no single key does. */
  readonly take: (act: (state: State) => Step) => Promise<State>;
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
    async take(act) {
      const step = act(state);
      state = step.state;
      step.requests.forEach(hand);
      await session.idle();
      return state;
    },
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

/** Nothing chosen yet, but there is something to choose from. */
export async function choosing(): Promise<State> {
  const labelled = (zh: string, en: string) => ({ zh, en });
  const played = await play({
    chosen: [],
    population: null,
    policies: [
      {
        path: 'policies/county-four-cards',
        label: labelled('某县四卡分类帮扶', "A county's four-card plan"),
        about: labelled(
          '红黄绿蓝四卡，按收入和支出分类帮扶。',
          'Four cards, by income and by what a household has to spend.',
        ),
        base: null,
        recent: true,
      },
      {
        path: 'policies/county-four-cards/drafts/line-6000',
        label: labelled('四卡修改稿（6000 元线）', 'Four-card plan, amended (line 6000)'),
        about: labelled('警戒线由 5000 元提到 6000 元。', 'The warning line goes from 5000 to 6000 yuan.'),
        base: 'policies/county-four-cards',
        recent: false,
      },
      {
        path: 'policies/lancang-five-cards',
        label: labelled('五卡动态管理', 'Five cards, kept up to date'),
        about: labelled('红黄蓝紫绿五卡，逐季更新。', 'Five cards that are looked at anew each quarter.'),
        base: null,
        recent: false,
      },
    ],
    populations: [
      {
        choice: { kind: 'folder', path: 'examples/small-county' },
        label: labelled('示例小县', 'A small county'),
        about: labelled('400 户。', '400 households.'),
        recent: false,
      },
    ],
  });
  return played.press('space', 'down', 'space', 'down');
}
