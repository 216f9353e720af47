/** The two lines above every screen: what is compared, and where one is. */
import { hasUnsaved } from '../state/changes.ts';
import { isWaiting, shownPolicies } from '../state/select.ts';
import { type State, tabs } from '../state/state.ts';
import { frameWords } from '../words/frame.ts';
import { say } from '../words.ts';
import { faint, type Line, type Piece, spread, strong, text, widthOf } from './layout/line.ts';
import { columnsOf } from './layout/width.ts';

export function titleLine(state: State): Line {
  const { lang, size, screen, loading } = state;
  const name: Piece = strong(say(frameWords.title, lang));
  if (loading || screen === 'start') {
    const where = loading ? frameWords.loading : frameWords.start;
    return spread([name, text(`  ${say(where, lang)}`)], [], size.columns);
  }
  return spread([name, text('  '), ...compared(state, size.columns)], standing(state), size.columns);
}

/** `四卡方案 → 线 6000 元`, both shortened alike. */
function compared(state: State, columns: number): Piece[] {
  const policies = shownPolicies(state);
  if (!policies) return [];
  const { lang } = state;
  const [a, b] = policies.map(({ label }) => label[lang]) as [string, string];
  const arrow = faint(' → ');
  const room = Math.max(0, columns - 12 - widthOf(standing(state)) - 3);
  if (columnsOf(a) + columnsOf(b) <= room) return [text(a), arrow, text(b)];
  return [text(b)];
}

/** What B's changes are, and how the figures stand to them. */
function standing(state: State): Line {
  const { lang, changes, figures } = state;
  const count = changes.present.length;
  const line: Piece[] = [];
  if (count > 0) line.push(text(say(frameWords.changes, lang, { count: String(count) }), { bold: true }));
  if (count > 0 && hasUnsaved(state)) line.push(faint(` · ${say(frameWords.unsaved, lang)}`));
  const milliseconds = figures && String(Math.round(figures.milliseconds));
  const time = isWaiting(state)
    ? say(frameWords.working, lang)
    : milliseconds && say(frameWords.milliseconds, lang, { count: milliseconds });
  if (time) line.push(faint(`${line.length > 0 ? ' · ' : ''}${time}`));
  return line;
}

/** Where tabs lead, the present one in brackets; all of them named where there is room. */
export function tabLine(state: State): Line {
  const { size, screen, loading } = state;
  if (loading || screen === 'start') return [faint('─'.repeat(size.columns))];
  const line = [2, 1, 0].map(level => tabsAt(state, level)).find(each => widthOf(each) <= size.columns);
  const kept = line ?? tabsAt(state, 0);
  return [...kept, faint('─'.repeat(Math.max(0, size.columns - widthOf(kept))))];
}

const PRESENT: Readonly<Partial<Record<State['screen'], string>>> = {
  household: 'households',
  village: 'villages',
};

/** 2: roomy, 1: close together, 0: only the present one is named. Without digits where a digit is a value being typed. */
function tabsAt({ lang, screen }: State, level: number): Piece[] {
  const present = PRESENT[screen] ?? screen;
  const bare = screen === 'parameters';
  const line: Piece[] = level === 2 ? [faint('─')] : [];
  tabs.forEach((tab, at) => {
    const name = say(frameWords[tab], lang);
    if (tab === present)
      line.push(
        faint('┤'),
        text(bare ? name : `${at + 1} ${name}`, { bold: true, inverse: true }),
        faint('├'),
      );
    else {
      const pad = level === 1 ? '' : ' ';
      line.push(
        faint(level === 1 ? '─' : pad),
        faint(bare ? (level === 0 ? '·' : '') : `${at + 1}`),
        text(level === 0 ? '' : bare ? name : ` ${name}`),
        faint(pad),
      );
    }
    if (level === 2) line.push(faint('─'));
  });
  return line;
}
