/** Villages: cards, seats, work and changes of each. */
import type { VillageColumn, VillageLine, VillageQuota } from '../../protocol.ts';
import { bothOf } from '../../state/overview-rows.ts';
import type { Page } from '../../state/screen-state.ts';
import { isStale, lineAt, shownPolicies } from '../../state/select.ts';
import type { State } from '../../state/state.ts';
import { partsOf } from '../../state/window.ts';
import { listWords } from '../../words/lists.ts';
import { villagesWords as w } from '../../words/villages.ts';
import { say } from '../../words.ts';
import type { Draw } from '../context.ts';
import { areaName } from '../filter-words.ts';
import { CURSOR, listLine } from '../layout/chosen.ts';
import { countForms, type Forms, gainForms } from '../layout/figures.ts';
import { faint, gap, type Line, styled, text } from '../layout/line.ts';
import { markOf } from '../layout/marks.ts';
import { pairForms, tenths } from '../layout/pair.ts';
import { type Column, cell, figures, type Row, type Table, tableOf } from '../layout/table.ts';
import { listHead } from '../list-head.ts';

export const villagesLines: Draw = (state, area) => {
  const { page, cursor } = state.villages;
  const { head, list } = partsOf('villages', state.size);
  const top = headline(state, area.columns);
  if (!page) return [top, [faint(`  ${say(listWords.fetching, state.lang)}`)]];
  if (page.total === 0) return [top, [], [text(`  ${say(w.noVillages, state.lang)}`)]];
  const table = villageTable(state, page, area.columns - CURSOR);
  const heads: Line[] = [top, [gap(CURSOR), ...table.head]];
  const stale = isStale(state, 'villages');
  const lines: Line[] = [];
  for (let at = cursor.top; at < Math.min(cursor.top + list, page.total); at++) {
    const line = lineAt(page, at) ? table.lines[at - page.offset]! : [faint('…')];
    lines.push(listLine(stale ? styled(line, { dim: true }) : line, at === cursor.at, area.columns));
  }
  return [...heads.slice(0, head), ...lines];
};

function headline(state: State, columns: number): Line {
  const { lang, villages } = state;
  const { page, cursor, sort } = villages;
  const by = sort.by === 'township' ? listWords.township : w[sort.by];
  const left: Line = [
    text(say(w.title, lang), { bold: true }),
    faint(`  ${say(w.sorted, lang, { x: say(by, lang) })} ${sort.descending ? '▼' : '▲'}`),
  ];
  if (!page) return listHead(left, [], columns);
  const stale = isStale(state, 'villages');
  const { total } = page;
  const count =
    total === 1
      ? say(listWords.oneVillage, lang)
      : say(listWords.villages, lang, { n: countForms(total, lang)[0]! });
  const place = total === 0 ? '' : `${cursor.at + 1}/`;
  const right = (sign: string, at: string): Line => [
    text(stale ? `${sign} · ` : '', { bold: true }),
    faint(at),
    text(count, { bold: true }),
  ];
  const short = say(listWords.staleShort, lang);
  return listHead(
    left,
    [right(say(listWords.stale, lang), place), right(short, place), right(short, '')],
    columns,
  );
}

interface Made {
  readonly by: string;
  readonly table: Table;
}

const made = new WeakMap<Page<VillageLine>, Made>();

function villageTable(state: State, page: Page<VillageLine>, columns: number): Table {
  const { lang, villages, figures: shown } = state;
  const by = JSON.stringify([lang, columns, villages.sort, shown?.run]);
  const known = made.get(page);
  if (known?.by === by) return known.table;
  const keys = outcomesOf(state, page);
  const table = tableOf(
    columnsFor(state, keys),
    page.rows.map(row => rowOf(state, row, keys)),
    columns,
  );
  made.set(page, { by, table });
  return table;
}

/** Outcomes that some village of the page has, each with its place on both sides; −1: that side does not know it. */
interface Outcome {
  readonly key: string;
  readonly a: number;
  readonly b: number;
  readonly isCard: boolean;
}

