import { related } from '../analysis/outcome.ts';
import type { AreaSummary, OutcomeSummary } from '../analysis/summary.ts';
import { meaningWords } from '../language/words.ts';
import { count, share } from './amount.ts';
import { inert } from './inert.ts';
import { judgedParams } from './judged.ts';
import { cardName, entityName, exclusionName, outcomeName } from './names.ts';
import { judgedTitle, type Look, letter, type PolicyView } from './overview-view.ts';
import { say } from './overview-words.ts';
import { type Column, tableLines } from './table.ts';

/** One outcome of several policies: where it stands in each; −1: that policy does not have it. */
interface Row {
  readonly name: string;
  readonly at: readonly number[];
}

/** Whether all policies are drafts of one scheme, so that their cards meet by id. */
function oneScheme(views: readonly PolicyView[]): boolean {
  return views.every(({ summary }) => related(views[0]!.summary.policy, summary.policy));
}

/** Outcomes of all policies; special ones that nobody comes to are left out. Cards of unrelated schemes stay apart. */
function outcomeRows(views: readonly PolicyView[], { lang }: Look): Row[] {
  const rows: { name: string; key: string; at: number[] }[] = [];
  const base = views[0]!.summary.policy;
  const apart = !oneScheme(views);
  views.forEach(({ summary: { policy, outcomes } }, view) => {
    const family = related(base, policy) ? '' : String(view);
    outcomes.forEach(({ outcome }, index) => {
      const key = outcome.kind === 'card' ? `${family} card ${outcome.card}` : outcome.kind;
      const known = rows.find(row => row.key === key);
      const whose = apart && outcome.kind === 'card' ? `${letter(view, lang)} ` : '';
      const name = whose + outcomeName(policy, outcome, lang);
      const row = known ?? { name, key, at: views.map(() => -1) };
      if (!known) rows.push(row);
      row.at[view] = index;
    });
  });
  const special = (row: { key: string }) => (row.key.includes('card ') ? 0 : 1);
  return rows
    .sort((a, b) => special(a) - special(b))
    .filter(
      row =>
        special(row) === 0 ||
        row.at.some((at, view) => (views[view]!.summary.outcomes[at]?.households ?? 0) > 0),
    );
}

const found = (view: PolicyView, at: number): OutcomeSummary | undefined => view.summary.outcomes[at];
const heads = (value: number | null | undefined) =>
  value === undefined ? '' : value === null ? '–' : count(value);
const signed = (value: number) => (value === 0 ? '=' : `${value > 0 ? '+' : '−'}${count(Math.abs(value))}`);

export function cardSection(views: readonly PolicyView[], look: Look): string[] {
  const { lang, paint } = look;
  const columns: Column[] = [
    { title: say('card', lang) },
    ...views.flatMap((_, index): Column[] => [
      { title: judgedTitle(views, index, lang), align: 'right' },
      { title: say('share', lang), align: 'right' },
      { title: say('people', lang), align: 'right' },
    ]),
    ...views.slice(1).map((_, index): Column => {
      const between = views.length > 2 ? ` ${letter(index + 1, lang)}−${letter(0, lang)}` : '';
      return { title: `${say('difference', lang)}${between}`, align: 'right' };
    }),
  ];
  const rows = outcomeRows(views, look).map(({ name, at }) => [
    name,
    ...views.flatMap((view, index) => {
      const outcome = found(view, at[index]!);
      const part =
        outcome && outcome.outcome.kind !== 'not-recorded'
          ? share(outcome.households, view.summary.population.households)
          : '';
      return [heads(outcome?.households), part, heads(outcome?.people)];
    }),
    ...views.slice(1).map((view, index) => {
      const before = found(views[0]!, at[0]!)?.households;
      const after = found(view, at[index + 1]!)?.households;
      return before === undefined && after === undefined ? '' : signed((after ?? 0) - (before ?? 0));
    }),
  ]);
  return [paint.strong(say('cards', lang)), ...tableLines(columns, rows, paint)];
}

/** Of unrelated schemes, households by the common role that their cards name. */
export function roleSection(views: readonly PolicyView[], { lang, paint }: Look): string[] {
  if (oneScheme(views)) return [];
  const households = (view: PolicyView, meaning: string) =>
    view.summary.policy.cards.reduce(
      (sum, card, index) => (card.meaning === meaning ? sum + found(view, index)!.households : sum),
      0,
    );
  const rows = Object.entries(meaningWords)
    .map(([meaning, words]) => ({
      name: words[lang][0]!,
      counts: views.map(view => households(view, meaning)),
    }))
    .filter(({ counts }) => counts.some(value => value > 0));
  const columns: Column[] = [
    { title: say('role', lang) },
    ...views.map((_, index): Column => ({ title: judgedTitle(views, index, lang), align: 'right' })),
  ];
  return [
    paint.strong(say('roles', lang)),
    ...tableLines(
      columns,
      rows.map(({ name, counts }) => [name, ...counts.map(count)]),
      paint,
    ),
  ];
}

export function barredSection(views: readonly PolicyView[], { lang, paint }: Look): string[] {
  const keys = new Map<string, string[]>();
  for (const { summary } of views)
    for (const { card, by } of summary.barred)
      keys.set(`${card} ${by}`, [
        cardName(summary.policy, card, lang),
        exclusionName(summary.policy, by, lang),
      ]);
  if (keys.size === 0) return [];
  const columns: Column[] = [
    { title: say('card', lang) },
    { title: say('exclusion', lang) },
    ...views.map((_, index): Column => {
      return { title: judgedTitle(views, index, lang), align: 'right' };
    }),
  ];
  const rows = [...keys].map(([key, names]) => [
    ...names,
    ...views.map(({ summary }) => {
      const entry = summary.barred.find(({ card, by }) => `${card} ${by}` === key);
      return count(entry?.households ?? 0);
    }),
  ]);
  return [
    paint.strong(say('barred', lang, judgedParams(views[0]!.summary.policy, lang))),
    ...tableLines(columns, rows, paint),
  ];
}

/** Counts of each outcome by area; of drafts of one scheme as `before → after`, else policy by policy. */
export function areaSection(views: readonly PolicyView[], look: Look): string[] {
  if (oneScheme(views)) return areaTable(views, '', look);
  return views.flatMap((view, index) => areaTable([view], `${letter(index, look.lang)}  `, look));
}

function areaTable(views: readonly PolicyView[], whose: string, look: Look): string[] {
  const { lang, paint } = look;
  const first = views[0]!.summary;
  if (first.areaEntity === null) return [];
  const rows = outcomeRows(views, look);
  const area = entityName(first.policy, first.areaEntity, lang);
  const cell = (areas: readonly (AreaSummary | undefined)[], { at }: Row) => {
    const counts = areas.map((entry, view) => entry?.outcomes[at[view]!] ?? 0);
    return counts.every(value => value === counts[0]) ? count(counts[0]!) : counts.map(count).join(' → ');
  };
  const ids = first.areas.map(({ id }) => id);
  const lines = ids.map(id => {
    const areas = views.map(({ summary }) => summary.areas.find(entry => entry.id === id));
    return [id === null ? say('unrecorded', lang) : inert(id), ...rows.map(row => cell(areas, row))];
  });
  const columns: Column[] = [
    { title: area },
    ...rows.map(({ name }): Column => ({ title: name, align: 'right' })),
  ];
  return [paint.strong(whose + say('area', lang, { area })), ...tableLines(columns, lines, paint)];
}
