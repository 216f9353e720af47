/** Random well-typed policies: cards, exclusions, parameters of every kind, benefits, groups and caps. */
import type { Expr } from '../../src/language/expr.ts';
import type { ParameterValue, Policy } from '../../src/policy/policy.ts';
import type { Vocabulary } from '../../src/policy/vocabulary.ts';
import * as x from './expr.ts';
import {
  type BenefitSpec,
  cells,
  type GroupSpec,
  makePolicy,
  open,
  type ParameterSpec,
  type PolicySpec,
  range,
  set,
} from './policy.ts';
import { expression, type Kind, type Measure, type Named, type Place, typeOf } from './random-expr.ts';
import { perhaps, pick, several, some, type Tape } from './tape.ts';
import { type FactRules, makeVocabulary, testFacts } from './vocabulary.ts';

/** Facts that apply where others say so, and one that follows from another. */
export function randomVocabulary(tape: Tape): Vocabulary {
  const plain = makeVocabulary(testFacts);
  const fact = (key: string): Expr => x.fact(key, plain);
  const rules: FactRules = {
    ...(perhaps(tape, 60) && {
      'household.status': { when: fact('household.registered') },
      'household.exit_date': { when: fact('household.registered') },
    }),
    ...(perhaps(tape, 40) && { 'household.repair': { when: x.isIn(fact('household.housing'), 'c', 'd') } }),
    ...(perhaps(tape, 40) && { 'household.car': { when: fact('township.supervised') } }),
    ...(perhaps(tape, 40) && { 'member.wage': { when: x.ge(fact('member.age'), x.years(16)) } }),
    ...(perhaps(tape, 50) && {
      'member.age': { from: x.elapsed('year', fact('member.birth_date'), x.today()) },
    }),
    ...(perhaps(tape, 30) && {
      'member.severe': { when: x.ne(fact('member.labour'), x.word('member.labour', 'full')) },
    }),
  };
  return makeVocabulary(testFacts, rules);
}

const MEASURES: readonly Measure[] = ['money', 'plain', 'months'];
const VALUES: Record<Measure, readonly (number | string)[]> = {
  money: [500_000, 100, 0, 590_400, '1000/3'],
  plain: [1, 2, '1/2', '6/5', 0],
  months: [720, 12, 216, 0],
};

/** What a table may go by, and values that it writes. */
const KEYS = {
  status: { fact: 'household.status', written: ['exited', 'not_exited', 'relapsed'] },
  village: { fact: 'village.village_type', written: ['poor', 'ordinary'] },
  registered: { fact: 'household.registered', written: ['true', 'false'] },
  rooms: { fact: 'household.rooms', written: ['1', '2'] },
  note: { fact: 'household.note', written: ['a', 'b'] },
  card: { fact: null, written: ['card0', 'card1'] },
} as const;
type Key = (typeof KEYS)[keyof typeof KEYS];

function randomKeys(tape: Tape): readonly Key[] {
  if (!perhaps(tape, 35)) return [];
  const first = pick(tape, Object.values(KEYS));
  if (!perhaps(tape, 40)) return [first];
  return [
    first,
    pick(
      tape,
      Object.values(KEYS).filter(key => key !== first),
    ),
  ];
}

function randomParameter(tape: Tape, measure: Measure, keys: readonly Key[]): ParameterSpec {
  const type = typeOf(measure);
  const value = () => pick(tape, VALUES[measure]);
  const single = (): ParameterSpec => {
    if (perhaps(tape, 15)) return open(type);
    if (!perhaps(tape, 25)) return set(value(), type);
    const [low, high] = [value(), value()].sort((a, b) => asNumber(a) - asNumber(b));
    return range(low!, high!, type);
  };
  if (keys.length === 0) return single();
  const written = keys
    .map((key): readonly string[] => key.written)
    .reduce((paths, values) => paths.flatMap(path => values.map(each => `${path}|${each}`)));
  const bare = ({ type: _, by: __, ...rest }: ParameterSpec): ParameterValue => rest;
  const entries = some(tape, written).map(at => [at, bare(single())] as const);
  return cells([], Object.fromEntries(entries), bare(single()), type);
}

