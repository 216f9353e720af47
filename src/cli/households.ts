import type { Diagnostic } from '../language/diagnostic.ts';
import { joinVocabularies } from '../policy/join-vocabularies.ts';
import type { Policy } from '../policy/policy.ts';
import type { Vocabulary } from '../policy/vocabulary.ts';
import type { Population } from '../population/columns.ts';
import { readPopulation } from '../population/read.ts';
import { hasOption, optionValue } from './arguments.ts';
import { type Context, tell } from './context.ts';
import { Fault, usageFault } from './fault.ts';
import { existingPath } from './inputs.ts';
import { startProgress } from './progress.ts';
import { progressWords } from './progress-words.ts';
import { writeRejects } from './rejects.ts';

/** The facts and entities of all policies together, so that one reading serves them all. */
export function vocabularyOf(policies: readonly Policy[]): Vocabulary {
  const joined = joinVocabularies(policies);
  if ('vocabulary' in joined) return joined.vocabulary;
  throw new Fault([{ code: 'different-facts', severity: 'error', params: { ...joined.clash } }], 1);
}

/** Reads the population of `--population` or of a scenario; refuses one with bad rows unless `--skip-bad-rows`. */
export async function readHouseholds(
  context: Context,
  path: string,
  vocabulary: Vocabulary,
  facts?: ReadonlySet<string>,
): Promise<Population> {
  const folder = existingPath(context, path);
  const skipBadRows = hasOption(context.given, 'skip-bad-rows');
  const progress = startProgress(context, progressWords.reading[context.lang]);
  const { population, diagnostics, rejected } = await readPopulation(folder, vocabulary, {
    ...(facts ? { facts } : {}),
    skipBadRows,
    onProgress: (done, total) => progress.update(total === 0 ? null : done / total),
  });
  progress.end();
  if (rejected.length > 0) await writeRejects(context, path, rejected);
  if (!population) throw new Fault(diagnostics, 1);
  tell(context, diagnostics.filter(worthTelling), new Map());
  return population;
}

const worthTelling = ({ severity }: Diagnostic) => severity !== 'note';

/** The value of `--population`, which the command cannot do without. */
export function populationOf({ given }: Context): string {
  const path = optionValue(given, 'population');
  if (path === undefined) throw usageFault('option-missing', { option: '--population' });
  return path;
}
