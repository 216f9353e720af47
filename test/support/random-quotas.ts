/** Random quotas: whose seats, how many where, and who comes first. */
import type { Expr } from '../../src/language/expr.ts';
import * as x from './expr.ts';
import type { BenefitSpec, QuotaSpec, RankSpec } from './policy.ts';
import { expression, type Kind, kindOf, type Named, type Place } from './random-expr.ts';
import { type Draft, type Made, place } from './random-policy.ts';
import { perhaps, pick, several, some } from './tape.ts';

/** Entities above, innermost first. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  holding: ['household', 'village', 'township'],
  member: ['household', 'village', 'township'],
  household: ['village', 'township'],
  village: ['township'],
  township: [],
};

/** Where the card may be asked for. */
export const asking = (
  { draft, cards }: Made,
  entity: string,
  names: readonly Named[] = draft.names,
): Place => ({
  ...place(draft, entity, cards),
  names,
});

/** Names for ranks, which don't see the claims of their own policy but what was served. */
export const rankNames = ({ draft }: Made, served: readonly Named[]): Named[] => [
  ...unpaid(draft),
  ...served,
];

const unpaid = ({ names }: Draft): Named[] => names.filter(name => !name.benefit);

export function randomRank(g: Place): RankSpec[] {
  const { tape } = g;
  const served = g.names.filter(name => name.served && seenFrom(g.entity, name.entity));
  return several(tape, 0, 3, (): RankSpec => {
    const direction = pick(tape, ['low', 'high'] as const);
    if (served.length > 0 && perhaps(tape, 25)) return [direction, pick(tape, served).make(g)];
    if (g.entity === 'household' && perhaps(tape, 25)) return [direction, perHead(g)];
    const facts = Object.keys(g.vocabulary.facts).filter(key => key.startsWith(`${g.entity}.`));
    const kind: Kind =
      perhaps(tape, 65) && facts.length > 0
        ? kindOf(g.vocabulary, pick(tape, facts))
        : pick(tape, ['bool', 'money', 'plain', 'months', 'date', 'text', 'enum #card'] as const);
    return [direction, expression(g, kind, pick(tape, [0, 0, 1, 2]))];
  });
}

const seenFrom = (below: string, entity: string | null): boolean =>
  entity === null || entity === below || AREAS[below]!.includes(entity);

/** Figures by head or room, some of them nearly the same. */
function perHead(g: Place): Expr {
  const top = x.fact(pick(g.tape, ['household.rooms', 'household.income', 'household.costs']), g.vocabulary);
  return x.divide(top, perhaps(g.tape, 60) ? x.count('member') : x.fact('household.rooms', g.vocabulary));
}

/** A figure of one area; most often a small whole number. */
function seats(g: Place): Expr {
  const { tape } = g;
  if (perhaps(tape, 55)) return x.num(pick(tape, [1, 2, 0, 3, '3/2', -1]));
  return expression(g, 'plain', pick(tape, [0, 1, 2]));
}

/** On no instance: parameters and figures. */
export function total(made: Made, kind: 'plain' | 'money', options: readonly (number | string)[]): Expr {
  const { tape, names } = made.draft;
  const open = names.filter(
    name => name.kind === kind && name.entity === null && !name.cards && !name.benefit,
  );
  if (open.length > 0 && perhaps(tape, 25))
    return pick(tape, open).make(place(made.draft, made.draft.entity));
  return x.num(pick(tape, options), kind === 'plain' ? x.RATIO : x.MONEY);
}

export function randomQuota(
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
        perhaps(tape, 50)
          ? x.count(pick(tape, ['household', 'member'].slice(area === 'household' ? 1 : 0)))
          : expression(inArea(area), pick(tape, ['plain', 'money'] as const), pick(tape, [0, 1, 2])),
      ]),
  );
  const bound = pick(tape, ['total', 'least', 'none'] as const);
  const needs = shared || Object.keys(levels).length === 0;
  return {
    of: ofCards ? some(tape, cards) : benefit,
    ...(shared ? { shares } : { levels }),
    ...((needs || bound === 'total') && { total: total(made, 'plain', [2, 1, 5, 0, 10, '7/2']) }),
    ...(!needs && bound === 'least' && { least: total(made, 'plain', [3, 6, 0, '9/2']) }),
    ...(perhaps(tape, 45) && {
      takes:
        perhaps(tape, 50) && entity !== 'member' && entity !== 'holding'
          ? x.count('member')
          : perhaps(tape, 60)
            ? x.num(pick(tape, [2, 1, '1/2', 0, 3]))
            : expression({ ...here, entity }, 'plain', 1),
    }),
    rank: randomRank(here),
    skip: perhaps(tape, 50),
    passesUp: perhaps(tape, 50),
  };
}
