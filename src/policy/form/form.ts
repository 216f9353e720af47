/** The approval form of a policy: what is printed for one household, and what fills it. */
import type { Expr } from '../../language/expr.ts';
import type { Label } from '../../language/label.ts';
import type { Span } from '../../language/source.ts';

export interface FormBox {
  readonly id: string | null;
  readonly label: Label;
  /** Ticked where it holds; null: left to be ticked by hand. */
  readonly when: Expr | null;
  /** Boxes that further describe what is ticked here. */
  readonly boxes: readonly FormBox[];
}

/** What fills a field. */
export type FormFill =
  /** Left empty, to be written by hand. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly expr: Expr }
  /** A box for each value of an enumeration, that of the household ticked. */
  | { readonly kind: 'choice'; readonly expr: Expr }
  | { readonly kind: 'boxes'; readonly boxes: readonly FormBox[] };

export interface FormField {
  readonly id: string | null;
  /** Empty where the part around it names it. */
  readonly label: Label;
  readonly fill: FormFill;
  readonly span: Span;
}

/** A heading under which benefits that are due are listed. */
export interface FormHeading {
  readonly id: string | null;
  readonly label: Label;
  readonly benefits: readonly string[];
  /** Also takes every benefit that no heading names. */
  readonly rest: boolean;
}

export type FormBody =
  | { readonly kind: 'title'; readonly title: Label; readonly copies: number }
  /** So many fields beside one another. */
  | { readonly kind: 'fields'; readonly fields: readonly FormField[]; readonly across: number }
  /** A row for each part of this kind of the classified entity; columns are on the part. */
  | { readonly kind: 'table'; readonly entity: string; readonly columns: readonly FormField[] }
  /** Null: each benefit is a heading of its own. */
  | { readonly kind: 'due'; readonly headings: readonly FormHeading[] | null }
  /** What the policy decides, why, and how these figures come about; null: those that the cards depend on. */
  | { readonly kind: 'assessment'; readonly figures: readonly Expr[] | null }
  | {
      readonly kind: 'opinion';
      readonly wording: Label;
      /** Of the procedure. */
      readonly stage: string | null;
      readonly role: string | null;
      /** To be ticked by whoever gives the opinion. */
      readonly cards: readonly string[];
      readonly signatures: readonly Label[];
      readonly seals: readonly Label[];
      /** Has a place for the date. */
      readonly dated: boolean;
    }
  | { readonly kind: 'remarks'; readonly remarks: readonly Label[] };
