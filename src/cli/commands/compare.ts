import type { Context } from '../context.ts';
import { usageFault } from '../fault.ts';
import { populationOf } from '../households.ts';
import { type Input, inputOf } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { showOverview } from '../overview.ts';
import { loadSeveral, ruleOptions } from '../rules.ts';
import { isScenario, showScenario } from '../scenarios.ts';

export async function run(context: Context): Promise<ExitCode> {
  const policies = context.given.positionals;
  if (policies.length === 1 && (await isScenario(context, policies[0]!)))
    return showScenario(context, policies[0]!, 2);
  if (policies.length < 2) throw usageFault('comparison-needs-two', {});
  const path = populationOf(context);
  const inputs: (Input & { readonly name: string })[] = [];
  for (const name of policies) inputs.push({ ...(await inputOf(context, name)), name });
  const loaded = loadSeveral(inputs, ruleOptions(context));
  return showOverview(context, loaded, path);
}
