import { isError } from '../language/diagnostic.ts';
import type { Population } from '../population/columns.ts';
import { readHousehold } from '../population/household-file.ts';
import type { Instance } from '../population/instance.ts';
import { type Context, tell } from './context.ts';
import { Fault, usageFault } from './fault.ts';
import { textOf } from './inputs.ts';
import type { Loaded } from './rules.ts';

/** The household of `--household FILE`. */
export async function householdOfFile(context: Context, { policy }: Loaded, file: string): Promise<Instance> {
  const text = await textOf(context, file);
  const { instance, diagnostics } = readHousehold(text, policy.vocabulary, file, policy.entity);
  const sources = new Map([[file, text]]);
  if (!instance) throw new Fault(diagnostics, 1, sources);
  tell(
    context,
    diagnostics.filter(one => !isError(one)),
    sources,
  );
  return instance;
}

/** A household of a population, by its row. */
export interface Found {
  readonly population: Population;
  readonly row: number;
}

/** Finds a household by its id. Loaded only here: reading columns takes more code than reading one household. */
export async function findHousehold(
  context: Context,
  { policy }: Loaded,
  folder: string,
  id: string,
): Promise<Found> {
  const { readHouseholds } = await import('./households.ts');
  const population = await readHouseholds(context, folder, policy.vocabulary);
  const { rowNames } = await import('../population/names.ts');
  const nameOf = rowNames(policy.vocabulary, population, policy.entity);
  const rows = population.tables[policy.entity]?.rows ?? 0;
  let row = rows - 1;
  while (row >= 0 && nameOf(row) !== id) row--;
  if (row < 0) throw usageFault('no-such-household', { population: folder, id });
  return { population, row };
}
