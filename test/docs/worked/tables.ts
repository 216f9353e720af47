import { evaluateOn } from '../../../src/analysis/evaluate.ts';
import { CLAIM, OWED } from '../../../src/engine/results.ts';
import { type Lang, wordOf } from '../../../src/language/label.ts';
import { rational } from '../../../src/language/rational.ts';
import { cardOf, figure, idsOf, instance, type Scheme, type Schemes, written } from './village.ts';

export type Table = readonly (readonly string[])[];

const yes = { zh: '是', en: 'yes' };
const no = { zh: '否', en: 'no' };
const told = (value: boolean, lang: Lang): string => (value ? yes : no)[lang];

/** Facts that the page starts from. */
function households({ draft }: Schemes, lang: Lang): Table {
  return idsOf(draft!, 'household').map((id, row) => {
    const { facts, owner, parts } = instance(draft!, row);
    return [
      id,
      owner!.id,
      told(facts['registered'] === true, lang),
      String(parts['member']!.length),
      figure(draft!, row, 'household.net_income', 'yuan a year'),
      figure(draft!, row, 'household.income_per_head', 'yuan a year', 4),
    ];
  });
}

function cards(all: Schemes, lang: Lang): Table {
  return idsOf(all['draft']!, 'household').map((id, row) => [
    id,
    ...['four', 'five', 'registration', 'prevention', 'assistance'].map(name =>
      cardOf(all[name]!, row, lang),
    ),
  ]);
}

/** Money that is due for sure, in a year. */
function money({ draft }: Schemes, lang: Lang): Table {
  const { policy, run } = draft!;
  return idsOf(draft!, 'household').flatMap((id, row) =>
    policy.benefits.flatMap((benefit, b) => {
      const { state, low } = run.results.benefits[b]!;
      if (benefit.amounts.length === 0 || state[row] !== CLAIM.due) return [];
      return [[id, wordOf(benefit.label, lang, benefit.id), written(low[row]! / 100)]];
    }),
  );
}

function nameOfArea(scheme: Scheme, pool: { entity: string; row: number }, lang: Lang): string {
  const whole = { zh: '全县', en: 'county' }[lang];
  const ids = scheme.population.tables[pool.entity]?.ids;
  return pool.row < 0 || ids === undefined || pool.entity === 'county' ? whole : ids[pool.row]!;
}

/** The order of those who may have a post, by its keys, and where each one got a seat. */
function line({ draft }: Schemes, lang: Lang): Table {
  const { policy, run } = draft!;
  const { order, servedIn, pools } = run.allocation!.quotas[0]!;
  const members = idsOf(draft!, 'member');
  const homes = idsOf(draft!, 'household');
  return [...order].map((row, i) => {
    const home = homes.findIndex(id => members[row]!.startsWith(`${id}-`));
    const [weak, ill] = evaluateOn(policy, instance(draft!, home), [
      policy.definitions['household.weak_workers_only']!.expr,
      policy.definitions['household.has_disabled_or_seriously_ill_member']!.expr,
    ]).map(value => value.kind === 'bool' && value.value === true);
    const perHead = figure(draft!, home, 'household.income_per_head', 'yuan a year');
    const below = Number(perHead.replace(/,/g, '')) < 5000;
    const age = Number(instance(draft!, row, 'member').facts['age']) / 12;
    const pool = pools[servedIn[row]!];
    return [
      String(i + 1),
      members[row]!,
      told(below && weak!, lang),
      told(below && ill!, lang),
      perHead,
      String(age),
      pool === undefined ? { zh: '没有', en: 'none' }[lang] : nameOfArea(draft!, pool, lang),
    ];
  });
}

function posts({ draft }: Schemes, lang: Lang): Table {
  return draft!.run.allocation!.quotas[0]!.pools.map(pool => [
    nameOfArea(draft!, pool, lang),
    String(pool.seats),
    String(pool.taken),
    String(pool.seats - pool.taken),
  ]);
}

function relief({ draft }: Schemes): Table {
  const { order, low } = draft!.run.allocation!.funds[0]!;
  return [...order].map((row, i) => [
    String(i + 1),
    idsOf(draft!, 'household')[row]!,
    figure(draft!, row, 'household.income_per_head', 'yuan a year'),
    written(low.asked[row]! / 100),
    written(low.served[row]! / 100),
  ]);
}

