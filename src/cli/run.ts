import type { Lang } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { type Arguments, hasOption, optionValue, readArguments, usageError } from './arguments.ts';
import { bareWords } from './bare.ts';
import { type Command, type CommandName, commands } from './commands.ts';
import { makeContext, tell } from './context.ts';
import { Fault } from './fault.ts';
import { commandHelp, helpText } from './help.ts';
import type { ExitCode, Io } from './io.ts';
import { langFrom } from './locale.ts';
import { commonOptions } from './options.ts';
import { version } from './version.ts';

/** A fault of the program itself, as `sysexits.h` numbers it. */
const SOFTWARE = 70;

/** Runs one command line; `argv` begins with the command's name. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode | typeof SOFTWARE> {
  const lang = askedLang(argv) ?? langFrom(io.env);
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
  // Options without a command belong to the demo, which is what a bare `mingbai` runs.
  const name = first === undefined || first.startsWith('-') ? 'demo' : first;
  const context = makeContext(io, lang, { positionals: [], values: new Map() }, []);
  if (!Object.hasOwn(commands, name)) {
    const known = Object.keys(commands);
    tell(
      context,
      [usageError('unknown-command', { command: name, commands: bareWords(known) }, nearest(name, known))],
      new Map(),
    );
    return 2;
  }
  return runCommand(name as CommandName, name === first ? rest : argv, lang, io);
}

async function runCommand(name: CommandName, args: readonly string[], lang: Lang, io: Io) {
  const command: Command = commands[name];
  const read = readArguments(args, { ...command.options, ...commonOptions });
  if (hasOption(read.arguments, 'help')) return showHelp(name, lang, io);
  const context = makeContext(io, lang, read.arguments, command.options['format']?.choices ?? []);
  const mistakes = [...read.diagnostics, ...countMistakes(read.arguments, command)];
  if (mistakes.length > 0) {
    tell(context, mistakes, new Map());
    io.err(`mingbai ${name} --help\n`);
    return 2;
  }
  try {
    return await (await command.load()).run(context);
  } catch (error) {
    if (error instanceof Fault) {
      tell(context, error.diagnostics, error.sources);
      if (error.exit === 2) io.err(`mingbai ${name} --help\n`);
      return error.exit;
    }
    const reason = error instanceof Error ? error.message : String(error);
    tell(context, [usageError('program-fault', { reason })], new Map());
    if (error instanceof Error && error.stack) io.err(`${error.stack}\n`);
    return SOFTWARE;
  }
}

function countMistakes({ positionals }: Arguments, { takes }: Command) {
  if (positionals.length < takes.least) return [usageError('argument-missing', { argument: takes.name })];
  const extra = positionals[takes.most];
  return extra === undefined ? [] : [usageError('argument-extra', { argument: extra })];
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
