/** How a structural key or a fixed word is written in each language; the first spelling of each is the usual one. */
export interface Spellings {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}
export type KeyTable = Readonly<Record<string, Spellings>>;

/** Spellings parted by ` | `, the usual one first. */
export function spell(zh: string, en: string): Spellings {
  return { zh: zh.split(' | '), en: en.split(' | ') };
}

/** Both spellings of the words of labels. */
export const labelKeys = { zh: spell('中文', 'zh'), en: spell('英文', 'en') } satisfies KeyTable;

const place = { place: spell('置于', 'place') };
/** What every rule may carry. */
export const ruleKeys = {
  id: spell('编号', 'id'),
  label: spell('标签', 'label'),
  cite: spell('出处', 'cite'),
  clause: spell('条款', 'clause'),
  note: spell('说明', 'note'),
  ...place,
} satisfies KeyTable;

/** Structures that may stand where a condition may. */
export const conditionKeys = {
  any_of: spell('任一项', 'any_of | any of'),
  all_of: spell('全部', 'all_of | all of'),
  none_of: spell('均不', 'none_of | none of'),
} satisfies KeyTable;

/** Structures that may stand where a value may: bands and tables. */
export const bandKeys = {
  by: spell('按', 'by'),
  whole: spell('整额', 'whole'),
  marginal: spell('分段', 'marginal'),
  base: spell('基数', 'base'),
  otherwise: spell('其余', 'otherwise'),
} satisfies KeyTable;
export const tableKey = { table: spell('表', 'table') } satisfies KeyTable;
export const tableKeys = { by: bandKeys.by, otherwise: bandKeys.otherwise } satisfies KeyTable;

/** Keys that mark a structure in the place of a value. */
export const structureKeyTable: KeyTable = { ...bandKeys, ...tableKey, ...conditionKeys };

export const policyKeys = {
  policy: spell('政策', 'policy'),
  id: ruleKeys.id,
  version: spell('版本', 'version'),
  extends: spell('扩展', 'extends'),
  sources: spell('依据', 'sources'),
  vocabulary: spell('词汇', 'vocabulary'),
  effective: spell('施行', 'effective'),
  notes: spell('说明', 'notes'),
  classify: spell('分类', 'classify'),
  uses: spell('使用', 'uses'),
  decision: spell('判定', 'decision'),
  applies_to: spell('适用', 'applies_to | applies to'),
  entities: spell('实体', 'entities'),
  units: spell('单位', 'units'),
  facts: spell('事实', 'facts'),
  parameters: spell('参数', 'parameters'),
  definitions: spell('定义', 'definitions'),
  scores: spell('评分', 'scores'),
  cards: spell('卡类', 'cards'),
  exclusions: spell('排除', 'exclusions'),
  benefits: spell('帮扶', 'benefits'),
  groups: spell('限额', 'groups'),
  funds: spell('资金', 'funds'),
  quotas: spell('名额', 'quotas'),
  roles: spell('角色', 'roles'),
  duties: spell('职责', 'duties'),
  procedure: spell('程序', 'procedure'),
  reviews: spell('复核', 'reviews'),
  samples: spell('抽查', 'samples'),
  transitions: spell('过渡', 'transitions'),
  form: spell('审批表', 'form'),
  assertions: spell('断言', 'assertions'),
  remove: spell('移除', 'remove'),
} satisfies KeyTable;

export const sourceKeys = {
  title: spell('标题', 'title'),
  version: policyKeys.version,
  date: spell('日期', 'date'),
} satisfies KeyTable;

export const parameterKeys = {
  ...ruleKeys,
  value: spell('值', 'value'),
  by: bandKeys.by,
  cells: spell('表', 'cells'),
  otherwise: bandKeys.otherwise,
  range: spell('范围', 'range'),
} satisfies KeyTable;

export const definitionKeys = {
  ...ruleKeys,
  of: spell('对象', 'of'),
  value: parameterKeys.value,
} satisfies KeyTable;

export const scoreKeys = {
  ...ruleKeys,
  of: definitionKeys.of,
  items: spell('项', 'items'),
} satisfies KeyTable;
export const scoreItemKeys = {
  when: spell('当', 'when'),
  points: spell('分', 'points'),
  note: ruleKeys.note,
} satisfies KeyTable;

const when = spell('当', 'when');
const except = spell('例外', 'except');

export const cardKeys = {
  ...ruleKeys,
  when,
  otherwise: bandKeys.otherwise,
  except,
  meaning: spell('含义', 'meaning'),
  colour: spell('颜色', 'colour | color'),
} satisfies KeyTable;

export const exceptionKeys = {
  when,
  except,
  label: ruleKeys.label,
  cite: ruleKeys.cite,
  clause: ruleKeys.clause,
  note: ruleKeys.note,
} satisfies KeyTable;

export const exclusionKeys = {
  ...ruleKeys,
  bars: spell('不得评为', 'bars'),
  when,
  except,
} satisfies KeyTable;

export const benefitKeys = {
  ...ruleKeys,
  for: spell('对象', 'for'),
  when,
  except,
  amount: spell('金额', 'amount'),
  per: spell('每', 'per'),
  periods: spell('期数', 'periods'),
  fund: spell('资金', 'fund'),
  kind: spell('方式', 'kind'),
  round: spell('取整', 'round'),
} satisfies KeyTable;

export const beneficiaryKeys = {
  each: spell('每', 'each'),
  cards: spell('卡', 'cards | card'),
  per_person: spell('人均', 'per_person | per person'),
} satisfies KeyTable;

export const roundKeys = { to: spell('到', 'to'), mode: spell('方式', 'mode') } satisfies KeyTable;

