import { relative } from 'node:path';
import { isError } from '../language/diagnostic.ts';
import { readText } from '../policy/file.ts';
import { loadScenario, type Scenario } from '../policy/scenario.ts';
import { optionValue } from './arguments.ts';
import { type Context, tell } from './context.ts';
import { Fault, inputFault, usageFault } from './fault.ts';
import { type Input, inputOf } from './inputs.ts';
import type { ExitCode } from './io.ts';
import { kindOf } from './kind.ts';
import { readSection, shownSections, showOverview } from './overview.ts';
import { requireSet, ruleOptions } from './rules.ts';
import { loadScenarioPolicies } from './scenario-policies.ts';

/** Size of a generated population for which a scenario names none. */
const SIZE = { households: 10_000, seed: 1 };

/** Whether an argument is a scenario rather than a policy. */
export async function isScenario(context: Context, argument: string): Promise<boolean> {
  const { path, reader } = await inputOf(context, argument);
  if (reader.kind(path) !== 'file') return false;
  const read = readText(reader, path, argument);
  return 'text' in read && kindOf(read.text) === 'scenario';
}

/** Runs the policies of a scenario on its population; `--population`, `--set` and `--on` come before what it says. */
export async function showScenario(context: Context, argument: string, least: number): Promise<ExitCode> {
  const input = await inputOf(context, argument);
  const { scenario, diagnostics, sources } = loadScenario(input.path, { read: input.reader });
  if (!scenario || diagnostics.some(isError)) throw new Fault(diagnostics, 1, sources);
  tell(context, diagnostics, sources);
  if (scenario.policies.length < least) throw inputFault('comparison-needs-two', {});
  const asked = ruleOptions(context);
  const policies = loadScenarioPolicies(scenario, input.reader, asked, path => shortPath(context, path));
  if (policies.diagnostics.length > 0)
    throw new Fault(policies.diagnostics, 1, new Map([...sources, ...policies.sources]));
  const { loaded } = policies;
  requireSet(loaded, asked);
  const path = optionValue(context.given, 'population') ?? (await populationOf(context, scenario, input));
  const shown = shownSections(context);
  const sections = shown.length > 0 ? shown : scenario.compare.map(({ text }) => readSection(text));
  const on = asked.on ?? scenario.on;
  return showOverview(context, loaded, path, { sections, on });
}

const shortPath = (context: Context, path: string) => relative(context.io.cwd, path) || '.';

async function populationOf(context: Context, { population }: Scenario, { reader }: Input): Promise<string> {
  if (population === null) throw usageFault('option-missing', { option: '--population' });
  if (population.kind === 'folder') return shortPath(context, population.path);
  const { keptPopulation } = await import('./generated.ts');
  const { households, seed, spec } = population;
  const size = { households: households ?? SIZE.households, seed: seed ?? SIZE.seed };
  return keptPopulation(context, { path: spec, reader }, size);
}
