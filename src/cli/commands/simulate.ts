import type { Context } from '../context.ts';
import { populationOf } from '../households.ts';
import type { ExitCode } from '../io.ts';
import { showOverview } from '../overview.ts';
import { loadArgument, ruleOptions } from '../rules.ts';
import { isScenario, showScenario } from '../scenarios.ts';

export async function run(context: Context): Promise<ExitCode> {
  const [argument] = context.given.positionals as [string];
  if (await isScenario(context, argument)) return showScenario(context, argument, 1);
  const path = populationOf(context);
  const loaded = [await loadArgument(context, argument, ruleOptions(context))];
  return showOverview(context, loaded, path);
}
