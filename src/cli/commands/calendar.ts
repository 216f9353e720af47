import { dayOf, monthsAfter } from '../../analysis/calendar/days.ts';
import { timetableOf } from '../../analysis/calendar/timetable.ts';
import { isError } from '../../language/diagnostic.ts';
import { calendarIcs } from '../../report/calendar/ics.ts';
import { calendarJson } from '../../report/calendar/json.ts';
import { calendarLines } from '../../report/calendar/text.ts';
import { diagnosticJson } from '../../report/diagnostics.ts';
import { noPaint } from '../../report/paint.ts';
import { optionValue } from '../arguments.ts';
import { catalog } from '../catalog.ts';
import { type Context, plainJson } from '../context.ts';
import { dateOption } from '../dates.ts';
import { usageFault } from '../fault.ts';
import { refuseInput, writeWhole } from '../files.ts';
import type { ExitCode } from '../io.ts';
import { loadArgument, ruleOptions } from '../rules.ts';

/** Years that one timetable may span. */
const MOST_YEARS = 20;

export async function run(context: Context): Promise<ExitCode> {
  const { given, lang, io } = context;
  const [argument] = given.positionals as [string];
  const [from, to] = [dateOption(context, 'from'), dateOption(context, 'to')];
  const loaded = await loadArgument(context, argument, ruleOptions(context));
  const out = optionValue(given, 'out');
  if (out !== undefined) refuseInput(context, out, loaded.sources.keys());
  const begin = from ?? loaded.policy.on;
  if (to !== undefined && to < begin) throw usageFault('dates-crossed', { from: begin, to });
  if (to !== undefined && dayOf(to) > monthsAfter(dayOf(begin), 12 * MOST_YEARS))
    throw usageFault('dates-far', { from: begin, to, most: MOST_YEARS });
  const timetable = timetableOf(loaded.policy, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  const { sources } = loaded;
  const text = (): string => {
    if (context.format === 'ics') return calendarIcs(timetable, lang);
    if (context.format === 'json') {
      const view = { lang, catalog, sources, cwd: io.cwd };
      const findings = timetable.findings.map(one => diagnosticJson(one, view));
      return `${plainJson(JSON.stringify(calendarJson(timetable, findings, sources), null, 2))}\n`;
    }
    const paint = out === undefined ? context.paint : noPaint;
    return `${calendarLines(timetable, { lang, paint }, sources).join('\n')}\n`;
  };
  if (out === undefined) await io.out(text());
  else await writeWhole(context, out, append => append(text()));
  return timetable.findings.some(isError) ? 1 : 0;
}
