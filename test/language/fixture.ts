/** A small county for the tests of the language: what may be named, in both languages, and short ways to read and check. */
import { type CheckResult, checkExpression } from '../../src/language/check.ts';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import type { Expected } from '../../src/language/expected.ts';
import type { Expr } from '../../src/language/expr.ts';
import type { Lang } from '../../src/language/label.ts';
import { type Lexicon, makeLexicon } from '../../src/language/lexicon.ts';
import { parseExpression } from '../../src/language/parse.ts';
import { type Named, printExpression } from '../../src/language/print.ts';
import {
  addReferent,
  type Referent,
  type Scope,
  type UsedMember,
  usedCards,
} from '../../src/language/scope.ts';
import { excerpt } from '../../src/language/source.ts';
import type { Tree } from '../../src/language/tree.ts';
import { BOOL, DATE, type Dimension, TEXT, type Type } from '../../src/language/types.ts';
import type { Period } from '../../src/language/units.ts';

const number = (dimension: Dimension): Type => ({ kind: 'number', dimension });
export const MONEY = number({ money: 1 });
export const YEARLY = number({ money: 1, month: -1 });
export const PER_HEAD = number({ money: 1, month: -1, person: -1 });
export const PERSONS = number({ person: 1 });
export const TIME = number({ month: 1 });
export const YEAR = number({ 'calendar-year': 1 });
export const AREA = number({ area: 1 });
export const RATIO = number({});
export const CATTLE = number({ cattle: 1 });

/** id, Chinese name, English name (with blanks or not). */
type Names = readonly [id: string, zh: string, en?: string];

const referents = new Map<string, Referent[]>();
const words = new Map<string, { readonly zh: string; readonly en: string }>();

function declare([id, zh, en]: Names, referent: Referent, key: string): void {
  for (const name of [id, zh, en ?? id]) addReferent(referents, name, referent);
  words.set(key, { zh, en: en ?? id });
}

function fact(
  entity: string,
  names: Names,
  type: Type | readonly Names[],
  period: Period | null = null,
): void {
  const key = `${entity}.${names[0]}`;
  const isEnum = Array.isArray(type);
  const own: Type = isEnum ? { kind: 'enum', of: key } : (type as Type);
  declare(names, { kind: 'fact', entity, id: names[0], type: own, period }, `fact ${key}`);
  if (!isEnum) return;
  for (const value of type as readonly Names[])
    declare(value, { kind: 'value', of: key, id: value[0] }, `value ${key} ${value[0]}`);
}

function definition(entity: string, names: Names, type: Type, period: Period | null = null): void {
  declare(
    names,
    { kind: 'definition', entity, id: names[0], type, period },
    `definition ${entity}.${names[0]}`,
  );
}

function parameter(names: Names, type: Type, period: Period | null = null, by: readonly string[] = []): void {
  declare(names, { kind: 'parameter', id: names[0], type, by, period }, `parameter ${names[0]}`);
}

for (const [id, zh, plural] of [
  ['county', '县', 'counties'],
  ['village', '村', 'villages'],
  ['household', '户', 'households'],
  ['member', '成员', 'members'],
  ['holding', '产业项目', 'holdings'],
] as const)
  declare([id, zh, plural], { kind: 'entity', id }, `entity ${id}`);

fact('county', ['mountainous', '山区县'], BOOL);
fact(
  'village',
  ['village_type', '村类型', 'village type'],
  [
    ['supervised', '挂牌督战村', 'supervised village'],
    ['poor', '贫困村', 'poor village'],
    ['ordinary', '非贫困村', 'ordinary village'],
  ],
);
fact('village', ['solar_revenue', '光伏收益'], YEARLY, 'year');
fact('household', ['registered', '建档立卡'], BOOL);
fact(
  'household',
  ['poverty_status', '脱贫状态', 'poverty status'],
  [
    ['not_exited', '未脱贫', 'not exited'],
    ['exited', '已脱贫'],
    ['relapsed', '返贫'],
  ],
);
fact('household', ['exit_year', '脱贫年度', 'year of exit'], YEAR);
fact('household', ['exit_date', '脱贫日期'], DATE);
fact('household', ['wage_income', '工资性收入'], YEARLY, 'year');
fact('household', ['income', '家庭总收入'], YEARLY, 'year');
fact('household', ['repair_costs', '实际修缮费用'], MONEY);
fact('household', ['medical_costs', '医疗自付费用'], MONEY);
fact('household', ['illness_risk', '因病风险'], BOOL);
fact('household', ['disaster_risk', '因灾风险'], BOOL);
fact('household', ['has_car', '拥有消费型汽车'], BOOL);
fact('household', ['note', '备注'], TEXT);
fact('member', ['age', '年龄'], TIME);
fact('member', ['birth_date', '出生日期'], DATE);
fact('member', ['severe_illness', '重病'], BOOL);
fact('member', ['wage', '月工资'], YEARLY, 'month');
fact(
  'member',
  ['disability_grade', '残疾等级'],
  [
    ['none', '无'],
    ['1', '一级', 'grade 1'],
    ['2', '二级', 'grade 2'],
  ],
);
fact(
  'member',
  ['labour', '劳动能力', 'ability to work'],
  [
    ['full', '普通劳动力', 'full worker'],
    ['weak', '弱劳动力或半劳动力', 'weak or half worker'],
    ['lost', '丧失劳动力', 'lost the ability'],
    ['none', '无劳动力', 'unable to work'],
  ],
);
fact('holding', ['area', '面积'], AREA);
fact('holding', ['cattle', '存栏'], CATTLE);
definition('household', ['size', '家庭人口'], PERSONS);
definition('household', ['income_per_head', '人均纯收入', 'net income per head'], PER_HEAD, 'year');
definition('household', ['workers', '劳动力人数'], PERSONS);
definition('member', ['earner', '有收入成员'], BOOL);
parameter(['warning_line', '警戒线', 'warning line'], PER_HEAD, 'year');
parameter(['poverty_line', '贫困线'], PER_HEAD, 'year');
parameter(['dibao_standard', '低保标准'], PER_HEAD, 'month');
parameter(['share', '补助比例'], RATIO);
parameter(['grant', '补助标准'], MONEY, null, ['village.village_type', '#card']);
for (const names of [
  ['red', '红卡', 'red card'],
  ['yellow', '黄卡', 'yellow card'],
  ['green', '绿卡', 'green card'],
] as const)
  declare(names, { kind: 'card', id: names[0] }, `card ${names[0]}`);
