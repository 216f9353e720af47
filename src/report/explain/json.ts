/** The answer for one household as `explain --format json` prints it: plain data, amounts in yuan. */
import type { Answer, BenefitAnswer, Cause, Step, Value } from '../../engine/answer.ts';
import type { Rational } from '../../language/expr.ts';
import type { Label } from '../../language/label.ts';
import { over } from '../../language/rational.ts';
import type { Span } from '../../language/source.ts';
import type { Type } from '../../language/types.ts';
import { dimensionText, makeUnits } from '../../language/units.ts';
import type { Benefit, BenefitKind, Origin, Policy } from '../../policy/policy.ts';
import { shownFactor } from '../figures.ts';
import type { Sources } from '../place.ts';
import { type Settings, settingsJson } from '../rules-of.ts';

export interface MissingJson {
  /** Id of a fact; for a list of parts its plural: `members`. */
  readonly fact: string;
  /** The kind of the household or of what stands above it, or a part's own id. */
  readonly of: string;
}

export interface BenefitJson {
  readonly id: string;
  readonly low: number;
  /** null: unbounded. */
  readonly high: number | null;
  readonly unit: 'yuan';
  readonly period: Benefit['period'];
  readonly cite: string;
  readonly kind: BenefitKind;
  /** Only where what is missing leaves it open. */
  readonly state?: 'undetermined';
  readonly missing?: readonly MissingJson[];
}

/** A number from low to high (null: unbounded), as exact text in `unit`; a truth value; an id, date or text; null: unknown. */
export type ValueJson =
  | { readonly low: string | null; readonly high: string | null; readonly unit: string }
  | boolean
  | string
  | null;

export interface StepJson {
  readonly role: Step['role'];
  readonly op?: string;
  readonly id?: string;
  readonly label?: Label;
  /** The rule's words. */
  readonly words?: string;
  readonly cite?: string;
  /** Where a draft added or replaced the rule. */
  readonly origin?: Origin;
  /** The instance, where it is not the household itself. */
  readonly at?: { readonly entity: string; readonly id: string };
  readonly value: ValueJson;
  readonly inapplicable?: true;
  /** Of a benefit in a group: what would be due before the group and rounding. */
  readonly asked?: ValueJson;
  readonly steps?: readonly StepJson[];
  /** The same reasoning stands further up, with its steps. */
  readonly repeated?: true;
}

export interface AnswerJson {
  readonly policy: string;
  readonly version: string;
  readonly on: string;
  /** Parameters set from outside, values as given; only where there are any. */
  readonly set?: Readonly<Record<string, string>>;
  readonly household: string;
  /** A conflict of a policy that allows one condition only shows as `undetermined`, with `conflict`. */
  readonly status: 'decided' | 'undetermined' | 'out-of-scope';
  readonly conflict?: true;
  readonly card: string | null;
  readonly possible: readonly (string | null)[];
  readonly barred: readonly { readonly card: string; readonly by: string; readonly cite: string }[];
  readonly missing: readonly MissingJson[];
  readonly benefits: readonly BenefitJson[];
  /** Benefits whose amount the policy leaves open, then open parameters that keep the card from being decided. */
  readonly unset: readonly string[];
  readonly reasons: { readonly steps: readonly StepJson[] };
}

/** Entities that an instance of the classified one has just one of: itself and those above. */
function ownEntities({ entity, vocabulary }: Policy): Set<string> {
  const own = new Set<string>();
  for (let at: string | null = entity; at !== null && !own.has(at); ) {
    own.add(at);
    at = vocabulary.entities[at]?.within ?? null;
  }
  return own;
}

