import { type CaseResult, type CaseRun, runCases } from '../../analysis/cases.ts';
import { isError } from '../../language/diagnostic.ts';
import type { Lang } from '../../language/label.ts';
import { mismatchDiagnostic } from '../../report/cases.ts';
import { coverageLines } from '../../report/coverage.ts';
import { diagnosticJson, diagnosticText, fileName } from '../../report/diagnostics.ts';
import { answerJson } from '../../report/explain/json.ts';
import { answerText } from '../../report/explain/text.ts';
import { inert } from '../../report/inert.ts';
import { policyName } from '../../report/names.ts';
import { diagnosticKey } from '../../report/place.ts';
import { usageError } from '../arguments.ts';
import { catalog } from '../catalog.ts';
import { type Context, outJson, outLines, tell } from '../context.ts';
import type { ExitCode } from '../io.ts';
import { ruleOptions } from '../rules.ts';
import { filesOf } from '../yaml-files.ts';

export async function run(context: Context): Promise<ExitCode> {
  const rules = ruleOptions(context);
  const runs: CaseRun[] = [];
  let empty = false;
  for (const argument of context.given.positionals) {
    const files = await filesOf(context, argument, kind => kind === 'cases');
    for (const { path, reader } of files) runs.push(runCases(path, { ...rules, read: reader }));
    if (files.length > 0) continue;
    empty = true;
    tell(context, [usageError('nothing-to-test', { path: argument })], new Map());
  }
  if (context.format === 'json') await outJson(context, { files: runs.map(run => runJson(context, run)) });
  else for (const run of toldOnce(runs)) await outLines(context, runLines(context, run));
  return empty || runs.some(run => failed(run).length > 0 || run.diagnostics.some(isError)) ? 1 : 0;
}

/** A mistake of a policy is told with the first cases that meet it. */
function toldOnce(runs: readonly CaseRun[]): CaseRun[] {
  const told = new Set<string>();
  return runs.map(run => ({
    ...run,
    diagnostics: run.diagnostics.filter(diagnostic => {
      const key = diagnosticKey(diagnostic);
      if (told.has(key)) return false;
      told.add(key);
      return true;
    }),
  }));
}

const failed = ({ results }: CaseRun) => results.filter(({ mismatches }) => mismatches.length > 0);

function runLines(context: Context, run: CaseRun): string[] {
  const { lang, paint, io } = context;
  const { sources, results, policy } = run;
  const view = { lang, paint, catalog, sources, cwd: io.cwd, columns: io.terminal.columns };
  const failures = failed(run);
  const name = policy ? `  ${policyName(policy, lang)}` : '';
  return [
    `${paint.strong(fileName(run.file, io.cwd))}${name}`,
    ...run.diagnostics.map(diagnostic => diagnosticText(diagnostic, view).trimEnd()),
    ...failures.flatMap(result => [
      '',
      `${paint.error('✗')} ${paint.strong(inert(result.name))}`,
      ...indented(
        result.mismatches.map(one => diagnosticText(mismatchDiagnostic(result, one), view)).join(''),
      ),
      ...indented(answerText(result.answer, { policy: result.policy, lang, paint, sources })),
    ]),
    ...(failures.length > 0 ? [''] : []),
    ...(policy
      ? [
          `  ${countLine(results.length - failures.length, failures.length, lang, context)}`,
          ...coverageLines(run.coverage, sources, context),
        ]
      : []),
    '',
  ];
}

const indented = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => `  ${line}`.trimEnd());

function countLine(passed: number, failures: number, lang: Lang, { paint }: Context): string {
  if (lang === 'zh') {
    if (failures === 0) return `${paint.good(`✓ ${passed} 个案例全部通过`)}。`;
    return `${paint.good(`✓ ${passed} 个案例通过`)}，${paint.error(`${failures} 个没有通过`)}。`;
  }
  const bad = failures > 0 ? paint.error(`${failures} failed`) : 'none failed';
  return `${paint.good(`✓ ${passed} ${passed === 1 ? 'case' : 'cases'} passed`)}, ${bad}.`;
}

function runJson({ lang, io }: Context, run: CaseRun): Record<string, unknown> {
  const view = { lang, catalog, sources: run.sources, cwd: io.cwd };
  const failures = failed(run).length;
  return {
    file: fileName(run.file, io.cwd),
    policy: run.policy?.id ?? null,
    passed: run.results.length - failures,
    failed: failures,
    cases: run.results.map(result => caseJson(result, run, view)),
    coverage: run.coverage.map(({ kind, id, yes, no }) => ({ kind, id, yes, no })),
    diagnostics: run.diagnostics.map(one => diagnosticJson(one, view)),
  };
}

function caseJson(result: CaseResult, { sources }: CaseRun, view: Parameters<typeof diagnosticJson>[1]) {
  if (result.mismatches.length === 0) return { name: result.name, passed: true };
  return {
    name: result.name,
    passed: false,
    mismatches: result.mismatches.map(one => diagnosticJson(mismatchDiagnostic(result, one), view)),
    answer: answerJson(result.answer, result.policy, sources),
  };
}
