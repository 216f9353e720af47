import type { Vocabulary } from '../../policy/vocabulary.ts';
import type { Instance } from '../../population/instance.ts';
import type { Cause, Step } from '../answer.ts';
import { bothCauses, NO_CAUSES, type Val } from './values.ts';

/** How many facts and definitions of one entity a policy reads. */
export interface Slots {
  facts: number;
  definitions: number;
}

/** What frames of one policy have in common. */
export interface Frames {
  /** By entity. */
  readonly slots: ReadonlyMap<string, Slots>;
  /** Villages and the like, which many households share. */
  readonly owners: WeakMap<Instance, Frame>;
}

/** An instance in the course of one answer, with what was already found out about it. */
export interface Frame {
  readonly instance: Instance;
  /** Not just the place where one would stand. */
  readonly recorded: boolean;
  readonly shared: Frames;
  owner: Frame | null;
  readonly parts: Map<string, readonly Frame[]>;
  readonly facts: (Val | undefined)[];
  readonly definitions: (Val | undefined)[];
  /** By definition: under which hypothesis it was worked out (0: holds under all). */
  readonly hypotheses: number[];
  /** By definition, only where steps are kept. */
  readonly steps: (readonly Step[] | undefined)[];
}

export function makeFrame(
  instance: Instance,
  shared: Frames,
  owner: Frame | null = null,
  recorded = true,
): Frame {
  const size = shared.slots.get(instance.entity);
  return {
    instance,
    recorded,
    shared,
    owner,
    parts: new Map(),
    facts: new Array(size?.facts ?? 0).fill(undefined),
    definitions: new Array(size?.definitions ?? 0).fill(undefined),
    hypotheses: new Array(size?.definitions ?? 0).fill(0),
    steps: [],
  };
}

/** Where nothing is recorded every fact is missing and all parts are unknown. */
const unrecorded = (entity: string): Instance => ({
  entity,
  id: '',
  facts: {},
  owner: null,
  parts: {},
});

/** For what is asked of nobody. */
export const nowhere = (entity: string, shared: Frames): Frame =>
  makeFrame(unrecorded(entity), shared, null, false);

/** The instance it is part of; one that is not recorded has no known fact and no known parts. */
function ownerOf(frame: Frame, entity: string): Frame {
  if (frame.owner !== null) return frame.owner;
  const { shared } = frame;
  const instance = frame.instance.owner ?? unrecorded(entity);
  const owner =
    shared.owners.get(instance) ?? makeFrame(instance, shared, null, frame.instance.owner !== null);
  shared.owners.set(instance, owner);
  frame.owner = owner;
  return owner;
}

/** A village or the like, as those who stand in it see it. */
export function areaFrame(area: Instance, shared: Frames): Frame {
  const made = shared.owners.get(area) ?? makeFrame(area, shared);
  shared.owners.set(area, made);
  return made;
}

/** Goes up by as many levels as `path` has entities. */
export function climb(frame: Frame, path: readonly string[]): Frame {
  let at = frame;
  for (const entity of path) at = ownerOf(at, entity);
  return at;
}

/** Entities passed on the way from one up to another, that one included; null where it does not stand above. */
export function pathUp(vocabulary: Vocabulary, from: string, to: string): string[] | null {
  const path: string[] = [];
  for (let entity = from; entity !== to; ) {
    const within = vocabulary.entities[entity]?.within ?? null;
    if (within === null || path.length > Object.keys(vocabulary.entities).length) return null;
    path.push(within);
    entity = within;
  }
  return path;
}

/** Entities passed on the way down to the parts, these included. */
export function pathDown(vocabulary: Vocabulary, from: string, to: string): string[] {
  const up = pathUp(vocabulary, to, from);
  if (up === null || up.length === 0) throw new Error(`${to} is no part of ${from}`);
  return [to, ...up.slice(0, -1)].reverse();
}

function directParts(frame: Frame, entity: string): readonly Frame[] | null {
  const made = frame.parts.get(entity);
  if (made !== undefined) return made;
  const instances = Object.hasOwn(frame.instance.parts, entity) ? frame.instance.parts[entity] : undefined;
  if (instances === undefined) return null;
  const frames = instances.map(part => makeFrame(part, frame.shared, frame));
  frame.parts.set(entity, frames);
  return frames;
}

/** The parts at the end of a path down, or why they are not known. */
export type Parts =
  | { readonly frames: readonly Frame[] }
  | { readonly frames: null; readonly causes: readonly Cause[] };

export function partsOf(frame: Frame, path: readonly string[]): Parts {
  let frames: readonly Frame[] = [frame];
  for (const entity of path) {
    const next: Frame[] = [];
    let causes = NO_CAUSES;
    for (const owner of frames) {
      const parts = directParts(owner, entity);
      if (parts !== null) next.push(...parts);
      else causes = bothCauses(causes, [{ kind: 'parts', entity, of: owner.instance.id }]);
    }
    if (causes.length > 0) return { frames: null, causes };
    frames = next;
  }
  return { frames };
}
