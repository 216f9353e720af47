/** Who is how well off, and how much that is. */
import type { People } from './ages.ts';
import { orderByKey } from './choose.ts';
import type { Health } from './health.ts';
import { SOURCES } from './names.ts';
import type { Places } from './places.ts';
import { bell } from './random.ts';
import { FULL, WEAK, type Work } from './work.ts';
import { byHousehold, marks, stream, sum, type World, weights } from './world.ts';

export interface Standing {
  /** Yuan a year: net income of the whole household. */
  readonly net: Float64Array;
  /** Place among all people by net income per head, 0 to 1. */
  readonly rank: Float64Array;
  /** Households that report no income at all. */
  readonly none: Uint8Array;
}

/**
 * Net income per head. Where a household stands follows from its workers, dependants, illness, disability, village and luck; what
 * a place is worth follows from the figures for mean, median and the lowest fifth. Households with a disabled member
 * are moved down as a group until they stand as far below the mean as the figure says.
 */
export function makeStanding(
  world: World,
  places: Places,
  health: Health,
  labour: Uint8Array,
  work: Work,
): Standing {
  const { figures, households } = world;
  const random = stream(world, 'standing');
  const workers = byHousehold(world, m => (labour[m] === FULL ? 1 : labour[m] === WEAK ? 0.4 : 0));
  const earners = byHousehold(world, m => (work.employed[m] ? 0.3 + work.monthsAway[m]! / 12 : 0));
  const severe = byHousehold(world, m => health.severe[m]!);
  const disabled = byHousehold(world, m => (health.grade[m] ? 1 : 0));
  const none = noIncome(world, health, workers);
  const noise = weights(households, () => bell(random));
  const base = weights(households, h => {
    if (none[h]) return -100;
    const size = world.size[h]!;
    const work = (1.1 * workers[h]! + 1.2 * earners[h]!) / size;
    return (
      work - (severe[h] ? 0.45 : 0) - 0.06 * size + 0.12 * places.level[world.village[h]!]! + 0.75 * noise[h]!
    );
  });
  const quantile = makeQuantiles(world);
  const ratio = figures.number('disability-income-ratio');
  // Income falls steadily as the shift grows: the line through the last two trials soon meets the figure.
  const gap = (standing: Standing): number => ratioOf(world, standing, disabled) - ratio;
  let last = { shift: 0, gap: gap(settle(world, base, disabled, none, 0, quantile)) };
  let shift = 0.8;
  let found = settle(world, base, disabled, none, shift, quantile);
  for (let round = 0; round < 12; round++) {
    const now = gap(found);
    if (!(Math.abs(now) > 0.0005) || now === last.gap) break;
    const next = shift + (now * (shift - last.shift)) / (last.gap - now);
    last = { shift, gap: now };
    shift = Math.min(8, Math.max(0, next));
    found = settle(world, base, disabled, none, shift, quantile);
  }
  return found;
}

/** A few of the households without a worker, the ill and disabled first: they report no income at all. */
function noIncome(world: World, health: Health, workers: Float64Array): Uint8Array {
  const random = stream(world, 'no-income');
  const burden = byHousehold(world, m => health.severe[m]! + (health.grade[m] ? 1 : 0));
  const key = weights(world.households, h =>
    workers[h] === 0 ? random() / (0.2 + burden[h]!) : 1000 + random(),
  );
  const quota = world.members * world.figures.share('no-income');
  const chosen = new Uint8Array(world.households);
  let people = 0;
  for (const h of orderByKey(key)) {
    if (workers[h]! > 0 || people + world.size[h]! > quota) break;
    chosen[h] = 1;
    people += world.size[h]!;
  }
  return chosen;
}

function settle(
  world: World,
  base: Float64Array,
  disabled: Float64Array,
  none: Uint8Array,
  shift: number,
  quantile: (u: number) => number,
): Standing {
  const order = orderByKey(base.map((value, h) => (disabled[h]! > 0 ? value - shift : value)));
  const net = new Float64Array(world.households);
  const rank = new Float64Array(world.households);
  let before = 0;
  for (const h of order) {
    const size = world.size[h]!;
    rank[h] = (before + size / 2) / world.members;
    net[h] = none[h] ? 0 : Math.max(1, Math.round(quantile(rank[h]!) * size));
    before += size;
  }
  return { net, rank, none };
}

/** Income per head of people in households with a disabled member, as a ratio to that of all. */
function ratioOf(world: World, { net }: Standing, disabled: Float64Array): number {
  const people = weights(world.households, h => (disabled[h]! > 0 ? world.size[h]! : 0));
  const theirs = weights(world.households, h => (disabled[h]! > 0 ? net[h]! : 0));
  return sum(theirs) / Math.max(1, sum(people)) / (sum(net) / world.members);
}

/**
 * Income per head by place among people. The figures gives points of the curve; below 20 % it is stretched until the lowest fifth
 * has its mean, above the middle until all have theirs.
 */
