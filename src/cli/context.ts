import type { Diagnostic } from '../language/diagnostic.ts';
import type { Lang } from '../language/label.ts';
import { diagnosticText } from '../report/diagnostics.ts';
import { colours, noPaint, type Paint } from '../report/paint.ts';
import type { Sources } from '../report/place.ts';
import { type Arguments, hasOption, optionValue } from './arguments.ts';
import { catalog } from './catalog.ts';
import type { Io } from './io.ts';

/** What a command works with. */
export interface Context {
  readonly io: Io;
  readonly lang: Lang;
  readonly given: Arguments;
  /** The first of the command's formats where none is asked for. */
  readonly format: string;
  /** Colours of standard output. */
  readonly paint: Paint;
  /** Colours of standard error. */
  readonly errPaint: Paint;
}

export function makeContext(io: Io, lang: Lang, given: Arguments, formats: readonly string[]): Context {
  const wanted = !hasOption(given, 'no-color') && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
  return {
    io,
    lang,
    given,
    format: optionValue(given, 'format') ?? formats[0] ?? 'text',
    paint: wanted && io.terminal.out ? colours : noPaint,
    errPaint: wanted && io.terminal.err ? colours : noPaint,
  };
}

/** Shows diagnostics to the person at the terminal: on standard error. */
export function tell(context: Context, diagnostics: readonly Diagnostic[], sources: Sources): void {
  const { io, lang, errPaint } = context;
  for (const diagnostic of diagnostics)
    io.err(
      diagnosticText(diagnostic, {
        lang,
        paint: errPaint,
        catalog,
        sources,
        cwd: io.cwd,
        columns: io.terminal.columns,
      }),
    );
}

/** A result for programs, as one JSON document. */
export async function outJson(context: Context, data: unknown): Promise<void> {
  await context.io.out(`${plainJson(JSON.stringify(data, null, 2))}\n`);
}

/** Marks that hide or turn text, which JSON lets through, as escapes: a person may look at it too. */
export function plainJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export async function outLines(context: Context, lines: readonly string[]): Promise<void> {
  await context.io.out(lines.map(line => `${line}\n`).join(''));
}