export const groupKeys = {
  ...ruleKeys,
  benefits: spell('项目', 'benefits'),
  over: spell('每', 'over'),
  counts: spell('计', 'counts'),
  cap: spell('封顶', 'cap'),
} satisfies KeyTable;

export const capKeys = {
  amount: benefitKeys.amount,
  per: benefitKeys.per,
  proportional: spell('按比例', 'proportional'),
} satisfies KeyTable;

export const assertionKeys = {
  ...ruleKeys,
  on: spell('对', 'on'),
  must: spell('须', 'must'),
} satisfies KeyTable;

export const placeKeys = {
  before: spell('之前', 'before'),
  after: spell('之后', 'after'),
} satisfies KeyTable;

export const vocabularyKeys = {
  vocabulary: policyKeys.vocabulary,
  id: ruleKeys.id,
  notes: policyKeys.notes,
  entities: policyKeys.entities,
  units: policyKeys.units,
  facts: policyKeys.facts,
  definitions: policyKeys.definitions,
} satisfies KeyTable;

export const entityKeys = {
  label: ruleKeys.label,
  plural: spell('复数', 'plural'),
  within: spell('属于', 'within'),
  key: spell('键', 'key'),
} satisfies KeyTable;
export const pluralKeys = { id: ruleKeys.id, ...labelKeys } satisfies KeyTable;

export const factKeys = {
  label: ruleKeys.label,
  type: spell('类型', 'type'),
  unit: spell('单位', 'unit'),
  decimals: spell('小数位', 'decimals'),
  values: spell('取值', 'values'),
  when,
  from: spell('来自', 'from'),
  least: spell('最小', 'least'),
  most: spell('最大', 'most'),
  collected: spell('采集', 'collected'),
  note: ruleKeys.note,
} satisfies KeyTable;

export const casesKeys = {
  policy: policyKeys.policy,
  notes: policyKeys.notes,
  on: spell('日期', 'on'),
  set: spell('设定', 'set'),
  base: spell('基础', 'base'),
  cases: spell('案例', 'cases'),
} satisfies KeyTable;
export const caseKeys = {
  name: spell('名称', 'name'),
  note: ruleKeys.note,
  clause: ruleKeys.clause,
  like: spell('同', 'like'),
  on: casesKeys.on,
  set: casesKeys.set,
  expect: spell('应', 'expect'),
} satisfies KeyTable;
export const expectKeys = {
  status: spell('状态', 'status'),
  card: spell('卡', 'card'),
  possible: spell('可能', 'possible'),
  barred: spell('排除', 'barred'),
  missing: spell('缺', 'missing'),
  open: spell('待定', 'open'),
  benefits: spell('帮扶', 'benefits'),
  values: spell('值', 'values'),
} satisfies KeyTable;

export const scenarioKeys = {
  scenario: spell('情景', 'scenario'),
  notes: policyKeys.notes,
  policies: spell('政策', 'policies'),
  population: spell('人口', 'population'),
  set: casesKeys.set,
  on: casesKeys.on,
  compare: spell('比较', 'compare'),
} satisfies KeyTable;
export const scenarioPopulationKeys = {
  spec: spell('规格', 'spec'),
  households: spell('户数', 'households'),
  seed: spell('种子', 'seed'),
} satisfies KeyTable;

/** A description of a synthetic population: its figures, each with where it comes from. */
export const populationKeys = {
  population: spell('样本人口', 'population'),
  id: ruleKeys.id,
  version: policyKeys.version,
  on: casesKeys.on,
  vocabulary: policyKeys.vocabulary,
  notes: policyKeys.notes,
  sources: spell('来源', 'sources'),
  figures: spell('数字', 'figures'),
} satisfies KeyTable;
export const populationSourceKeys = {
  title: sourceKeys.title,
  year: spell('年', 'year'),
} satisfies KeyTable;
export const figureKeys = {
  label: ruleKeys.label,
  value: parameterKeys.value,
  status: spell('可靠程度', 'status'),
  source: spell('来源', 'source'),
  year: populationSourceKeys.year,
  note: ruleKeys.note,
} satisfies KeyTable;

const lookups = new WeakMap<KeyTable, ReadonlyMap<string, string>>();

function lookupOf(table: KeyTable): ReadonlyMap<string, string> {
  const known = lookups.get(table);
  if (known !== undefined) return known;
  const lookup = new Map<string, string>();
  for (const [key, { zh, en }] of Object.entries(table))
    for (const spelling of [...zh, ...en]) if (!lookup.has(spelling)) lookup.set(spelling, key);
  lookups.set(table, lookup);
  return lookup;
}

/** The key that a spelling stands for, or null. */
export function canonicalKey(table: KeyTable, written: string): string | null {
  return lookupOf(table).get(written) ?? null;
}

/** Every spelling of every key, Chinese first. */
export function spellingsOf(table: KeyTable): string[] {
  return Object.values(table).flatMap(({ zh, en }) => [...zh, ...en]);
}

const countWords: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
/** `至少 2 项`, `at least 2`: as JSON Schema takes it. */
export const atLeastPattern =
  '^(至少 ?([0-9]{1,3}|[一二两三四五六七八九十]) ?项|at[ _]least[ _][0-9]{1,3}([ _]of)?)$';

/** How many conditions `至少 2 项` or `at least 2` asks for; null where the key says something else. */
export function atLeastCount(written: string): number | null {
  if (!new RegExp(atLeastPattern, 'u').test(written)) return null;
  const digits = /[0-9]+/.exec(written)?.[0];
  return digits === undefined ? (countWords[written.replace(/至少| |项/g, '')] ?? null) : Number(digits);
}
