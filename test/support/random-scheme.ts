/** Random policies that build on another one, owe duties, and have only so many seats and so much money. */
import type { Expr } from '../../src/language/expr.ts';
import type { Policy } from '../../src/policy/policy.ts';
import * as x from './expr.ts';
import {
  type BenefitSpec,
  type DutySpec,
  makePolicy,
  type PolicySpec,
  type QuotaSpec,
  type RankSpec,
} from './policy.ts';
import { expression, type Named } from './random-expr.ts';
import { type Draft, type Made, randomSpec, randomVocabulary } from './random-policy.ts';
import { asking, randomQuota, randomRank, rankNames, total } from './random-quotas.ts';
import { perhaps, pick, several, some, type Tape } from './tape.ts';

const CLASSIFIED = ['household', 'household', 'household', 'village', 'member', 'township'] as const;
const CROWDED = ['household', 'household', 'household', 'household', 'member', 'village'] as const;
/** What a policy used as `use` gives, for expressions of another. */
function namesOf(use: string, { entity, benefits }: Policy): Named[] {
  return [
    { kind: `enum #card:${use}`, entity, make: () => x.usedCard(use, entity) },
    { kind: 'money', entity, make: () => x.usedAmount(use, entity) },
    ...benefits.map(
      ({ id }): Named => ({ kind: 'money', entity, make: () => x.usedBenefit(use, id, entity) }),
    ),
  ];
}

function randomDuties(made: Made): Record<string, DutySpec> {
  const { tape } = made.draft;
  return Object.fromEntries(
    several(tape, 0, 3, k => {
      const spec: DutySpec = {
        ...(perhaps(tape, 70) && { cards: some(tape, made.cards) }),
        ...(perhaps(tape, 60) && { when: expression(asking(made, made.draft.entity), 'bool', 2) }),
      };
      return [`y${k}`, spec] as const;
    }),
  );
}

const PERIODS = [{}, { period: 'month' }, { period: 'year' }, { period: 'month', periods: 5 }] as const;

/** Benefits paid by funds, now and then for a month. */
function funded(
  tape: Tape,
  benefits: Readonly<Record<string, BenefitSpec>>,
  funds: readonly string[],
): Record<string, BenefitSpec> {
  return Object.fromEntries(
    Object.entries(benefits).map(([id, spec]) => [
      id,
      {
        ...spec,
        ...(funds.length > 0 && perhaps(tape, 70) && { fund: pick(tape, funds) }),
        ...pick(tape, PERIODS),
      },
    ]),
  );
}

/** The same policy with conditions that many meet, so that there are more claims than seats. */
function crowded(made: Made): Made {
  const { draft, spec } = made;
  const { tape, vocabulary } = draft;
  const easy = (): Expr => {
    if (draft.entity !== 'household' || perhaps(tape, 40)) return x.bool(true);
    const fact = x.fact(pick(tape, ['household.registered', 'household.car', 'household.ill']), vocabulary);
    return perhaps(tape, 50) ? fact : x.not(fact);
  };
  const { scope: _, exclusions: __, ...rest } = spec;
  const benefits = Object.entries(spec.benefits!).map(([id, { when, amount, ...benefit }]) => {
    const plain = x.money(pick(tape, [1000, 0.05, 0.01, 0.07, 0]));
    if (amount !== undefined && perhaps(tape, 30)) return [id, { ...benefit, amount }] as const;
    const members = draft.entity === 'household' && perhaps(tape, 40);
    return [id, { ...benefit, ...(members && { entity: 'member' }), amount: plain }] as const;
  });
  return {
    ...made,
    spec: {
      ...rest,
      cards: Object.fromEntries(made.cards.map(id => [id, easy()])),
      benefits: Object.fromEntries(benefits),
    },
  };
}

function withAllocation(made: Made, used: Readonly<Record<string, Policy>>): PolicySpec {
  const { draft, spec } = made;
  const { tape } = draft;
  const fundIds = several(tape, 0, 2, k => `f${k}`);
  const benefits = funded(tape, spec.benefits!, fundIds);
  // What may be asked of served: of the policies used everything, of this one what is settled before.
  const served: Named[] = Object.entries(used).flatMap(([use, policy]) => [
    ...policy.quotas.map(
      ({ id, entity }): Named => ({
        kind: 'bool',
        entity,
        served: true,
        make: () => x.seat(id, entity, use),
      }),
    ),
    ...policy.benefits.map(
      ({ id }): Named => ({
        kind: 'money',
        entity: policy.entity,
        served: true,
        make: () => x.servedBenefit(id, policy.entity, use),
      }),
    ),
  ]);
  const free = Object.entries(benefits)
    .filter(([, { fund }]) => fund === undefined)
    .map(([id]) => id);
  const quotas: Record<string, QuotaSpec> = {};
  const count = several(tape, 0, 3, k => k).length;
  for (let k = 0; k < count; k++) {
    const quota = randomQuota(made, benefits, served);
    quotas[`q${k}`] = quota;
    const entity = typeof quota.of === 'string' ? (benefits[quota.of]!.entity ?? draft.entity) : draft.entity;
    served.push({ kind: 'bool', entity, served: true, make: () => x.seat(`q${k}`, entity) });
  }
  for (const id of free)
    served.push({
      kind: 'money',
      entity: draft.entity,
      served: true,
      make: () => x.servedBenefit(id, draft.entity),
    });
  const funds: Record<string, { total?: Expr; rank?: RankSpec[] }> = {};
  for (const id of fundIds) {
    funds[id] = perhaps(tape, 80)
      ? {
          total: total(made, 'money', [1000, 600_000, 0, 500_000, 3, '1999/2', 50_000_000]),
          rank: randomRank(asking(made, draft.entity, rankNames(made, served))),
        }
      : {};
    const paid = Object.keys(benefits).filter(benefit => benefits[benefit]!.fund === id);
    for (const benefit of paid)
      served.push({
        kind: 'money',
        entity: draft.entity,
        served: true,
        make: () => x.servedBenefit(benefit, draft.entity),
      });
  }
  return { ...spec, benefits, duties: randomDuties(made), quotas, funds };
}

export interface Scheme {
  readonly policy: Policy;
  /** Most households have claims and known facts. */
  readonly crowded: boolean;
}

/** A policy off a tape, perhaps with one that it uses. */
export function randomScheme(tape: Tape): Scheme {
  const vocabulary = randomVocabulary(tape);
  const isCrowded = perhaps(tape, 50);
  const made = (draft: Omit<Draft, 'tape' | 'entity'>): Made => {
    const entity = pick(tape, isCrowded ? CROWDED : CLASSIFIED);
    const drafted = randomSpec({ ...draft, tape, entity });
    return isCrowded ? crowded(drafted) : drafted;
  };
  const used: Record<string, Policy> = {};
  if (perhaps(tape, 60)) {
    const base = made({ vocabulary, names: [], uses: {} });
    used['base'] = makePolicy({ ...withAllocation(base, {}), id: 'base' });
  }
  const names = Object.entries(used).flatMap(([use, policy]) => namesOf(use, policy));
  const uses = Object.fromEntries(
    Object.entries(used).map(([use, { cards }]) => [use, cards.map(card => card.id)]),
  );
  const spec = withAllocation(made({ vocabulary, names, uses }), used);
  return { policy: makePolicy({ ...spec, uses: used }), crowded: isCrowded };
}
