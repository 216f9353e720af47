/** The overview as lines, so that it can be scrolled: each is one line on the screen, at any width. */
import type { OutcomeKey, PovertyIndices } from '../protocol.ts';
import { shownPolicies } from './select.ts';
import type { State } from './state.ts';

export type OverviewRow =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'title';
      readonly of:
        | 'cards'
        | 'changes'
        | 'money'
        | 'poverty'
        | 'barred'
        | 'duties'
        | 'quotas'
        | 'assertions'
        | 'engine';
    }
  /** Of the policy named, under either side where both have one of that key. */
  | { readonly kind: 'outcome'; readonly key: OutcomeKey }
  | { readonly kind: 'shift'; readonly of: 'changed' | 'gains' | 'losses' | 'either' | 'unknown' }
  | { readonly kind: 'total' }
  | { readonly kind: 'fund'; readonly id: string }
  | { readonly kind: 'poverty'; readonly of: 'headcount' | 'gap' | 'severity' | 'gini' | 'unknown' }
  | { readonly kind: 'barred'; readonly card: string; readonly by: string }
  | { readonly kind: 'duty'; readonly id: string }
  | { readonly kind: 'quota'; readonly id: string }
  | { readonly kind: 'assertion'; readonly id: string; readonly side: 'a' | 'b' }
  /** One side was worked out by the slow evaluator, and why. */
  | { readonly kind: 'refused'; readonly side: 'a' | 'b' };

/** Ids of both sides, each once: those of B that A lacks come after the one that they follow there. */
export function bothOf(a: readonly string[], b: readonly string[]): string[] {
  const all = [...new Set(a)];
  b.forEach((id, at) => {
    if (all.includes(id)) return;
    const before = b.slice(0, at).findLast(each => all.includes(each));
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id);
  });
  return all;
}

const sides = ['a', 'b'] as const;

export function overviewRows(state: State): readonly OverviewRow[] {
  const { figures } = state;
  const policies = shownPolicies(state);
  if (!figures || !policies) return [];
  const [a, b] = figures.sides;
  const ids = <T>(of: (side: typeof a) => readonly T[], key: (each: T) => string) =>
    bothOf(of(a).map(key), of(b).map(key));
  const byId = ({ id }: { readonly id: string }) => id;
  const occurs = (key: OutcomeKey) =>
    figures.sides.some(side => side.outcomes.some(each => each.key === key && each.households > 0));
  // These two are rare: a line of them stands only where there are any.
  const outcomes = bothOf(
    policies[0].outcomes.map(({ key }) => key),
    policies[1].outcomes.map(({ key }) => key),
  ).filter(key => (key !== 'conflict' && key !== 'not-recorded') || occurs(key));
  const quotas = ids(side => side.quotas, byId);
  const duties = ids(side => side.duties, byId);
  const funds = ids(side => side.funds, byId);
  const barred = ids(
    side => side.barred,
    ({ card, by }) => JSON.stringify([card, by]),
  );
  const assertions = sides.flatMap((side, at) =>
    figures.sides[at]!.assertions.map(({ id }): OverviewRow => ({ kind: 'assertion', id, side })),
  );
  const refused = sides
    .filter((_, at) => figures.sides[at]!.refused)
    .map((side): OverviewRow => ({ kind: 'refused', side }));
  const indices = (['headcount', 'gap', 'severity', 'gini'] as const).filter(of =>
    isKnown(figures.sides, of),
  );
  const unknown = figures.sides.some(
    ({ poverty }) => poverty.before.unknown > 0 || poverty.after.unknown > 0,
  );
  const shifts = (['changed', 'gains', 'losses', 'either', 'unknown'] as const).filter(
    of => of === 'changed' || of === 'gains' || of === 'losses' || figures[of].households > 0,
  );
  const sections: OverviewRow[][] = [
    section(
      'cards',
      outcomes.filter(key => !isPinned(key)).map(key => ({ kind: 'outcome', key })),
    ),
    section(
      'changes',
      shifts.map(of => ({ kind: 'shift', of })),
    ),
    section('money', [...funds.map((id): OverviewRow => ({ kind: 'fund', id })), { kind: 'total' }]),
    section('poverty', [
      ...indices.map((of): OverviewRow => ({ kind: 'poverty', of })),
      ...(unknown ? [{ kind: 'poverty', of: 'unknown' } as const] : []),
    ]),
    section(
      'quotas',
      quotas.map(id => ({ kind: 'quota', id })),
    ),
    section(
      'barred',
      barred.map(key => ({ kind: 'barred', ...pair(key) })),
    ),
    section(
      'duties',
      duties.map(id => ({ kind: 'duty', id })),
    ),
    section('assertions', assertions),
    section('engine', refused),
  ];
  return sections
    .filter(rows => rows.length > 0)
    .flatMap((rows, at) => (at === 0 ? rows : [{ kind: 'blank' } as const, ...rows]));
}

/** Outcomes that stand below the list, whatever is scrolled. */
export const pinned: readonly OutcomeKey[] = ['none', 'undetermined'];

const isPinned = (key: OutcomeKey): boolean => pinned.includes(key);

const section = (of: (OverviewRow & { kind: 'title' })['of'], rows: readonly OverviewRow[]): OverviewRow[] =>
  rows.length === 0 ? [] : [{ kind: 'title', of }, ...rows];

function pair(key: string): { card: string; by: string } {
  const [card, by] = JSON.parse(key) as [string, string];
  return { card, by };
}

function isKnown(
  of: readonly { readonly poverty: { readonly before: PovertyIndices; readonly after: PovertyIndices } }[],
  index: 'headcount' | 'gap' | 'severity' | 'gini',
): boolean {
  return of.some(({ poverty: { before, after } }) => before[index] !== null || after[index] !== null);
}