declare(
  ['industry-funds', '产业资金', 'industry funds'],
  { kind: 'benefit', id: 'industry-funds' },
  'benefit industry-funds',
);

declare(
  ['posts', '岗位名额', 'posts quota'],
  { kind: 'quota', id: 'posts', entity: 'member' },
  'quota posts',
);

/** Another policy, which decides on households. */
const cardsOfOther: readonly Names[] = [
  ['poor', '贫困户', 'poor household'],
  ['ordinary', '一般户'],
];
for (const names of cardsOfOther)
  declare(
    names,
    { kind: 'value', of: usedCards('registration'), id: names[0] },
    `value ${usedCards('registration')} ${names[0]}`,
  );
const members = new Map<string, UsedMember>();
for (const [names, member] of [
  [['relief', '临时救助'], { kind: 'benefit', id: 'relief', period: 'month' }],
  [['yearly', '年度补贴'], { kind: 'benefit', id: 'yearly', period: 'year' }],
  [['gift', '慰问金'], { kind: 'benefit', id: 'gift', period: 'once' }],
  [['size-control', '规模控制'], { kind: 'quota', id: 'size-control', entity: 'household' }],
] as const) {
  for (const name of names) members.set(name, member);
  words.set(`result registration ${names[0]}`, { zh: names[1], en: names[0] });
}
declare(
  ['registration', '登记'],
  {
    kind: 'use',
    id: 'registration',
    label: { zh: '登记' },
    entity: 'household',
    members,
  },
  'use registration',
);

/** Words and names that stand behind a dot. */
const behindDots = [...members.keys(), '金额', 'amount', '实得', 'served'];
export const lexicon: Lexicon = makeLexicon(
  [...referents.keys(), ...behindDots],
  [{ id: 'cattle', names: ['头', 'head'] }],
);
words.set('result own posts', { zh: '岗位名额', en: 'posts quota' });
words.set('result own industry-funds', { zh: '产业资金', en: 'industry funds' });
export const names: readonly string[] = [...referents.keys()];

export const household: Scope = {
  entity: 'household',
  entities: {
    county: { within: null, label: { zh: '县', en: 'county' } },
    village: { within: 'county', label: { zh: '村', en: 'village' } },
    household: { within: 'village', label: { zh: '户', en: 'household' } },
    member: { within: 'household', label: { zh: '成员', en: 'member' } },
    holding: { within: 'household', label: { zh: '产业项目', en: 'holding' } },
  },
  referents,
  permits: { card: true, benefits: true, totals: false },
  units: lexicon.units,
  classified: 'household',
};
/** Where quotas and funds are ranked. */
export const ranking: Scope = {
  ...household,
  permits: { card: true, benefits: false, totals: false, served: true },
};
export const member: Scope = { ...household, entity: 'member' };
export const village: Scope = {
  ...household,
  entity: 'village',
  permits: { card: false, benefits: false, totals: false },
};
export const overall: Scope = {
  ...household,
  entity: null,
  permits: { card: false, benefits: false, totals: true, served: true },
};

export interface Read extends CheckResult {
  readonly tree: Tree | null;
  /** Codes of errors, warnings and notes, in order. */
  readonly codes: readonly string[];
}

/** Parses and checks a text. */
export function read(text: string, scope: Scope = household, expected?: Expected, own = lexicon): Read {
  const { tree, diagnostics } = parseExpression(excerpt('policy.yaml', text), own);
  const result: CheckResult = tree
    ? checkExpression(tree, scope, expected)
    : { expr: null, diagnostics: [], period: null, beneficiary: null };
  const all: Diagnostic[] = [...diagnostics, ...result.diagnostics];
  return { ...result, tree, diagnostics: all, codes: all.map(one => one.code) };
}

export function keyOf(named: Named): string {
  if (named.kind === 'fact' || named.kind === 'definition')
    return `${named.kind} ${named.entity}.${named.id}`;
  if (named.kind === 'given') return named.text;
  if (named.kind === 'result') return `result ${named.use ?? 'own'} ${named.id}`;
  return named.kind === 'value' ? `value ${named.of} ${named.id}` : `${named.kind} ${named.id}`;
}

function wordFor(named: Named, lang: Lang): string {
  if (named.kind === 'given') return named.text;
  if (named.kind === 'entity' && lang === 'en' && !named.plural) return named.id;
  return words.get(keyOf(named))?.[lang] ?? keyOf(named);
}

export function print(expr: Expr, lang: Lang): string {
  return printExpression(expr, lang, named => wordFor(named, lang), lexicon.units);
}

/** Without places, so that two expressions compare. */
export function bare<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (key === 'span' ? undefined : inner)) ?? 'null',
  ) as T;
}

/** What `text` means, printed in a language; its errors where it means nothing. */
export function meaning(text: string, lang: Lang, scope?: Scope, expected?: Expected): string {
  const { expr, codes } = read(text, scope, expected);
  return expr ? print(expr, lang) : `✗ ${codes.join(' ')}`;
}
