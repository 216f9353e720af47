import type { Words } from '../language/label.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './io.ts';
import {
  badRowsOptions,
  engineOption,
  formatOption,
  type OptionTable,
  onOption,
  populationOption,
  setOption,
  showOption,
} from './options.ts';

export interface Command {
  /** What follows the name; the options stand below it. */
  readonly synopsis: Words;
  readonly about: Words;
  readonly details?: Words;
  readonly options: OptionTable;
  /** How many arguments it takes besides options, and what one is called. */
  readonly takes: { readonly least: number; readonly most: number; readonly name: Words };
  /** Each one runs as it stands in a clone of the project. */
  readonly examples: readonly { readonly line: string; readonly about: Words }[];
  readonly load: () => Promise<{ readonly run: (context: Context) => Promise<ExitCode> }>;
}

const policyName: Words = { zh: '政策', en: 'POLICY' };
const ruleOptions = { set: setOption, on: onOption };
const runOptions = {
  population: populationOption,
  ...ruleOptions,
  engine: engineOption,
  ...badRowsOptions,
};

const check: Command = {
  synopsis: { zh: '文件…', en: 'FILE…' },
  about: {
    zh: '检查政策、词汇、案例、情景文件，列出全部错误和提醒',
    en: 'every error and warning of policies, vocabularies, cases, scenarios',
  },
  details: {
    zh: '文件可以是目录：检查其中的全部 *.yaml。有错误时退出码为 1。',
    en: 'A FILE may be a folder: every *.yaml below it is checked. The exit code is 1 where there are errors.',
  },
  options: { format: formatOption('text', 'json'), ...ruleOptions },
  takes: { least: 1, most: Number.POSITIVE_INFINITY, name: { zh: '文件', en: 'FILE' } },
  examples: [
    {
      line: 'mingbai check policies/county-four-cards',
      about: { zh: '一个政策，连同它的案例和修改稿', en: 'one policy with its cases and drafts' },
    },
    {
      line: 'mingbai check policies examples --lang en',
      about: { zh: '全部文件，用英文显示', en: 'everything, in English' },
    },
  ],
  load: () => import('./commands/check.ts'),
};

const test: Command = {
  synopsis: { zh: '目录…', en: 'DIR…' },
  about: {
    zh: '运行案例文件 cases.yaml，解释没有通过的，并列出规则覆盖',
    en: 'runs cases.yaml files, explains failures, then rule coverage',
  },
  options: { format: formatOption('text', 'json'), ...ruleOptions },
  takes: { least: 1, most: Number.POSITIVE_INFINITY, name: { zh: '目录', en: 'DIR' } },
  examples: [
    {
      line: 'mingbai test policies/county-four-cards',
      about: { zh: '一个政策的案例', en: 'the cases of one policy' },
    },
    { line: 'mingbai test policies', about: { zh: '全部政策的案例', en: 'the cases of all policies' } },
  ],
  load: () => import('./commands/test.ts'),
};

const explain: Command = {
  synopsis: { zh: '政策 --household 文件', en: 'POLICY --household FILE' },
  about: { zh: '一户评为什么卡、得到什么、为什么', en: 'one household: the answer and its reasons' },
  details: {
    zh: '住户可以写在一个 JSON 或 YAML 文件里，也可以从住户数据中取：--population 目录 --id 户编号。',
    en: 'The household stands in a JSON or YAML file, or is taken from a population: --population DIR --id HOUSEHOLD.',
  },
  options: {
    household: {
      value: { zh: '文件', en: 'FILE' },
      about: { zh: '住户文件（- 为标准输入）', en: 'the household (- for standard input)' },
    },
    population: populationOption,
    ...badRowsOptions,
    id: { value: { zh: '户编号', en: 'HOUSEHOLD' }, about: { zh: '数据中的哪一户', en: 'which household' } },
    format: formatOption('text', 'json'),
    ...ruleOptions,
  },
  takes: { least: 1, most: 1, name: policyName },
  examples: [
    {
      line: 'mingbai explain policies/county-four-cards --household examples/households/elderly-couple.yaml',
      about: { zh: '一户的答案和理由', en: 'the answer for one household, with its reasons' },
    },
    {
      line: 'mingbai explain policies/county-four-cards --population examples/small-county --id h001 --format json',
      about: { zh: '数据中的一户，供程序读取', en: 'one household of a population, for programs' },
    },
  ],
  load: () => import('./commands/explain.ts'),
};

