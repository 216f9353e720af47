import { type Command, policyName, runOptions } from '../command.ts';
import { formatOption, onOption, populationOption, referenceOptions, showOption } from '../options.ts';

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
  load: () => import('../commands/classify.ts'),
};

const simulate: Command = {
  synopsis: { zh: '政策 --population 目录 | 情景', en: 'POLICY --population DIR | SCENARIO' },
  about: { zh: '一个政策的户数、人数和资金合计', en: 'totals of one scheme: households, people, money' },
  options: { ...runOptions, ...referenceOptions, show: showOption, format: formatOption('text', 'json') },
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
  load: () => import('../commands/simulate.ts'),
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
  options: { ...runOptions, ...referenceOptions, show: showOption, format: formatOption('text', 'json') },
  takes: { least: 1, most: 9, name: { zh: '政策或情景', en: 'POLICY or SCENARIO' } },
  examples: [
    {
      line: 'mingbai compare policies/county-four-cards policies/county-four-cards/drafts/line-6000 --population examples/small-county',
      about: { zh: '征求意见稿与修改稿', en: 'the consultation draft and its amendment' },
    },
  ],
  load: () => import('../commands/compare.ts'),
};

const sim: Command = {
  synopsis: {
    zh: '[政策…] [--population 目录 | --households 户数]',
    en: '[POLICY…] [--population DIR | --households N]',
  },
  about: {
    zh: '在终端里比较政策、改参数、看每一户：模拟器',
    en: 'the simulator: compare, change parameters and look at households on the screen',
  },
  details: {
    zh: '第一个政策是甲，第二个是乙；没有写的在开始时选。按“?”看按键。不在终端里运行时，比较的结果以文字输出。',
    en: 'The first policy is A, the second B; what is not given is chosen at the start. Press ? for the keys. Without a terminal the comparison comes as text.',
  },
  options: {
    population: populationOption,
    households: {
      value: { zh: '户数', en: 'N' },
      about: {
        zh: '用这么多户的模拟县（默认 10000）',
        en: 'a generated county of so many households (default 10000)',
      },
    },
    seed: {
      value: { zh: '种子', en: 'S' },
      about: { zh: '模拟县的随机种子（默认 1）', en: 'random seed of the generated county (default 1)' },
    },
    on: onOption,
  },
  takes: { least: 0, most: 9, name: policyName },
  examples: [
    {
      line: 'mingbai sim policies/county-four-cards policies/county-four-cards/drafts/line-6000 --population examples/small-county',
      about: { zh: '征求意见稿与修改稿', en: 'the consultation draft and its amendment' },
    },
  ],
  load: () => import('../commands/sim.ts'),
};

/** Commands that run policies over a population. */
export const resultCommands = { classify, simulate, compare, sim } as const satisfies Record<string, Command>;
