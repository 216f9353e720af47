import type { Expr } from '../language/expr.ts';
import type { Label } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import type { Type } from '../language/types.ts';
import type { UnitDeclaration } from '../language/units.ts';

/** A kind of thing that facts are about. */
export interface Entity {
  readonly id: string;
  readonly label: Label;
  /** Where its instances stand in a household file and which CSV holds them: `members`. */
  readonly plural: string;
  readonly pluralLabel: Label;
  /** The entity it is part of; null at the top. */
  readonly within: string | null;
  /** The fact that names an instance: `household_id`. */
  readonly key: string;
}

export interface Value {
  readonly id: string;
  readonly label: Label;
}

export interface Fact {
  readonly id: string;
  readonly entity: string;
  readonly label: Label;
  readonly type: Type;
  /** Values of an enumeration in their written order. */
  readonly values: readonly Value[];
  /**
   * Numbers in files are in this unit; base units = file value × `perUnit`. Money: fen, `perUnit` "100", `decimals` 2.
   * Whole numbers × 10^decimals must be whole in a file.
   */
  readonly unit: { readonly label: Label; readonly perUnit: string; readonly decimals: number } | null;
  /** Lowest and highest value that makes sense, base units; outside it the data are wrong. */
  readonly least: string | null;
  readonly most: string | null;
  /** Inapplicable where this is false. */
  readonly when: Expr | null;
  /** Taken from here where this is known, from the data otherwise (age from the birth date). */
  readonly from: Expr | null;
  /** Where the figure is collected. */
  readonly collected: Label;
  readonly span: Span;
}

export interface Vocabulary {
  readonly id: string;
  /** From the innermost outward is not assumed: follow `within`. */
  readonly entities: Readonly<Record<string, Entity>>;
  /** By `entity.id`: `member.labour`. */
  readonly facts: Readonly<Record<string, Fact>>;
  /** Countable units that it declares besides the standard ones. */
  readonly units: readonly UnitDeclaration[];
}
