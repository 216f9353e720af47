/** Random well-typed expressions: everything the language can say, on figures that like to meet each other exactly. */
import type { Expr } from '../../src/language/expr.ts';
import { DATE, TEXT, type Type } from '../../src/language/types.ts';
import type { Vocabulary } from '../../src/policy/vocabulary.ts';
import * as x from './expr.ts';
import { below, perhaps, pick, type Tape } from './tape.ts';

/** Numbers that may be added and compared. */
export type Measure = 'money' | 'months' | 'plain';
export type Kind = Measure | 'bool' | 'date' | 'text' | `enum ${string}`;

/** Something with a name that expressions may use, and how. */
export interface Named {
  readonly kind: Kind;
  /** Where it stands; null: everywhere. */
  readonly entity: string | null;
  /** Only where cards may be asked for. */
  readonly cards?: boolean;
  /** It is a benefit of the policy itself. */
  readonly benefit?: boolean;
  /** It is what quotas and funds left. */
  readonly served?: boolean;
  readonly make: (g: Place) => Expr;
}

/** Where an expression stands and what it may use. */
export interface Place {
  readonly tape: Tape;
  readonly vocabulary: Vocabulary;
  readonly entity: string;
  readonly names: readonly Named[];
  /** Cards may be asked for. */
  readonly cards: readonly string[] | null;
  /** Cards of the policies used, by the id of the use. */
  readonly uses?: Readonly<Record<string, readonly string[]>>;
}

const NUMBERS: Record<Measure, readonly (number | string)[]> = {
  money: [0, 100, 500_000, 590_400, 1_000_000, 7, '1/3', -300],
  months: [0, 12, 719, 720, 216],
  plain: [1, 2, 0, 3, '1/2', '6/5', -1, 2020],
};
const TYPES: Record<Measure, Type> = { money: x.MONEY, months: x.MONTHS, plain: x.RATIO };
export const DATES = [
  '2020-03-18',
  '2020-02-29',
  '2019-03-18',
  '1960-03-31',
  '2021-01-31',
  '2016-02-29',
] as const;
export const TEXTS = ['', 'a', 'b'] as const;

/** What stands below and above, as the standard entities have it. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  household: ['member', 'holding'],
  village: ['household', 'member'],
  township: ['village', 'household'],
};
const ABOVE: Readonly<Record<string, readonly string[]>> = {
  member: ['member', 'household', 'village', 'township'],
  holding: ['holding', 'household', 'village', 'township'],
  household: ['household', 'village', 'township'],
  village: ['village', 'township'],
  township: ['township'],
};

export const typeOf = (kind: Kind): Type => {
  if (kind === 'bool') return x.no.type;
  if (kind === 'date') return DATE;
  if (kind === 'text') return TEXT;
  if (kind in TYPES) return TYPES[kind as Measure];
  return { kind: 'enum', of: kind.slice('enum '.length) };
};

export function kindOf(vocabulary: Vocabulary, key: string): Kind {
  const { type } = vocabulary.facts[key]!;
  if (type.kind === 'enum') return `enum ${type.of}`;
  if (type.kind !== 'number') return type.kind;
  return 'money' in type.dimension ? 'money' : 'month' in type.dimension ? 'months' : 'plain';
}

const seen = (g: Place, entity: string | null): boolean =>
  entity === null || ABOVE[g.entity]!.includes(entity);

/** A name of some kind that is seen from here: a fact, a definition, a parameter, a benefit. */
function named(g: Place, kind: Kind): Expr | null {
  const facts = Object.keys(g.vocabulary.facts).filter(
    key => kindOf(g.vocabulary, key) === kind && seen(g, g.vocabulary.facts[key]!.entity),
  );
  const others = g.names.filter(
    name => name.kind === kind && seen(g, name.entity) && (!name.cards || g.cards !== null),
  );
  const count = facts.length + others.length;
  if (count === 0) return null;
  // Facts of the present instance before those above, and names made by the policy as often as all facts.
  if (others.length > 0 && (facts.length === 0 || perhaps(g.tape, 50))) return pick(g.tape, others).make(g);
  return facts.length === 0 ? null : x.fact(pick(g.tape, facts), g.vocabulary);
}

