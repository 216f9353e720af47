/** Registration, exit, monitoring, dibao and tekun, causes of poverty. */
import type { People } from './ages.ts';
import { type Balance, chooseBalanced } from './balance.ts';
import { apportion, chooseByWeight, orderByKey } from './choose.ts';
import type { Health } from './health.ts';
import type { Standing } from './income.ts';
import { CAUSES } from './names.ts';
import type { Places } from './places.ts';
import { bell } from './random.ts';
import { FULL, WEAK } from './work.ts';
import { byHousehold, stream, sum, type World, weights } from './world.ts';

/** What these steps know of each household. */
export interface Homes {
  readonly world: World;
  readonly places: Places;
  readonly standing: Standing;
  readonly disabled: Float64Array;
  readonly graveDisabled: Float64Array;
  readonly severe: Float64Array;
  readonly chronic: Float64Array;
  readonly old: Float64Array;
  readonly minors: Float64Array;
  readonly students: Float64Array;
  readonly workers: Float64Array;
  readonly people: Float64Array;
}

export function knowHomes(
  world: World,
  places: Places,
  standing: Standing,
  people: People,
  health: Health,
  schooling: Uint8Array,
  labour: Uint8Array,
): Homes {
  const { age } = people;
  const { grade } = health;
  return {
    world,
    places,
    standing,
    disabled: byHousehold(world, m => (grade[m] ? 1 : 0)),
    graveDisabled: byHousehold(world, m => (grade[m] === 1 || grade[m] === 2 ? 1 : 0)),
    severe: byHousehold(world, m => health.severe[m]!),
    chronic: byHousehold(world, m => health.chronic[m]!),
    old: byHousehold(world, m => (age[m]! >= 60 ? 1 : 0)),
    minors: byHousehold(world, m => (age[m]! < 18 ? 1 : 0)),
    students: byHousehold(world, m => (schooling[m]! >= 3 ? 1 : 0)),
    workers: byHousehold(world, m => (labour[m] === FULL || labour[m] === WEAK ? 1 : 0)),
    people: Float64Array.from(world.size),
  };
}

/**
 * The registered: as many people as the figure says, with their mean income, their share of disabled and severely disabled
 * people, and their mean household size.
 */
export function chooseRegistered(homes: Homes): Uint8Array {
  const { world, places, standing, people } = homes;
  const { figures, households, members } = world;
  const list = members * figures.share('registered');
  const disabled = list * figures.share('disability-registered');
  const odds = weights(households, h => {
    const village = places.type[world.village[h]!]!;
    const poor = village === 2 ? 1 : village === 1 ? 2.2 : 3.5;
    const care = homes.severe[h]! * 1.1 + (homes.workers[h] === 0 ? 0.5 : 0) + homes.students[h]! * 0.2;
    return poor * Math.exp(care) * (standing.none[h] ? 1e6 : Math.exp(-4 * standing.rank[h]!));
  });
  const balances: Balance[] = [
    { of: people, total: list },
    { of: standing.net, total: list * figures.number('registered-income') },
    { of: homes.disabled, total: disabled },
    { of: homes.graveDisabled, total: disabled * figures.share('disability-severe-registered') },
    { of: new Float64Array(households).fill(1), total: list / figures.number('registered-size') },
  ];
  return chooseBalanced(odds, balances, stream(world, 'registered'));
}

export interface Exits {
  /** 0: never registered. */
  readonly year: Uint16Array;
  /** 0 exited, 1 not exited, 2 relapsed; 255: not registered. */
  readonly status: Uint8Array;
}
export const POVERTY_STATUS = ['exited', 'not_exited', 'relapsed'] as const;

/** The better off left first: people by year of exit as in the figures; those left at the end have not left. */
export function makeExits({ world, standing, workers, severe }: Homes, registered: Uint8Array): Exits {
  const random = stream(world, 'exits');
  const keys = weights(world.households, h =>
    registered[h]
      ? 0.5 * bell(random) -
        3 * standing.rank[h]! -
        0.25 * workers[h]! +
        0.4 * severe[h]! +
        (standing.none[h] ? 1 : 0)
      : 1e6,
  );
  const listed = sum(weights(world.households, h => (registered[h] ? world.size[h]! : 0)));
  const shares = world.figures.shares('exits');
  const labels = Object.keys(shares);
  const quotas = apportion(Object.values(shares), listed);
  const year = new Uint16Array(world.households);
  const status = new Uint8Array(world.households).fill(255);
  let step = 0;
  let [people, quota] = [0, quotas[0]!];
  for (const h of orderByKey(keys)) {
    if (!registered[h]) break;
    while (step < labels.length - 1 && people + world.size[h]! / 2 > quota) quota += quotas[++step]!;
    people += world.size[h]!;
    const label = labels[step]!;
    if (label === 'not_exited') status[h] = random() < world.figures.share('relapsed') ? 2 : 1;
    else [status[h], year[h]] = [0, Number(label)];
  }
  return { year, status };
}

export const MONITORED = ['none', 'unstable_exit', 'marginal', 'sudden_hardship'] as const;

