import { type Diagnostic, isError } from '../../language/diagnostic.ts';
import type { Lang } from '../../language/label.ts';
import { diagnosticJson, diagnosticText, fileName } from '../../report/diagnostics.ts';
import type { Sources } from '../../report/place.ts';
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
  const results = toldOnce(inputs.map(input => ({ file: input.path, ...checkFile(input, rules) })));
  if (context.format === 'json')
    await outJson(context, { files: results.map(result => fileJson(context, result)) });
  else await showText(context, results);
  tell(context, empty, new Map());
  return empty.length > 0 || results.some(({ diagnostics }) => diagnostics.some(isError)) ? 1 : 0;
}

type Result = Findings & { readonly file: string };

const keyOf = ({ code, span, params }: Diagnostic) => JSON.stringify([code, span, params]);

/** A mistake of a vocabulary or of a base is told with the file it is in, not with every policy that uses it. */
function toldOnce(results: readonly Result[]): Result[] {
  const own = new Map(results.map(({ file, diagnostics }) => [file, new Set(diagnostics.map(keyOf))]));
  const told = new Set<string>();
  return results.map(result => {
    const diagnostics = result.diagnostics.filter(diagnostic => {
      const { span } = diagnostic;
      if (!span || span.file === result.file) return true;
      const key = keyOf(diagnostic);
      if (own.get(span.file)?.has(key) || told.has(key)) return false;
      told.add(key);
      return true;
    });
    return { ...result, diagnostics };
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
  for (const { file, diagnostics, sources } of results) {
    if (diagnostics.length === 0) lines.push(`${paint.good('✓')} ${fileName(file, io.cwd)}`);
    else lines.push(...diagnostics.map(one => show(context, one, sources)));
  }
  const all = results.flatMap(({ diagnostics }) => diagnostics);
  lines.push(totalLine(results.length, all, lang));
  await outLines(context, lines);
}

function show({ lang, paint, io }: Context, diagnostic: Diagnostic, sources: Sources): string {
  return diagnosticText(diagnostic, { lang, paint, catalog, sources, cwd: io.cwd });
}

function totalLine(files: number, diagnostics: readonly Diagnostic[], lang: Lang): string {
  const of = (severity: Diagnostic['severity']) =>
    diagnostics.filter(one => one.severity === severity).length;
  const [errors, warnings] = [of('error'), of('warning')];
  if (lang === 'zh') return `检查了 ${files} 个文件：${errors} 处错误，${warnings} 处提醒。`;
  const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  return `${plural(files, 'file')} checked: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`;
}