function asNumber(value: number | string): number {
  const [above, below = '1'] = String(value).split('/');
  return Number(above) / Number(below);
}

export interface Draft {
  readonly tape: Tape;
  readonly vocabulary: Vocabulary;
  /** What is classified. */
  readonly entity: string;
  readonly names: Named[];
  readonly uses: Readonly<Record<string, readonly string[]>>;
}

export const place = (
  { tape, vocabulary, names, uses }: Draft,
  entity: string,
  cards: readonly string[] | null = null,
): Place => ({
  tape,
  vocabulary,
  entity,
  names,
  cards,
  uses,
});

function randomParameters(draft: Draft): Record<string, ParameterSpec> {
  const specs = several(draft.tape, 1, 4, k => {
    const measure = pick(draft.tape, MEASURES);
    const keys = randomKeys(draft.tape);
    const id = `p${k}`;
    const lastYear = perhaps(draft.tape, 15);
    draft.names.push({
      kind: measure,
      entity: keys.length > 0 ? 'household' : null,
      cards: keys.includes(KEYS.card),
      make: g =>
        (lastYear ? x.lastYear : x.parameter)(
          id,
          typeOf(measure),
          ...keys.map(({ fact }) => (fact === null ? x.card() : x.fact(fact, g.vocabulary))),
        ),
    });
    return [id, randomParameter(draft.tape, measure, keys)] as const;
  });
  return Object.fromEntries(specs);
}

const HOMES = ['household', 'household', 'member', 'village', 'township'] as const;
/** Where definitions that ask for the card may stand: at what is classified or below. */
const CARD_HOMES: Readonly<Record<string, readonly string[]>> = {
  household: ['household', 'household', 'member'],
  village: ['village', 'household', 'member'],
  township: ['township', 'village', 'household'],
  member: ['member'],
};
/** Whose benefits there are. */
const BENEFICIARIES: Readonly<Record<string, readonly string[]>> = {
  household: ['household', 'household', 'member', 'member', 'holding'],
  village: ['village', 'household', 'member'],
  township: ['township', 'village', 'household'],
  member: ['member'],
};

/** With `cards`, definitions that benefits use and that may ask for the card. */
function randomDefinitions(draft: Draft, cards: readonly string[] | null = null): Record<string, Expr> {
  const made = several(draft.tape, cards === null ? 1 : 0, cards === null ? 5 : 2, k => {
    const entity = pick(draft.tape, cards === null ? HOMES : CARD_HOMES[draft.entity]!);
    const kind: Kind = pick(draft.tape, ['bool', 'money', 'plain', 'months'] as const);
    const key = `${entity}.${cards === null ? 'd' : 'e'}${k}`;
    const expr = expression(place(draft, entity, cards), kind, 2);
    draft.names.push({ kind, entity, cards: cards !== null, make: () => x.definition(key, typeOf(kind)) });
    return [key, expr] as const;
  });
  return Object.fromEntries(made);
}

function randomBenefit(draft: Draft, cards: readonly string[], k: number): BenefitSpec {
  const { tape } = draft;
  const entity = pick(tape, BENEFICIARIES[draft.entity]!);
  const here = place(draft, entity, cards);
  const amount = (): Expr => expression(here, 'money', 2);
  const money = pick(tape, ['one', 'one', 'by card', 'none'] as const);
  const spec: BenefitSpec = {
    entity,
    ...(perhaps(tape, 60) && { cards: some(tape, cards) }),
    ...(perhaps(tape, 60) && { when: expression(here, 'bool', 2) }),
    ...(money === 'one' && { amount: amount() }),
    ...(money === 'by card' && {
      amount: Object.fromEntries(some(tape, cards).map(card => [card, amount()])),
    }),
    ...(perhaps(tape, 25) && {
      times:
        perhaps(tape, 50) || draft.entity === 'member'
          ? expression(place(draft, draft.entity, cards), 'plain', 1)
          : x.count('member'),
    }),
    ...(perhaps(tape, 30) && {
      rounding: {
        step: pick(tape, ['100', '1000', '1', '1/2']),
        mode: pick(tape, ['half-up', 'up', 'down'] as const),
      },
    }),
  };
  // Named only now, so that no benefit looks at itself.
  draft.names.push({ kind: 'money', entity: null, benefit: true, make: () => x.benefit(`b${k}`) });
  return spec;
}