function outcomesOf(state: State, page: Page<VillageLine>): Outcome[] {
  const policies = shownPolicies(state);
  if (!policies) return [];
  const [a, b] = policies.map(({ outcomes }) => outcomes.map(({ key }) => key)) as [string[], string[]];
  const all = bothOf(a, b).map(key => ({
    key,
    a: a.indexOf(key),
    b: b.indexOf(key),
    isCard: key.startsWith('card:'),
  }));
  return all.filter(
    each =>
      each.isCard ||
      page.rows.some(row => (row.outcomes[0][each.a] ?? 0) + (row.outcomes[1][each.b] ?? 0) > 0),
  );
}

/** Later ones of a kind give way before earlier ones. */
function columnsFor(state: State, outcomes: readonly Outcome[]): Column[] {
  const { lang, villages } = state;
  const policies = shownPolicies(state);
  const { sort } = villages;
  const arrow = (by: VillageColumn) => (sort.by !== by ? '' : sort.descending ? '▼' : '▲');
  const head = (by: VillageColumn, ...forms: string[]) => forms.map(form => `${form}${arrow(by)}`);
  const mark = (key: string): string[] => {
    const at = policies?.[1].outcomes.some(each => each.key === key) ? 1 : 0;
    return policies ? [markOf(policies[at], key, lang).sign.trim()] : [];
  };
  const figure = (heads: readonly string[], ...costs: number[]): Column => ({
    kind: 'figure',
    head: heads,
    costs,
  });
  return [
    {
      kind: 'text',
      head: head('id', say(w.id, lang), say(listWords.villageShort, lang)),
      least: 6,
      most: 28,
      cost: null,
    },
    {
      kind: 'text',
      head: head('township', say(listWords.township, lang), say(listWords.townshipShort, lang)),
      least: 6,
      most: 20,
      cost: 80,
    },
    figure(head('households', say(w.households, lang)), 50, 49),
    figure(head('people', say(w.people, lang)), 90, 89),
    ...outcomes.map(({ key, isCard }, at) => figure(mark(key), (isCard ? 40 : 85) + at / 100)),
    figure(head('changed', say(w.changed, lang)), 46),
    figure(
      [...head('taken', say(w.takenOf, lang)), ...head('seats', say(w.seats, lang))].slice(
        sort.by === 'seats' ? 1 : 0,
      ),
      20,
    ),
    figure(head('displaced', say(w.displaced, lang)), 10),
    figure(head('visits', say(w.visits, lang)), 35, 34),
    figure(head('gain', say(w.gain, lang), say(w.gainShort, lang)), 60, 55),
  ];
}

function rowOf(state: State, row: VillageLine, outcomes: readonly Outcome[]): Row {
  const { lang, population } = state;
  const counts = (at: 0 | 1, index: number) => row.outcomes[at][index] ?? 0;
  return [
    cell(row.row < 0 ? say(w.notRecorded, lang) : areaName(population?.villages, row.id, lang) || '–'),
    cell(areaName(population?.townships, row.township, lang) || '–'),
    figures(countForms(row.households, lang)),
    figures(countForms(row.people, lang)),
    ...outcomes.map(({ a, b }) => {
      const forms = pairForms(countForms(counts(0, a), lang), countForms(counts(1, b), lang));
      return figures(
        forms,
        counts(0, a) === counts(1, b) ? (counts(1, b) === 0 ? { dim: true } : {}) : { bold: true },
      );
    }),
    figures(countForms(row.changed, lang), row.changed === 0 ? { dim: true } : {}),
    figures(seatForms(row), {}),
    figures(
      countForms(row.displaced, lang),
      row.displaced === 0 ? { dim: true } : { tint: 'red', bold: true },
    ),
    figures(pairForms([tenths(row.work[0])], [tenths(row.work[1])])),
    figures(gainForms(row.gain, lang)),
  ];
}

const summed = (quotas: readonly VillageQuota[], of: 'seats' | 'taken') =>
  String(quotas.reduce((sum, quota) => sum + quota[of], 0));

/** `3/4`: taken of the seats there are. */
function seatForms({ quotas }: VillageLine): Forms {
  const [a, b] = quotas.map(each =>
    each.length === 0 ? '–' : `${summed(each, 'taken')}/${summed(each, 'seats')}`,
  );
  return pairForms([a!], [b!]);
}
