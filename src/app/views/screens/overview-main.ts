/** Cards, changes, money and poverty. */
import type { FundFigures, Money, OutcomeFigures, Sides } from '../../protocol.ts';
import { overviewWords as w } from '../../words/overview.ts';
import { say } from '../../words.ts';
import { bar } from '../layout/bar.ts';
import { countForms, type Forms, gainForms, index, moneyForms, percent } from '../layout/figures.ts';
import type { Style } from '../layout/line.ts';
import { inkOf, markPiece, outcomeLabel } from '../layout/marks.ts';
import { type Cell, type Column, figures as figureCell } from '../layout/table.ts';
import {
  both,
  cells,
  column,
  difference,
  head,
  labelIn,
  type Named,
  NONE,
  pair,
  type Section,
  sidesOf,
} from './overview-columns.ts';
import type { Compared } from './overview-view.ts';

export function cards(view: Compared): Section {
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

export function changes(view: Compared): Section {
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

export function money(view: Compared): Section {
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

export function poverty(view: Compared): Section {
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