const classify: Command = {
  synopsis: { zh: '政策 --population 目录', en: 'POLICY --population DIR' },
  about: {
    zh: '每户一行：卡、帮扶金额、简短理由',
    en: 'one row per household: card, benefits, reason in short',
  },
  options: {
    ...runOptions,
    out: {
      value: { zh: '文件.csv', en: 'FILE.csv' },
      short: 'o',
      about: { zh: '写入文件（默认写到标准输出）', en: 'write to a file (default: standard output)' },
    },
    labels: {
      about: {
        zh: 'CSV 的表头和内容用名称，供人阅读（默认用编号，供程序读取）',
        en: 'heads and contents of the CSV by name, for people (default: ids, for programs)',
      },
    },
    format: formatOption('csv', 'json'),
  },
  takes: { least: 1, most: 1, name: policyName },
  examples: [
    {
      line: 'mingbai classify policies/county-four-cards --population examples/small-county',
      about: { zh: '各户的卡，作为 CSV', en: 'the card of every household, as CSV' },
    },
  ],
  load: () => import('./commands/classify.ts'),
};

const simulate: Command = {
  synopsis: { zh: '政策 --population 目录 | 情景', en: 'POLICY --population DIR | SCENARIO' },
  about: { zh: '一个政策的户数、人数和资金合计', en: 'totals of one scheme: households, people, money' },
  options: { ...runOptions, show: showOption, format: formatOption('text', 'json') },
  takes: { least: 1, most: 1, name: { zh: '政策或情景', en: 'POLICY or SCENARIO' } },
  examples: [
    {
      line: 'mingbai simulate policies/county-four-cards --population examples/small-county',
      about: { zh: '四卡方案的户数和资金', en: 'what the four-card scheme comes to' },
    },
    {
      line: 'mingbai simulate policies/county-four-cards --population examples/small-county --set 警戒线=6000元/人年',
      about: { zh: '把警戒线改为 6000 元', en: 'with the warning line at 6000 yuan' },
    },
  ],
  load: () => import('./commands/simulate.ts'),
};

const compare: Command = {
  synopsis: { zh: '政策甲 政策乙… --population 目录 | 情景', en: 'A B… --population DIR | SCENARIO' },
  about: {
    zh: '用同样的住户比较几个政策或修改稿',
    en: 'schemes or drafts side by side on the same households',
  },
  details: {
    zh: '后面的各个政策都与第一个比较。--set 对所有政策生效。',
    en: 'The first policy is the one that the others are compared with. --set acts on all of them.',
  },
  options: { ...runOptions, show: showOption, format: formatOption('text', 'json') },
  takes: { least: 1, most: 9, name: { zh: '政策或情景', en: 'POLICY or SCENARIO' } },
  examples: [
    {
      line: 'mingbai compare policies/county-four-cards policies/county-four-cards/drafts/line-6000 --population examples/small-county',
      about: { zh: '征求意见稿与修改稿', en: 'the consultation draft and its amendment' },
    },
  ],
  load: () => import('./commands/compare.ts'),
};

const generate: Command = {
  synopsis: {
    zh: '[规格] --households 户数 --seed 种子 --out 目录',
    en: '[SPEC] --households N --seed S --out DIR',
  },
  about: {
    zh: '按公开数据生成一个模拟县，并列出与目标的差距',
    en: 'a synthetic population after published figures, with a table of how near it comes',
  },
  details: {
    zh: '规格默认为 policies/populations/rural-county.yaml。同样的种子生成同样的数据。',
    en: 'The default SPEC is policies/populations/rural-county.yaml. The same seed gives the same bytes.',
  },
  options: {
    households: {
      value: { zh: '户数', en: 'N' },
      about: { zh: '生成多少户（默认 10000）', en: 'how many households (default 10000)' },
    },
    seed: {
      value: { zh: '种子', en: 'S' },
      about: { zh: '随机种子（默认 1）', en: 'random seed (default 1)' },
    },
    out: {
      value: { zh: '目录', en: 'DIR' },
      short: 'o',
      about: { zh: '写到哪个目录', en: 'folder to write to' },
    },
    format: formatOption('text', 'json'),
  },
  takes: { least: 0, most: 1, name: { zh: '规格', en: 'SPEC' } },
  examples: [
    {
      line: 'mingbai generate --households 500 --seed 7 --out .mingbai/try',
      about: { zh: '一个五百户的小县', en: 'a small county of five hundred households' },
    },
  ],
  load: () => import('./commands/generate.ts'),
};

const demo: Command = {
  synopsis: { zh: '', en: '' },
  about: {
    zh: '在六万户的模拟县上比较四卡方案和它的修改稿',
    en: 'compares the four-card draft with its amendment on a generated county of 60,000 households',
  },
  options: {},
  takes: { least: 0, most: 0, name: policyName },
  examples: [{ line: 'mingbai demo', about: { zh: 'npm start 运行的就是它', en: 'what npm start runs' } }],
  load: () => import('./commands/demo.ts'),
};

export const commands = {
  check,
  test,
  explain,
  classify,
  simulate,
  compare,
  generate,
  demo,
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;
