import type { Step, Value } from '../../engine/answer.ts';
import type { Lang } from '../../language/label.ts';
import type { Type } from '../../language/types.ts';
import type { Parameter, Policy } from '../../policy/policy.ts';
import { type FigureStyle, type FigureUnit, spanText, unknownWords } from '../figures.ts';
import { inert } from '../inert.ts';
import { valueName } from '../names.ts';
import { unitsOf, writtenUnit } from '../units.ts';
import { say } from './words.ts';

/** The key of what a fact or definition step refers to: `member.age`. */
export function keyOf(step: Step, policy: Policy): string {
  return `${step.at?.entity ?? policy.entity}.${step.id}`;
}

/** The unit that a fact is collected in, or that the policy writes a parameter in. */
export function unitOf(step: Step, policy: Policy): FigureUnit | null {
  if (step.role === 'fact') return policy.vocabulary.facts[keyOf(step, policy)]?.unit ?? null;
  if (step.role !== 'parameter') return null;
  return writtenUnit(policy.parameters[step.id]?.unit ?? '', policy);
}

/** Not known only because the policy leaves it open. */
function isLeftOpen(value: Value): boolean {
  if (value.kind === 'inapplicable' || value.causes.length === 0) return false;
  const unknown = value.kind === 'number' ? value.low === null && value.high === null : value.value === null;
  return unknown && value.causes.every(cause => cause.kind === 'open');
}

/** A value in words, safe for a terminal. */
export function valueText(value: Value, type: Type, style: FigureStyle, policy: Policy, lang: Lang): string {
  if (isLeftOpen(value)) return say('leftOpen', lang);
  switch (value.kind) {
    case 'inapplicable':
      return say(type.kind === 'enum' && type.of.startsWith('#card') ? 'none' : 'inapplicable', lang);
    case 'bool':
      return value.value === null ? unknownWords[lang] : say(value.value ? 'yes' : 'no', lang);
    case 'word':
      return value.value === null
        ? unknownWords[lang]
        : type.kind === 'enum'
          ? valueName(policy, type.of, value.value, lang)
          : inert(value.value);
    case 'number': {
      const dimension = type.kind === 'number' ? type.dimension : {};
      return spanText(value.low, value.high, dimension, lang, { units: unitsOf(policy), ...style });
    }
  }
}

/** A parameter whose first value is still to come is not left open by anybody. */
export function notYet(
  { first, overridden, lastYear }: Parameter,
  on: string,
  lastYearAsked: boolean,
): 'notYet' | 'notYetLastYear' | null {
  if (first === undefined || overridden) return null;
  if (first > on) return 'notYet';
  return lastYearAsked && lastYear.kind === 'open' ? 'notYetLastYear' : null;
}

export function stepValue(step: Step, policy: Policy, lang: Lang, style: FigureStyle = {}): string {
  const parameter = step.role === 'parameter' ? policy.parameters[step.id] : undefined;
  const when = parameter && isLeftOpen(step.value) ? notYet(parameter, policy.on, true) : null;
  if (when !== null && when !== undefined) return say(when, lang);
  return valueText(step.value, step.type, { unit: unitOf(step, policy), ...style }, policy, lang);
}