function makeQuantiles(world: World): (u: number) => number {
  const { figures } = world;
  const points = Object.entries(figures.numbers('income-curve'))
    .map(([place, value]) => [Number(place) / 100, value] as const)
    .sort((a, b) => a[0] - b[0]);
  const median = figures.number('income-median');
  const raw = (u: number): number => {
    let k = 1;
    while (k < points.length - 1 && points[k]![0] < u) k++;
    const [[u0, q0], [u1, q1]] = [points[k - 1]!, points[k]!];
    return q0 + ((q1 - q0) * (u - u0)) / (u1 - u0);
  };
  const area = (from: number, to: number): number => {
    const steps = 20_000;
    let total = 0;
    for (let i = 0; i < steps; i++) total += raw(from + ((to - from) * (i + 0.5)) / steps);
    return (total / steps) * (to - from);
  };
  const atFifth = raw(0.2);
  const toMedian = median / raw(0.5);
  const low =
    (atFifth * toMedian * 0.2 - figures.number('income-lowest-fifth') * 0.2) /
    ((atFifth * 0.2 - area(0, 0.2)) * toMedian);
  const middle = area(0.2, 0.5) * toMedian;
  const above = (area(0.5, 1) - 0.5 * raw(0.5)) * toMedian;
  const high =
    (figures.number('income-mean') - figures.number('income-lowest-fifth') * 0.2 - middle - 0.5 * median) /
    above;
  return u => {
    const value = raw(u) * toMedian;
    if (u < 0.2) return Math.max(0, atFifth * toMedian - low * (atFifth * toMedian - value));
    return u <= 0.5 ? value : median + high * (value - median);
  };
}

export interface Incomes {
  readonly wage: Float64Array;
  readonly operating: Float64Array;
  readonly costs: Float64Array;
  readonly property: Float64Array;
  readonly transfer: Float64Array;
}

/**
 * Net income by source: what a household has of each follows from who works where, who is old, disabled or on assistance; then the
 * parts are raked until the registered, and all together, have the shares of the figures.
 */
export function makeIncomes(
  world: World,
  standing: Standing,
  people: People,
  health: Health,
  labour: Uint8Array,
  work: Work,
  registered: Uint8Array,
  assisted: Uint8Array,
): Incomes {
  const random = stream(world, 'incomes');
  const { households, size } = world;
  const pay = byHousehold(world, m => (work.employed[m] ? 0.25 + work.monthsAway[m]! / 7 : 0));
  const hands = byHousehold(world, m =>
    labour[m] === FULL && work.monthsAway[m]! < 9 ? 1 : labour[m] === WEAK ? 0.5 : 0,
  );
  const old = byHousehold(world, m => (people.age[m]! >= 60 ? 1 : 0));
  const frail = byHousehold(world, m => (health.grade[m] ? 0.6 : 0) + health.severe[m]! * 0.3);
  const parts = [
    weights(households, h => pay[h]! * (0.5 + random()) + 0.01),
    weights(households, h => (hands[h]! + 0.15) * (0.4 + 1.2 * random())),
    weights(households, () => 0.02 + (random() < 0.35 ? 0.12 * random() : 0)),
    weights(
      households,
      h => (0.08 * size[h]! + 0.55 * old[h]! + frail[h]! + 0.7 * assisted[h]!) * (0.6 + 0.8 * random()),
    ),
  ];
  const wanted = SOURCES.map(source => world.figures.shares('income-shares')[source]!);
  const ofList = SOURCES.map(source => world.figures.shares('income-shares-registered')[source]!);
  const total = sum(standing.net);
  const listed = sum(standing.net.map((net, h) => (registered[h] ? net : 0)));
  const ofOthers = wanted.map((share, k) =>
    Math.max(0.001, (share * total - ofList[k]! * listed) / (total - listed)),
  );
  const nets = SOURCES.map(() => new Float64Array(households));
  rake(
    standing.net,
    parts,
    marks(households, h => registered[h] === 1),
    ofList,
    nets,
  );
  rake(
    standing.net,
    parts,
    marks(households, h => registered[h] === 0),
    ofOthers,
    nets,
  );
  return withCosts(world, standing, nets as [Float64Array, Float64Array, Float64Array, Float64Array]);
}

/** Splits `net` by the parts, whose weights are scaled by source until the shares of the group hold. */
function rake(
  net: Float64Array,
  parts: readonly Float64Array[],
  group: Uint8Array,
  shares: readonly number[],
  into: readonly Float64Array[],
): void {
  const factors = shares.map(() => 1);
  let total = 0;
  for (let h = 0; h < net.length; h++) if (group[h]) total += net[h]!;
  for (let round = 0; round < 40 && total > 0; round++) {
    const sums = shares.map(() => 0);
    for (let h = 0; h < net.length; h++) {
      if (!group[h] || net[h] === 0) continue;
      let all = 0;
      for (let k = 0; k < parts.length; k++) all += parts[k]![h]! * factors[k]!;
      const unit = net[h]! / all;
      for (let k = 0; k < parts.length; k++) {
        into[k]![h] = parts[k]![h]! * factors[k]! * unit;
        sums[k]! += into[k]![h]!;
      }
    }
    const worst = Math.max(...shares.map((share, k) => Math.abs(sums[k]! / total - share)));
    if (worst < 1e-5) break;
    for (let k = 0; k < factors.length; k++) factors[k]! *= shares[k]! / Math.max(1e-9, sums[k]! / total);
  }
}

/** Whole yuan; transfers take up the rounding. Operating income is gross: what it cost stands beside it. */
function withCosts(
  world: World,
  { net }: Standing,
  nets: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
): Incomes {
  const random = stream(world, 'costs');
  const share = world.figures.share('operating-costs');
  const [wage, operatingNet, property, transfer] = nets;
  const operating = new Float64Array(net.length);
  const costs = new Float64Array(net.length);
  for (let h = 0; h < net.length; h++) {
    wage[h] = Math.floor(wage[h]!);
    property[h] = Math.floor(property[h]!);
    operatingNet[h] = Math.floor(operatingNet[h]!);
    transfer[h] = net[h]! - wage[h]! - property[h]! - operatingNet[h]!;
    const part = share * (0.5 + random());
    operating[h] = Math.round(operatingNet[h]! / (1 - part));
    costs[h] = operating[h]! - operatingNet[h]!;
  }
  return { wage, operating, costs, property, transfer };
}
