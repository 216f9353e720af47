import type { Answer, Value } from '../engine/answer.ts';
import type { Expr } from '../language/expr.ts';
import type { Label } from '../language/label.ts';
import { operandsOf } from '../language/operands.ts';
import type { Span } from '../language/source.ts';
import type { Policy, Rule } from '../policy/policy.ts';
import type { Instance } from '../population/instance.ts';
import { looksAtAnswer } from './conditions.ts';
import { evaluateOn } from './evaluate.ts';

export type RuleKind = 'card' | 'exclusion' | 'benefit' | 'definition' | 'branch';

/** Whether some case met a rule's condition and some case did not. */
export interface Covered {
  readonly kind: RuleKind;
  readonly id: string;
  readonly label: Label;
  readonly span: Span;
  /** Cases in which it held (was given, barred, was due). */
  readonly yes: number;
  readonly no: number;
}

export interface Tried {
  readonly policy: Policy;
  readonly household: Instance;
  readonly answer: Answer;
}

/** A condition of the policy that is looked at on the household itself. */
interface Question {
  readonly kind: RuleKind;
  readonly id: string;
  readonly label: Label;
  readonly span: Span;
  readonly expr: Expr;
}

/**
 * Which cards, exclusions, benefits, true-or-false definitions and branches (`若 … 则 …`, bands) the cases met both
 * ways; of a draft, those that it adds or replaces. All cases must be of the same policy; parameters and days may differ.
 */
export function coverageOf(tried: readonly Tried[]): Covered[] {
  const [first] = tried;
  if (!first) return [];
  const count = (
    rule: { id: string; label: Label; span: Span },
    kind: RuleKind,
    met: (one: Tried) => boolean | null,
  ) => {
    const found = tried.map(met);
    return {
      kind,
      id: rule.id,
      label: rule.label,
      span: rule.span,
      yes: found.filter(value => value === true).length,
      no: found.filter(value => value === false).length,
    };
  };
  const { policy } = first;
  const own = ownRules(policy);
  return [
    ...policy.cards
      .filter(own)
      .map(card => count(card, 'card', ({ answer }) => settled(answer, answer.card === card.id))),
    ...policy.exclusions.filter(own).map(rule =>
      count(rule, 'exclusion', ({ answer }) =>
        settled(
          answer,
          answer.barred.some(({ by }) => by === rule.id),
        ),
      ),
    ),
    ...policy.benefits
      .filter(own)
      .map(rule => count(rule, 'benefit', ({ answer }) => claimed(answer, rule.id))),
    ...answersTo(questionsOf(policy), tried),
  ];
}

const settled = (answer: Answer, value: boolean) => (answer.status === 'decided' ? value : null);

function claimed(answer: Answer, id: string): boolean | null {
  const claim = answer.benefits.find(benefit => benefit.id === id);
  if (!claim) return answer.status === 'decided' ? false : null;
  return claim.state === 'undetermined' ? null : true;
}

/** Rules that the cases of a policy have to meet: all of them, or what a draft changes; its base has cases of its own. */
function ownRules({ cards, exclusions, benefits, definitions }: Policy): (rule: Rule) => boolean {
  const changed = ({ origin }: Rule) => origin.change !== 'original';
  const rules: Rule[] = [...cards, ...exclusions, ...benefits, ...Object.values(definitions)];
  return rules.some(changed) ? changed : () => true;
}

/** True-or-false definitions of the household, and the conditions on which its choices turn. */
function questionsOf(policy: Policy): Question[] {
  const own = ownRules(policy);
  const definitions = Object.values(policy.definitions).filter(
    definition =>
      own(definition) &&
      definition.entity === policy.entity &&
      definition.kind === 'definition' &&
      !looksAtAnswer(policy, definition.expr),
  );
  return [
    ...definitions.flatMap(({ id, label, span, type, expr }): Question[] =>
      type.kind === 'bool' ? [{ kind: 'definition', id, label, span, expr }] : [],
    ),
    ...definitions.flatMap(({ id, label, expr }): Question[] =>
      branchConditions(expr).map(condition => ({
        kind: 'branch',
        id,
        label,
        span: condition.span,
        expr: condition,
      })),
    ),
  ];
}

/** Conditions of the choices inside an expression, those inside aggregates left out: they are asked of the parts. */
function branchConditions(expr: Expr): Expr[] {
  if ('over' in expr) return [];
  const inside = operandsOf(expr).flatMap(branchConditions);
  return expr.op === 'if' ? [expr.condition, ...inside] : inside;
}

function answersTo(questions: readonly Question[], tried: readonly Tried[]): Covered[] {
  const yes = new Array<number>(questions.length).fill(0);
  const no = new Array<number>(questions.length).fill(0);
  for (const { policy, household } of tried) {
    // Each loading of the policy has its own trees, in the same order.
    const exprs = questionsOf(policy).map(({ expr }) => expr);
    evaluateOn(policy, household, exprs).forEach((value, index) => {
      if (isTrue(value)) yes[index]!++;
      else if (isFalse(value)) no[index]!++;
    });
  }
  return questions.map(({ kind, id, label, span }, index) => ({
    kind,
    id,
    label,
    span,
    yes: yes[index]!,
    no: no[index]!,
  }));
}

const isTrue = (value: Value) => value.kind === 'bool' && value.value === true;
const isFalse = (value: Value) =>
  value.kind === 'inapplicable' || (value.kind === 'bool' && value.value === false);
