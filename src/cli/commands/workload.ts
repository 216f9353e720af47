import { dayOf, monthIndexOf } from '../../analysis/calendar/days.ts';
import { workloadOf } from '../../analysis/workload/workload.ts';
import { BYTE_ORDER_MARK } from '../../report/csv.ts';
import { noPaint } from '../../report/paint.ts';
import { workloadCsv, workloadJson } from '../../report/workload/records.ts';
import { workloadLines } from '../../report/workload/text.ts';
import { areaOption } from '../areas.ts';
import { optionValue } from '../arguments.ts';
import { type Context, plainJson } from '../context.ts';
import { monthOption } from '../dates.ts';
import { inputFault } from '../fault.ts';
import { dataFiles, refuseInput, writeWhole } from '../files.ts';
import { wholeOption } from '../generated.ts';
import { populationOf } from '../households.ts';
import { existingPath } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { readFor, runPolicy } from '../overview.ts';
import { loadArgument, ruleOptions } from '../rules.ts';

/** Ten years. */
const MOST_MONTHS = 120;

export async function run(context: Context): Promise<ExitCode> {
  const { given, lang } = context;
  const [argument] = given.positionals as [string];
  const path = populationOf(context);
  const from = monthOption(context, 'from');
  const count = wholeOption(given, 'months', 1, MOST_MONTHS, 12);
  const loaded = await loadArgument(context, argument, ruleOptions(context));
  const { policy } = loaded;
  const entity = areaOption(context, policy);
  if (policy.duties.length === 0) throw inputFault('no-duties', {});
  const out = optionValue(given, 'out');
  if (out !== undefined)
    refuseInput(context, out, [...loaded.sources.keys(), ...dataFiles(context, existingPath(context, path))]);
  const population = await readFor(context, path, [policy]);
  const { results } = runPolicy(context, loaded, population);
  const months = { first: from ?? monthIndexOf(dayOf(policy.on)), count };
  const workload = workloadOf(policy, population, results, months, entity);

  const text = (): string => {
    if (context.format === 'csv') return [...workloadCsv(workload, lang)].join('');
    if (context.format === 'json') return `${plainJson(JSON.stringify(workloadJson(workload), null, 2))}\n`;
    const paint = out === undefined ? context.paint : noPaint;
    return `${workloadLines(workload, { lang, paint }).join('\n')}\n`;
  };
  if (out === undefined) await context.io.out(text());
  else
    await writeWhole(context, out, async append => {
      if (context.format === 'csv') await append(BYTE_ORDER_MARK);
      await append(text());
    });
  return 0;
}
