import type { Lang } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { systemReason } from '../population/system-reason.ts';
import { type Arguments, hasOption, optionValue, readArguments, usageError } from './arguments.ts';
import { bareWords } from './bare.ts';
import { type Command, optionsOf } from './command.ts';
import { type CommandName, commands } from './commands.ts';
import { type Context, makeContext, tell } from './context.ts';
import { Fault } from './fault.ts';
import { commandHelp, helpText } from './help.ts';
import type { ExitCode, Io } from './io.ts';
import { langFrom } from './locale.ts';
import { commonOptions } from './options.ts';
import { isSystemError } from './system-errors.ts';
import { version } from './version.ts';

/** A fault of the program itself, as `sysexits.h` numbers it. */
const SOFTWARE = 70;

/** Runs one command line; `argv` begins with the command's name. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode | typeof SOFTWARE> {
  const lang = askedLang(argv) ?? langFrom(io.env);
  try {
    return await dispatch(argv, lang, io);
  } catch (error) {
    return failed(error, nameOf(argv, io), plainContext(argv, lang, io));
  }
}

async function dispatch(argv: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === '--version') {
    await io.out(`${version()}\n`);
    return 0;
  }
  if (first === 'help' && rest[0] && Object.hasOwn(commands, rest[0]))
    return showHelp(rest[0] as CommandName, lang, io);
  if (first === 'help' || first === '--help' || first === '-h') {
    await io.out(helpText(lang));
    return 0;
  }
  const name = nameOf(argv, io);
  if (!Object.hasOwn(commands, name)) {
    const known = Object.keys(commands);
    const params = { command: name, commands: bareWords(known) };
    tell(
      plainContext(argv, lang, io),
      [usageError('unknown-command', params, nearest(name, known))],
      new Map(),
    );
    return 2;
  }
  return runCommand(name as CommandName, name === first ? rest : argv, lang, io);
}

/** Options without a command belong to what a bare `mingbai` runs: the simulator, or the demo where nobody sits. */
function nameOf([first]: readonly string[], { terminal }: Io): string {
  if (first !== undefined && !first.startsWith('-')) return first;
  return terminal.in && terminal.out ? 'sim' : 'demo';
}

/** For what is told before, or in place of, a command. */
function plainContext(argv: readonly string[], lang: Lang, io: Io): Context {
  const values = new Map(argv.includes('--no-color') ? [['no-color', ['']]] : []);
  return makeContext(io, lang, { positionals: [], values }, []);
}

async function runCommand(name: CommandName, args: readonly string[], lang: Lang, io: Io): Promise<ExitCode> {
  const command: Command = commands[name];
  const read = readArguments(args, optionsOf(command));
  if (hasOption(read.arguments, 'help')) return showHelp(name, lang, io);
  const context = makeContext(io, lang, read.arguments, command.options['format']?.choices ?? []);
  const mistakes = [
    ...read.diagnostics,
    ...countMistakes(read.arguments, command),
    ...inputMistakes(read.arguments),
  ];
  if (mistakes.length > 0) throw new Fault(mistakes, 2);
  return (await command.load()).run(context);
}

/** Tells why a command ended early. */
function failed(error: unknown, name: string, context: Context): ExitCode | typeof SOFTWARE {
  if (error instanceof Fault) {
    tell(context, error.diagnostics, error.sources);
    if (error.exit === 2) {
      const told = context.lang === 'zh' ? '用法见：' : 'How to use it: ';
      context.io.err(`${told}npx mingbai ${name} --help\n`);
    }
    return error.exit;
  }
  if (isSystemError(error) && error.syscall === 'write') {
    const params = { path: { zh: '标准输出', en: 'standard output' }, reason: systemReason(error) };
    tell(context, [usageError('cannot-write', params)], new Map());
    return 1;
  }
  const reason = error instanceof Error ? error.message : String(error);
  tell(context, [usageError('program-fault', { reason })], new Map());
  if (error instanceof Error && error.stack) context.io.err(`${error.stack}\n`);
  return SOFTWARE;
}

function countMistakes({ positionals }: Arguments, { takes }: Command) {
  if (positionals.length < takes.least) return [usageError('argument-missing', { argument: takes.name })];
  const extra = positionals[takes.most];
  return extra === undefined ? [] : [usageError('argument-extra', { argument: extra })];
}

/** Standard input can be read once. */
function inputMistakes({ positionals, values }: Arguments) {
  const files = [...positionals, ...(values.get('household') ?? [])];
  return files.filter(file => file === '-').length > 1 ? [usageError('stdin-twice', {})] : [];
}

async function showHelp(name: CommandName, lang: Lang, io: Io): Promise<ExitCode> {
  await io.out(commandHelp(name, commands[name], lang));
  return 0;
}

/** `--lang` wherever it stands, so that mistakes in the rest are told in that language already. */
function askedLang(argv: readonly string[]): Lang | null {
  const { arguments: given } = readArguments(argv, { lang: commonOptions.lang });
  const lang = optionValue(given, 'lang');
  return lang === 'zh' || lang === 'en' ? lang : null;
}
