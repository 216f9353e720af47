/** The two lines below every screen: what there is to say, and which keys do what. */

import type { Binding } from '../state/key-tables.ts';
import { keyLine, keySign } from '../state/keys.ts';
import type { State } from '../state/state.ts';
import { percent } from './layout/figures.ts';
import { faint, fitLine, type Line, type Piece, strong, text, widthOf } from './layout/line.ts';

const SIGN = { good: '✓', bad: '!', plain: '·' } as const;
const STYLE = { good: { tint: 'green' }, bad: { tint: 'red', bold: true }, plain: {} } as const;

export function messageLine(state: State): Line {
  const { message, busy, lang, size } = state;
  if (message && message.texts.length > 0) {
    const [first, ...others] = message.texts;
    const more = others.length > 0 ? faint(` (+${others.length})`) : null;
    const room = size.columns - (more ? widthOf([more]) : 0);
    const said = fitLine([text(`${SIGN[message.tone]} ${first![lang]}`, STYLE[message.tone])], room);
    return more ? [...said, more] : said;
  }
  if (!busy) return [];
  const share = busy.share === null ? '…' : ` ${percent(busy.share, 0)}`;
  return fitLine([faint(`${busy.doing[lang]}${share}`)], size.columns);
}

/** As many keys as fit, those that matter most; the help always. */
export function keysLine(state: State): Line {
  const { lang, size } = state;
  const bindings = keyLine(state);
  const help = bindings.find(({ action }) => action === 'help');
  const pieces = ({ keys, words }: Binding): Piece[] => [
    strong(keySign(keys[0]!, lang)),
    faint(` ${words[lang]}`),
  ];
  const kept = new Set<Binding>(help ? [help] : []);
  const lineOf = (chosen: ReadonlySet<Binding>): Line =>
    bindings
      .filter(each => chosen.has(each))
      .flatMap((each, at) => (at === 0 ? pieces(each) : [text('  '), ...pieces(each)]));
  for (const binding of bindings) {
    const tried = new Set([...kept, binding]);
    if (widthOf(lineOf(tried)) <= size.columns) for (const each of tried) kept.add(each);
  }
  return fitLine(lineOf(kept), size.columns);
}
