import type { Rational } from '../language/expr.ts';

/** A fact's value in base units: numbers as `Rational`, dates as ISO text, enumerations by id; null: missing. */
export type FactValue = Rational | boolean | null;

/** One household (village, member …) with its facts, as the reference evaluator reads it. */
export interface Instance {
  readonly entity: string;
  readonly id: string;
  /** Its row in the table of its entity, where it comes out of a population. */
  readonly row?: number;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly owner: Instance | null;
  /** By entity; an entity that is absent here is unknown, not empty. */
  readonly parts: Readonly<Record<string, readonly Instance[]>>;
}
