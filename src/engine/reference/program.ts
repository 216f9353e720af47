import type { Expr, Op } from '../../language/expr.ts';
import type { Policy } from '../../policy/policy.ts';
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
export type Totals = (what: 'households' | 'people' | 'money', card: string, benefit: string | null) => Num;

/** What expressions see besides the instance; changes in the course of an answer. */
export interface State {
  /** The card supposed: its id, or null for none. */
  card: string | null;
  /** Counts the hypotheses tried; definitions that look at the card or at benefits are worked out anew for each. */
  hypothesis: number;
  /** By benefit id. */
  settled: Map<string, Settled>;
  /** Collects the steps of the expression at work; null where they are not kept. */
  steps: Step[] | null;
  totals: Totals | null;
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
}

export type Compiler<O extends Op> = (expr: Extract<Expr, { op: O }>, place: Place) => Run;

/** Compilers of some operators. */
export type Compilers<O extends Op> = { readonly [K in O]: Compiler<K> };

/** Where a missing fact is missing. */
export function missing(frame: Frame, fact: string): Cause {
  return { kind: 'missing', entity: frame.instance.entity, fact, of: frame.instance.id };
}
