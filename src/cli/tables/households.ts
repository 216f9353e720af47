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

const form: Command = {
  synopsis: {
    zh: '政策 --household 文件 | --population 目录 --card 卡',
    en: 'POLICY --household FILE | --population DIR --card CARD',
  },
  about: {
    zh: '为一户或许多户填好审批表：文本，或可以打印的网页',
    en: 'the approval form of one household or many, filled: text, or a page to print',
  },
  details: {
    zh: '没有写“审批表”的政策，用它的词汇列出一张通用表。不掌握的留空并标“待核实”；各级意见、签字、盖章留空。网页默认中英文并列：纸面离开了电脑，不知道谁来读；--lang zh 或 en 只印一种。',
    en: 'A policy that writes no form gets a general one made of its vocabulary. What is not known stays empty and is marked; opinions, signatures and seals are left empty. A page has both languages by default, since nobody knows who will read the paper; --lang zh or en prints one.',
  },
  options: {
    household: {
      value: { zh: '文件', en: 'FILE' },
      about: { zh: '住户文件（- 为标准输入）', en: 'the household (- for standard input)' },
    },
    population: populationOption,
    ...badRowsOptions,
    id: { value: { zh: '户编号', en: 'HOUSEHOLD' }, about: { zh: '数据中的哪一户', en: 'which household' } },
    card: {
      value: { zh: '卡', en: 'CARD' },
      about: { zh: '数据中评为这种卡的各户', en: 'every household that gets this card' },
    },
    all: { about: { zh: '数据中在适用范围内的各户', en: 'every household that is judged' } },
    out: {
      value: { zh: '文件', en: 'FILE' },
      short: 'o',
      about: {
        zh: '写入文件（默认写到标准输出）；.html、.json 定格式',
        en: 'write to a file (default: standard output); .html and .json say the format',
      },
    },
    copies: {
      value: { zh: '份数', en: 'N' },
      about: { zh: '网页中每户印几份（默认 1）', en: 'copies of each form on the page (default 1)' },
    },
    format: formatOption('text', 'html', 'json'),
    lang: {
      value: { zh: 'zh|en|both', en: 'zh|en|both' },
      choices: ['zh', 'en', 'both'],
      about: {
        zh: '表上的语言（文本随系统，网页默认 both）',
        en: 'language of the form (text: the locale; a page: both)',
      },
    },
    ...ruleOptions,
  },
  takes: { least: 1, most: 1, name: policyName },
  examples: [
    {
      line: 'mingbai form policies/county-four-cards --household examples/households/li-at-the-line.yaml',
      about: { zh: '一户的审批表', en: 'the form of one household' },
    },
    {
      line: 'mingbai form policies/county-four-cards --population examples/small-county --card yellow --copies 2 --format html',
      about: {
        zh: '黄卡各户的审批表，一式两份，存成文件打印（> 黄卡.html）',
        en: 'the forms of all yellow households, twice each; to print: > yellow.html',
      },
    },
  ],
  load: () => import('../commands/form.ts'),
};

/** Commands about one household. */
export const householdCommands = { explain, form } as const satisfies Record<string, Command>;
