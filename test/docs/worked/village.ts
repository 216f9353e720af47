import { join } from 'node:path';
import { evaluateOn } from '../../../src/analysis/evaluate.ts';
import { type Run, STATUS } from '../../../src/engine/results.ts';
import { run } from '../../../src/engine/run.ts';
import { type Lang, wordOf } from '../../../src/language/label.ts';
import { rational } from '../../../src/language/rational.ts';
import { type LoadOptions, loadPolicy } from '../../../src/policy/load.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';
import type { Instance } from '../../../src/population/instance.ts';
import { instanceOf } from '../../../src/population/instance-of.ts';
import { readPopulation } from '../../../src/population/read.ts';
import { projectRoot } from '../blocks.ts';

/** A policy of the example, on the village, with what it comes to. */
export interface Scheme {
  readonly policy: Policy;
  readonly run: Run;
  readonly population: Population;
}

/** What the page says of the day and of parameters. */
const schemes: Readonly<Record<string, [path: string, options: LoadOptions]>> = {
  draft: ['examples/small-village/policy.yaml', {}],
  four: ['policies/county-four-cards', {}],
  five: ['policies/lancang-five-cards', {}],
  registration: ['policies/registration', { on: '2020-03-18', set: { poor_people: '10 人' } }],
  prevention: ['policies/prevention', {}],
  assistance: ['policies/assistance-standard', {}],
  villages: [
    'policies/registration/poor-villages',
    { on: '2020-03-18', set: { province_incidence: '15%', province_income: '12000 元/人年' } },
  ],
};

export type Schemes = Readonly<Record<string, Scheme>>;

export async function readVillage(): Promise<Schemes> {
  const loaded = Object.entries(schemes).map(([name, [path, options]]) => {
    const { policy, diagnostics } = loadPolicy(join(projectRoot, path), options);
    if (policy === null) throw new Error(JSON.stringify(diagnostics));
    return [name, policy] as const;
  });
  const { population } = await readPopulation(
    join(projectRoot, 'examples/small-village'),
    loaded[0]![1].vocabulary,
  );
  if (population === null) throw new Error('the village cannot be read');
  return Object.fromEntries(
    loaded.map(([name, policy]) => [name, { policy, population, run: run(policy, population) }]),
  );
}

export const idsOf = ({ population }: Scheme, entity: string): readonly string[] =>
  population.tables[entity]!.ids;

export function instance({ policy, population }: Scheme, row: number, entity = policy.entity): Instance {
  return instanceOf(population, policy.vocabulary, row, entity);
}

/** Base units of one unit as pages write it. */
const scales: Readonly<Record<string, number>> = {
  yuan: 100,
  'yuan a year': 100 / 12,
  plain: 1,
  percent: 0.01,
};

/** A number of a definition, on what the policy judges, as pages write it: `3,100`, `33.33`, `4 – 7`. */
export function figure(scheme: Scheme, row: number, definition: string, scale = 'plain', places = 2): string {
  const { policy } = scheme;
  const { expr } = policy.definitions[definition]!;
  const [value] = evaluateOn(policy, instance(scheme, row), [expr]);
  if (value?.kind !== 'number') throw new Error(definition);
  const end = (text: string | null) =>
    text === null ? '?' : written(rational(text).valueOf() / scales[scale]!, places);
  const [low, high] = [end(value.low), end(value.high)];
  return low === high ? low : `${low} – ${high}`;
}

/** Up to so many decimals, thousands apart. */
export function written(value: number, places = 2): string {
  const [whole, part = ''] = value.toFixed(places).split('.');
  const decimals = part.replace(/0+$/, '');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === '' ? grouped : `${grouped}.${decimals}`;
}

/** The card of a household; those that are possible where it is undetermined. */
export function cardOf({ policy, run: { results } }: Scheme, row: number, lang: Lang): string {
  const name = (c: number) => wordOf(policy.cards[c]!.label, lang, policy.cards[c]!.id);
  const none = { zh: '无', en: 'none' }[lang];
  const status = results.status[row];
  if (status === STATUS.outOfScope) return { zh: '不在范围', en: 'out of scope' }[lang];
  if (status === STATUS.decided) return results.card[row]! < 0 ? none : name(results.card[row]!);
  const possible = [...policy.cards.keys()].filter(c => (results.possible[row]! >> c) & 1).map(name);
  const all = (results.possible[row]! >> policy.cards.length) & 1 ? [...possible, none] : possible;
  return `? ${all.join(' / ')}`;
}
