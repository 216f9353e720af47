import type { Answer, BenefitAnswer, Status, Value } from '../engine/answer.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Expr } from '../language/expr.ts';
import type { Words } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import type { Type } from '../language/types.ts';
import type { Expectation } from '../policy/cases.ts';
import type { YScalar } from '../policy/node.ts';
import type { Policy } from '../policy/policy.ts';
import type { Instance } from '../population/instance.ts';
import { endsOf } from './case-literals.ts';
import {
  findNamed,
  type Named,
  nearestNamed,
  saysInapplicable,
  saysNo,
  saysNone,
  saysOpen,
  saysUndetermined,
  saysUnknown,
  saysYes,
} from './case-names.ts';
import { evaluateOn } from './evaluate.ts';

/** Where a case and the answer part; `span` is what the case says. */
export type Mismatch = { readonly span: Span } & (
  | { readonly kind: 'status'; readonly expected: Status }
  | { readonly kind: 'card'; readonly expected: string | null }
  | { readonly kind: 'possible'; readonly expected: readonly (string | null)[] }
  | { readonly kind: 'barred'; readonly expected: readonly { card: string; by: string | null }[] }
  | {
      readonly kind: 'missing' | 'open';
      readonly expected: readonly string[];
      readonly found: readonly Named[];
    }
  | {
      readonly kind: 'benefit';
      readonly id: string;
      readonly expected: string;
      readonly found: BenefitAnswer | null;
    }
  | {
      readonly kind: 'value';
      readonly name: Named;
      readonly type: Type;
      readonly expected: string;
      readonly found: Value;
    }
);

