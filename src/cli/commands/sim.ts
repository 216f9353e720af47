import { relative } from 'node:path';
import type { PopulationChoice } from '../../app/protocol.ts';
import { diskReader } from '../../policy/file.ts';
import { hasOption, optionValue } from '../arguments.ts';
import type { Context } from '../context.ts';
import { usageFault } from '../fault.ts';
import { householdsOption, keptPopulation, standardSpec, wholeOption } from '../generated.ts';
import { existingPath } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { showOverview } from '../overview.ts';
import { loadSeveral, ruleOptions } from '../rules.ts';
import { demoPaths, STANDARD } from '../simulator/demo.ts';
import { canDraw, openOnTerminal, tellWhyText } from '../simulator/open.ts';

/** The simulator on a terminal; elsewhere the comparison that it would open on. */
export async function run(context: Context): Promise<ExitCode> {
  const { given } = context;
  const policies = given.positionals.map(name => existingPath(context, name));
  const population = populationGiven(context);
  if (canDraw(context)) {
    // Mistakes of an option are told before the screen is taken.
    ruleOptions(context);
    return openOnTerminal(context, { policies, population, on: optionValue(given, 'on') ?? null });
  }
  tellWhyText(context);
  return asText(context, policies, population);
}

function populationGiven(context: Context): PopulationChoice | null {
  const { given } = context;
  const folder = optionValue(given, 'population');
  const other = ['households', 'seed'].find(name => hasOption(given, name));
  if (folder !== undefined && other !== undefined)
    throw usageFault('options-exclude', { option: '--population', other: `--${other}` });
  if (folder !== undefined) return { kind: 'folder', path: existingPath(context, folder) };
  if (other === undefined) return null;
  return {
    kind: 'generated',
    spec: standardSpec().path,
    households: householdsOption(given),
    seed: wholeOption(given, 'seed', 0, Number.MAX_SAFE_INTEGER, 1),
  };
}

const sizeOf = (population: (PopulationChoice & { kind: 'generated' }) | null) =>
  population ? { households: population.households, seed: population.seed } : STANDARD;

async function asText(
  context: Context,
  policies: readonly string[],
  population: PopulationChoice | null,
): Promise<ExitCode> {
  const paths = policies.length > 0 ? policies : demoPaths();
  const name = (path: string) => relative(context.io.cwd, path) || '.';
  const inputs = paths.map(path => ({ path, reader: diskReader, name: name(path) }));
  const loaded = loadSeveral(inputs, ruleOptions(context));
  const folder =
    population?.kind === 'folder'
      ? name(population.path)
      : await keptPopulation(context, standardSpec(), sizeOf(population));
  return showOverview(context, loaded, folder);
}