function constant(g: Place, kind: Kind): Expr {
  if (kind === 'bool') return x.bool(perhaps(g.tape, 50));
  if (kind === 'date') return perhaps(g.tape, 30) ? x.today() : x.date(pick(g.tape, DATES));
  if (kind === 'text') return x.text(pick(g.tape, TEXTS));
  if (kind in TYPES) return x.num(pick(g.tape, NUMBERS[kind as Measure]), TYPES[kind as Measure]);
  const of = kind.slice('enum '.length);
  const cards = cardsOf(g, of);
  if (cards !== null) return x.word(of, pick(g.tape, cards));
  return x.word(of, pick(g.tape, g.vocabulary.facts[of]!.values).id);
}

/** The cards that an enumeration of cards lists; null: another enumeration. */
const cardsOf = (g: Place, of: string): readonly string[] | null =>
  of === '#card' ? g.cards! : of.startsWith('#card:') ? g.uses![of.slice('#card:'.length)]! : null;

const leaf = (g: Place, kind: Kind): Expr =>
  (perhaps(g.tape, 75) ? named(g, kind) : null) ?? constant(g, kind);

/** An expression of some kind, at most `depth` operators deep. */
export function expression(g: Place, kind: Kind, depth: number): Expr {
  if (depth <= 0 || perhaps(g.tape, 15)) return leaf(g, kind);
  if (kind === 'bool') return truth(g, depth);
  if (kind === 'date') return dated(g, depth);
  if (kind in TYPES) return figure(g, kind as Measure, depth);
  return choice(g, kind, depth);
}

const enumsOf = (g: Place): Kind[] => [
  ...new Set(
    Object.keys(g.vocabulary.facts)
      .filter(key => seen(g, g.vocabulary.facts[key]!.entity))
      .map(key => kindOf(g.vocabulary, key))
      .filter(kind => kind.startsWith('enum ')),
  ),
  ...(g.cards === null ? [] : (['enum #card'] as const)),
  ...g.names
    .filter(name => name.kind.startsWith('enum #card:') && seen(g, name.entity))
    .map(name => name.kind),
];

function choice(g: Place, kind: Kind, depth: number): Expr {
  const one = () => expression(g, kind, depth - 1);
  if (kind === 'enum #card' && perhaps(g.tape, 70)) return x.card();
  return perhaps(g.tape, 60) ? x.orElse(one(), one()) : x.choose(truth(g, depth - 1), one(), one());
}

function dated(g: Place, depth: number): Expr {
  const start = () => expression(g, 'date', depth - 1);
  switch (below(g.tape, 4)) {
    case 0:
      return x.addMonths(start(), figure(g, 'months', depth - 1));
    case 1:
      return x.addDays(start(), x.num(pick(g.tape, [1, 0, 28, '1/2', -400]), x.DAYS));
    default:
      return choice(g, 'date', depth);
  }
}

function comparison(g: Place, depth: number): Expr {
  const order = [x.lt, x.le, x.gt, x.ge, x.eq, x.ne] as const;
  const kind = pick(g.tape, ['money', 'plain', 'months', 'date', ...enumsOf(g), 'bool', 'text'] as const);
  const [a, b] = [expression(g, kind, depth - 1), expression(g, kind, depth - 1)];
  const ordered = kind in TYPES || kind === 'date';
  return pick(g.tape, ordered ? order : order.slice(4))(a, b);
}

function membership(g: Place, depth: number): Expr {
  const kind = pick(g.tape, ['plain', 'text', ...enumsOf(g)] as const);
  const arg = expression(g, kind, depth - 1);
  if (kind === 'plain') return x.isIn(arg, '1', '2', '1/2');
  if (kind === 'text') return x.isIn(arg, 'a', '');
  const of = kind.slice('enum '.length);
  const values = cardsOf(g, of) ?? g.vocabulary.facts[of]!.values.map(value => value.id);
  return x.isIn(arg, ...values.filter(() => perhaps(g.tape, 50)), pick(g.tape, values));
}

