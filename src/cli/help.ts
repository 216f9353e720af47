import type { Lang, Words } from '../language/label.ts';
import { padEnd } from '../report/table.ts';
import { width } from '../report/width.ts';
import { type Command, commands } from './commands.ts';
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
    zh: '“mingbai 命令 --help”说明每个命令。不写命令时运行 demo。',
    en: '"mingbai COMMAND --help" says more about each. Without a command, demo runs.',
  },
  exit: {
    zh: '退出码：0 完成；1 输入有错；2 用法不对。',
    en: 'Exit codes: 0 done; 1 the input was found wrong; 2 wrong usage.',
  },
} as const satisfies Record<string, Words>;

const colon = (lang: Lang) => (lang === 'zh' ? '：' : ': ');

/** Two columns, the first as wide as its widest entry. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const wide = Math.max(0, ...rows.map(([left]) => width(left)));
  return rows.map(([left, right]) => `  ${padEnd(left, wide)}  ${right}`.trimEnd());
}

function optionRows(table: OptionTable, lang: Lang): [string, string][] {
  return Object.entries(table).map(([name, { value, short, about }]) => [
    `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value[lang]}` : ''}`,
    about[lang],
  ]);
}

export function helpText(lang: Lang): string {
  return [
    words.title[lang],
    '',
    `${words.usage[lang]}${colon(lang)}mingbai ${words.command[lang]} …`,
    '',
    `${words.commands[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...columns(Object.entries(commands).map(([name, { about }]) => [name, about[lang]])),
    '',
    `${words.common[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...columns(optionRows(commonOptions, lang)),
    '',
    words.more[lang],
    words.exit[lang],
    '',
  ].join('\n');
}

export function commandHelp(name: string, command: Command, lang: Lang): string {
  return [
    `mingbai ${name}${colon(lang)}${command.about[lang]}`,
    '',
    `${words.usage[lang]}${colon(lang)}mingbai ${name} ${command.synopsis[lang]}`.trimEnd(),
    ...(command.details ? ['', command.details[lang]] : []),
    '',
    `${words.options[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...columns(optionRows({ ...command.options, ...commonOptions }, lang)),
    '',
    `${words.examples[lang]}${lang === 'zh' ? '：' : ':'}`,
    ...command.examples.flatMap(({ line, about }) => [`  # ${about[lang]}`, `  ${line}`]),
    '',
  ].join('\n');
}
