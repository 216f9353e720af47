import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Blank, blanksOf } from '../../analysis/blanks/blanks.ts';
import { type Touched, touchedBy } from '../../analysis/blanks/touched.ts';
import { diskReader } from '../../policy/file.ts';
import { projectRoot, resolveReference } from '../../policy/paths.ts';
import { blanksJson } from '../../report/blanks/json.ts';
import { scenarioSkeleton, settingName } from '../../report/blanks/scenario.ts';
import { blankLines } from '../../report/blanks/text.ts';
import { optionValue } from '../arguments.ts';
import { type Context, outJson, outLines, tell } from '../context.ts';
import { inputFault } from '../fault.ts';
import { writeWhole } from '../files.ts';
import { resolvePath } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { readFor, runPolicy } from '../overview.ts';
import { type Loaded, loadArgument, ruleOptions } from '../rules.ts';

export async function run(context: Context): Promise<ExitCode> {
  const [argument] = context.given.positionals as [string];
  const loaded = await loadArgument(context, argument, ruleOptions(context));
  const blanks = blanksOf(loaded.policy);
  const scenario = optionValue(context.given, 'scenario');
  const target = scenario === undefined ? null : placeOf(context, loaded, scenario);
  const touched = await touchedIn(context, loaded, blanks);
  if (context.format === 'json') await outJson(context, blanksJson(loaded.policy, blanks, touched));
  else await outLines(context, blankLines(loaded.policy, blanks, touched, context));
  if (scenario !== undefined && target !== null) await write(context, loaded, blanks, scenario, target);
  return 0;
}

async function touchedIn(
  context: Context,
  loaded: Loaded,
  blanks: readonly Blank[],
): Promise<Touched[] | null> {
  const path = optionValue(context.given, 'population');
  if (path === undefined) return null;
  const population = await readFor(context, path, [loaded.policy]);
  return touchedBy(blanks, loaded.policy, population, runPolicy(context, loaded, population));
}

/** How the scenario will name the policy and the schema. */
interface Target {
  readonly policy: string;
  readonly schema: string | null;
}

/** A scenario refers to policies of its own project only, by a path from its folder. */
function placeOf(context: Context, { policy }: Loaded, scenario: string): Target {
  const full = resolvePath(context, scenario);
  if (existsSync(full)) throw inputFault('already-there', { path: scenario });
  const folder = dirname(full);
  if (!existsSync(folder)) throw inputFault('no-such-file', { path: dirname(scenario) });
  const own = policy.file.endsWith(`${sep}policy.yaml`) ? dirname(policy.file) : policy.file;
  const written = relative(folder, own).split(sep).join('/') || '.';
  const root = projectRoot(diskReader, join(diskReader.real(folder), 'scenario.yaml'));
  if ('code' in resolveReference(diskReader, root, full, written, false))
    throw inputFault('scenario-outside', {
      path: scenario,
      root: relative(context.io.cwd, projectRoot(diskReader, diskReader.real(policy.file))) || '.',
    });
  const schema = join(root, 'schema', 'scenario.schema.json');
  return {
    policy: written,
    schema: existsSync(schema) ? relative(diskReader.real(folder), schema).split(sep).join('/') : null,
  };
}

async function write(
  context: Context,
  { policy }: Loaded,
  blanks: readonly Blank[],
  path: string,
  target: Target,
): Promise<void> {
  if (!blanks.some(blank => settingName(blank) !== null)) {
    tell(context, [{ code: 'nothing-to-fill', severity: 'note', params: { path } }], new Map());
    return;
  }
  const text = scenarioSkeleton(policy, blanks, { ...target, scenario: path }, context.lang);
  await writeWhole(context, path, append => append(text));
}
