import type { BenefitAnswer, Value } from '../engine/answer.ts';
import type { Expr } from '../language/expr.ts';
import type { Type } from '../language/types.ts';
import type { YScalar } from '../policy/node.ts';
import type { Policy } from '../policy/policy.ts';
import { endsOf } from './case-literals.ts';
import {
  findNamed,
  saysInapplicable,
  saysNo,
  saysNone,
  saysOpen,
  saysUndetermined,
  saysUnknown,
  saysYes,
} from './case-names.ts';
import { resolve, type Test, unreadable } from './case-test.ts';
import { evaluateOn } from './evaluate.ts';

const MONEY = { money: 1 };

/** A benefit with its amount, or whether it is due at all. */
export function testBenefit(test: Test, name: YScalar, due: readonly YScalar[]): void {
  const benefit = resolve(test, test.policy.benefits, name, 'benefit');
  const [first] = due;
  if (!benefit || !first) return;
  const found = test.answer.benefits.find(({ id }) => id === benefit.id) ?? null;
  const holds = benefitHolds(test, due, found);
  const expected = due.map(({ text }) => text).join(' – ');
  if (!holds) test.mismatches.push({ kind: 'benefit', id: benefit.id, expected, found, span: first.span });
}

function benefitHolds(test: Test, due: readonly YScalar[], found: BenefitAnswer | null): boolean {
  const { text } = due[0]!;
  if (saysNone(text) || saysNo(text)) return found === null;
  if (saysOpen(text)) return found?.state === 'unset';
  if (saysUndetermined(text)) return found?.state === 'undetermined';
  if (saysYes(text)) return found?.state === 'due';
  const ends = endsOf(test.policy, due, MONEY);
  if (ends === null) {
    unreadable(test, due[0]!, {
      zh: '金额（如 12000 元、1000 元 至 5000 元）、是、无、待定或未定',
      en: 'an amount (12000 yuan, 1000 yuan to 5000 yuan), yes, none, open or undetermined',
    });
    return true;
  }
  return found?.state === 'due' && Number(ends.low) === found.low && Number(ends.high) === found.high;
}

/** The entity judged, then those above it. */
function chainOf({ entity, vocabulary }: Policy): string[] {
  const chain: string[] = [];
  for (let at: string | null = entity; at !== null && !chain.includes(at); ) {
    chain.push(at);
    at = vocabulary.entities[at]?.within ?? null;
  }
  return chain;
}

/** A definition or a fact of the household or of what it is part of, or a parameter. */
export function testValue(test: Test, name: YScalar, value: YScalar): void {
  const { policy, household } = test;
  const of = chainOf(policy).map(entity => [
    ...Object.values(policy.definitions).filter(one => one.entity === entity && one.kind !== 'card'),
    ...Object.values(policy.vocabulary.facts).filter(fact => fact.entity === entity),
  ]);
  const [own = [], ...above] = of;
  const parameters = Object.values(policy.parameters).filter(({ by }) => by.length === 0);
  const thing = resolve(test, [...own, ...parameters, ...above.flat()], name, 'value');
  if (!thing) return;
  const { type, id, span } = thing;
  const expr: Expr =
    'by' in thing
      ? { op: 'parameter', id, lastYear: false, keys: [], type, span }
      : { op: 'expr' in thing ? 'definition' : 'fact', entity: thing.entity, id, type, span };
  const [found] = evaluateOn(policy, household, [expr]) as [Value];
  if (!valueHolds(test, value, type, found))
    test.mismatches.push({ kind: 'value', name: thing, type, expected: value.text, found, span: value.span });
}

function valueHolds(test: Test, written: YScalar, type: Type, found: Value): boolean {
  const { text } = written;
  if (saysInapplicable(text)) return found.kind === 'inapplicable';
  if (found.kind === 'inapplicable') return false;
  if (saysUnknown(text))
    return found.kind === 'number' ? found.low !== found.high || found.low === null : found.value === null;
  switch (found.kind) {
    case 'bool':
      if (saysYes(text) || saysNo(text)) return found.value === saysYes(text);
      unreadable(test, written, { zh: '是、否或未知', en: 'yes, no or unknown' });
      return true;
    case 'number': {
      const ends = type.kind === 'number' ? endsOf(test.policy, [written], type.dimension) : null;
      if (ends) return ends.low === found.low && ends.high === found.high;
      unreadable(test, written, { zh: '同样单位的一个数', en: 'a number of the same unit' });
      return true;
    }
    case 'word': {
      const values = type.kind === 'enum' ? (test.policy.vocabulary.facts[type.of]?.values ?? []) : [];
      return found.value === (findNamed(values, text)?.id ?? text);
    }
  }
}
