/** The sections of the overview as tables; all have their names in columns of one width. */
import type { BarredFigures, FundFigures, Money, OutcomeFigures, Sides } from '../../protocol.ts';
import { bothOf, type OverviewRow } from '../../state/overview-rows.ts';
import { frameWords } from '../../words/frame.ts';
import { overviewWords as w } from '../../words/overview.ts';
import { say } from '../../words.ts';
import { bar } from '../layout/bar.ts';
import { padded, shortened } from '../layout/cells.ts';
import {
  countForms,
  differenceForms,
  type Forms,
  gainForms,
  index,
  moneyForms,
  percent,
} from '../layout/figures.ts';
import { gap, type Line, type Piece, type Style } from '../layout/line.ts';
import { inkOf, markPiece, outcomeLabel, signColumns } from '../layout/marks.ts';
import { type Cell, type Column, figures as figureCell, tableOf } from '../layout/table.ts';
import { columnsOf } from '../layout/width.ts';
import type { Compared } from './overview-view.ts';

type Title = (OverviewRow & { kind: 'title' })['of'];

export interface Sections {
  readonly titles: ReadonlyMap<Title, Line>;
  /** By row: `outcome:card:red`, `fund:county`. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** A row before its name is fitted. */
interface Named {
  readonly key: string;
  readonly name: string;
  readonly mark?: Piece;
  readonly cells: readonly Cell[];
  readonly style?: Style;
}

interface Section {
  readonly of: Title;
  readonly columns: readonly Column[];
  readonly rows: readonly Named[];
}

let last: { readonly view: Compared; readonly sections: Sections } | null = null;

/** The same figures in the same width are laid out once. */
export function sectionsOf(view: Compared): Sections {
  if (last && sameView(last.view, view)) return last.sections;
  const sections = laidOut(view);
  last = { view, sections };
  return sections;
}

function sameView(one: Compared, other: Compared): boolean {
  return (
    one.figures === other.figures &&
    one.lang === other.lang &&
    one.columns === other.columns &&
    one.policies[0] === other.policies[0] &&
    one.policies[1] === other.policies[1]
  );
}

function laidOut(view: Compared): Sections {
  const { lang, columns } = view;
  const sections = [cards, changes, money, poverty, quotas, barred, duties].map(make => make(view));
  const nameWidth = ({ name, mark }: Named) => columnsOf(name) + (mark ? signColumns(lang) + 1 : 0);
  const widest = Math.max(8, ...sections.flatMap(({ rows }) => rows.map(nameWidth)));
  const most = Math.max(
    8,
    Math.min(widest, Math.floor(columns * (columns < 60 ? 0.36 : columns < 100 ? 0.21 : 0.24))),
  );
  const titles = new Map<Title, Line>();
  const lines = new Map<string, Line>();
  for (const { of, columns: others, rows } of sections) {
    const heading: Column = {
      kind: 'text',
      head: [padded(shortened(say(w[of], lang), most), most)],
      headStyle: { bold: true },
      least: most,
      most,
      cost: null,
    };
    const table = tableOf(
      [heading, ...others],
      rows.map(row => [nameCell(row, most, lang), ...row.cells]),
      columns,
      columns < 100 ? 1 : 2,
    );
    titles.set(of, table.head);
    for (const [at, { key }] of rows.entries()) lines.set(key, table.lines[at]!);
  }
  for (const of of ['assertions', 'engine'] as const)
    titles.set(of, [{ text: say(w[of], lang), style: { bold: true } }]);
  return { titles, lines };
}

function nameCell({ name, mark, style }: Named, columns: number, lang: Compared['lang']): Cell {
  const taken = mark ? signColumns(lang) + 1 : 0;
  return {
    forms: [padded(shortened(name, columns - taken), columns - taken)],
    ...(mark && { mark: [mark, gap(1)] }),
    ...(style && { style }),
  };
}

// ---------------------------------------------------------------- columns

type Word = (typeof w)[keyof typeof w];

/** `户甲`, `A households`; as much of it as fits. */
function head({ lang }: Compared, at: 0 | 1 | null, ...names: Word[]): readonly string[] {
  const side = at === null ? '' : say(at === 0 ? frameWords.a : frameWords.b, lang);
  const all = names.map(name => say(name, lang));
  const said = all.map(name => (lang === 'zh' ? `${side}${name}` : side === '' ? name : `${side} ${name}`));
  return said;
}

interface Figured {
  readonly costs: readonly (number | null)[];
  readonly group?: string;
}

const column = (headed: readonly string[], { costs, group }: Figured): Column => ({
  kind: 'figure',
  head: headed,
  costs,
  ...(group !== undefined && { group }),
});

/** The same column of both sides, which give way together. */
function pair(view: Compared, group: string, costs: readonly (number | null)[], ...names: Word[]): Column[] {
  return ([0, 1] as const).map(at => column(head(view, at, ...names), { costs, group }));
}

/** Of B, bold where it is not as A has it. */
function cells(a: Forms, b: Forms): Cell[] {
  return [figureCell(a), a[0] === b[0] ? figureCell(b) : figureCell(b, { bold: true })];
}

const difference = (a: number, b: number, lang: Compared['lang']): Cell =>
  figureCell(differenceForms(b - a, lang), a === b ? { dim: true } : {});

function byId<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, T> {
  return new Map(all.map(each => [key(each), each]));
}

const sidesOf = <T>({ figures }: Compared, of: (side: Compared['figures']['sides'][0]) => T): Sides<T> => [
  of(figures.sides[0]),
  of(figures.sides[1]),
];

/** All that either side has, by their keys. */
function both<T>(
  view: Compared,
  of: (side: Compared['figures']['sides'][0]) => readonly T[],
  key: (each: T) => string,
) {
  const [a, b] = sidesOf(view, of);
  const [ofA, ofB] = [byId(a, key), byId(b, key)];
  return bothOf(a.map(key), b.map(key)).map(id => ({ id, a: ofA.get(id) ?? null, b: ofB.get(id) ?? null }));
}

const NONE: Money = {
  households: 0,
  due: { low: 0, high: 0 },
  undetermined: { low: 0, high: 0 },
  undeterminedHouseholds: 0,
  unset: 0,
};

function labelIn(view: Compared, of: 'funds' | 'duties' | 'quotas' | 'exclusions', id: string): string {
  const { policies, lang } = view;
  const found = policies.flatMap(policy => policy[of]).find(each => each.id === id);
  return found?.label[lang] ?? id;
}

// ---------------------------------------------------------------- sections

function cards(view: Compared): Section {
  const { lang, policies } = view;
  const rows = both(
    view,
    side => side.outcomes,
    ({ key }) => key,
  );
  // Those out of scope may be many; beside them the others could not be told apart.
  const inScope = rows.filter(({ id }) => id !== 'out-of-scope');
  const most = Math.max(1, ...inScope.flatMap(({ a, b }) => [a?.households ?? 0, b?.households ?? 0]));
  const drawn = (of: OutcomeFigures | null, style: Style): Cell => ({
    forms: [''],
    style,
    draw: columns => (of === null || of.key === 'out-of-scope' ? '' : bar(of.households / most, columns)),
  });
  const [hA, hB] = pair(view, 'households', [35, null], w.households, w.householdsShort) as [Column, Column];
  const bars: Column = { kind: 'bar', head: [], least: 4, most: 24, cost: 60, group: 'bars' };
  return {
    of: 'cards',
    columns: [
      hA,
      bars,
      hB,
      bars,
      column(head(view, null, w.difference), { costs: [80, 55] }),
      ...pair(view, 'people', [72, 50], w.people, w.peopleShort),
      ...pair(view, 'money', [65, 40], w.yuan, w.yuanShort),
    ],
    rows: rows.map(({ id, a, b }) => {
      const policy = policies.find(each => each.outcomes.some(({ key }) => key === id)) ?? policies[0];
      const households = cells(
        countForms(a ? a.households : null, lang),
        countForms(b ? b.households : null, lang),
      );
      const style = inkOf(policy, id, lang);
      const people = (of: OutcomeFigures | null) => countForms(of?.people ?? null, lang);
      const due = (of: OutcomeFigures | null) => moneyForms((of?.money ?? NONE).due, lang);
      return {
        key: `outcome:${id}`,
        name: outcomeLabel(policy, id, lang),
        mark: markPiece(policy, id, lang),
        cells: [
          households[0]!,
          drawn(a, style),
          households[1]!,
          drawn(b, style),
          difference(a?.households ?? 0, b?.households ?? 0, lang),
          ...cells(people(a), people(b)),
          ...cells(due(a), due(b)),
        ],
      };
    }),
  };
}

const SHIFTS = ['changed', 'gains', 'losses', 'either', 'unknown'] as const;

function changes(view: Compared): Section {
  const { lang, figures } = view;
  const all = figures.sides[0].outcomes.reduce((sum, { households }) => sum + households, 0);
  return {
    of: 'changes',
    columns: [
      column(head(view, null, w.households, w.householdsShort), { costs: [60, null] }),
      column(head(view, null, w.people, w.peopleShort), { costs: [65, 55] }),
      column(head(view, null, w.share), { costs: [45] }),
      { kind: 'bar', head: [], least: 4, most: 24, cost: 70 },
      column(head(view, null, w.yuan), { costs: [50, 40] }),
    ],
    rows: SHIFTS.map(of => {
      const { households, people } = figures[of];
      const share = all === 0 ? 0 : households / all;
      const money =
        of === 'gains'
          ? gainForms(figures.gains.money, lang)
          : of === 'losses'
            ? gainForms(negated(figures.losses.money), lang)
            : [''];
      return {
        key: `shift:${of}`,
        name: say(w[of], lang),
        cells: [
          figureCell(countForms(households, lang)),
          figureCell(countForms(people, lang)),
          figureCell([percent(share, 1)]),
          { forms: [''], style: { dim: true }, draw: columns => bar(share, columns) },
          figureCell(money),
        ],
      };
    }),
  };
}

const negated = ({ low, high }: Money['due']): Money['due'] => ({
  low: high === null ? -low : -high,
  high: -low,
});

function money(view: Compared): Section {
  const { lang } = view;
  const funds = both(
    view,
    side => side.funds,
    ({ id }) => id,
  );
  const [a, b] = sidesOf(view, side => side.total);
  const limited = funds.some(each => each.a?.limited || each.b?.limited);
  const span = (of: Money | null) => moneyForms((of ?? NONE).due, lang);
  const open = (of: Money | null) => moneyForms((of ?? NONE).undetermined, lang);
  const asked = (of: FundFigures | Money | null, which: 'asked' | 'served'): Forms =>
    of && 'limited' in of && of.limited ? moneyForms(of.limited[which], lang) : [''];
  const rowOf = (
    key: string,
    name: string,
    ofA: FundFigures | Money | null,
    ofB: FundFigures | Money | null,
  ): Named => ({
    key,
    name,
    cells: [
      ...cells(span(ofA), span(ofB)),
      ...cells(countForms((ofA ?? NONE).households, lang), countForms((ofB ?? NONE).households, lang)),
      ...(limited
        ? [
            ...cells(asked(ofA, 'asked'), asked(ofB, 'asked')),
            ...cells(asked(ofA, 'served'), asked(ofB, 'served')),
          ]
        : []),
      ...cells(open(ofA), open(ofB)),
    ],
  });
  return {
    of: 'money',
    columns: [
      ...pair(view, 'due', [40, null], w.due, w.yuan),
      ...pair(view, 'households', [70, 62], w.households, w.householdsShort),
      ...(limited
        ? [...pair(view, 'asked', [58, 48], w.asked), ...pair(view, 'served', [58, 46], w.served)]
        : []),
      ...pair(view, 'open', [75, 60], w.open),
    ],
    rows: [
      ...funds.map(each =>
        rowOf(
          `fund:${each.id}`,
          each.id === '' ? say(w.noFund, lang) : labelIn(view, 'funds', each.id),
          each.a,
          each.b,
        ),
      ),
      rowOf('total', say(w.total, lang), a, b),
    ],
  };
}

const INDICES = ['headcount', 'gap', 'severity', 'gini'] as const;

function poverty(view: Compared): Section {
  const { lang } = view;
  const sides = sidesOf(view, side => side.poverty);
  const heads = ([0, 1] as const).flatMap(at =>
    [w.before, w.after].map(word =>
      column(head(view, at, word), { costs: at === 0 && word === w.before ? [45] : [null] }),
    ),
  );
  const row = (
    key: string,
    name: string,
    of: (each: Sides<Compared['figures']['sides'][0]['poverty']>[0], when: 'before' | 'after') => Forms,
  ): Named => {
    const [aBefore, aAfter, bBefore, bAfter] = sides.flatMap(side => [
      of(side, 'before'),
      of(side, 'after'),
    ]) as [Forms, Forms, Forms, Forms];
    return {
      key,
      name,
      cells: [
        figureCell(aBefore, { dim: true }),
        figureCell(aAfter),
        figureCell(bBefore, { dim: true }),
        figureCell(bAfter, aAfter[0] === bAfter[0] ? {} : { bold: true }),
      ],
    };
  };
  return {
    of: 'poverty',
    columns: heads,
    rows: [
      ...INDICES.map(of =>
        row(`poverty:${of}`, say(w[of], lang), (side, when) => [
          of === 'gini' ? index(side[when].gini) : percent(side[when][of]),
        ]),
      ),
      row('poverty:unknown', say(w.incomeUnknown, lang), (side, when) =>
        countForms(side[when].unknown, lang),
      ),
    ],
  };
}

function quotas(view: Compared): Section {
  const { lang } = view;
  return {
    of: 'quotas',
    columns: [
      ...pair(view, 'seats', [55, 40], w.seats),
      ...pair(view, 'taken', [50, 30], w.taken),
      ...pair(view, 'unserved', [60, 45], w.unserved),
      ...pair(view, 'contesting', [70, 52], w.contesting),
    ],
    rows: both(
      view,
      side => side.quotas,
      ({ id }) => id,
    ).map(({ id, a, b }) => {
      const of = (which: 'seats' | 'taken' | 'unserved' | 'contesting') =>
        cells(countForms(a?.[which] ?? null, lang), countForms(b?.[which] ?? null, lang));
      return {
        key: `quota:${id}`,
        name: labelIn(view, 'quotas', id),
        cells: [...of('seats'), ...of('taken'), ...of('unserved'), ...of('contesting')],
      };
    }),
  };
}

function barred(view: Compared): Section {
  const { lang, policies } = view;
  const key = ({ card, by }: BarredFigures) => `${card}:${by}`;
  return {
    of: 'barred',
    columns: [
      ...pair(view, 'households', [40, null], w.households, w.householdsShort),
      column(head(view, null, w.difference), { costs: [60, 45] }),
      ...pair(view, 'people', [55, 50], w.people, w.peopleShort),
    ],
    rows: both(view, side => side.barred, key).map(({ id, a, b }) => {
      const { card, by } = (a ?? b)!;
      const outcome = `card:${card}`;
      const policy =
        policies.find(each => each.outcomes.some(({ key: of }) => of === outcome)) ?? policies[0];
      return {
        key: `barred:${id}`,
        name: labelIn(view, 'exclusions', by),
        mark: markPiece(policy, outcome, lang),
        cells: [
          ...cells(countForms(a?.households ?? 0, lang), countForms(b?.households ?? 0, lang)),
          difference(a?.households ?? 0, b?.households ?? 0, lang),
          ...cells(countForms(a ? a.people : 0, lang), countForms(b ? b.people : 0, lang)),
        ],
      };
    }),
  };
}

function duties(view: Compared): Section {
  const { lang } = view;
  return {
    of: 'duties',
    columns: [
      ...pair(view, 'households', [40, null], w.households, w.householdsShort),
      ...pair(view, 'perhaps', [60, 55], w.perhaps),
      ...pair(view, 'monthly', [50, 45], w.monthly),
    ],
    rows: both(
      view,
      side => side.duties,
      ({ id }) => id,
    ).map(({ id, a, b }) => {
      const monthly = (times: number | null | undefined): Forms =>
        times == null ? [''] : countForms(times, lang);
      return {
        key: `duty:${id}`,
        name: labelIn(view, 'duties', id),
        cells: [
          ...cells(countForms(a?.households ?? 0, lang), countForms(b?.households ?? 0, lang)),
          ...cells(countForms(a?.perhaps ?? 0, lang), countForms(b?.perhaps ?? 0, lang)),
          ...cells(monthly(a?.monthly), monthly(b?.monthly)),
        ],
      };
    }),
  };
}
