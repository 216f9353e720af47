/** Policies and households from a few words; everything left out takes its plainest value. */
import type { Expr } from '../../src/language/expr.ts';
import type { Type } from '../../src/language/types.ts';
import type {
  Assertion,
  Benefit,
  Cap,
  Definition,
  Exclusion,
  Group,
  Parameter,
  ParameterValue,
  Policy,
  Rule,
} from '../../src/policy/policy.ts';
import type { Vocabulary } from '../../src/policy/vocabulary.ts';
import type { FactValue, Instance } from '../../src/population/instance.ts';
import { nowhere, RATIO } from './expr.ts';
import { testVocabulary } from './vocabulary.ts';

const rule = (id: string): Rule => ({
  id,
  label: { zh: id, en: id },
  cite: '',
  clause: [],
  note: {},
  span: nowhere,
  origin: { policy: 'test', change: 'original' },
});

export interface BenefitSpec {
  /** One amount whatever the card, or by card id; left out: no money. */
  readonly amount?: Expr | Readonly<Record<string, Expr>>;
  readonly cards?: readonly string[];
  readonly when?: Expr;
  readonly entity?: string;
  readonly times?: Expr;
  readonly period?: Benefit['period'];
  readonly periods?: number;
  readonly rounding?: Benefit['rounding'];
  readonly fund?: string;
  readonly cite?: string;
}

export interface GroupSpec {
  readonly benefits: readonly string[];
  readonly over?: Group['over'];
  readonly counts?: Group['counts'];
  readonly caps?: readonly (Partial<Cap> & { readonly amount: Expr })[];
}

export interface PolicySpec {
  readonly vocabulary?: Vocabulary;
  readonly on?: string;
  readonly scope?: Expr;
  readonly unique?: boolean;
  /** Card → condition, in the order tried. */
  readonly cards?: Readonly<Record<string, Expr>>;
  readonly exclusions?: Readonly<Record<string, { readonly cards: readonly string[]; readonly when: Expr }>>;
  /** By key: `household.net_income`. */
  readonly definitions?: Readonly<Record<string, Expr>>;
  readonly parameters?: Readonly<Record<string, ParameterSpec>>;
  readonly benefits?: Readonly<Record<string, BenefitSpec>>;
  readonly groups?: Readonly<Record<string, GroupSpec>>;
  readonly assertions?: Readonly<Record<string, { readonly on: Assertion['on']; readonly must: Expr }>>;
}

/** A value, an `open` one, a range, or cells by `by`. */
export type ParameterSpec = ParameterValue & { readonly type?: Type; readonly by?: readonly string[] };

export const set = (value: number | string | boolean, type: Type = RATIO): ParameterSpec => ({
  kind: 'set',
  value: typeof value === 'number' ? String(value) : value,
  type,
});
export const range = (low: number | string, high: number | string, type: Type = RATIO): ParameterSpec => ({
  kind: 'range',
  low: String(low),
  high: String(high),
  type,
});
export const open = (type: Type = RATIO): ParameterSpec => ({ kind: 'open', type });
export const cells = (
  by: readonly string[],
  entries: Readonly<Record<string, ParameterValue>>,
  otherwise: ParameterValue = { kind: 'open' },
  type: Type = RATIO,
): ParameterSpec => ({ kind: 'cells', cells: entries, otherwise, by, type });

function makeParameter(id: string, { type = RATIO, by = [], ...value }: ParameterSpec): Parameter {
  return {
    ...rule(id),
    type,
    value,
    lastYear: value,
    by,
    least: null,
    most: null,
    overridden: false,
    unit: '',
    implicit: false,
  };
}

function makeDefinition(key: string, expr: Expr, kind: Definition['kind'] = 'definition'): Definition {
  const dot = key.indexOf('.');
  return { ...rule(key.slice(dot + 1)), entity: key.slice(0, dot), type: expr.type, expr, kind };
}

const isExpr = (value: object): value is Expr => 'op' in value && 'type' in value;

function makeBenefit(id: string, spec: BenefitSpec, group: string | null): Benefit {
  const { amount } = spec;
  const amounts =
    amount === undefined
      ? []
      : isExpr(amount)
        ? [{ cards: null, amount }]
        : Object.entries(amount).map(([card, expr]) => ({ cards: [card], amount: expr }));
  return {
    ...rule(id),
    cite: spec.cite ?? '',
    entity: spec.entity ?? 'household',
    cards: spec.cards ?? null,
    when: spec.when ?? null,
    amounts,
    times: spec.times ?? null,
    period: spec.period ?? 'once',
    periods: spec.periods ?? null,
    fund: spec.fund ?? null,
    kind: 'cash',
    group,
    rounding: spec.rounding ?? { step: '1', mode: 'half-up' },
  };
}

