import type { Answer } from '../engine/answer.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import type { Span } from '../language/source.ts';
import type { Expectation } from '../policy/cases.ts';
import type { YScalar } from '../policy/node.ts';
import type { Policy } from '../policy/policy.ts';
import type { Instance } from '../population/instance.ts';
import { findNamed, type Named, saysNone } from './case-names.ts';
import { type Mismatch, resolve, type Test } from './case-test.ts';
import { testBenefit, testValue } from './case-values.ts';

export interface Tested {
  readonly mismatches: readonly Mismatch[];
  /** Names and values that cannot be understood. */
  readonly diagnostics: readonly Diagnostic[];
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
