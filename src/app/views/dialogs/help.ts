/** The keys of the screen below, each with what it does. */

import type { Words } from '../../../language/label.ts';
import type { Context } from '../../state/key-tables.ts';
import { bindingsOf, contextBelow, keySign } from '../../state/keys.ts';
import type { State } from '../../state/state.ts';
import { dialogRows } from '../../state/window.ts';
import { dialogWords as w } from '../../words/dialogs.ts';
import { frameWords } from '../../words/frame.ts';
import { say } from '../../words.ts';
import { padded, shortened } from '../layout/cells.ts';
import { type Line, strong, text } from '../layout/line.ts';
import { columnsOf } from '../layout/width.ts';
import type { Box } from './box.ts';
import { placeLine } from './list.ts';

const NAMES: Readonly<Partial<Record<Context, Words>>> = {
  'start-policies': w.startPolicies,
  'start-population': w.startPopulation,
  loading: frameWords.loading,
  overview: frameWords.overview,
  transitions: frameWords.transitions,
  parameters: frameWords.parameters,
  households: frameWords.households,
  household: w.household,
  villages: frameWords.villages,
  village: w.village,
  typing: w.typing,
};

export function helpBox(state: State, top: number, most: number): Box {
  const { lang } = state;
  const context = contextBelow(state);
  const bindings = bindingsOf(context);
  const keys = bindings.map(each => each.keys.map(key => keySign(key, lang)).join(' '));
  const widest =
    Math.max(...keys.map(columnsOf)) + 2 + Math.max(...bindings.map(each => columnsOf(each.words[lang])));
  const inner = Math.min(most - 4, Math.max(widest, 40));
  const room = Math.min(Math.max(...keys.map(columnsOf)), Math.floor(inner * 0.5));
  const rows = dialogRows(state);
  const seen = bindings.slice(top, top + rows);
  const lines = seen.map(({ words }, k): Line => {
    const sign = shortened(keys[top + k]!, room);
    return [strong(padded(sign, room)), text(`  ${shortened(words[lang], inner - room - 2)}`)];
  });
  const title = say(w.help, lang, { screen: say(NAMES[context] ?? w.menu, lang) });
  const where = placeLine(top, seen.length, bindings.length, lang);
  // The place stands in the title: the list takes all lines there are.
  const place = where[0]?.map(piece => piece.text).join('') ?? '';
  return { title: `${title}${place}`, lines, columns: inner + 4 };
}
