import type { Comparison, Shift, Transition } from '../analysis/compare.ts';
import { outcomesOf } from '../analysis/outcome.ts';
import type { Heads } from '../analysis/people.ts';
import type { Policy } from '../policy/policy.ts';
import { budget, count, rangeText, yuan } from './amount.ts';
import { inert } from './inert.ts';
import { judgedParams, judgedWord } from './judged.ts';
import { outcomeName } from './names.ts';
import { type Look, letter, type Overview } from './overview-view.ts';
import { say } from './overview-words.ts';
import { type Column, flowLines, tableLines } from './table.ts';

const sameAs = (a: { kind: string; card: string | null }, b: { kind: string; card: string | null }) =>
  a.kind === b.kind && a.card === b.card;

const between = (index: number, { lang }: Look, several: boolean) =>
  several ? `${letter(0, lang)} → ${letter(index, lang)}  ` : '';

/** The matrix of transitions: a line for each outcome of the first policy, a column for each of the other. */
export function transitionSection(comparison: Comparison, index: number, look: Look): string[] {
  const { lang, paint } = look;
  const { from, to, transitions } = comparison;
  const lines = outcomesOf(from).filter(outcome => transitions.some(entry => sameAs(entry.from, outcome)));
  const across = outcomesOf(to).filter(outcome => transitions.some(entry => sameAs(entry.to, outcome)));
  const columns: Column[] = [
    { title: `${letter(0, lang)} ↓   ${letter(index, lang)} →` },
    ...across.map((outcome): Column => ({ title: outcomeName(to, outcome, lang), align: 'right' })),
  ];
  const rows = lines.map(line => [
    outcomeName(from, line, lang),
    ...across.map(column => {
      const entry = transitions.find(entry => sameAs(entry.from, line) && sameAs(entry.to, column));
      if (!entry) return '·';
      return entry.same ? paint.faint(count(entry.households)) : paint.strong(count(entry.households));
    }),
  ]);
  return [
    paint.strong(say('transitions', lang, judgedParams(from, lang))),
    ...tableLines(columns, rows, paint),
  ];
}

/** Each kind of move with an example household, and the command that explains it. */
export function movesSection(
  comparison: Comparison,
  index: number,
  overview: Overview,
  look: Look,
): string[] {
  const { lang, paint } = look;
  const moves = comparison.transitions
    .filter(entry => !entry.same)
    .sort((a, b) => b.households - a.households);
  const title = paint.strong(
    `${between(index, look, overview.views.length > 2)}${say('moves', lang, judgedParams(comparison.from, lang))}`,
  );
  if (moves.length === 0) return [title, `  ${say('noMoves', lang, judgedParams(comparison.from, lang))}`];
  const columns: Column[] = [
    { title: `${letter(0, lang)} → ${letter(index, lang)}` },
    { title: judgedWord(comparison.from, lang), align: 'right' },
    { title: say('people', lang), align: 'right' },
    { title: say('gain', lang), align: 'right' },
    { title: say('example', lang) },
  ];
  const name = (entry: Transition) =>
    `${outcomeName(comparison.from, entry.from, lang)} → ${outcomeName(comparison.to, entry.to, lang)}`;
  const rows = moves.map(entry => [
    name(entry),
    count(entry.households),
    entry.people === null ? '–' : count(entry.people),
    rangeText(entry.gain, lang, budget),
    inert(entry.examples[0] ?? ''),
  ]);
  return [title, ...tableLines(columns, rows, paint), ...explainLines(moves[0]!, index, overview, look)];
}

/** Text as one word of a shell. */
const shellWord = (text: string) =>
  /^[\w./:@%+,=-]+$/.test(text) ? text : `'${inert(text).replaceAll("'", "'\\''")}'`;

function explainCommand(overview: Overview, index: number, household: string): string | null {
  if (overview.populationPath === null) return null;
  const { path, set } = overview.views[index]!;
  const settings = Object.entries(set).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const words = [
    '--population',
    overview.populationPath,
    '--id',
    household,
    ...settings,
    ...overview.options,
  ];
  return ['npx mingbai explain', ...[path, ...words].map(shellWord)].join(' ');
}

function explainLines(move: Transition, index: number, overview: Overview, { lang, paint }: Look): string[] {
  const id = move.examples[0];
  const command = id === undefined ? null : explainCommand(overview, index, id);
  return command === null
    ? []
    : [
        `  ${paint.faint(`${say('explainOne', lang, judgedParams(overview.views[index]!.summary.policy, lang))}${lang === 'zh' ? '：' : ':'}`)}`,
        `  ${command}`,
      ];
}

/** Who gains, who loses, and how much. */
export function winnersSection(
  comparison: Comparison,
  index: number,
  overview: Overview,
  look: Look,
): string[] {
  const { lang, paint } = look;
  const { gains, losses, either, equal, unknown, unset } = comparison;
  const plain = (title: string, heads: Heads) =>
    heads.households === 0
      ? []
      : [[title, count(heads.households), heads.people === null ? '–' : count(heads.people)]];
  const shift = (title: string, entry: Shift) =>
    plain(title, entry).map(row => [
      ...row,
      rangeText(entry, lang, budget),
      yuan(entry.distribution.median, lang),
      entry.distribution.greatest === null ? say('unbounded', lang) : yuan(entry.distribution.greatest, lang),
      inert(entry.largest ?? ''),
    ]);
  const columns: Column[] = [
    { title: '' },
    { title: judgedWord(comparison.from, lang), align: 'right' },
    { title: say('people', lang), align: 'right' },
    { title: say('sum', lang), align: 'right' },
    { title: say('median', lang), align: 'right' },
    { title: say('greatest', lang), align: 'right' },
    { title: say('example', lang) },
  ];
  const rows = [
    ...shift(say('gains', lang), gains),
    ...shift(say('losses', lang), losses),
    ...plain(say('either', lang), either),
    ...plain(say('equal', lang), equal),
    ...plain(say('unknown', lang), unknown),
  ];
  return [
    paint.strong(
      `${between(index, look, overview.views.length > 2)}${say('winners', lang, judgedParams(comparison.from, lang))}`,
    ),
    ...tableLines(columns, rows, paint),
    ...bandLines(say('gains', lang), gains, comparison.from, look),
    ...bandLines(say('losses', lang), losses, comparison.from, look),
    ...(unset.households > 0
      ? [
          `  ${paint.faint(say('unsetToo', lang, { ...judgedParams(comparison.from, lang), count: count(unset.households) }))}`,
        ]
      : []),
  ];
}

/** How the amounts spread, as one line: `gain: up to 200 yuan 12 · 200 to 500 yuan 30 …`. */
function bandLines(
  title: string,
  { distribution: { bands } }: Shift,
  policy: Policy,
  { lang, paint }: Look,
): string[] {
  if (bands.length === 0) return [];
  const parts = bands.map(({ from, to, households }) => {
    const ends = { from: yuan(from, lang), to: to === null ? '' : yuan(to, lang) };
    const band =
      to === null
        ? say('above', lang, ends)
        : from === 0
          ? say('upTo', lang, ends)
          : say('between', lang, ends);
    return `${band} ${count(households)}`;
  });
  const units = judgedWord(policy, lang);
  const lead = `${title}${lang === 'zh' ? `（${units}）：` : ` (${units}): `}`;
  return flowLines(`  ${paint.faint(lead)}`, parts, ' · ');
}
