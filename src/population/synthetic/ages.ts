/** Age and sex. Parents follow from their children, grandparents from parents; who lives alone or as a couple makes up the rest. */
import { chooseByWeight, orderByKey } from './choose.ts';
import { bell, type Random } from './random.ts';
import { CHILD, ELDER, KIN, KINDS, PARENT, stream, sum, type World, weights } from './world.ts';

const OLDEST = 97;

export interface People {
  /** Years with their fraction, on the day of the figures. */
  readonly age: Float64Array;
  /** 1: male. */
  readonly male: Uint8Array;
}

export function makePeople(world: World): People {
  const age = new Float64Array(world.members);
  childrenAges(world, age);
  parentsAges(world, age);
  aloneAges(world, age);
  return { age, male: sexes(world, age) };
}

/** How old the eldest child is at most, by kind of household, before the ages are stretched to the figure for the young. */
const ELDEST: Readonly<Record<string, readonly [number, number]>> = {
  nuclear: [0, 27],
  three_generation: [0, 24],
  single_parent: [3, 36],
  skip_generation: [1, 19],
};

/** Children's ages, stretched so that exactly the wanted share of all people is under 15. */
function childrenAges(world: World, age: Float64Array): void {
  const random = stream(world, 'children');
  const children: number[] = [];
  let eldest = 0;
  for (let m = 0; m < world.members; m++) {
    if (world.generation[m] !== CHILD) continue;
    const [least, most] = ELDEST[KINDS[world.kind[world.home[m]!]!]!]!;
    const isFirst = m === 0 || world.home[m - 1] !== world.home[m] || world.generation[m - 1] !== CHILD;
    if (isFirst) age[m] = eldest = least + (most - least) * random();
    else {
      const next = age[m - 1]! - 1.2 - 4 * random();
      age[m] = next >= 0 ? next : eldest * random();
    }
    children.push(m);
  }
  const young = Math.round(world.members * world.figures.share('age-under-15'));
  const sorted = Float64Array.from(children, m => age[m]!).sort();
  const limit = sorted[young - 1] ?? OLDEST;
  const beyond = sorted[young] ?? limit + 1;
  const stretch = 15 / ((limit + beyond) / 2);
  for (const m of children) age[m] = Math.min(age[m]! * stretch, 45);
}

/** Parents from the eldest child, grandparents from the elder parent or, without parents, from the grandchild. */
function parentsAges(world: World, age: Float64Array): void {
  const random = stream(world, 'parents');
  for (let h = 0; h < world.households; h++) {
    const kind = KINDS[world.kind[h]!]!;
    if (kind === 'single' || kind === 'couple') continue;
    const [from, to] = [world.first[h]!, world.first[h + 1]!];
    const eldest = oldest(world, age, from, to, CHILD);
    if (kind === 'other') kinAges(world, age, from, to, random);
    else setPair(world, age, from, to, PARENT, eldest + 20 + 5 * Math.abs(bell(random)), random);
    const base = Math.max(oldest(world, age, from, to, PARENT), kind === 'skip_generation' ? eldest + 23 : 0);
    setPair(world, age, from, to, ELDER, base + 20.5 + 8 * random(), random);
  }
}

function oldest(world: World, age: Float64Array, from: number, to: number, generation: number): number {
  let most = 0;
  for (let m = from; m < to; m++) if (world.generation[m] === generation) most = Math.max(most, age[m]!);
  return most;
}

/** The husband is a little older, mostly; `youngest` is the wife's age. */
function setPair(
  world: World,
  age: Float64Array,
  from: number,
  to: number,
  generation: number,
  youngest: number,
  random: Random,
): void {
  for (let m = from; m < to; m++) {
    if (world.generation[m] !== generation) continue;
    const older = world.pair[m] === 1 ? 1.8 + 1.6 * bell(random) : 0;
    age[m] = Math.min(OLDEST, Math.max(18, youngest + older));
  }
}

/** Grown brothers, sisters and other kin; in larger households with a mother or father. */
function kinAges(world: World, age: Float64Array, from: number, to: number, random: Random): void {
  const middle = 24 + 34 * random();
  for (let m = from; m < to; m++)
    if (world.generation[m] === PARENT || world.generation[m] === KIN)
      age[m] = Math.max(18, middle + 5 * bell(random));
}

/**
 * People alone and couples: their ages are spread so that exactly the wanted numbers of people are 60 and over, and 65 and
 * over, counting those who were already given an age.
 */
function aloneAges(world: World, age: Float64Array): void {
  const random = stream(world, 'alone');
  const alone: number[] = [];
  let raw = 0;
  for (let m = 0; m < world.members; m++) {
    const kind = KINDS[world.kind[world.home[m]!]!]!;
    if (kind !== 'single' && kind !== 'couple') continue;
    if (world.pair[m] !== 2) raw = random();
    age[m] = world.pair[m] === 2 ? Math.max(0, raw - 0.05 + 0.02 * bell(random)) : raw;
    alone.push(m);
  }
  const order = orderByKey(Float64Array.from(alone, m => age[m]!));
  const count = alone.length;
  const free = (from: number, figure: 'age-60' | 'age-65'): number => {
    let settled = 0;
    for (let m = 0; m < world.members; m++) {
      const kind = KINDS[world.kind[world.home[m]!]!]!;
      if (kind !== 'single' && kind !== 'couple' && age[m]! >= from) settled++;
    }
    return Math.min(count, Math.max(0, Math.round(world.members * world.figures.share(figure)) - settled));
  };
  const over65 = free(65, 'age-65');
  const over60 = Math.max(over65, free(60, 'age-60'));
  order.forEach((place, rank) => {
    age[alone[place]!] = aloneAge(rank, count - over60, count - over65, count);
  });
}

/** The age at a rank among those alone: from 22 up, 60 at rank `at60`, 65 at `at65`, thinning out towards the oldest. */
function aloneAge(rank: number, at60: number, at65: number, count: number): number {
  if (rank < at60) return 22 + (38 * (rank + 0.5)) / at60;
  if (rank < at65) return 60 + (5 * (rank - at60 + 0.5)) / (at65 - at60);
  const t = (rank - at65 + 0.5) / (count - at65);
  return 65 + 28 * t * (0.55 + 0.45 * t);
}

/** Husbands and wives are given; among the others as many are male as the figure asks for. */
function sexes(world: World, age: Float64Array): Uint8Array {
  const random = stream(world, 'sex');
  const male = Uint8Array.from(world.pair, pair => (pair === 1 ? 1 : 0));
  const husbands = sum(male);
  const odds = weights(world.members, m =>
    world.pair[m] !== 0 ? 0 : age[m]! < 30 ? 0.53 : age[m]! < 60 ? 0.56 : 0.46,
  );
  const chosen = chooseByWeight(odds, world.members * world.figures.share('male') - husbands, random);
  for (let m = 0; m < world.members; m++) if (chosen[m] === 1) male[m] = 1;
  return male;
}

/** Day of birth that makes somebody exactly `age` on `day` (days since 1970-01-01). */
export function birthDays(ages: Float64Array, day: string): Int32Array {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const anniversaries = new Map<number, number>();
  return Int32Array.from(ages, age => {
    const years = Math.floor(age);
    let anniversary = anniversaries.get(years);
    if (anniversary === undefined) {
      anniversary = Math.round(Date.UTC(year - years, month - 1, date) / 86_400_000);
      anniversaries.set(years, anniversary);
    }
    return anniversary - Math.floor((age - years) * 364);
  });
}
