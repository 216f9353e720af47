/** The answer for one household as `explain --format json` prints it: plain data, amounts in yuan. */
import type { Standing } from '../../engine/allocation/standing/line.ts';
import type { Answer, BenefitAnswer, Step } from '../../engine/answer.ts';
import type { Label } from '../../language/label.ts';
import type { Span } from '../../language/source.ts';
import type { Type } from '../../language/types.ts';
import type { Benefit, BenefitKind, Duty, Origin, Policy } from '../../policy/policy.ts';
import { cadenceId } from '../duty-words.ts';
import type { Sources } from '../place.ts';
import { type Settings, settingsJson } from '../rules-of.ts';
import { type PlaceJson, placeJson } from './places/json.ts';
import { type MissingJson, missingOf, type ValueJson, valueJson } from './values-json.ts';

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

export interface DutyJson {
  readonly id: string;
  readonly at_least: number;
  /** `day`, `week`, `month`, `quarter`, `half-year`, `year`, `2 weeks` …; `once`. */
  readonly per: string;
  readonly role?: string;
  readonly action: Duty['action'];
  /** Of what is done once: how long after a stage, or after the card is given. */
  readonly within?: Duty['within'];
  readonly after?: string;
  readonly cite: string;
  /** Only where it is not certain. */
  readonly state?: 'undetermined';
  readonly missing?: readonly MissingJson[];
}

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
  readonly duties: readonly DutyJson[];
  /** Where it stands in quotas and limited funds; null: not known without the others. */
  readonly places: readonly PlaceJson[] | null;
  /** Benefits whose amount the policy leaves open, then open parameters that keep the card from being decided. */
  readonly unset: readonly string[];
  readonly reasons: { readonly steps: readonly StepJson[] };
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

function dutyJson({ id, state, causes }: Answer['duties'][number], policy: Policy): DutyJson {
  const { atLeast, cadence, role, action, within, after, cite } = policy.duties.find(each => each.id === id)!;
  return {
    id,
    at_least: atLeast,
    per: cadence === null ? 'once' : cadenceId(cadence),
    ...(role === null ? {} : { role }),
    action,
    ...(within === null ? {} : { within }),
    ...(after === null ? {} : { after }),
    cite,
    ...(state === 'due' ? {} : { state, missing: missingOf(causes, policy) }),
  };
}

function unsetOf(answer: Answer, policy: Policy): string[] {
  const benefits = answer.benefits.filter(benefit => benefit.state === 'unset').map(benefit => benefit.id);
  const parameters = answer.causes.flatMap(cause =>
    cause.kind === 'open' && policy.parameters[cause.parameter]?.implicit !== true ? [cause.parameter] : [],
  );
  return [...new Set([...benefits, ...parameters])];
}

const MONEY: Type = { kind: 'number', dimension: { money: 1 } };

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

/**
 * The JSON of one answer; `reasons` is empty unless the household was decided with `trace`. `standings` null: no population
 * is at hand.
 */
export function answerJson(
  answer: Answer,
  policy: Policy,
  sources: Sources,
  set: Settings = {},
  standings: readonly Standing[] | null = null,
): AnswerJson {
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
    duties: answer.duties.map(duty => dutyJson(duty, policy)),
    places: standings?.map(standing => placeJson(standing, causes => missingOf(causes, policy))) ?? null,
    unset: unsetOf(answer, policy),
    reasons: { steps: answer.reasons.map(step => stepJson(step, sources, seen, null)) },
  };
}