function makeGroup(id: string, spec: GroupSpec): Group {
  return {
    ...rule(id),
    benefits: spec.benefits,
    over: spec.over ?? 'household',
    counts: spec.counts ?? null,
    caps: (spec.caps ?? []).map(c => ({ per: 'household', proportional: false, ...c })),
  };
}

const mapped = <A, B>(record: Readonly<Record<string, A>> | undefined, f: (id: string, a: A) => B) =>
  Object.fromEntries(Object.entries(record ?? {}).map(([id, a]) => [id, f(id, a)]));
const listed = <A, B>(record: Readonly<Record<string, A>> | undefined, f: (id: string, a: A) => B): B[] =>
  Object.entries(record ?? {}).map(([id, a]) => f(id, a));

/** A checked policy about households; cards become definitions as `loadPolicy` makes them. */
export function makePolicy(spec: PolicySpec): Policy {
  const groupOf = new Map(listed(spec.groups, (id, g) => g.benefits.map(b => [b, id] as const)).flat());
  const cardDefinitions = mapped(spec.cards, (id, expr) =>
    makeDefinition(`household.card.${id}`, expr, 'card'),
  );
  return {
    id: 'test',
    label: { zh: '试验', en: 'Test' },
    version: '1',
    file: 'test.yaml',
    effective: spec.on ?? '2020-03-18',
    on: spec.on ?? '2020-03-18',
    sources: {},
    notes: [],
    vocabulary: spec.vocabulary ?? testVocabulary,
    parameters: mapped(spec.parameters, makeParameter),
    definitions: {
      ...mapped(spec.definitions, (key, expr) => makeDefinition(key, expr)),
      ...Object.fromEntries(Object.entries(cardDefinitions).map(([id, d]) => [`household.card.${id}`, d])),
    },
    entity: 'household',
    scope: spec.scope ?? null,
    unique: spec.unique ?? false,
    cards: listed(spec.cards, id => ({
      ...rule(id),
      meaning: null,
      condition: `household.card.${id}`,
      colour: null,
    })),
    exclusions: listed(spec.exclusions, (id, e): Exclusion => ({ ...rule(id), ...e })),
    benefits: listed(spec.benefits, (id, b) => makeBenefit(id, b, groupOf.get(id) ?? null)),
    groups: listed(spec.groups, makeGroup),
    funds: {},
    assertions: listed(spec.assertions, (id, a): Assertion => ({ ...rule(id), on: a.on, expr: a.must })),
  };
}

/** Facts in base units; whole numbers may be written as numbers. */
export type Facts = Readonly<Record<string, FactValue | number>>;
const plain = (facts: Facts): Record<string, FactValue> =>
  Object.fromEntries(Object.entries(facts).map(([k, v]) => [k, typeof v === 'number' ? String(v) : v]));

export interface Around {
  /** Left out: the list is unknown. */
  readonly members?: readonly Facts[];
  readonly holdings?: readonly Facts[];
  readonly village?: Facts;
  readonly township?: Facts;
  readonly id?: string;
}

/** A household with what stands below and above it. */
export function makeHousehold(facts: Facts = {}, around: Around = {}): Instance {
  const leaf = (entity: string, id: string, f: Facts, owner: Instance | null): Instance => ({
    entity,
    id,
    facts: plain(f),
    owner,
    parts: {},
  });
  const township = around.township ? leaf('township', 't1', around.township, null) : null;
  const village = around.village || township ? leaf('village', 'v1', around.village ?? {}, township) : null;
  const parts: Record<string, Instance[]> = {};
  const household: Instance = {
    entity: 'household',
    id: around.id ?? 'h1',
    facts: plain(facts),
    owner: village,
    parts,
  };
  if (around.members)
    parts['member'] = around.members.map((f, i) => leaf('member', `m${i + 1}`, f, household));
  if (around.holdings)
    parts['holding'] = around.holdings.map((f, i) => leaf('holding', `p${i + 1}`, f, household));
  return household;
}

/** Fen of an amount in yuan, as facts hold it. */
export const fen = (yuan: number): string => String(Math.round(yuan * 100));