/** Monitored people by type, as many as the figures say: those with low income and a risk first. */
export function makeMonitored(
  homes: Homes,
  registered: Uint8Array,
  exits: Exits,
  risks: Float64Array,
): Uint8Array {
  const { world, standing, people } = homes;
  const random = stream(world, 'monitored');
  const monitored = new Uint8Array(world.households);
  const kinds: [number, string, (h: number) => boolean, number][] = [
    [1, 'unstable-exit', h => registered[h] === 1 && exits.status[h] === 0, 9],
    [2, 'marginal', h => registered[h] === 0 && standing.rank[h]! < 0.3, 14],
    [3, 'sudden-hardship', h => standing.rank[h]! > 0.1, 1],
  ];
  for (const [code, figure, may, poverty] of kinds) {
    const odds = weights(world.households, h =>
      may(h) && monitored[h] === 0 ? Math.exp(0.8 * risks[h]! - poverty * standing.rank[h]!) : 0,
    );
    const chosen = chooseBalanced(
      odds,
      [{ of: people, total: world.members * world.figures.share(figure) }],
      random,
    );
    for (let h = 0; h < world.households; h++) if (chosen[h]) monitored[h] = code;
  }
  return monitored;
}

export const HOUSEHOLD_TYPES = ['ordinary', 'dibao', 'tekun'] as const;
export const DIBAO_CLASSES = ['none', 'a', 'b', 'c'] as const;

/** Tekun: without workers, small, mostly old; dibao: with the figures' shares of old, minor and disabled people. */
export function makeAssistance(
  homes: Homes,
  registered: Uint8Array,
): { type: Uint8Array; dibaoClass: Uint8Array } {
  const { world, standing, people } = homes;
  const { figures, households, members } = world;
  const random = stream(world, 'assistance');
  const type = new Uint8Array(households);
  const bereft = weights(households, h =>
    homes.workers[h] === 0 && world.size[h]! <= 2 && homes.minors[h] === 0
      ? Math.exp(-5 * standing.rank[h]!) * (world.size[h] === 1 ? 6 : 1)
      : 0,
  );
  const tekun = chooseBalanced(bereft, [{ of: people, total: members * figures.share('tekun') }], random);
  for (let h = 0; h < households; h++) if (tekun[h]) type[h] = 2;
  const odds = weights(households, h =>
    type[h] !== 0
      ? 0
      : Math.exp(-7 * standing.rank[h]! + 0.5 * homes.severe[h]! + (homes.workers[h] === 0 ? 0.6 : 0)),
  );
  const total = members * figures.share('dibao');
  const chosen = chooseBalanced(
    odds,
    [
      { of: people, total },
      { of: homes.old, total: total * figures.share('dibao-old') },
      { of: homes.minors, total: total * figures.share('dibao-minors') },
      { of: homes.disabled, total: total * figures.share('dibao-disabled') },
      {
        of: people.map((size, h) => (registered[h] ? size : 0)),
        total: total * figures.share('dibao-registered'),
      },
    ],
    random,
  );
  for (let h = 0; h < households; h++) if (chosen[h]) type[h] = 1;
  return { type, dibaoClass: dibaoClasses(homes, chosen) };
}

function dibaoClasses(homes: Homes, dibao: Uint8Array): Uint8Array {
  const { world, standing } = homes;
  const random = stream(world, 'dibao-class');
  const keys = weights(world.households, h =>
    dibao[h]
      ? standing.rank[h]! * 4 + 0.3 * homes.workers[h]! - 0.3 * homes.graveDisabled[h]! + 0.3 * random()
      : 1e6,
  );
  const quotas = apportion(
    ['a', 'b', 'c'].map(each => world.figures.shares('dibao-classes')[each]!),
    sum(dibao),
  );
  const classes = new Uint8Array(world.households);
  let at = 0;
  const order = orderByKey(keys);
  quotas.forEach((count, k) => {
    for (let i = 0; i < count; i++) classes[order[at++]!] = k + 1;
  });
  return classes;
}

export const NO_CAUSE = 255;

/** One main cause for each registered or monitored household, likeliest where it shows; shares of the registered exact. */
export function makeCauses(homes: Homes, registered: Uint8Array, monitored: Uint8Array): Uint8Array {
  const { world } = homes;
  const random = stream(world, 'causes');
  const causes = new Uint8Array(world.households).fill(NO_CAUSE);
  const shows: Partial<Record<(typeof CAUSES)[number], (h: number) => number>> = {
    illness: h => 0.25 + 8 * homes.severe[h]! + 1.2 * homes.chronic[h]!,
    disability: h => (homes.disabled[h]! > 0 ? 1 + 2 * homes.graveDisabled[h]! : 0.001),
    schooling: h => (homes.students[h]! > 0 ? 1 : 0.001),
    labour: h => (homes.workers[h] === 0 ? 1 : homes.workers[h] === 1 ? 0.15 : 0.01),
  };
  for (const list of [1, 0]) {
    const open = weights(world.households, h =>
      registered[h] === list && (list === 1 || monitored[h]! > 0) ? 1 : 0,
    );
    const illness = world.figures.share('cause-illness');
    const others = world.figures.shares('other-causes');
    const parts = CAUSES.map(cause => (cause === 'illness' ? illness : (1 - illness) * others[cause]!));
    const quotas = apportion(parts, sum(open));
    CAUSES.forEach((cause, k) => {
      const odds = open.map((mark, h) => (mark === 0 ? 0 : (shows[cause]?.(h) ?? 1)));
      const chosen = chooseByWeight(odds, quotas[k]!, random);
      for (let h = 0; h < world.households; h++) {
        if (!chosen[h]) continue;
        causes[h] = k;
        open[h] = 0;
      }
    });
  }
  return causes;
}
