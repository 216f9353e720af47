import type { Lang, Words } from '../language/label.ts';
import { foldLines, padEnd } from '../report/table.ts';
import { width } from '../report/width.ts';
import { type Command, optionsOf } from './command.ts';
import { commands } from './commands.ts';
import { commonOptions, type OptionTable } from './options.ts';

const words = {
  title: {
    zh: '明白：把帮扶政策写成规则，看它对每一户意味着什么，并说明每个结果的理由。',
    en: 'Mingbai: county policy as code. Write a scheme as rules, see what it does to households, explain every decision.',
  },
  usage: { zh: '用法', en: 'Usage' },
  command: { zh: '命令', en: 'COMMAND' },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
  common: { zh: '通用选项', en: 'Common options' },
  examples: { zh: '例子', en: 'Examples' },
  more: {
    zh: '“npx mingbai 命令 --help”说明每个命令。不写命令时在终端里打开模拟器，别处运行 demo。',
    en: '"npx mingbai COMMAND --help" says more about each. Without a command the simulator opens, or demo runs where there is no terminal.',
  },
  exit: {
    zh: '退出码：0 完成；1 输入有错；2 用法不对。',
    en: 'Exit codes: 0 done; 1 the input was found wrong; 2 wrong usage.',
  },
} as const satisfies Record<string, Words>;

const colon = (lang: Lang) => (lang === 'zh' ? '：' : ': ');

/** Of a terminal as narrow as they come. */
const COLUMNS = 80;

const prose = (text: string) => foldLines(text, COLUMNS);

/** Two columns, the first as wide as its widest entry; the second goes on below itself. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const wide = Math.max(0, ...rows.map(([left]) => width(left)));
  return rows.flatMap(([left, right]) =>
    foldLines(right, COLUMNS - wide - 4).map((line, index) =>
      `  ${padEnd(index === 0 ? left : '', wide)}  ${line}`.trimEnd(),
    ),
  );
}

function optionRows(table: OptionTable, lang: Lang): [string, string][] {
  return Object.entries(table).map(([name, { value, short, about }]) => [
    `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value[lang]}` : ''}`,
    about[lang],
  ]);
}

export function helpText(lang: Lang): string {
  return [
    ...prose(words.title[lang]),
    '',
    `${words.usage[lang]}${colon(lang)}npx mingbai ${words.command[lang]} …`,
    '',
    `${words.commands[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...columns(Object.entries(commands).map(([name, { about }]) => [name, about[lang]])),
    '',
    `${words.common[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...columns(optionRows(commonOptions, lang)),
    '',
    ...prose(words.more[lang]),
    ...prose(words.exit[lang]),
    '',
  ].join('\n');
}

export function commandHelp(name: string, command: Command, lang: Lang): string {
  return [
    ...prose(`${name}${colon(lang)}${command.about[lang]}`),
    '',
    `${words.usage[lang]}${colon(lang)}npx mingbai ${name} ${command.synopsis[lang]}`.trimEnd(),
    ...(command.details ? ['', ...prose(command.details[lang])] : []),
    '',
    `${words.options[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...columns(optionRows(optionsOf(command), lang)),
    '',
    `${words.examples[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...command.examples.flatMap(({ line, about }) => [`  # ${about[lang]}`, `  npx ${line}`]),
    '',
  ].join('\n');
}