/** Those who are poor, the hardest first. */
function poor({ registration }: Schemes, lang: Lang): Table {
  const { run } = registration!;
  const { order, place, servedIn, pools } = run.allocation!.quotas[0]!;
  return [...order].map(row => {
    const pool = pools[servedIn[row]!];
    const refused = { zh: '没有', en: 'none' }[lang];
    return [
      idsOf(registration!, 'household')[row]!,
      instance(registration!, row).owner!.id,
      figure(registration!, row, 'household.size'),
      figure(registration!, row, 'household.hardship'),
      figure(registration!, row, 'household.income_per_head', 'yuan a year'),
      place[row] === 1 && pool ? nameOfArea(registration!, pool, lang) : refused,
    ];
  });
}

/** Ten people shared out, step by step, worked out here apart from the program; the program's villages are held to it. */
function shares({ registration }: Schemes): Table {
  const { policy, population, run } = registration!;
  const weight = (entity: string, row: number): number => {
    const id = `${entity}.${entity === 'village' ? 'people_on_file' : 'people_on_file_of_township'}`;
    const [value] = evaluateOn({ ...policy, entity }, instance(registration!, row, entity), [
      policy.definitions[id]!.expr,
    ]);
    return value?.kind === 'number' ? Number(value.low) : Number.NaN;
  };
  const split = (entity: string, rows: readonly number[], seats: number) => {
    const weights = rows.map(row => weight(entity, row));
    const all = weights.reduce((a, b) => a + b, 0);
    const parts = weights.map(one => Math.floor((one * seats) / all));
    const left = seats - parts.reduce((a, b) => a + b, 0);
    const first = [...rows.keys()].sort(
      (a, b) => ((weights[b]! * seats) % all) - ((weights[a]! * seats) % all),
    );
    return rows.map((row, i) => ({
      row,
      seats: parts[i]! + (first.indexOf(i) < left ? 1 : 0),
      cells: [
        population.tables[entity]!.ids[row]!,
        String(weights[i]),
        `${weights[i]! * seats}/${all}`,
        String(parts[i]),
        String(parts[i]! + (first.indexOf(i) < left ? 1 : 0)),
      ],
    }));
  };
  const townships = split('township', [...population.tables['township']!.ids.keys()], 10);
  const owner = population.tables['village']!.owner!;
  const villages = townships.flatMap(({ row, seats }) =>
    split(
      'village',
      [...owner.keys()].filter(village => owner[village] === row),
      seats,
    ),
  );
  for (const { row, seats } of villages) {
    const pool = run.allocation!.quotas[0]!.pools.find(one => one.entity === 'village' && one.row === row);
    if (pool?.seats !== seats) throw new Error(`village ${row}: ${pool?.seats} seats, not ${seats}`);
  }
  return [...townships, ...villages].map(({ cells }) => cells);
}

function incidence({ villages }: Schemes, lang: Lang): Table {
  return idsOf(villages!, 'village').map((id, row) => [
    id,
    figure(villages!, row, 'village.village_people'),
    figure(villages!, row, 'village.village_poor_people'),
    figure(villages!, row, 'village.incidence', 'percent'),
    figure(villages!, row, 'village.village_income_per_head', 'yuan a year'),
    written((rational(String(instance(villages!, row).facts['collective_income'])).valueOf() * 12) / 100),
    cardOf(villages!, row, lang),
  ]);
}

const perYear = { day: 365, week: 52, month: 12 } as const;

/** What is owed to how many, and how often that is in a year. */
function duties({ four }: Schemes, lang: Lang): Table {
  const { policy, run } = four!;
  return policy.duties.flatMap((duty, d) => {
    const column = [...run.results.duties[d]!];
    const owed = column.filter(one => one === OWED.yes).length;
    const perhaps = column.filter(one => one === OWED.perhaps).length;
    if (duty.cadence === null || owed + perhaps === 0) return [];
    const often = (duty.atLeast * perYear[duty.cadence.unit]) / duty.cadence.every;
    return [
      [
        wordOf(duty.label, lang, duty.id),
        String(often),
        String(owed),
        String(perhaps),
        perhaps ? `${owed * often} – ${(owed + perhaps) * often}` : String(owed * often),
      ],
    ];
  });
}

/** The tables of the page, by the name that stands before each. */
export const tables: Readonly<Record<string, (all: Schemes, lang: Lang) => Table>> = {
  households,
  cards,
  money,
  line,
  posts,
  relief,
  poor,
  shares,
  incidence,
  duties,
};
