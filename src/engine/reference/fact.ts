import type { Type } from '../../language/types.ts';
import type { FactValue } from '../../population/instance.ts';
import { exact } from './exact.ts';
import type { Frame } from './frame.ts';
import { unknownOf } from './join.ts';
import { missing, type Place, type Run } from './program.ts';
import {
  bothCauses,
  condition,
  exactNumber,
  INAPPLICABLE,
  isKnown,
  truth,
  type Val,
  word,
} from './values.ts';

/** A recorded value; null where none is. */
function reader(type: Type): (value: FactValue | undefined) => Val | null {
  if (type.kind === 'bool') return value => (typeof value === 'boolean' ? truth(value) : null);
  if (type.kind === 'number') return value => (typeof value === 'string' ? exactNumber(exact(value)) : null);
  return value => (typeof value === 'string' ? word(value) : null);
}

/** What a fact is worth on an instance of its entity, worked out once for each instance. */
export function compileFact(place: Place, entity: string, id: string, slot: number): Run {
  const fact = place.policy.vocabulary.facts[`${entity}.${id}`];
  if (fact === undefined) throw new Error(`no fact ${entity}.${id}`);
  const read = reader(fact.type);
  const applies = fact.when === null ? null : place.compile(fact.when, entity);
  const source = fact.from === null ? null : place.compile(fact.from, entity);

  function find(frame: Frame): Val {
    const { facts } = frame.instance;
    const when = applies === null ? null : condition(applies(frame));
    if (when !== null && when.value === false) return INAPPLICABLE;
    const derived = source === null ? null : source(frame);
    if (derived !== null && derived.kind !== 'inapplicable' && isKnown(derived)) return derived;
    const recorded = Object.hasOwn(facts, id) ? read(facts[id]) : null;
    if (recorded !== null) return recorded;
    const own = [missing(frame, id)];
    return unknownOf(fact!.type, when === null ? own : bothCauses(own, when.causes));
  }

  return frame => {
    const known = frame.facts[slot];
    if (known !== undefined) return known;
    const value = find(frame);
    frame.facts[slot] = value;
    return value;
  };
}
