import { type Command, policyName } from '../command.ts';
import { formatOption } from '../options.ts';

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
  load: () => import('../commands/generate.ts'),
};

const demo: Command = {
  synopsis: { zh: '', en: '' },
  about: {
    zh: '在六万户的模拟县上比较四卡方案和它的修改稿',
    en: 'compares the four-card draft with its amendment on a generated county of 60,000 households',
  },
  details: {
    zh: '在终端里打开模拟器；不在终端里运行，或有 --text 时，以文字输出。',
    en: 'On a terminal it opens in the simulator; elsewhere, or with --text, it is written as text.',
  },
  options: {
    text: { about: { zh: '在终端里也以文字输出', en: 'write text on a terminal too' } },
  },
  takes: { least: 0, most: 0, name: policyName },
  examples: [{ line: 'mingbai demo', about: { zh: 'npm start 运行的就是它', en: 'what npm start runs' } }],
  load: () => import('../commands/demo.ts'),
};

/** Commands that make populations. */
export const populationCommands = { generate, demo } as const satisfies Record<string, Command>;
