/** An approval form filled in for one household: plain data, words still to be found. */
import type { Answer, BenefitAnswer, Step, Value } from '../../engine/answer.ts';
import type { Label } from '../../language/label.ts';
import type { Type } from '../../language/types.ts';
import type { FormBody } from '../../policy/form/form.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Fact } from '../../policy/vocabulary.ts';
import type { ClaimPlace } from './places.ts';

/** `by-hand`: nothing says whether it is to be ticked. */
export type Tick = 'ticked' | 'clear' | 'unknown' | 'by-hand';

export interface FilledBox {
  readonly id: string | null;
  readonly label: Label;
  readonly tick: Tick;
  readonly boxes: readonly FilledBox[];
}

export type Filled =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: Value; readonly type: Type; readonly unit: Fact['unit'] }
  /** `value`: of an enumeration, each of whose values has a box; null: each box is a condition of its own. */
  | { readonly kind: 'boxes'; readonly boxes: readonly FilledBox[]; readonly value: Value | null };

export interface FilledField {
  readonly id: string | null;
  readonly label: Label;
  readonly filled: Filled;
}

export interface FilledRow {
  /** Of the part that the row is about. */
  readonly id: string;
  readonly cells: readonly Filled[];
}

export interface FilledHeading {
  readonly id: string | null;
  /** Empty for what no heading of the form names. */
  readonly label: Label;
  readonly tick: Tick;
  readonly benefits: readonly BenefitAnswer[];
}

export interface Assessment {
  readonly kind: 'assessment';
  /** How figures came about, as far as they are known. */
  readonly figures: readonly Step[];
}

type As<Kind extends FormBody['kind']> = Extract<FormBody, { kind: Kind }>;

export type FilledBody =
  | As<'title'>
  | As<'opinion'>
  | As<'remarks'>
  | { readonly kind: 'fields'; readonly fields: readonly FilledField[]; readonly across: number }
  | {
      readonly kind: 'table';
      readonly entity: string;
      readonly columns: readonly { readonly id: string | null; readonly label: Label }[];
      /** Null: it is not known which parts there are. */
      readonly rows: readonly FilledRow[] | null;
    }
  | { readonly kind: 'due'; readonly headings: readonly FilledHeading[] }
  | Assessment;

export interface FilledPart {
  readonly id: string;
  readonly label: Label;
  readonly cite: string;
  readonly note: Label;
  readonly body: FilledBody;
}

export interface FilledForm {
  readonly policy: Policy;
  /** Of the household. */
  readonly id: string;
  readonly title: Label;
  /** How many copies are to be signed. */
  readonly copies: number;
  /** The policy writes no form: this one is made of its vocabulary. */
  readonly standard: boolean;
  /** With its reasons. */
  readonly answer: Answer;
  /** By benefit: what quotas and limited funds make of it, where any binds it. */
  readonly places: ReadonlyMap<string, ClaimPlace>;
  readonly parts: readonly FilledPart[];
  /** For a sheet apart, where no part of the form has it. */
  readonly annex: Assessment | null;
}
