/** Three little policies and a county of a million households, as the session would tell of them. */
import type {
  OutcomeInfo,
  ParameterInfo,
  PolicyInfo,
  PopulationChoice,
  PopulationInfo,
} from '../../../src/app/protocol.ts';
import { type InitialOptions, initialState } from '../../../src/app/state/initial.ts';
import type { State } from '../../../src/app/state/state.ts';

const words = (zh: string, en: string) => ({ zh, en });

const card = (id: string, zh: string, en: string): OutcomeInfo => ({
  key: `card:${id}`,
  kind: 'card',
  card: id,
  label: words(zh, en),
  colour: id,
  meaning: null,
});

const others = (['none', 'undetermined', 'out-of-scope', 'conflict'] as const).map(
  (kind): OutcomeInfo => ({
    key: kind,
    kind,
    card: null,
    label: words(kind, kind),
    colour: null,
    meaning: null,
  }),
);

export function parameter(id: string, fields: Partial<ParameterInfo>): ParameterInfo {
  const cell = fields.cell ?? null;
  return {
    parameter: id,
    cell,
    key: cell === null ? id : `${id}|${cell}`,
    label: words(`参数${id}`, `Parameter ${id}`),
    cellLabel: cell === null ? null : words(cell, cell),
    unit: words('', ''),
    cite: '',
    clause: [],
    note: words('', ''),
    kind: 'number',
    value: '1',
    least: null,
    most: null,
    step: '1',
    decimals: 0,
    choices: [],
    from: '0',
    to: '10',
    usedBy: [],
    origin: words('试点', 'pilot'),
    implicit: false,
    ...fields,
  };
}

const yuan = words('元/人年', 'yuan/person/year');
const yesNo = [
  { id: 'true', label: words('是', 'yes') },
  { id: 'false', label: words('否', 'no') },
];
const roads = ['paved', 'gravel', 'none'].map(id => ({ id, label: words(`路${id}`, id) }));

export const parametersOfPlan: readonly ParameterInfo[] = [
  parameter('line', {
    unit: yuan,
    value: '5000',
    step: '100',
    least: '0',
    most: '20000',
    from: '2000',
    to: '9000',
  }),
  parameter('ratio', {
    unit: words('倍', 'times'),
    value: ['1.2', '1.5'],
    step: '0.05',
    decimals: 2,
    least: '1',
  }),
  parameter('blank', { unit: words('户', 'households'), value: null, step: '1', from: '3', to: '30' }),
  parameter('share', { unit: words('%', '%'), value: '30', step: '1', least: '0', most: '100' }),
  parameter('share', {
    cell: 'poor',
    unit: words('%', '%'),
    value: '40',
    step: '1',
    least: '0',
    most: '100',
  }),
  parameter('strict', { kind: 'bool', value: 'true', choices: yesNo }),
  parameter('road', { kind: 'choice', value: 'gravel', choices: roads }),
  parameter('since', { kind: 'date', value: '2020-01-31' }),
  parameter('remark', { kind: 'text', value: '无' }),
];

function policy(id: string, cards: readonly OutcomeInfo[], parameters: readonly ParameterInfo[]): PolicyInfo {
  return {
    id,
    path: `/county/policies/${id}`,
    label: words(`政策${id}`, `Policy ${id}`),
    version: '1',
    on: '2020-01-01',
    notes: [],
    outcomes: [...cards, ...others],
    exclusions: [],
    benefits: [{ id: 'cash', label: words('现金', 'cash'), fund: 'county', kind: 'cash', pays: true }],
    funds: [{ id: 'county', label: words('县财政', 'county budget') }],
    duties: [],
    quotas: [],
    parameters,
    warnings: 0,
  };
}

const [red, yellow, blue] = [
  card('red', '红卡', 'red'),
  card('yellow', '黄卡', 'yellow'),
  card('blue', '蓝卡', 'blue'),
];

export const policies: readonly PolicyInfo[] = [
  policy('plan', [red, yellow], parametersOfPlan),
  policy('draft', [red, yellow, blue], parametersOfPlan),
  policy('other', [blue], parametersOfPlan.slice(0, 3)),
];

const area = (id: string, within: string | null) => ({ id, label: words(id, id), households: 10, within });

export const population: PopulationInfo = {
  households: 1_000_000,
  people: 3_600_000,
  source: 'examples/county',
  seed: 7,
  townships: [area('t1', null), area('t2', null)],
  villages: [area('v1', 't1'), area('v2', 't1'), area('v3', 't2')],
  facts: [],
};

export const folder: PopulationChoice = { kind: 'folder', path: 'examples/county' };

export const options: InitialOptions = {
  lang: 'zh',
  size: { columns: 80, rows: 24 },
  colour: true,
  policies: policies.map(({ path, label }, at) => ({
    path,
    label,
    about: words('', ''),
    base: at === 1 ? policies[0]!.path : null,
    recent: at === 2,
  })),
  populations: [
    { choice: folder, label: words('全县', 'county'), about: words('', ''), recent: true },
    {
      choice: { kind: 'generated', spec: 'spec.yaml', households: 1000, seed: 1 },
      label: words('生成', 'made'),
      about: words('', ''),
      recent: false,
    },
    {
      choice: { kind: 'folder', path: 'examples/village' },
      label: words('一村', 'a village'),
      about: words('', ''),
      recent: false,
    },
  ],
};

export const fresh = (fields: Partial<InitialOptions> = {}): State => initialState({ ...options, ...fields });
