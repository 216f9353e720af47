import { allocationProblems } from '../../analysis/allocation/problems.ts';
import { householdRows } from '../../analysis/rows.ts';
import { classifyHeader, classifyJson, classifyRecord } from '../../report/classify.ts';
import { BYTE_ORDER_MARK } from '../../report/csv.ts';
import { hasOption, optionValue } from '../arguments.ts';
import { type Context, plainJson } from '../context.ts';
import { usageFault } from '../fault.ts';
import { dataFiles, refuseInput, writeWhole } from '../files.ts';
import { populationOf } from '../households.ts';
import { existingPath } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { readFor, runPolicy, tellProblems } from '../overview.ts';
import { loadArgument, ruleOptions } from '../rules.ts';

/** Text is handed on in pieces of about this length. */
const PIECE = 1 << 18;

export async function run(context: Context): Promise<ExitCode> {
  const [argument] = context.given.positionals as [string];
  const path = populationOf(context);
  const labels = hasOption(context.given, 'labels');
  if (labels && context.format === 'json')
    throw usageFault('options-exclude', { option: '--labels', other: '--format json' });
  const loaded = await loadArgument(context, argument, ruleOptions(context));
  const out = optionValue(context.given, 'out');
  if (out !== undefined)
    refuseInput(context, out, [...loaded.sources.keys(), ...dataFiles(context, existingPath(context, path))]);
  const population = await readFor(context, path, [loaded.policy]);
  const run = runPolicy(context, loaded, population);
  const rows = householdRows(loaded.policy, population, run);
  const json = context.format === 'json';
  const lines = json
    ? jsonLines(rows, row => plainJson(JSON.stringify(classifyJson(loaded.policy, row, context.lang))))
    : csvLines(classifyHeader(loaded.policy, context.lang, labels), rows, row =>
        classifyRecord(loaded.policy, row, context.lang, labels),
      );
  if (out === undefined) await inPieces(lines, context.io.out);
  else
    await writeWhole(context, out, async append => {
      // Excel takes a file without the mark for the code page of the system.
      if (!json) await append(BYTE_ORDER_MARK);
      await inPieces(lines, append);
    });
  return tellProblems(context, allocationProblems(loaded.policy, population, run), loaded.sources);
}

function* csvLines<Row>(
  header: string,
  rows: Iterable<Row>,
  record: (row: Row) => string,
): Generator<string> {
  yield header;
  for (const row of rows) yield record(row);
}

/** One array with an object on each line. */
function* jsonLines<Row>(rows: Iterable<Row>, object: (row: Row) => string): Generator<string> {
  let before = '[\n';
  for (const row of rows) {
    yield before + object(row);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function inPieces(lines: Iterable<string>, append: (text: string) => Promise<void>): Promise<void> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    await append(piece);
    piece = '';
  }
  await append(piece);
}
