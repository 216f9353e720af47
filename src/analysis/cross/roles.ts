import type { Meaning, Policy } from '../../policy/policy.ts';
import type { Comparison, Transition } from '../compare.ts';
import type { Outcome, Special } from '../outcome.ts';
import type { Heads } from '../people.ts';

/** What an outcome stands for in any scheme: the role of its card; `unnamed`: the card names none. */
export type Role = Meaning | 'unnamed' | Special;

/** All roles, in the order of tables. */
export const ROLES: readonly Role[] = [
  'safety-net',
  'poor',
  'at-risk',
  'exited',
  'ordinary',
  'model',
  'unnamed',
  'none',
  'undetermined',
  'out-of-scope',
  'conflict',
  'not-recorded',
];

export function roleOf(policy: Policy, outcome: Outcome): Role {
  if (outcome.kind !== 'card') return outcome.kind;
  return policy.cards.find(({ id }) => id === outcome.card)?.meaning ?? 'unnamed';
}

/** Households of role `from` under the first scheme and of role `to` under the other. */
export interface RoleCell extends Heads {
  readonly from: Role;
  readonly to: Role;
}

/** How far two schemes agree on those whom both judge. */
export interface Agreement {
  /** Decided by both, none of them out of scope. */
  readonly judged: Heads;
  /** Of these, those to whom both give a card of the same role, or both none. */
  readonly same: Heads;
  /** In the scope of both, and left undetermined by one at least. */
  readonly undetermined: Heads;
}

/** Two schemes held against each other by the roles that their cards name; colours mean nothing. */
export interface Cross {
  readonly from: Policy;
  readonly to: Policy;
  /** Card by card; only those that occur. */
  readonly cards: readonly Transition[];
  /** Role by role; only those that occur. */
  readonly cells: readonly RoleCell[];
  readonly agreement: Agreement;
}

const isOutside = (role: Role) => role === 'out-of-scope' || role === 'not-recorded';
const isOpen = (role: Role) => role === 'undetermined' || role === 'conflict';

/** Adds up the transitions of a comparison by role. */
export function crossOf({ from, to, transitions }: Comparison): Cross {
  const cells = new Map<string, { from: Role; to: Role; households: number; people: number | null }>();
  const judged = { households: 0, people: 0 as number | null };
  const same = { households: 0, people: 0 as number | null };
  const undetermined = { households: 0, people: 0 as number | null };
  for (const entry of transitions) {
    const [a, b] = [roleOf(from, entry.from), roleOf(to, entry.to)];
    const cell = cells.get(`${a} ${b}`) ?? { from: a, to: b, households: 0, people: 0 };
    cells.set(`${a} ${b}`, cell);
    add(cell, entry);
    if (isOutside(a) || isOutside(b)) continue;
    if (isOpen(a) || isOpen(b)) add(undetermined, entry);
    else {
      add(judged, entry);
      // Cards without a role are the same as nothing that the other scheme has.
      if (a === b && a !== 'unnamed') add(same, entry);
    }
  }
  const place = ({ from: a, to: b }: RoleCell) => ROLES.indexOf(a) * ROLES.length + ROLES.indexOf(b);
  return {
    from,
    to,
    cards: transitions,
    cells: [...cells.values()].sort((a, b) => place(a) - place(b)),
    agreement: { judged, same, undetermined },
  };
}

function add(to: { households: number; people: number | null }, { households, people }: Heads): void {
  to.households += households;
  to.people = to.people === null || people === null ? null : to.people + people;
}
