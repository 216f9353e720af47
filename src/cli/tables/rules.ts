import { type Command, ruleOptions } from '../command.ts';
import { formatOption } from '../options.ts';

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

/** Commands about what is written. */
export const ruleCommands = { check, test } as const satisfies Record<string, Command>;
