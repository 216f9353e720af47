import type { Expr } from '../language/expr.ts';
import { visit } from '../language/operands.ts';
import type { Policy } from '../policy/policy.ts';
import { itemExpressions, settlingOrder } from './allocation/order.ts';
import { tieChain } from './allocation/places.ts';

/** Every expression that a policy evaluates on instances, definitions apart. */
export function expressionsOf(policy: Policy): Expr[] {
  const { scope, exclusions, benefits, groups, assertions, duties } = policy;
  return [
    ...(scope === null ? [] : [scope]),
    ...exclusions.map(exclusion => exclusion.when),
    ...benefits.flatMap(({ when, amounts, times }) => [
      ...(when === null ? [] : [when]),
      ...amounts.map(entry => entry.amount),
      ...(times === null ? [] : [times]),
    ]),
    ...groups.flatMap(group => group.caps.map(cap => cap.amount)),
    ...assertions.map(assertion => assertion.expr),
    ...duties.flatMap(({ when }) => (when === null ? [] : [when])),
    ...settlingOrder(policy).flatMap(itemExpressions),
  ];
}

/** Names by which claimants of a quota are told apart where they rank alike. */
function namesOf(policy: Policy): string[] {
  const { quotas, vocabulary } = policy;
  const entities = new Set(quotas.flatMap(({ entity }) => tieChain(policy, entity)));
  return [...entities].flatMap(entity => {
    const key = `${entity}.${vocabulary.entities[entity]?.key}`;
    return Object.hasOwn(vocabulary.facts, key) ? [key] : [];
  });
}

/**
 * The facts (`member.age`) that a policy may read, through definitions, through other facts and in the policies that it
 * uses, so that a population need not carry more. Cards are reached through their conditions.
 */
export function factsOf(policy: Policy): Set<string> {
  const { vocabulary, definitions } = policy;
  const facts = new Set<string>([
    ...namesOf(policy),
    ...Object.values(policy.uses).flatMap(use => [...factsOf(use.policy)]),
  ]);
  const seen = new Set<string>();
  const waiting: Expr[] = expressionsOf(policy);

  const read = new Set<string>();
  function readFact(key: string): void {
    if (read.has(key)) return;
    read.add(key);
    facts.add(key);
    const fact = Object.hasOwn(vocabulary.facts, key) ? vocabulary.facts[key] : undefined;
    for (const expr of [fact?.when, fact?.from]) if (expr) waiting.push(expr);
  }
  function readDefinition(key: string): void {
    if (seen.has(key)) return;
    seen.add(key);
    const definition = Object.hasOwn(definitions, key) ? definitions[key] : undefined;
    if (definition) waiting.push(definition.expr);
  }

  for (const card of policy.cards) readDefinition(card.condition);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next, expr => {
      if (expr.op === 'fact') readFact(`${expr.entity}.${expr.id}`);
      if (expr.op === 'definition') readDefinition(`${expr.entity}.${expr.id}`);
    });
  }
  return facts;
}
