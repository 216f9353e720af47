/** Quotas, those barred, duties. */
import type { BarredFigures } from '../../protocol.ts';
import { overviewWords as w } from '../../words/overview.ts';
import { countForms, type Forms } from '../layout/figures.ts';
import { markPiece } from '../layout/marks.ts';
import { both, cells, column, difference, head, labelIn, pair, type Section } from './overview-columns.ts';
import type { Compared } from './overview-view.ts';

export function quotas(view: Compared): Section {
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

export function barred(view: Compared): Section {
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

export function duties(view: Compared): Section {
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
