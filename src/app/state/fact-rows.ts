/** Facts of a household, its members and what stands around it, as lines. */
import type { FactEdit, FactLine, InstanceView } from '../protocol.ts';
import type { HouseholdState } from './screen-state.ts';

export type FactRow =
  | {
      readonly kind: 'instance';
      readonly key: string;
      readonly instance: InstanceView;
      readonly folded: boolean;
    }
  | { readonly kind: 'fact'; readonly key: string; readonly instance: InstanceView; readonly fact: FactLine };

export function factRows({ detail, toggled }: HouseholdState): readonly FactRow[] {
  if (!detail) return [];
  return detail.instances.flatMap((instance): FactRow[] => {
    const key = `facts ${instance.entity} ${instance.id}`;
    const folded = toggled.includes(key);
    const facts = instance.facts.map(
      (fact): FactRow => ({ kind: 'fact', key: `${key} ${fact.fact}`, instance, fact }),
    );
    return [{ kind: 'instance', key, instance, folded }, ...(folded ? [] : facts)];
  });
}

/** Edits with another value of one fact. */
export function withEdit(
  edits: readonly FactEdit[],
  { entity, id, fact }: Pick<FactLine, 'entity' | 'id' | 'fact'>,
  value: string | null,
): readonly FactEdit[] {
  const others = edits.filter(edit => edit.entity !== entity || edit.id !== id || edit.fact !== fact);
  return [...others, { entity, id, fact, value }];
}
