import { relative } from 'node:path';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import { nameKey } from '../language/normal.ts';
import { readText } from '../policy/file.ts';
import { loadScenario, type Scenario, type Setting } from '../policy/scenario.ts';
import type { Sources } from '../report/place.ts';
import { optionValue } from './arguments.ts';
import { type Context, tell } from './context.ts';
import { Fault, inputFault, usageFault } from './fault.ts';
import { type Input, inputOf } from './inputs.ts';
import type { ExitCode } from './io.ts';
import { kindOf } from './kind.ts';
import { readFor, readSection, shownSections, showOverview } from './overview.ts';
import { hasParameter, type Loaded, loadInput, type RuleOptions, ruleOptions } from './rules.ts';

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
  const loaded = loadPolicies(context, scenario, input, sources);
  const path = optionValue(context.given, 'population') ?? (await populationOf(context, scenario, input));
  const asked = shownSections(context);
  const sections = asked.length > 0 ? asked : scenario.compare.map(({ text }) => readSection(text));
  await showOverview(context, loaded, await readFor(context, path, loaded), path, sections);
  return 0;
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

function loadPolicies(context: Context, scenario: Scenario, input: Input, sources: Sources): Loaded[] {
  const asked = ruleOptions(context);
  const on = asked.on ?? scenario.on;
  const rules: RuleOptions = on === null || on === undefined ? {} : { on };
  const bases = scenario.policies.map(({ path }) => {
    const policyInput: Input = { path, reader: input.reader };
    return { input: policyInput, path: shortPath(context, path), ...loadInput(policyInput, rules) };
  });
  const used = new Set<Setting>();
  const loaded = bases.map(base => {
    const set: Record<string, string> = Object.create(null);
    for (const setting of scenario.set)
      if (isMeant(setting, base) && hasParameter(base.policy, setting.name)) {
        used.add(setting);
        set[setting.name] = setting.value;
      }
    Object.assign(set, asked.set);
    const { path } = base;
    return Object.keys(set).length === 0 ? base : { path, ...loadInput(base.input, { ...rules, set }) };
  });
  const unused = scenario.set.filter(setting => !used.has(setting)).map(unknownSetting);
  if (unused.length > 0) throw new Fault(unused, 1, sources);
  return loaded;
}

function isMeant({ policy: wanted }: Setting, { policy, path }: Loaded): boolean {
  if (wanted === null) return true;
  const names = [policy.id, policy.label.zh, policy.label.en, path].filter(name => name !== undefined);
  return names.some(name => nameKey(name) === nameKey(wanted)) || path.endsWith(wanted);
}

function unknownSetting({ name, span }: Setting): Diagnostic {
  return { code: 'setting-unused', severity: 'error', params: { name }, span };
}
