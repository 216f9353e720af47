import { type Command, policyName, ruleOptions } from '../command.ts';
import { badRowsOptions, formatOption, onOption, populationOption } from '../options.ts';

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
  load: () => import('../commands/check.ts'),
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
  load: () => import('../commands/test.ts'),
};

const trace: Command = {
  synopsis: { zh: '政策…', en: 'POLICY…' },
  about: {
    zh: '条款、规则、案例对照表，列出没有规则的条款',
    en: 'the table of clauses, rules and cases, and the clauses that no rule carries',
  },
  details: {
    zh: '政策可以是目录：取其中除修改稿以外的全部政策，按各自的条款台账（clauses.yaml）对照。有条款没有规则，或规则写了台账没有的条款时，退出码为 1。',
    en: 'A POLICY may be a folder: all policies below it but drafts, each held against its ledger of clauses (clauses.yaml). The exit code is 1 where a clause has no rule or a rule names one that the ledger lacks.',
  },
  options: {
    format: formatOption('text', 'json', 'csv'),
    out: {
      value: { zh: '文件.csv', en: 'FILE.csv' },
      short: 'o',
      about: { zh: '把 CSV 写入文件，供表格软件打开', en: 'write the CSV to a file, for a spreadsheet' },
    },
    on: onOption,
  },
  takes: { least: 1, most: Number.POSITIVE_INFINITY, name: { zh: '政策', en: 'POLICY' } },
  examples: [
    { line: 'mingbai trace policies', about: { zh: '全部方案', en: 'all schemes' } },
    {
      line: 'mingbai trace policies/county-four-cards --format csv',
      about: { zh: '一个方案，供表格软件打开', en: 'one scheme, for a spreadsheet' },
    },
  ],
  load: () => import('../commands/trace.ts'),
};

const blanks: Command = {
  synopsis: { zh: '政策', en: 'POLICY' },
  about: {
    zh: '政策没有定的数：待定的参数和金额、没有定下来的区间',
    en: 'what a policy leaves open: parameters, amounts, ranges yet to be settled',
  },
  details: {
    zh: '也列出它使用的政策里的。--population 给出每一处影响多少户；--scenario 写一个情景文件，把县里要定的数一项一项列好，填上就能测算。',
    en: 'Those of the policies that it uses too. --population counts the households that each one touches; --scenario writes a scenario with a place for every figure, to be filled in and run.',
  },
  options: {
    population: populationOption,
    ...badRowsOptions,
    scenario: {
      value: { zh: '文件.yaml', en: 'FILE.yaml' },
      about: {
        zh: '写一个待填的情景文件（不覆盖已有的文件）',
        en: 'write a scenario to fill in (never over a file)',
      },
    },
    format: formatOption('text', 'json'),
    ...ruleOptions,
  },
  takes: { least: 1, most: 1, name: policyName },
  examples: [
    {
      line: 'mingbai blanks policies/county-four-cards',
      about: { zh: '方案里没有写明的数', en: 'the figures that the plan does not give' },
    },
    {
      line: 'mingbai blanks policies/county-four-cards --population examples/small-county --lang en',
      about: { zh: '各影响多少户，用英文显示', en: 'with the households that each one touches, in English' },
    },
  ],
  load: () => import('../commands/blanks.ts'),
};

/** Commands about what is written. */
export const ruleCommands = { check, test, trace, blanks } as const satisfies Record<string, Command>;
