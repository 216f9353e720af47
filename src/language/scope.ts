import type { Label } from './label.ts';
import { nameKey } from './normal.ts';
import type { Type } from './types.ts';
import type { Period, UnitTable } from './units.ts';

/**
 * What a name may stand for. `type` null: it exists, but its own text is wrong (reported there), so nothing more is
 * said about expressions that use it. `period`: how often a money figure is counted as its owner writes it (元/月).
 */
export type Referent =
  | Valued<'fact'>
  | Valued<'definition'>
  | {
      readonly kind: 'parameter';
      readonly id: string;
      readonly type: Type | null;
      /** Facts (`village.village_type`) or `#card` by which it differs. */
      readonly by: readonly string[];
      readonly period?: Period | null;
    }
  | { readonly kind: 'value'; readonly of: string; readonly id: string }
  | { readonly kind: 'card'; readonly id: string }
  /** `entity`: its beneficiary. */
  | { readonly kind: 'benefit'; readonly id: string; readonly entity?: string }
  | { readonly kind: 'entity'; readonly id: string }
  /** Another policy; `entity`: the one that it classifies. */
  | {
      readonly kind: 'use';
      readonly id: string;
      readonly label: Label;
      readonly entity: string;
      /** By normalised name; null: the other policy is wrong itself, which is told there. */
      readonly members: ReadonlyMap<string, UsedMember> | null;
    }
  /** `entity`: who takes its seats. */
  | { readonly kind: 'quota'; readonly id: string; readonly entity: string };

/** What another policy has besides cards. */
export type UsedMember =
  | { readonly kind: 'benefit'; readonly id: string; readonly period: 'once' | 'month' | 'year' }
  | { readonly kind: 'quota'; readonly id: string; readonly entity: string };

/** The enumeration of the cards of another policy; its values are referents of kind `value`. */
export function usedCards(use: string): string {
  return `${CARD_OF}${use}`;
}

/** The other policy whose cards an enumeration holds, if it does. */
export function policyOfCards(of: string): string | null {
  return of.startsWith(CARD_OF) ? of.slice(CARD_OF.length) : null;
}

const CARD_OF = '#card:';

interface Valued<Kind extends string> {
  readonly kind: Kind;
  readonly entity: string;
  readonly id: string;
  readonly type: Type | null;
  readonly period?: Period | null;
}

export interface ScopeEntity {
  readonly within: string | null;
  readonly label?: Label;
}

/** By normalised name (see `addReferent`). */
export type Referents = ReadonlyMap<string, readonly Referent[]>;

/** What an expression may speak of, and on what it is evaluated. */
export interface Scope {
  /** The entity on whose instances it is evaluated; null: on none (assertions about parameters or the whole result). */
  readonly entity: string | null;
  readonly entities: Readonly<Record<string, ScopeEntity>>;
  readonly referents: Referents;
  readonly permits: {
    /** `卡`: the card given. */
    readonly card: boolean;
    /** Amounts of benefits by name. */
    readonly benefits: boolean;
    /** Figures of the whole result: `红卡.户数`. */
    readonly totals: boolean;
    /** What quotas and funds have left of claims: `公益岗位名额.实得`. */
    readonly served?: boolean;
  };
  /** The entity that the policy decides on; without it there are no results of its own to ask for. */
  readonly classified?: string;
  readonly units: UnitTable;
}

/** Adds one name of a thing; a name may stand for several (无 is a value of many facts). */
export function addReferent(referents: Map<string, Referent[]>, name: string, referent: Referent): void {
  const key = nameKey(name);
  if (key === '') return;
  const list = referents.get(key);
  if (!list) referents.set(key, [referent]);
  else if (!list.some(one => sameReferent(one, referent))) list.push(referent);
}

function sameReferent(a: Referent, b: Referent): boolean {
  if (a.kind !== b.kind || a.id !== b.id) return false;
  if (a.kind === 'value' && b.kind === 'value') return a.of === b.of;
  if (a.kind === 'fact' || a.kind === 'definition')
    return (b.kind === 'fact' || b.kind === 'definition') && a.entity === b.entity;
  return true;
}

/** Is `upper` the entity itself or one that it is part of, at any remove? */
export function isAtOrAbove(
  entities: Readonly<Record<string, ScopeEntity>>,
  upper: string,
  entity: string | null,
): boolean {
  let at = entity;
  for (let steps = 0; at !== null && steps < 100; steps++) {
    if (at === upper) return true;
    at = Object.hasOwn(entities, at) ? entities[at]!.within : null;
  }
  return false;
}

/** How many steps up `upper` is; only where `isAtOrAbove`. */
export function stepsUp(
  entities: Readonly<Record<string, ScopeEntity>>,
  upper: string,
  entity: string | null,
): number {
  let steps = 0;
  for (let at = entity; at !== null && at !== upper && steps < 100; steps++)
    at = Object.hasOwn(entities, at) ? entities[at]!.within : null;
  return steps;
}
