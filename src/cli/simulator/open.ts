import type { Change, PopulationChoice } from '../../app/protocol.ts';
import type { Ending } from '../../app/start.tsx';
import { inert } from '../../report/inert.ts';
import { hasOption, usageError } from '../arguments.ts';
import { type Context, tell } from '../context.ts';
import type { ExitCode } from '../io.ts';
import { policyChoices, populationOptions } from './choices.ts';
import { readRecent, recentFile, remember } from './recent.ts';

export interface Opening {
  /** Absolute paths, the first one is A. */
  readonly policies: readonly string[];
  /** Null: to be chosen. */
  readonly population: PopulationChoice | null;
  readonly on: string | null;
}

const isPerson = ({ io }: Context): boolean => io.terminal.in && io.terminal.out;

/** Whether there is a terminal, and one on which more than lines can be written. */
export const canDraw = (context: Context): boolean => isPerson(context) && context.io.env['TERM'] !== 'dumb';

/** Says to whoever sits at a terminal that cannot be drawn on why there is but text. */
export function tellWhyText(context: Context): void {
  if (isPerson(context) && !canDraw(context))
    tell(context, [{ ...usageError('terminal-dumb', {}), severity: 'note' }], new Map());
}

/** Opens the simulator on the terminal and comes back when it is left. */
export async function openOnTerminal(context: Context, opening: Opening): Promise<ExitCode> {
  const { io, lang, given } = context;
  const file = recentFile(io.env);
  const recent = readRecent(file);
  // Nothing else pays for what draws the screens.
  const { openSimulator } = await import('../../app/start.tsx');
  const ending = await openSimulator({
    start: {
      lang,
      colour: !hasOption(given, 'no-color') && !io.env['NO_COLOR'],
      policies: policyChoices(opening.policies, recent, io.cwd),
      populations: populationOptions(opening.population, recent, io.cwd),
      chosen: opening.policies,
      population: opening.population,
      on: opening.on,
    },
    stdin: process.stdin,
    stdout: process.stdout,
    onLoaded: (policies, population) => remember(file, { policies, populations: [population] }),
    onSaved: path => remember(file, { policies: [path], populations: [] }),
  });
  return ended(context, ending);
}

async function ended({ io }: Context, { error, unsaved, written, state }: Ending): Promise<ExitCode> {
  const isZh = state.lang === 'zh';
  for (const path of new Set(written)) await io.out(`${isZh ? '已写入 ' : 'Written: '}${inert(path)}\n`);
  if (error === null) return 0;
  if (unsaved.length > 0) {
    io.err(`${isZh ? '没有存下的改动：' : 'Changes that were not saved:'}\n`);
    for (const change of unsaved) io.err(`  ${lineOf(change)}\n`);
  }
  // `runCli` tells what it was.
  throw error;
}

function lineOf({ parameter, cell, value }: Change): string {
  const text = value === null ? '?' : typeof value === 'string' ? value : value.join('–');
  return inert(`${parameter}${cell === null ? '' : `[${cell}]`} = ${text}`);
}
