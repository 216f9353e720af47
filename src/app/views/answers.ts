/** What both sides come to, as lines: benefits with amounts, what is missing or open, what is owed. */
import type { Detail, SideAnswer, Sides } from '../protocol.ts';
import { bothOf } from '../state/overview-rows.ts';
import { shownPolicies } from '../state/select.ts';
import type { State } from '../state/state.ts';
import { householdWords as w } from '../words/household.ts';
import { listWords } from '../words/lists.ts';
import { say } from '../words.ts';
import { sideName } from './context.ts';
import { shortened, wrapped } from './layout/cells.ts';
import { faint, figure, type Line, padLine, strong, text, widthOf } from './layout/line.ts';
import { outcomeLabel } from './layout/marks.ts';
import { columnsOf } from './layout/width.ts';

const SIGN = 2;
type Benefit = SideAnswer['benefits'][number];

/** At most so many lines; what does not fit is counted. */
export function answerLines(
  state: State,
  { sides, problems }: Detail,
  columns: number,
  rows: number,
): Line[] {
  const lines = [
    ...problems.flatMap(each => problemLines(each[state.lang], columns)),
    ...benefitLines(state, sides, columns),
    ...listLines(state, sides, columns, 'missing'),
    ...listLines(state, sides, columns, 'duties'),
  ];
  if (lines.length <= rows) return lines;
  const left = lines.length - rows + 1;
  return [
    ...lines.slice(0, Math.max(0, rows - 1)),
    [faint(say(listWords.more, state.lang, { n: String(left) }))],
  ];
}

/** What was tried and makes no sense. */
const problemLines = (words: string, columns: number): Line[] =>
  wrapped(words, Math.max(1, columns - SIGN)).map((each, k) => [
    text(k === 0 ? '! ' : '  ', { tint: 'red', bold: true }),
    text(each, { tint: 'red' }),
  ]);

/** Those that differ first: there a short pane ends. */
function benefitLines(state: State, sides: Sides<SideAnswer>, columns: number): Line[] {
  const { lang } = state;
  const [a, b] = sides;
  const ids = bothOf(
    a.benefits.map(({ id }) => id),
    b.benefits.map(({ id }) => id),
  );
  if (ids.length === 0) return [[faint(say(w.noBenefits, lang))]];
  const pairs = ids.map(
    id => sides.map(({ benefits }) => benefits.find(each => each.id === id)) as [Benefit?, Benefit?],
  );
  const differs = ([one, other]: [Benefit?, Benefit?]) => one?.text !== other?.text;
  return [
    ...pairs.filter(differs).flatMap(pair => differing(state, pair, columns)),
    ...pairs.filter(pair => !differs(pair)).flatMap(([one]) => same(one!, columns)),
  ];
}

const toned = ({ state }: Benefit) => (state === 'due' ? {} : { dim: true });

function same(benefit: Benefit, columns: number): Line[] {
  return amountLines([text('  '), text(benefit.label)], benefit, columns);
}

/** Name and amount on one line where both fit, else one below the other; an amount too long for a line is broken, never cut. */
function amountLines(left: Line, benefit: Benefit, columns: number): Line[] {
  const amount = figure(benefit.text, toned(benefit));
  const takes = columnsOf(benefit.text);
  const room = columns - takes - 2;
  const cite = benefit.cite === '' ? [] : [faint(`  ${benefit.cite}`)];
  if (room >= Math.min(widthOf(left), 14)) {
    const whole = [...left, ...cite];
    const kept = widthOf(whole) <= room ? whole : left;
    return [[...padLine(kept, room), text('  '), amount]];
  }
  const below = wrapped(benefit.text, Math.max(1, columns - SIGN - 2));
  return [left, ...below.map((each): Line => [text('    '), figure(each, toned(benefit))])];
}

