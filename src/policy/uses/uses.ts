import { nameKey } from '../../language/normal.ts';
import { type UsedMember, usedCards } from '../../language/scope.ts';
import { type Desk, declare } from '../desk.ts';
import type { Policy, Use } from '../policy.ts';
import type { OpenedUse } from './open.ts';

const namesOf = ({ id, label }: Pick<Policy, 'id' | 'label'>): string[] =>
  [id, ...Object.values(label)].map(nameKey);

/** Words that a policy may write after a dot behind the name of another one. */
export function usedNames(opened: readonly OpenedUse[]): string[] {
  const policies = opened.flatMap(({ loaded: { policy } }) => policy ?? []);
  const things = policies.flatMap(({ cards, benefits, quotas }) => [...cards, ...benefits, ...quotas]);
  return [
    ...opened.flatMap(({ rule }) => rule.names),
    ...(opened.length > 0 ? ['金额', 'amount'] : []),
    ...things.flatMap(namesOf),
  ];
}

function membersOf({ benefits, quotas }: Policy): Map<string, UsedMember> {
  const members = new Map<string, UsedMember>();
  const add = (names: readonly string[], member: UsedMember) => {
    for (const name of names) if (!members.has(name)) members.set(name, member);
  };
  for (const one of benefits) add(namesOf(one), { kind: 'benefit', id: one.id, period: one.period });
  for (const one of quotas) add(namesOf(one), { kind: 'quota', id: one.id, entity: one.entity });
  return members;
}

/** Declares the policies used, and the cards of each as values of its own. */
export function declareUses(desk: Desk, opened: readonly OpenedUse[]): Record<string, Use> {
  const uses: [string, Use][] = [];
  for (const { rule, loaded } of opened) {
    const { id, label, names, span } = rule;
    const { policy } = loaded;
    const entity = policy?.entity ?? desk.classified;
    const members = policy === null ? null : membersOf(policy);
    declare(desk, names, { kind: 'use', id, label, entity, members });
    for (const card of policy?.cards ?? [])
      declare(desk, namesOf(card), { kind: 'value', of: usedCards(id), id: card.id });
    if (policy !== null) uses.push([id, { id, label, policy, span }]);
  }
  return Object.fromEntries(uses);
}
