import { type Diagnostic, isError } from '../../language/diagnostic.ts';
import type { Lang, Words } from '../../language/label.ts';
import { diagnosticJson, diagnosticText, fileName } from '../../report/diagnostics.ts';
import { diagnosticKey, type Sources } from '../../report/place.ts';
import { usageError } from '../arguments.ts';
import { catalog } from '../catalog.ts';
import { checkFile, type Findings } from '../checks.ts';
import { type Context, outJson, outLines, tell } from '../context.ts';
import type { Input } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { ruleOptions } from '../rules.ts';
import { filesOf } from '../yaml-files.ts';

export async function run(context: Context): Promise<ExitCode> {
  const rules = ruleOptions(context);
  const inputs: Input[] = [];
  const empty: Diagnostic[] = [];
  for (const argument of context.given.positionals) {
    const found = await filesOf(context, argument, kind => kind !== 'household');
    inputs.push(...found);
    if (found.length === 0) empty.push(usageError('nothing-to-check', { path: argument }));
  }
  const results = toldOnce(
    distinct(inputs).map(input => ({ file: input.path, elsewhere: false, ...checkFile(input, rules) })),
  );
  if (context.format === 'json')
    await outJson(context, { files: results.map(result => fileJson(context, result)) });
  else await showText(context, results);
  tell(context, empty, new Map());
  return empty.length > 0 || results.some(({ diagnostics }) => diagnostics.some(isError)) ? 1 : 0;
}

type Result = Findings & {
  readonly file: string;
  /** Some of its mistakes are told with the file that they are in. */
  readonly elsewhere: boolean;
};

const distinct = (inputs: readonly Input[]) => [
  ...new Map(inputs.map(input => [input.path, input])).values(),
];

/** Mistakes of one file that are shown; programs get all. */
const SHOWN = 50;

/** A mistake of a vocabulary or of a base is told with the file it is in, not with every policy that uses it. */
function toldOnce(results: readonly Result[]): Result[] {
  const own = new Map(
    results.map(({ file, diagnostics }) => [file, new Set(diagnostics.map(diagnosticKey))]),
  );
  const told = new Set<string>();
  return results.map(result => {
    const diagnostics = result.diagnostics.filter(diagnostic => {
      const { span } = diagnostic;
      if (!span || span.file === result.file) return true;
      const key = diagnosticKey(diagnostic);
      if (own.get(span.file)?.has(key) || told.has(key)) return false;
      told.add(key);
      return true;
    });
    const elsewhere = result.diagnostics.some(one => isError(one) && !diagnostics.includes(one));
    return { ...result, diagnostics, elsewhere };
  });
}

function fileJson(
  { lang, io }: Context,
  { file, kind, diagnostics, sources }: Result,
): Record<string, unknown> {
  return {
    file: fileName(file, io.cwd),
    kind,
    errors: diagnostics.filter(isError).length,
    diagnostics: diagnostics.map(diagnostic =>
      diagnosticJson(diagnostic, { lang, catalog, sources, cwd: io.cwd }),
    ),
  };
}

async function showText(context: Context, results: readonly Result[]): Promise<void> {
  const { lang, paint, io } = context;
  const lines: string[] = [];
  for (const { file, diagnostics, sources, elsewhere } of results) {
    const name = fileName(file, io.cwd);
    if (diagnostics.length === 0 && !elsewhere) lines.push(`${paint.good('✓')} ${name}`);
    else if (diagnostics.length === 0) lines.push(`${paint.warning('!')} ${name}${seeElsewhere[lang]}`);
    lines.push(...diagnostics.slice(0, SHOWN).map(one => show(context, one, sources)));
    const count = diagnostics.length - SHOWN;
    if (count > 0)
      lines.push(show(context, { code: 'more-diagnostics', severity: 'note', params: { count } }, sources));
  }
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  lines.push(totalLine(results.length, all, lang));
  await outLines(context, lines);
}

function show({ lang, paint, io }: Context, diagnostic: Diagnostic, sources: Sources): string {
  return diagnosticText(diagnostic, {
    lang,
    paint,
    catalog,
    sources,
    cwd: io.cwd,
    columns: io.terminal.columns,
  });
}

const seeElsewhere: Words = { zh: '：见它用到的文件', en: ': see the files it rests on' };

function totalLine(files: number, diagnostics: readonly Diagnostic[], lang: Lang): string {
  const of = (severity: Diagnostic['severity']) =>
    diagnostics.filter(one => one.severity === severity).length;
  const [errors, warnings] = [of('error'), of('warning')];
  if (lang === 'zh') return `检查了 ${files} 个文件：${errors} 处错误，${warnings} 处提醒。`;
  const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  return `${plural(files, 'file')} checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`;
}
