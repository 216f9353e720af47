import type { Expr, Op } from '../../language/expr.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import type { Cause, Step } from '../answer.ts';
import type { Frame } from './frame.ts';
import type { Prepared } from './prepared.ts';
import type { Num, Val } from './values.ts';

/** An expression made ready: what it is worth on an instance. */
export type Run = (frame: Frame) => Val;

/** What a benefit comes to under the present hypothesis. */
export interface Settled {
  /** The household's figure: 0 where nothing is claimed, unknown where the policy leaves it unset. */
  readonly total: Num;
  /** The figure of each beneficiary; null where only the household's total has a meaning. */
  readonly each: ReadonlyMap<Frame, Num> | null;
}

/** Figures of a whole result, for assertions about it. */
export type Totals = (
  what: 'households' | 'people' | 'money',
  card: string,
  benefit: string | null,
  served: boolean,
) => Num;

/** What another policy gives one instance, as rules of this policy see it. */
export interface UsedAnswer {
  readonly card: Val;
  /** By benefit id, per period. */
  readonly benefits: ReadonlyMap<string, Num>;
  /** All of them, for a year. */
  readonly amount: Num;
  /** That policy's own reasoning, where steps are kept. */
  readonly steps: readonly Step[];
}

/** What quotas and funds left of a claim of one instance; `use` null: of this policy. */
export type Served = (use: string | null, what: ServedWhat, instance: Instance) => Val;
export type ServedWhat = Extract<Expr, { op: 'served' }>['what'];

/** What expressions see besides the instance; changes in the course of an answer. */
export interface State {
  /** The card supposed: its id, or null for none. */
  card: string | null;
  /** Why the card is not known, where somebody undetermined stands in an order; null: it is `card`. */
  cardDoubt: readonly Cause[] | null;
  /** Counts the hypotheses tried; definitions that look at the card or at benefits are worked out anew for each. */
  hypothesis: number;
  /** By benefit id. */
  settled: Map<string, Settled>;
  /** Collects the steps of the expression at work; null where they are not kept. */
  steps: Step[] | null;
  totals: Totals | null;
  /** null: no population is at hand. */
  served: Served | null;
}

/** What compiling an expression needs to know. */
export interface Place {
  readonly policy: Policy;
  readonly state: State;
  /** The entity whose instance the expression is evaluated on. */
  readonly entity: string;
  /** Compiles a part of the expression, on parts of another entity if one is named. */
  compile(expr: Expr, entity?: string): Run;
  /** What reads a fact or a definition on an instance of its entity, a parameter's value: each made once per policy. */
  parameter(id: string, lastYear: boolean): Prepared;
  fact(entity: string, id: string): Run;
  definition(entity: string, id: string): Run;
  /** What a policy that this one uses gives a recorded instance of the entity that it classifies. */
  used(use: string, instance: Instance): UsedAnswer;
}

export type Compiler<O extends Op> = (expr: Extract<Expr, { op: O }>, place: Place) => Run;

/** Compilers of some operators. */
export type Compilers<O extends Op> = { readonly [K in O]: Compiler<K> };

/** Where a missing fact is missing. */
export function missing(frame: Frame, fact: string): Cause {
  return { kind: 'missing', entity: frame.instance.entity, fact, of: frame.instance.id };
}
