import type { Others } from '../../analysis/form/places.ts';
import { outcomeRows, outcomesOf } from '../../analysis/outcome.ts';
import { limitedFunds } from '../../engine/allocation/order.ts';
import { nearest } from '../../language/nearest.ts';
import { nameKey } from '../../language/normal.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import { instanceOf } from '../../population/instance-of.ts';
import { hasOption, optionValue } from '../arguments.ts';
import type { Context } from '../context.ts';
import { usageFault } from '../fault.ts';
import { findHousehold, householdOfFile } from '../household.ts';
import { readHouseholds } from '../households.ts';
import { runPolicy } from '../overview.ts';
import type { Loaded } from '../rules.ts';
import { formFault } from './messages.ts';

/** A household, and its row in the population at hand. */
export interface One {
  readonly household: Instance;
  readonly row: number | undefined;
}

/** The households whose forms are wanted. */
export interface Wanted {
  readonly count: number;
  readonly all: Iterable<One>;
  /** Several may be wanted, however many there are. */
  readonly several: boolean;
  /** Null: the others are not at hand, or nothing depends on them. */
  readonly others: Others | null;
}

/** How the command line says whose forms it wants; wrong usage where it says so twice or not at all. */
function ways({ given }: Context): { file: string | undefined; folder: string | undefined } {
  const file = optionValue(given, 'household');
  const folder = optionValue(given, 'population');
  const chosen = ['id', 'card', 'all'].filter(name => hasOption(given, name));
  const [first, second] = chosen;
  if (file !== undefined && (folder !== undefined || first !== undefined)) {
    const other = folder === undefined ? `--${first}` : '--population';
    throw usageFault('options-exclude', { option: '--household', other });
  }
  if (first !== undefined && second !== undefined)
    throw usageFault('options-exclude', { option: `--${first}`, other: `--${second}` });
  if (file === undefined && (folder === undefined || first === undefined))
    throw formFault('form-whose', {}, 2);
  return { file, folder };
}

function cardIndex({ cards }: Policy, written: string): number {
  const name = nameKey(written);
  const namesOf = ({ id, label }: Policy['cards'][number]) =>
    [id, label.zh, label.en].filter(one => one !== undefined).map(nameKey);
  const found = cards.findIndex(card => namesOf(card).includes(name));
  if (found >= 0) return found;
  throw formFault('form-card', { card: written }, 2, nearest(written, cards.flatMap(namesOf)));
}

/** The household of a file or of a population, those of one card, or all that are judged. */
export async function wantedHouseholds(context: Context, loaded: Loaded): Promise<Wanted> {
  const { file, folder } = ways(context);
  if (file !== undefined) {
    const household = await householdOfFile(context, loaded, file);
    return { count: 1, all: [{ household, row: undefined }], several: false, others: null };
  }
  const path = folder as string;
  const id = optionValue(context.given, 'id');
  if (id === undefined) return several(context, loaded, path);
  const { policy } = loaded;
  const { population, row } = await findHousehold(context, loaded, path, id);
  const household = instanceOf(population, policy.vocabulary, row, policy.entity);
  const others = dependsOnOthers(policy) ? { population, run: runPolicy(context, loaded, population) } : null;
  return { count: 1, all: [{ household, row }], several: false, others };
}

/** Whether what a household has depends on what others have. */
const dependsOnOthers = (policy: Policy): boolean =>
  policy.quotas.length > 0 || limitedFunds(policy).length > 0 || Object.keys(policy.uses).length > 0;

async function several(context: Context, loaded: Loaded, folder: string): Promise<Wanted> {
  const { policy } = loaded;
  const card = optionValue(context.given, 'card');
  const wanted = card === undefined ? null : cardIndex(policy, card);
  const population = await readHouseholds(context, folder, policy.vocabulary);
  const run = runPolicy(context, loaded, population);
  const outside = outcomesOf(policy).findIndex(({ kind }) => kind === 'out-of-scope');
  const rows: number[] = [];
  outcomeRows(policy, run.results).forEach((outcome, row) => {
    if (wanted === null ? outcome !== outside : outcome === wanted) rows.push(row);
  });
  if (rows.length === 0) throw formFault('form-nobody', { population: folder }, 1);
  function* each(): Generator<One> {
    for (const row of rows)
      yield { household: instanceOf(population, policy.vocabulary, row, policy.entity), row };
  }
  return { count: rows.length, all: each(), several: true, others: { population, run } };
}