function randomGroups(
  draft: Draft,
  benefits: Readonly<Record<string, BenefitSpec>>,
): Record<string, GroupSpec> {
  const { tape } = draft;
  const ids = Object.keys(benefits);
  if (ids.length < 2 || !perhaps(tape, 55)) return {};
  const members = ids.slice(0, pick(tape, [2, 3, 4]));
  const settable = draft.names.filter(name => name.kind === 'money' && name.entity === null);
  const limit = (): Expr => {
    if (settable.length > 0 && perhaps(tape, 30))
      return pick(tape, settable).make(place(draft, draft.entity));
    return perhaps(tape, 30) && (draft.entity === 'household' || draft.entity === 'member')
      ? x.fact('household.repair', draft.vocabulary)
      : x.money(pick(tape, [3000, 0, 50, 1]));
  };
  return {
    g0: {
      benefits: members,
      over: pick(tape, ['household', 'household', 'member'] as const),
      counts: pick(tape, ['best', 'first', null]),
      caps: several(tape, 0, 2, () => ({
        amount: limit(),
        per: pick(tape, ['household', 'person'] as const),
        proportional: perhaps(tape, 35),
      })),
    },
  };
}

/** What a random policy is made of, and what further rules of it may use. */
export interface Made {
  readonly spec: PolicySpec;
  readonly draft: Draft;
  readonly cards: readonly string[];
}

/** A policy off a tape; the empty tape gives the simplest. */
export const randomPolicy = (tape: Tape): Policy =>
  makePolicy(
    randomSpec({ tape, vocabulary: randomVocabulary(tape), entity: 'household', names: [], uses: {} }).spec,
  );

/** `draft` holds the names that are there before: those of policies used. */
export function randomSpec(draft: Draft): Made {
  const { tape, vocabulary } = draft;
  const parameters = randomParameters(draft);
  const definitions = randomDefinitions(draft);
  const household = place(draft, draft.entity);
  const cards = several(tape, 1, 4, k => [`card${k}`, expression(household, 'bool', 3)] as const);
  const ids = cards.map(([id]) => id);
  const exclusions = several(
    tape,
    0,
    3,
    k => [`x${k}`, { cards: some(tape, ids), when: expression(household, 'bool', 2) }] as const,
  );
  const scope = perhaps(tape, 35) ? expression(household, 'bool', 2) : null;
  const known = draft.names.length;
  const further = randomDefinitions(draft, ids);
  const benefits = Object.fromEntries(
    several(tape, 1, 5, k => [`b${k}`, randomBenefit(draft, ids, k)] as const),
  );
  const groups = randomGroups({ ...draft, names: draft.names.slice(0, known) }, benefits);
  const spec: PolicySpec = {
    entity: draft.entity,
    vocabulary,
    parameters,
    definitions: { ...definitions, ...further },
    cards: Object.fromEntries(cards),
    exclusions: Object.fromEntries(exclusions),
    ...(scope && { scope }),
    unique: perhaps(tape, 12),
    benefits,
    groups: untangled(groups, benefits),
  };
  return { spec, draft, cards: ids };
}

/** Benefits of a group are settled together: those that look at one another can't be in one. */
function untangled(
  groups: Record<string, GroupSpec>,
  benefits: Readonly<Record<string, BenefitSpec>>,
): Record<string, GroupSpec> {
  const text = JSON.stringify(benefits);
  return text.includes('"op":"benefit"') ? {} : groups;
}
