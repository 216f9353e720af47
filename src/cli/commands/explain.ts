import { decide } from '../../engine/reference/decide.ts';
import { answerJson } from '../../report/explain/json.ts';
import { answerText } from '../../report/explain/text.ts';
import { optionValue } from '../arguments.ts';
import { type Context, outJson } from '../context.ts';
import { usageFault } from '../fault.ts';
import { householdOfFile, householdOfPopulation } from '../household.ts';
import type { ExitCode } from '../io.ts';
import { loadArgument, ruleOptions } from '../rules.ts';

export async function run(context: Context): Promise<ExitCode> {
  const { given, lang, paint } = context;
  const [argument] = given.positionals as [string];
  const file = optionValue(given, 'household');
  const id = optionValue(given, 'id');
  const folder = optionValue(given, 'population');
  if (file === undefined && folder === undefined && id === undefined)
    throw usageFault('option-missing', { option: '--household' });
  if (file !== undefined && (folder ?? id) !== undefined)
    throw usageFault('options-exclude', { option: '--household', other: folder ? '--population' : '--id' });
  if (file === undefined && (folder === undefined || id === undefined))
    throw usageFault('option-missing', { option: folder === undefined ? '--population' : '--id' });

  const loaded = await loadArgument(context, argument, ruleOptions(context));
  const household =
    file === undefined
      ? await householdOfPopulation(context, loaded, folder!, id!)
      : await householdOfFile(context, loaded, file);
  const { policy, sources, set } = loaded;
  const answer = decide(policy, household, { trace: true });
  if (context.format === 'json') await outJson(context, answerJson(answer, policy, sources, set));
  else await context.io.out(answerText(answer, { policy, lang, paint, sources, set }));
  return 0;
}
