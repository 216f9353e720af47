import { type Command, policyName, ruleOptions } from '../command.ts';
import { badRowsOptions, formatOption, populationOption } from '../options.ts';

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
  load: () => import('../commands/explain.ts'),
};

/** Commands about one household. */
export const householdCommands = { explain } as const satisfies Record<string, Command>;
