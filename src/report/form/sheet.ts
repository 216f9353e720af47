/** A filled form as it is laid out on paper, in both languages; text and HTML draw it. */

import type { Tick } from '../../analysis/form/filled.ts';
import type { Words } from '../../language/label.ts';

export interface BoxView {
  readonly label: Words;
  readonly tick: Tick;
  readonly boxes: readonly BoxView[];
}

export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unknown' }
  /** `unsure`: known within bounds only. */
  | { readonly kind: 'text'; readonly text: Words; readonly unsure: boolean }
  | {
      readonly kind: 'boxes';
      readonly boxes: readonly BoxView[];
      readonly remark: 'unknown' | 'inapplicable' | null;
    };

export interface FieldView {
  readonly label: Words | null;
  readonly content: Content;
}

/** A benefit heading with what is due under it. */
export interface DueView {
  readonly label: Words;
  readonly tick: Tick;
  readonly claims: readonly Words[];
}

/** A line with what stands below it, drawn two columns further in. */
export interface ReasonView {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface AssessmentView {
  readonly verdict: string;
  readonly barred: readonly string[];
  readonly settles: readonly string[];
  readonly reasons: readonly ReasonView[];
  readonly figures: readonly string[];
}

export type Block =
  | { readonly kind: 'fields'; readonly across: number; readonly fields: readonly FieldView[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Words[];
      /** Null: it is not known which rows there are. */
      readonly rows: readonly (readonly Content[])[] | null;
    }
  | { readonly kind: 'due'; readonly items: readonly DueView[] }
  | { readonly kind: 'assessment'; readonly zh: AssessmentView; readonly en: AssessmentView }
  | {
      readonly kind: 'opinion';
      /** Stage and role. */
      readonly whose: Words | null;
      readonly wording: Words;
      readonly cards: readonly Words[];
      /** `复核人（签字）`. */
      readonly signatures: readonly Words[];
      readonly seals: readonly Words[];
      readonly dated: boolean;
    }
  | { readonly kind: 'remarks'; readonly items: readonly Words[] };

export interface Part {
  readonly head: Words | null;
  readonly block: Block;
}

export interface Sheet {
  readonly title: Words;
  /** Which policy, of which day; what was set. */
  readonly under: readonly Words[];
  /** Of the household; empty where none was given. */
  readonly id: string;
  readonly parts: readonly Part[];
  /** A sheet apart. */
  readonly annex: Part | null;
}