/** An entity whose instances are parts of those here, with what stands there. */
function parts(g: Place): { readonly over: string; readonly inside: Place } | null {
  const options = PARTS[g.entity];
  if (!options) return null;
  const over = pick(g.tape, options);
  return { over, inside: { ...g, entity: over } };
}

function truth(g: Place, depth: number): Expr {
  if (depth <= 0) return leaf(g, 'bool');
  const one = () => truth(g, depth - 1);
  switch (below(g.tape, 12)) {
    case 0:
    case 1:
    case 2:
      return comparison(g, depth);
    case 3:
      return x.and(one(), one());
    case 4:
      return x.or(one(), one());
    case 5:
      return x.not(perhaps(g.tape, 50) ? leaf(g, 'bool') : one());
    case 6:
      return x.atLeast(1 + below(g.tape, 3), one(), one(), one());
    case 7:
      return membership(g, depth);
    case 8:
      return x.known(
        expression(g, pick(g.tape, ['money', 'bool', 'date', ...enumsOf(g)] as const), depth - 1),
      );
    case 9:
      return choice(g, 'bool', depth);
    default: {
      const at = parts(g);
      if (at === null) return comparison(g, depth);
      const body = truth(at.inside, depth - 1);
      return pick(g.tape, [x.any, x.every])(at.over, body, condition(at.inside, depth - 1));
    }
  }
}

const condition = (g: Place, depth: number): Expr | null => (perhaps(g.tape, 50) ? truth(g, depth) : null);

function aggregated(g: Place, kind: Measure, depth: number): Expr | null {
  const at = parts(g);
  if (at === null) return null;
  const where = condition(at.inside, depth - 1);
  if (kind === 'plain' && perhaps(g.tape, 50)) return x.count(at.over, where);
  const body = expression(at.inside, kind, depth - 1);
  return pick(g.tape, [x.sum, x.minimum, x.maximum, x.average])(at.over, body, where);
}

const STEPS = [100, 1, '1/2', 1000, 7] as const;

function figure(g: Place, kind: Measure, depth: number): Expr {
  if (depth <= 0) return leaf(g, kind);
  const one = () => figure(g, kind, depth - 1);
  const small = () =>
    perhaps(g.tape, 40) ? figure(g, 'plain', Math.min(depth - 1, 1)) : constant(g, 'plain');
  switch (below(g.tape, 16)) {
    case 0:
      return x.add(one(), one());
    case 1:
      return x.subtract(one(), one());
    case 2:
      return x.multiply(one(), small());
    case 3:
      return x.divide(one(), small());
    case 4:
      return pick(g.tape, [x.min, x.max])(one(), one());
    case 5:
      return pick(g.tape, [x.cap, x.floor])(one(), one());
    case 6:
      return x.round(one(), pick(g.tape, STEPS), pick(g.tape, ['half-up', 'up', 'down'] as const));
    case 7:
      return x.negate(one());
    case 8:
      return x.orElse(one(), one());
    case 9:
    case 10:
      return x.choose(truth(g, depth - 1), one(), one());
    case 11:
    case 12:
      return spanned(g, kind, depth) ?? one();
    default:
      return aggregated(g, kind, depth) ?? one();
  }
}

/** Figures out of dates. */
function spanned(g: Place, kind: Measure, depth: number): Expr | null {
  const [a, b] = [expression(g, 'date', depth - 1), expression(g, 'date', depth - 1)];
  if (kind === 'months') return x.elapsed(pick(g.tape, ['month', 'year'] as const), a, b);
  if (kind !== 'plain') return null;
  return perhaps(g.tape, 50) ? x.yearOf(a) : { ...x.elapsed('day', a, b), type: x.RATIO };
}
