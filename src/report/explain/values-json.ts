/** Values and missing facts as programs read them. */
import type { Cause, Value } from '../../engine/answer.ts';
import type { Rational } from '../../language/expr.ts';
import { over } from '../../language/rational.ts';
import type { Type } from '../../language/types.ts';
import { dimensionText, makeUnits } from '../../language/units.ts';
import type { Policy } from '../../policy/policy.ts';
import { shownFactor } from '../figures.ts';

export interface MissingJson {
  /** Id of a fact; for a list of parts its plural: `members`. */
  readonly fact: string;
  /** The kind of the household or of what stands above it, or a part's own id. */
  readonly of: string;
}

/** A number from low to high (null: unbounded), as exact text in `unit`; a truth value; an id, date or text; null: unknown. */
export type ValueJson =
  | { readonly low: string | null; readonly high: string | null; readonly unit: string }
  | boolean
  | string
  | null;

/** Entities that an instance of the classified one has just one of: itself and those above. */
function ownEntities({ entity, vocabulary }: Policy): Set<string> {
  const own = new Set<string>();
  for (let at: string | null = entity; at !== null && !own.has(at); ) {
    own.add(at);
    at = vocabulary.entities[at]?.within ?? null;
  }
  return own;
}

/** Causes of doubt of used policies in place of the doubt that they leave. */
function plainly(causes: readonly Cause[]): Cause[] {
  return causes.flatMap(cause => (cause.kind === 'used' ? plainly(cause.because) : [cause]));
}

/** The facts among the causes, each once; also those that policies used lack. */
export function missingOf(causes: readonly Cause[], policy: Policy): MissingJson[] {
  const own = ownEntities(policy);
  const seen = new Map<string, MissingJson>();
  for (const cause of plainly(causes)) {
    if (cause.kind !== 'missing' && cause.kind !== 'parts') continue;
    const entities = policy.vocabulary.entities;
    const parts = cause.kind === 'parts';
    const about = parts ? (entities[cause.entity]?.within ?? policy.entity) : cause.entity;
    const entry = {
      fact: parts ? (entities[cause.entity]?.plural ?? cause.entity) : cause.fact,
      of: own.has(about) ? about : cause.of,
    };
    seen.set(JSON.stringify(entry), entry);
  }
  return [...seen.values()];
}

const units = makeUnits();

function numberJson(low: Rational | null, high: Rational | null, type: Type): ValueJson {
  const dimension = type.kind === 'number' ? type.dimension : {};
  const factor = shownFactor(dimension);
  const shown = (end: Rational | null) => (end === null ? null : over(end, factor));
  const unit = Object.keys(dimension).length === 0 ? '' : dimensionText(dimension, 'en', units);
  return { low: shown(low), high: shown(high), unit };
}

/** A value as programs read it; what is inapplicable is null. */
export function valueJson(value: Value, type: Type): ValueJson {
  if (value.kind === 'inapplicable') return null;
  return value.kind === 'number' ? numberJson(value.low, value.high, type) : value.value;
}