function differing(state: State, [a, b]: [Benefit?, Benefit?], columns: number): Line[] {
  const { lang } = state;
  const label = (a ?? b)!.label;
  const name: Line = [text('≠ ', { tint: 'magenta', bold: true }), text(label, { bold: true })];
  const amounts: Line = [a, b].flatMap(
    (each, at): Line => [
      ...(at === 0 ? [] : [text(' → ', { tint: 'magenta', bold: true })]),
      each ? figure(each.text, toned(each)) : faint('–'),
    ],
  );
  const room = columns - widthOf(amounts) - 2;
  if (room >= widthOf(name)) return [[...padLine(name, room), text('  '), ...amounts]];
  const one = (benefit: Benefit | undefined, at: number): Line[] => {
    const side: Line = [text('    '), faint(sideName(at, lang))];
    if (!benefit) return [[...padLine(side, Math.max(0, columns - 1)), faint('–')]];
    return amountLines(side, benefit, columns);
  };
  return [name, ...one(a, 0), ...one(b, 1)];
}

/** A list of words for each side, or one for both. */
function listLines(
  state: State,
  sides: Sides<SideAnswer>,
  columns: number,
  of: 'missing' | 'duties',
): Line[] {
  const { lang } = state;
  const [a, b] = sides.map(side => wordsOf(state, side, of).join(say(listWords.joiner, lang))) as [
    string,
    string,
  ];
  if (a === '' && b === '') return [];
  const title = say(of === 'missing' ? w.missingFacts : w.duties, lang);
  const style = of === 'missing' ? { tint: 'magenta' as const } : {};
  const lines = (head: Line, words: string): Line[] => {
    const at = widthOf(head);
    return wrapped(words === '' ? '–' : words, Math.max(1, columns - at)).map((each, k) => [
      ...(k === 0 ? head : [text(' '.repeat(at))]),
      text(each, style),
    ]);
  };
  if (a === b) return lines([strong(title), text('  ')], a);
  return sides.flatMap((_, at) =>
    lines(
      [text('≠ ', { tint: 'magenta', bold: true }), strong(title), faint(` ${sideName(at, lang)}  `)],
      at === 0 ? a : b,
    ),
  );
}

function wordsOf(
  { lang }: State,
  { missing, duties }: SideAnswer,
  of: 'missing' | 'duties',
): readonly string[] {
  if (of === 'missing') return missing;
  return duties.map(({ label, sure }) => (sure ? label : `${label}${say(w.perhaps, lang)}`));
}

/** What a side decides, in one line: the card, what else it may be, what was barred, how many benefits. */
export function decisionLine(state: State, { sides }: Detail, at: 0 | 1, columns: number): Line {
  const { lang } = state;
  const policy = shownPolicies(state)?.[at];
  const answer = sides[at];
  if (!policy) return [];
  const name = (key: string) => outcomeLabel(policy, key, lang);
  const { possible, barred, benefits, missing } = answer;
  const joiner = say(listWords.joiner, lang);
  const more: Line[] = [];
  const labels = benefits.length === 0 ? w.noBenefits : benefits.length === 1 ? w.oneBenefit : w.benefitCount;
  if (possible.length > 1)
    more.push([
      text(`${say(w.possible, lang)}${say(listWords.colon, lang)}${possible.map(name).join(joiner)}`),
    ]);
  if (missing.length > 0)
    more.push([text(say(w.missingCount, lang, { n: String(missing.length) }), { tint: 'magenta' })]);
  if (barred.length > 0) {
    const by = (id: string) => policy.exclusions.find(each => each.id === id)?.label[lang] ?? id;
    const words = barred.map(each =>
      say(w.barredBy, lang, { card: name(`card:${each.card}`), by: by(each.by) }),
    );
    more.push([text(`${say(w.barred, lang)}${say(listWords.colon, lang)}${words.join(joiner)}`)]);
  }
  more.push([faint(say(labels, lang, { n: String(benefits.length) }))]);
  const line: Line = more.flatMap((part, k): Line => (k === 0 ? part : [faint('  '), ...part]));
  return fitted(line, columns);
}

/** Cut at the end, with a sign; figures in words stay whole by `shortened`. */
function fitted(line: Line, columns: number): Line {
  let left = columns;
  const kept: Line = line.flatMap(piece => {
    if (left <= 0) return [];
    const words = shortened(piece.text, left);
    left -= columnsOf(words);
    return [{ ...piece, text: words }];
  });
  return kept;
}
