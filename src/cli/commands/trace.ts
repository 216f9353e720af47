import { runCases } from '../../analysis/cases.ts';
import { exercisedBy } from '../../analysis/trace/exercised.ts';
import { hasFindings, type SchemeTrace, traceScheme } from '../../analysis/trace/trace.ts';
import { type Diagnostic, isError } from '../../language/diagnostic.ts';
import { loadClauses } from '../../policy/clauses/load.ts';
import { BYTE_ORDER_MARK } from '../../report/csv.ts';
import { traceCsv, traceJson } from '../../report/trace/data.ts';
import { traceLines, traceTotalLine } from '../../report/trace/text.ts';
import { hasOption, optionValue, usageError } from '../arguments.ts';
import { type Context, outJson, outLines, tell } from '../context.ts';
import { Fault, usageFault } from '../fault.ts';
import { refuseInput, writeWhole } from '../files.ts';
import { type Input, inputOf } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { type Loaded, loadInput, ruleOptions } from '../rules.ts';
import { policiesMeant } from '../trace/scheme-files.ts';
import { type Scheme, schemesOf } from '../trace/schemes.ts';

export async function run(context: Context): Promise<ExitCode> {
  const out = optionValue(context.given, 'out');
  const format = out !== undefined && !hasOption(context.given, 'format') ? 'csv' : context.format;
  if (out !== undefined && format !== 'csv')
    throw usageFault('options-exclude', { option: '--out', other: `--format ${format}` });
  const { schemes, missing } = await schemesAsked(context);
  let wrong = missing.length > 0;
  const traces = schemes.map(scheme => {
    const { trace, diagnostics, sources } = traceOf(scheme);
    tell(context, diagnostics, sources);
    wrong ||= hasFindings(trace) || diagnostics.some(isError);
    return trace;
  });
  if (out !== undefined)
    refuseInput(
      context,
      out,
      schemes.flatMap(({ loaded, cases, ledger }) => [
        ...loaded.flatMap(({ sources }) => [...sources.keys()]),
        ...cases,
        ...(ledger === null ? [] : [ledger]),
      ]),
    );
  await show({ ...context, format }, traces, out);
  tell(context, missing, new Map());
  return wrong ? 1 : 0;
}

interface Asked {
  readonly schemes: readonly Scheme[];
  /** Arguments in which there is no policy. */
  readonly missing: readonly Diagnostic[];
}

async function schemesAsked(context: Context): Promise<Asked> {
  const { set: _, ...rules } = ruleOptions(context);
  const missing: Diagnostic[] = [];
  const inputs: Input[] = [];
  for (const argument of context.given.positionals) {
    const { path, reader } = await inputOf(context, argument);
    const found = policiesMeant(reader, path);
    if (found.length === 0) missing.push(usageError('nothing-to-trace', { path: argument }));
    inputs.push(...found.map(each => ({ path: each, reader })));
  }
  const known = new Map<string, Loaded>();
  const readers = new Map(inputs.map(({ path, reader }) => [path, reader]));
  const fallback = inputs[0]?.reader;
  const load = (path: string): Loaded | null => {
    const reader = readers.get(path) ?? fallback;
    if (!reader) return null;
    const loaded = known.get(path) ?? { ...loadInput({ path, reader }, rules), path };
    known.set(path, loaded);
    return loaded;
  };
  const paths = [...new Set(inputs.map(({ path }) => path))];
  return { schemes: fallback ? schemesOf(paths, fallback, load) : [], missing };
}

interface Traced {
  readonly trace: SchemeTrace;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

function traceOf({ ledger: file, loaded, cases }: Scheme): Traced {
  const read = file === null ? null : loadClauses(file);
  if (read && read.ledger === null) throw new Fault(read.diagnostics, 1, read.sources);
  const runs = cases.map(path => runCases(path));
  const trace = traceScheme(
    read?.ledger ?? null,
    loaded.map(({ policy }) => policy),
    runs.flatMap(exercisedBy),
  );
  return {
    trace,
    diagnostics: [...(read?.diagnostics ?? []), ...runs.flatMap(({ diagnostics }) => diagnostics)],
    sources: new Map([...(read?.sources ?? []), ...runs.flatMap(({ sources }) => [...sources])]),
  };
}

async function show(
  context: Context,
  traces: readonly SchemeTrace[],
  out: string | undefined,
): Promise<void> {
  const { io, lang } = context;
  if (context.format === 'json') return outJson(context, traceJson(traces, io.cwd));
  if (context.format === 'csv') {
    const records = traceCsv(traces, lang).join('');
    if (out === undefined) return io.out(records);
    // Excel takes a file without the mark for the code page of the system.
    return writeWhole(context, out, append => append(BYTE_ORDER_MARK + records));
  }
  const look = { lang, paint: context.paint, cwd: io.cwd };
  await outLines(context, [
    ...traces.flatMap(trace => traceLines(trace, look)),
    ...traceTotalLine(traces, lang),
  ]);
}
