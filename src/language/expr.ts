import type { Span } from './source.ts';
import type { Type } from './types.ts';

/**
 * An exact number as text: an integer `"-12"` or a fraction in lowest terms `"1/3"`, always in base units:
 * money in fen, time in months (or days), area in thirds of a square metre (1 亩 = 2000, 1 平方米 = 3), ratios as such.
 */
export type Rational = string;

interface Node<Op extends string> {
  readonly op: Op;
  readonly type: Type;
  /** The words of the rule this node stands for. */
  readonly span: Span;
}
interface Unary<Op extends string> extends Node<Op> {
  readonly arg: Expr;
}
interface Binary<Op extends string> extends Node<Op> {
  readonly left: Expr;
  readonly right: Expr;
}
interface Nary<Op extends string> extends Node<Op> {
  readonly args: readonly Expr[];
}

export type Constant =
  | (Node<'number'> & { readonly value: Rational })
  | (Node<'bool'> & { readonly value: boolean })
  | (Node<'enum'> & { readonly value: string })
  /** ISO date. */
  | (Node<'date'> & { readonly value: string })
  | (Node<'text'> & { readonly value: string });

export type Reference =
  /** A fact of the present instance or of an instance above it (`entity` says which). */
  | (Node<'fact'> & { readonly entity: string; readonly id: string })
  /** A definition, evaluated on the present instance or on one above it. */
  | (Node<'definition'> & { readonly entity: string; readonly id: string })
  /** A parameter; `keys` select the cell of one that differs by facts, in the order of its `by`. */
  | (Node<'parameter'> & { readonly id: string; readonly lastYear: boolean; readonly keys: readonly Expr[] })
  /** The amount of another benefit per its payment period, final: after limits, group and rounding; 0 where not due. */
  | (Node<'benefit'> & { readonly id: string })
  /** The card given; inapplicable where there is none. */
  | Node<'card'>
  /**
   * What another policy (`uses`) gives the instance of `entity`, present or above, before quotas and funds: its card, all
   * its benefits in a year (`amount`), or one of them per its period. Fen.
   */
  | (Node<'used'> & {
      readonly use: string;
      readonly entity: string;
      readonly what: { readonly kind: 'card' | 'amount' } | { readonly kind: 'benefit'; readonly id: string };
    })
  /**
   * What quotas and funds left of a claim of the instance of `entity`: of a quota whether a seat was had, of a benefit the
   * fen served per period. `use` null: of this policy. Unknown without a population.
   */
  | (Node<'served'> & {
      readonly use: string | null;
      readonly entity: string;
      readonly what: { readonly kind: 'quota' | 'benefit'; readonly id: string };
    })
  /** The evaluation date. */
  | Node<'today'>
  /** A figure of the whole result (assertions only). `card`: an id, `#none`, or `#all`; `benefit` for `money`. */
  | (Node<'total'> & {
      readonly what: 'households' | 'people' | 'money';
      readonly card: string;
      readonly benefit: string | null;
      /** Of `money`: what funds and quotas left of it; otherwise the entitlements. */
      readonly served: boolean;
    });

export type Logic =
  | Unary<'not'>
  | Nary<'and'>
  | Nary<'or'>
  | (Nary<'atLeast'> & { readonly count: number })
  /** Is the value not missing? An inapplicable fact is known. */
  | Unary<'known'>
  | (Unary<'in'> & { readonly values: readonly string[] });

export type CompareOp = 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne';
export type Compare = { [Op in CompareOp]: Binary<Op> }[CompareOp];

export type RoundMode = 'half-up' | 'up' | 'down';
export type Arithmetic =
  | Unary<'negate'>
  | Binary<'add'>
  | Binary<'subtract'>
  | Binary<'multiply'>
  | Binary<'divide'>
  | Nary<'min'>
  | Nary<'max'>
  /** `left` at most `right` (封顶) and at least `right` (保底): least and greatest, but a rounded amount never passes its cap. */
  | Binary<'cap'>
  | Binary<'floor'>
  /** To a multiple of `step` (base units). `half-up` moves halves away from zero. */
  | (Unary<'round'> & { readonly step: Rational; readonly mode: RoundMode });

export type Choice =
  /** The three parts of any type; bands and tables become chains of these. */
  | (Node<'if'> & { readonly condition: Expr; readonly then: Expr; readonly otherwise: Expr })
  /** `arg` where it is known and applicable, else `fallback`. */
  | (Unary<'else'> & { readonly fallback: Expr });

export type AggregateOp = 'any' | 'every' | 'count' | 'sum' | 'minimum' | 'maximum' | 'average';
/** Over the parts of kind `over` below the present instance for which `where` holds; `body` is null for `count` alone. */
export type Aggregate = {
  [Op in AggregateOp]: Node<Op> & {
    readonly over: string;
    readonly where: Expr | null;
    readonly body: Expr | null;
  };
}[AggregateOp];

export type Calendar =
  /** `left` a date, `right` a number of months or days by `unit`; a month ends on the same day number or the month's last. */
  | (Binary<'addTime'> & { readonly unit: 'month' | 'day' })
  /** Whole units from `left` to `right`, as a number of months (years × 12 for `year`) or days; negative where `right` is earlier. */
  | (Binary<'elapsed'> & { readonly unit: 'year' | 'month' | 'day' })
  | Unary<'yearOf'>;

/** A checked expression: plain data, no classes, no closures. */
export type Expr = Constant | Reference | Logic | Compare | Arithmetic | Choice | Aggregate | Calendar;
export type Op = Expr['op'];
