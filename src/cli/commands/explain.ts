import type { Standing } from '../../engine/allocation/standing/line.ts';
import type { Answer } from '../../engine/answer.ts';
import { decide } from '../../engine/reference/decide.ts';
import { answerJson } from '../../report/explain/json.ts';
import { answerText } from '../../report/explain/text.ts';
import { optionValue } from '../arguments.ts';
import { type Context, outJson } from '../context.ts';
import { usageFault } from '../fault.ts';
import { findHousehold, householdOfFile } from '../household.ts';
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
  const { answer, standings } =
    file === undefined
      ? await inPopulation(context, loaded, folder!, id!)
      : await byItself(context, loaded, file);
  const { policy, sources, set } = loaded;
  if (context.format === 'json') await outJson(context, answerJson(answer, policy, sources, set, standings));
  else await context.io.out(answerText(answer, { policy, lang, paint, sources, set }, standings));
  return 0;
}

interface Explained {
  readonly answer: Answer;
  /** null: the others, on whom places depend, are not at hand. */
  readonly standings: readonly Standing[] | null;
}

async function byItself(context: Context, loaded: Loaded, file: string): Promise<Explained> {
  const household = await householdOfFile(context, loaded, file);
  return { answer: decide(loaded.policy, household, { trace: true }), standings: null };
}

async function inPopulation(
  context: Context,
  loaded: Loaded,
  folder: string,
  id: string,
): Promise<Explained> {
  const { policy } = loaded;
  const { population, row } = await findHousehold(context, loaded, folder, id);
  const { explainIn } = await import('../../analysis/explain-in.ts');
  return explainIn(policy, population, row);
}
