/** Policies and households from a few words; everything left out takes its plainest value. */
import type { Expr } from '../../src/language/expr.ts';
import type { Type } from '../../src/language/types.ts';
import type {
  Assertion,
  Benefit,
  Cap,
  Definition,
  Duty,
  Exclusion,
  Fund,
  Group,
  Parameter,
  ParameterValue,
  Policy,
  Quota,
  RankKey,
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

/** A key: `low` first or `high` first. */
export type RankSpec = readonly [order: 'low' | 'high', expr: Expr];

export interface QuotaSpec {
  /** A benefit, or cards. */
  readonly of: string | readonly string[];
  /** Whose seats; left out: the beneficiary's. */
  readonly entity?: string;
  readonly takes?: Expr;
  readonly total?: Expr;
  readonly least?: Expr;
  /** Innermost first. */
  readonly levels?: Readonly<Record<string, Expr>>;
  /** Outermost first. */
  readonly shares?: Readonly<Record<string, Expr>>;
  readonly rank?: readonly RankSpec[];
  readonly skip?: boolean;
  readonly passesUp?: boolean;
}

export interface DutySpec {
  readonly cards?: readonly string[];
  readonly when?: Expr;
  readonly action?: Duty['action'];
  readonly atLeast?: number;
  readonly cadence?: Duty['cadence'];
  readonly role?: string;
  readonly cite?: string;
}

export interface PolicySpec {
  /** The classified entity; left out: the household. */
  readonly entity?: string;
  readonly id?: string;
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
  readonly uses?: Readonly<Record<string, Policy>>;
  readonly quotas?: Readonly<Record<string, QuotaSpec>>;
  readonly duties?: Readonly<Record<string, DutySpec>>;
  /** Funds with a total, or without one. */
  readonly funds?: Readonly<Record<string, { readonly total?: Expr; readonly rank?: readonly RankSpec[] }>>;
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

const makeRank = (rank: readonly RankSpec[] = []): RankKey[] =>
  rank.map(([order, expr], k) => ({
    label: { zh: `次序${k + 1}`, en: `key ${k + 1}` },
    expr,
    order: order === 'low' ? 'ascending' : 'descending',
    span: nowhere,
  }));

const levelled = <K extends string>(levels: Readonly<Record<string, Expr>> | undefined, key: K) =>
  Object.entries(levels ?? {}).map(
    ([entity, expr]) => ({ entity, [key]: expr }) as { entity: string } & Record<K, Expr>,
  );

function makeQuota(id: string, spec: QuotaSpec, policy: PolicySpec): Quota {
  const { of } = spec;
  const classified = policy.entity ?? 'household';
  const beneficiary = typeof of === 'string' ? policy.benefits?.[of]?.entity : undefined;
  return {
    ...rule(id),
    of: typeof of === 'string' ? { kind: 'benefit', id: of } : { kind: 'cards', cards: of },
    entity: spec.entity ?? beneficiary ?? classified,
    takes: spec.takes ?? null,
    total: spec.total ?? null,
    least: spec.least ?? null,
    levels: levelled(spec.levels, 'seats'),
    shares: levelled(spec.shares, 'weight'),
    rank: makeRank(spec.rank),
    skip: spec.skip ?? false,
    passesUp: spec.passesUp ?? false,
  };
}

function makeDuty(id: string, spec: DutySpec): Duty {
  return {
    ...rule(id),
    cite: spec.cite ?? '',
    cards: spec.cards ?? null,
    when: spec.when ?? null,
    role: spec.role ?? null,
    action: spec.action ?? 'visit',
    atLeast: spec.atLeast ?? 1,
    cadence: spec.cadence ?? null,
    within: null,
    after: null,
  };
}

const makeFund = (id: string, { total, rank }: { total?: Expr; rank?: readonly RankSpec[] }): Fund => ({
  ...{ id, label: { zh: id, en: id }, span: nowhere },
  total: total ?? null,
  rank: makeRank(rank),
});

const mapped = <A, B>(record: Readonly<Record<string, A>> | undefined, f: (id: string, a: A) => B) =>
  Object.fromEntries(Object.entries(record ?? {}).map(([id, a]) => [id, f(id, a)]));
const listed = <A, B>(record: Readonly<Record<string, A>> | undefined, f: (id: string, a: A) => B): B[] =>
  Object.entries(record ?? {}).map(([id, a]) => f(id, a));

/** A checked policy, about households unless it says otherwise; cards become definitions as `loadPolicy` makes them. */
export function makePolicy(spec: PolicySpec): Policy {
  const groupOf = new Map(listed(spec.groups, (id, g) => g.benefits.map(b => [b, id] as const)).flat());
  const entity = spec.entity ?? 'household';
  const cardDefinitions = mapped(spec.cards, (id, expr) =>
    makeDefinition(`${entity}.card.${id}`, expr, 'card'),
  );
  return {
    id: spec.id ?? 'test',
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
      ...Object.fromEntries(Object.entries(cardDefinitions).map(([id, d]) => [`${entity}.card.${id}`, d])),
    },
    entity,
    scope: spec.scope ?? null,
    unique: spec.unique ?? false,
    cards: listed(spec.cards, id => ({
      ...rule(id),
      meaning: null,
      condition: `${entity}.card.${id}`,
      colour: null,
    })),
    exclusions: listed(spec.exclusions, (id, e): Exclusion => ({ ...rule(id), ...e })),
    benefits: listed(spec.benefits, (id, b) => makeBenefit(id, { entity, ...b }, groupOf.get(id) ?? null)),
    groups: listed(spec.groups, makeGroup),
    funds: mapped(spec.funds, makeFund),
    assertions: listed(spec.assertions, (id, a): Assertion => ({ ...rule(id), on: a.on, expr: a.must })),
    uses: mapped(spec.uses, (id, policy) => ({ id, label: { zh: id, en: id }, policy, span: nowhere })),
    quotas: listed(spec.quotas, (id, q) => makeQuota(id, q, spec)),
    roles: {},
    duties: listed(spec.duties, makeDuty),
    stages: [],
    samples: [],
    transitions: [],
    form: null,
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
