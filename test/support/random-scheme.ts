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
import { expression, type Kind, kindOf, type Named, type Place } from './random-expr.ts';
import { type Draft, type Made, place, randomSpec, randomVocabulary } from './random-policy.ts';
import { perhaps, pick, several, some, type Tape } from './tape.ts';

const CLASSIFIED = ['household', 'household', 'household', 'village', 'member', 'township'] as const;
/** Entities above, innermost first. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  holding: ['household', 'village', 'township'],
  member: ['household', 'village', 'township'],
  household: ['village', 'township'],
  village: ['township'],
  township: [],
};

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

/** Where the card may be asked for. */
const asking = ({ draft, cards }: Made, entity: string, names: readonly Named[] = draft.names): Place => ({
  ...place(draft, entity, cards),
  names,
});

/** Names for ranks, which don't see the claims of their own policy but what was served. */
const rankNames = ({ draft }: Made, served: readonly Named[]): Named[] => [...unpaid(draft), ...served];

const unpaid = ({ names }: Draft): Named[] => names.filter(name => !name.benefit);

function randomRank(g: Place): RankSpec[] {
  const { tape } = g;
  return several(tape, 0, 3, (): RankSpec => {
    const facts = Object.keys(g.vocabulary.facts).filter(key => key.startsWith(`${g.entity}.`));
    const kind: Kind =
      perhaps(tape, 50) && facts.length > 0
        ? kindOf(g.vocabulary, pick(tape, facts))
        : pick(tape, ['bool', 'money', 'plain', 'months', 'date', 'text', 'enum #card'] as const);
    return [pick(tape, ['low', 'high'] as const), expression(g, kind, pick(tape, [0, 1, 2]))];
  });
}

/** A figure of one area; most often a small whole number. */
function seats(g: Place): Expr {
  const { tape } = g;
  if (perhaps(tape, 55)) return x.num(pick(tape, [1, 2, 0, 3, '3/2', -1]));
  return expression(g, 'plain', pick(tape, [0, 1, 2]));
}

/** On no instance: parameters and figures. */
function total(made: Made, kind: 'plain' | 'money', options: readonly (number | string)[]): Expr {
  const { tape, names } = made.draft;
  const open = names.filter(
    name => name.kind === kind && name.entity === null && !name.cards && !name.benefit,
  );
  if (open.length > 0 && perhaps(tape, 25))
    return pick(tape, open).make(place(made.draft, made.draft.entity));
  return x.num(pick(tape, options), kind === 'plain' ? x.RATIO : x.MONEY);
}

function randomQuota(
  made: Made,
  benefits: Readonly<Record<string, BenefitSpec>>,
  served: readonly Named[],
): QuotaSpec {
  const { draft, cards } = made;
  const { tape } = draft;
  const ofCards = perhaps(tape, 40);
  const benefit = pick(tape, Object.keys(benefits));
  const entity = ofCards ? draft.entity : (benefits[benefit]!.entity ?? draft.entity);
  const here = asking(made, entity, rankNames(made, served));
  const areas = AREAS[entity]!;
  const among = place({ ...draft, names: unpaid(draft) }, entity);
  const inArea = (area: string): Place => ({ ...among, entity: area });
  const shared = areas.length > 0 && perhaps(tape, 35);
  const chosen = areas.filter(() => perhaps(tape, 60));
  const levels = shared ? {} : Object.fromEntries(chosen.map(area => [area, seats(inArea(area))]));
  const shares = Object.fromEntries(
    [...(chosen.length > 0 ? chosen : areas.slice(0, 1))]
      .reverse()
      .map(area => [
        area,
        expression(inArea(area), pick(tape, ['plain', 'money'] as const), pick(tape, [0, 1, 2])),
      ]),
  );
  const bound = pick(tape, ['total', 'least', 'none'] as const);
  const needs = shared || Object.keys(levels).length === 0;
  return {
    of: ofCards ? some(tape, cards) : benefit,
    ...(shared ? { shares } : { levels }),
    ...((needs || bound === 'total') && { total: total(made, 'plain', [2, 1, 5, 0, 10, '7/2']) }),
    ...(!needs && bound === 'least' && { least: total(made, 'plain', [3, 6, 0, '9/2']) }),
    ...(perhaps(tape, 35) && {
      takes:
        perhaps(tape, 50) && entity !== 'member' && entity !== 'holding'
          ? x.count('member')
          : perhaps(tape, 60)
            ? x.num(pick(tape, [2, 1, '1/2', 0]))
            : expression({ ...here, entity }, 'plain', 1),
    }),
    rank: randomRank(here),
    skip: perhaps(tape, 50),
    passesUp: perhaps(tape, 50),
  };
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

function randomDraft(tape: Tape, draft: Omit<Draft, 'tape' | 'entity'>): Made {
  return randomSpec({ ...draft, tape, entity: pick(tape, CLASSIFIED) });
}

function withAllocation(made: Made, used: Readonly<Record<string, Policy>>): PolicySpec {
  const { draft, spec } = made;
  const { tape } = draft;
  const fundIds = several(tape, 0, 2, k => `f${k}`);
  const benefits = funded(tape, spec.benefits!, fundIds);
  // What may be asked of served: of the policies used everything, of this one what is settled before.
  const served: Named[] = Object.entries(used).flatMap(([use, policy]) => [
    ...policy.quotas.map(
      ({ id, entity }): Named => ({ kind: 'bool', entity, make: () => x.seat(id, entity, use) }),
    ),
    ...policy.benefits.map(
      ({ id }): Named => ({
        kind: 'money',
        entity: policy.entity,
        make: () => x.servedBenefit(id, policy.entity, use),
      }),
    ),
  ]);
  const free = Object.entries(benefits)
    .filter(([, { fund }]) => fund === undefined)
    .map(([id]) => id);
  const quotas: Record<string, QuotaSpec> = {};
  const count = several(tape, 0, 2, k => k).length;
  for (let k = 0; k < count; k++) {
    const quota = randomQuota(made, benefits, served);
    quotas[`q${k}`] = quota;
    const entity = typeof quota.of === 'string' ? (benefits[quota.of]!.entity ?? draft.entity) : draft.entity;
    served.push({ kind: 'bool', entity, make: () => x.seat(`q${k}`, entity) });
  }
  for (const id of free)
    served.push({ kind: 'money', entity: draft.entity, make: () => x.servedBenefit(id, draft.entity) });
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
        make: () => x.servedBenefit(benefit, draft.entity),
      });
  }
  return { ...spec, benefits, duties: randomDuties(made), quotas, funds };
}

/** A policy off a tape, perhaps with one that it uses. */
export function randomScheme(tape: Tape): Policy {
  const vocabulary = randomVocabulary(tape);
  const used: Record<string, Policy> = {};
  if (perhaps(tape, 60)) {
    const base = randomDraft(tape, { vocabulary, names: [], uses: {} });
    used['base'] = makePolicy({ ...withAllocation(base, {}), id: 'base' });
  }
  const names = Object.entries(used).flatMap(([use, policy]) => namesOf(use, policy));
  const uses = Object.fromEntries(
    Object.entries(used).map(([use, { cards }]) => [use, cards.map(card => card.id)]),
  );
  const made = randomDraft(tape, { vocabulary, names, uses });
  return makePolicy({ ...withAllocation(made, used), uses: used });
}
