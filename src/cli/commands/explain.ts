import { decide } from '../../engine/reference/decide.ts';
import { isError } from '../../language/diagnostic.ts';
import { readHousehold } from '../../population/household-file.ts';
import type { Instance } from '../../population/instance.ts';
import { answerJson } from '../../report/explain/json.ts';
import { answerText } from '../../report/explain/text.ts';
import { optionValue } from '../arguments.ts';
import { type Context, outJson, tell } from '../context.ts';
import { Fault, usageFault } from '../fault.ts';
import { textOf } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { type Loaded, loadArgument, ruleOptions } from '../rules.ts';

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
      ? await fromPopulation(context, loaded, folder!, id!)
      : await fromFile(context, loaded, file);
  const { policy, sources, set } = loaded;
  const answer = decide(policy, household, { trace: true });
  if (context.format === 'json') await outJson(context, answerJson(answer, policy, sources, set));
  else await context.io.out(answerText(answer, { policy, lang, paint, sources, set }));
  return 0;
}

async function fromFile(context: Context, { policy }: Loaded, file: string): Promise<Instance> {
  const text = await textOf(context, file);
  const { instance, diagnostics } = readHousehold(text, policy.vocabulary, file);
  const sources = new Map([[file, text]]);
  if (!instance) throw new Fault(diagnostics, 1, sources);
  tell(
    context,
    diagnostics.filter(one => !isError(one)),
    sources,
  );
  return instance;
}

/** Loaded only here: reading columns takes more code than reading one household. */
async function fromPopulation(
  context: Context,
  { policy }: Loaded,
  folder: string,
  id: string,
): Promise<Instance> {
  const { readHouseholds } = await import('../households.ts');
  const { instanceOf } = await import('../../population/instance-of.ts');
  const population = await readHouseholds(context, folder, policy.vocabulary);
  const row = population.tables[policy.entity]?.ids.indexOf(id) ?? -1;
  if (row < 0) throw usageFault('no-such-household', { population: folder, id });
  return instanceOf(population, policy.vocabulary, row, policy.entity);
}
