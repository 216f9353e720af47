import type { Words } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import type { Policy } from '../policy/policy.ts';
import type { Entity } from '../policy/vocabulary.ts';
import { entityNames, findEntity } from '../policy/vocabulary-entities.ts';
import { optionValue } from './arguments.ts';
import type { Context } from './context.ts';
import { usageFault } from './fault.ts';

/** What the classified entity lies in, from the inside out. */
export function entitiesAround({ entity, vocabulary }: Policy): Entity[] {
  const around: Entity[] = [];
  for (let at = vocabulary.entities[entity]?.within ?? null; at !== null; ) {
    const one: Entity | undefined = vocabulary.entities[at];
    if (one === undefined) break;
    around.push(one);
    at = one.within;
  }
  return around;
}

/** Entities as a message names them. */
export function entityWords(entities: readonly Entity[]): Words[] {
  return entities.map(({ id, label }) => ({
    zh: label.zh ?? label.en ?? id,
    en: label.en ?? label.zh ?? id,
  }));
}

/** The entity of `--by`, by which to sum up; undefined where it is not given. */
export function areaOption({ given }: Context, policy: Policy): string | undefined {
  const value = optionValue(given, 'by');
  if (value === undefined) return undefined;
  const around = entitiesAround(policy);
  const found = findEntity(around, value);
  if (found !== undefined) return found.id;
  throw usageFault(
    'option-area',
    { value, known: entityWords(around) },
    nearest(value, around.flatMap(entityNames)),
  );
}