/** The facts among the causes, each once. */
function missingOf(causes: readonly Cause[], policy: Policy): MissingJson[] {
  const own = ownEntities(policy);
  const seen = new Map<string, MissingJson>();
  for (const cause of causes) {
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

const yuan = (fen: number): number => fen / 100;

function benefitJson(answer: BenefitAnswer, policy: Policy): BenefitJson {
  const { period, cite, kind } = policy.benefits.find(benefit => benefit.id === answer.id)!;
  const base = {
    id: answer.id,
    low: yuan(answer.low),
    high: answer.high === null ? null : yuan(answer.high),
    unit: 'yuan' as const,
    period,
    cite,
    kind,
  };
  if (answer.state !== 'undetermined') return base;
  return { ...base, state: 'undetermined', missing: missingOf(answer.causes, policy) };
}

function unsetOf(answer: Answer, policy: Policy): string[] {
  const benefits = answer.benefits.filter(benefit => benefit.state === 'unset').map(benefit => benefit.id);
  const parameters = answer.causes.flatMap(cause =>
    cause.kind === 'open' && policy.parameters[cause.parameter]?.implicit !== true ? [cause.parameter] : [],
  );
  return [...new Set([...benefits, ...parameters])];
}

const units = makeUnits();

function numberJson(low: Rational | null, high: Rational | null, type: Type): ValueJson {
  const dimension = type.kind === 'number' ? type.dimension : {};
  const factor = shownFactor(dimension);
  const shown = (end: Rational | null) => (end === null ? null : over(end, factor));
  const unit = Object.keys(dimension).length === 0 ? '' : dimensionText(dimension, 'en', units);
  return { low: shown(low), high: shown(high), unit };
}

const MONEY: Type = { kind: 'number', dimension: { money: 1 } };

/** A value as programs read it; what is inapplicable is null. */
export function valueJson(value: Value, type: Type): ValueJson {
  if (value.kind === 'inapplicable') return null;
  return value.kind === 'number' ? numberJson(value.low, value.high, type) : value.value;
}

function wordsOf(span: Span | null, sources: Sources): string {
  if (span === null) return '';
  return (sources.get(span.file) ?? '').slice(span.start, span.end).replace(/\s+/g, ' ');
}

/** `rule`: where the rule around it stands; what stands for the whole rule is not quoted. */
function stepJson(step: Step, sources: Sources, seen: Set<Step>, rule: Span | null): StepJson {
  const { role, op, id, label, cite, origin, at, value, steps } = step;
  const whole = op === null || (step.span?.start === rule?.start && step.span?.end === rule?.end);
  const words = whole ? '' : wordsOf(step.span, sources);
  const around = op === null ? step.span : rule;
  const repeated = steps.length > 0 && seen.has(step);
  seen.add(step);
  return {
    role,
    ...(op === null || role !== 'expression' ? {} : { op }),
    ...(id === '' ? {} : { id }),
    ...(Object.keys(label).length === 0 ? {} : { label }),
    ...(words === '' ? {} : { words }),
    ...(cite === '' ? {} : { cite }),
    ...(origin === null || origin.change === 'original' ? {} : { origin }),
    ...(at === null ? {} : { at }),
    value: valueJson(value, step.type),
    ...(value.kind === 'inapplicable' ? { inapplicable: true as const } : {}),
    ...(step.asked === undefined ? {} : { asked: valueJson(step.asked, MONEY) }),
    ...(repeated ? { repeated: true as const } : {}),
    ...(steps.length === 0 || repeated
      ? {}
      : { steps: steps.map(each => stepJson(each, sources, seen, around)) }),
  };
}

/** The JSON of one answer; `reasons` is empty unless the household was decided with `trace`. */
export function answerJson(answer: Answer, policy: Policy, sources: Sources, set: Settings = {}): AnswerJson {
  const seen = new Set<Step>();
  return {
    policy: policy.id,
    version: policy.version,
    on: policy.on,
    ...settingsJson(policy, set),
    household: answer.id,
    status: answer.status === 'conflict' ? 'undetermined' : answer.status,
    ...(answer.status === 'conflict' ? { conflict: true as const } : {}),
    card: answer.card,
    possible: answer.possible,
    barred: answer.barred.map(({ card, by }) => {
      const cite = policy.exclusions.find(exclusion => exclusion.id === by)?.cite ?? '';
      return { card, by, cite };
    }),
    missing: missingOf(answer.causes, policy),
    benefits: answer.benefits
      .filter(benefit => benefit.state !== 'unset')
      .map(benefit => benefitJson(benefit, policy)),
    unset: unsetOf(answer, policy),
    reasons: { steps: answer.reasons.map(step => stepJson(step, sources, seen, null)) },
  };
}