export interface Tested {
  readonly mismatches: readonly Mismatch[];
  /** Names and values that cannot be understood. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Test {
  readonly policy: Policy;
  readonly household: Instance;
  readonly answer: Answer;
  readonly mismatches: Mismatch[];
  readonly diagnostics: Diagnostic[];
}

/** Holds an answer against what a case expects. */
export function testAnswer(policy: Policy, household: Instance, answer: Answer, expect: Expectation): Tested {
  const test: Test = { policy, household, answer, mismatches: [], diagnostics: [] };
  testStatus(test, expect);
  testPossible(test, expect);
  testBarred(test, expect);
  testCauses(test, expect);
  for (const { benefit, due } of expect.benefits) testBenefit(test, benefit, due);
  for (const { name, value } of expect.values) testValue(test, name, value);
  return { mismatches: test.mismatches, diagnostics: test.diagnostics };
}

const what = {
  card: { zh: '卡', en: 'card' },
  exclusion: { zh: '排除', en: 'exclusion' },
  benefit: { zh: '帮扶', en: 'benefit' },
  value: { zh: '定义、事实或参数', en: 'definition, fact or parameter' },
  fact: { zh: '事实', en: 'fact' },
  parameter: { zh: '参数', en: 'parameter' },
} as const satisfies Record<string, Words>;

function resolve<T extends Named>(
  test: Test,
  things: readonly T[],
  written: YScalar,
  kind: keyof typeof what,
): T | null {
  const found = findNamed(things, written.text);
  if (found) return found;
  const suggestion = nearestNamed(things, written.text);
  test.diagnostics.push({
    code: 'case-unknown-name',
    severity: 'error',
    params: { name: written.text, what: what[kind] },
    span: written.span,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return null;
}

function unreadable(test: Test, written: YScalar, wanted: Words): void {
  const params = { text: written.text, wanted };
  test.diagnostics.push({ code: 'case-unreadable', severity: 'error', params, span: written.span });
}

/** A card's id, null for none; undefined where the name is not known. */
function cardOf(test: Test, written: YScalar): string | null | undefined {
  const found = findNamed(test.policy.cards, written.text);
  if (found) return found.id;
  if (saysNone(written.text)) return null;
  return resolve(test, test.policy.cards, written, 'card')?.id;
}

function testStatus(test: Test, { status, card, span }: Expectation): void {
  const { answer, mismatches } = test;
  if (status !== null && status !== answer.status)
    mismatches.push({ kind: 'status', expected: status, span });
  if (card === null) return;
  const expected = cardOf(test, card);
  if (expected === undefined) return;
  if (answer.status !== 'decided' || answer.card !== expected)
    mismatches.push({ kind: 'card', expected, span: card.span });
}

function testPossible(test: Test, { possible, span }: Expectation): void {
  if (possible === null) return;
  const expected = possible.flatMap(written => {
    const card = cardOf(test, written);
    return card === undefined ? [] : [card];
  });
  if (expected.length < possible.length) return;
  if (!sameSet(expected, test.answer.possible))
    test.mismatches.push({ kind: 'possible', expected, span: possible[0]?.span ?? span });
}

function sameSet<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.every(item => b.includes(item)) && b.every(item => a.includes(item));
}

function testBarred(test: Test, { barred, span }: Expectation): void {
  if (barred === null) return;
  const { policy, answer, mismatches } = test;
  const expected = barred.flatMap(({ card, by }) => {
    const found = resolve(test, policy.cards, card, 'card');
    const exclusion = by === null ? null : resolve(test, policy.exclusions, by, 'exclusion');
    return found && (by === null || exclusion) ? [{ card: found.id, by: exclusion?.id ?? null }] : [];
  });
  if (expected.length < barred.length) return;
  const holds =
    answer.barred.length === expected.length &&
    expected.every(({ card, by }) =>
      answer.barred.some(found => found.card === card && (by === null || found.by === by)),
    );
  if (!holds) mismatches.push({ kind: 'barred', expected, span: barred[0]?.card.span ?? span });
}

/** The facts (or lists of parts) and the parameters that keep the card open. */
function testCauses(test: Test, { missing, open, span }: Expectation): void {
  const { policy, answer } = test;
  const { facts, entities } = policy.vocabulary;
  if (missing !== null) {
    const found = answer.causes.flatMap((cause): Named[] => {
      if (cause.kind === 'missing')
        return [facts[`${cause.entity}.${cause.fact}`] ?? { id: cause.fact, label: {} }];
      if (cause.kind !== 'parts') return [];
      const entity = entities[cause.entity];
      return [{ id: entity?.plural ?? cause.entity, label: entity?.pluralLabel ?? {} }];
    });
    const lists = Object.values(entities).map(({ plural, pluralLabel }) => ({
      id: plural,
      label: pluralLabel,
    }));
    testNames(test, 'missing', missing, [...Object.values(facts), ...lists], found, span);
  }
  if (open !== null) {
    const found = answer.causes.flatMap(cause =>
      cause.kind === 'open' ? [policy.parameters[cause.parameter] ?? { id: cause.parameter, label: {} }] : [],
    );
    testNames(test, 'open', open, Object.values(policy.parameters), found, span);
  }
}

/** Names as a set; facts of one name in two entities count as one. */
function testNames(
  test: Test,
  kind: 'missing' | 'open',
  written: readonly YScalar[],
  known: readonly Named[],
  found: readonly Named[],
  span: Span,
): void {
  const distinct = [...new Map(found.map(named => [named.id, named])).values()];
  const wanted = written.flatMap(
    name => resolve(test, known, name, kind === 'missing' ? 'fact' : 'parameter')?.id ?? [],
  );
  if (
    wanted.length < written.length ||
    sameSet(
      wanted,
      distinct.map(({ id }) => id),
    )
  )
    return;
  const expected = written.map(({ text }) => text);
  test.mismatches.push({ kind, expected, found: distinct, span: written[0]?.span ?? span });
}

const MONEY = { money: 1 };

function testBenefit(test: Test, name: YScalar, due: readonly YScalar[]): void {
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

function testValue(test: Test, name: YScalar, value: YScalar): void {
  const { policy, household } = test;
  const { entity } = policy;
  const definitions = Object.values(policy.definitions).filter(
    one => one.entity === entity && one.kind !== 'card',
  );
  const facts = Object.values(policy.vocabulary.facts).filter(fact => fact.entity === entity);
  const parameters = Object.values(policy.parameters).filter(({ by }) => by.length === 0);
  const thing = resolve(test, [...definitions, ...facts, ...parameters], name, 'value');
  if (!thing) return;
  const { type, id, span } = thing;
  const expr: Expr =
    'by' in thing
      ? { op: 'parameter', id, lastYear: false, keys: [], type, span }
      : { op: 'expr' in thing ? 'definition' : 'fact', entity, id, type, span };
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
