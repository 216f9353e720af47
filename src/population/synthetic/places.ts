/** Villages and townships. */
import { apportion, chooseByWeight } from './choose.ts';
import type { Figures } from './figures.ts';
import { bell, randomStream } from './random.ts';

export const VILLAGE_TYPES = ['supervised', 'poor', 'ordinary'] as const;
const SUPERVISED = 0;
const POOR = 1;
const ORDINARY = 2;

export interface Places {
  readonly townships: number;
  readonly supervised: Uint8Array;
  readonly villages: number;
  /** Township of each village, ascending. */
  readonly township: Int32Array;
  /** Households of each village. */
  readonly households: readonly number[];
  readonly type: Uint8Array;
  readonly hasSolar: Uint8Array;
  /** Yuan a year. */
  readonly solarRevenue: Float64Array;
  readonly collectiveIncome: Float64Array;
  /** How well off a village is beside others, in deviations. */
  readonly level: Float64Array;
}

export function makePlaces(figures: Figures, seed: number, households: number): Places {
  const random = randomStream(seed, 'places');
  const villages = Math.max(1, Math.round(households / figures.number('village-households')));
  const townships = Math.max(1, Math.round(villages / figures.number('township-villages')));
  const township = Int32Array.from({ length: villages }, (_, v) => Math.floor((v * townships) / villages));
  const sizes = apportion(
    Array.from({ length: villages }, () => 0.5 + random()),
    households,
  );
  const supervised = chooseByWeight(
    Float64Array.from({ length: townships }, () => 1),
    Math.min(
      townships,
      Math.max(townships > 2 ? 1 : 0, Math.round(townships * figures.share('supervised-townships'))),
    ),
    random,
  );
  const level = Float64Array.from({ length: villages }, () => bell(random));
  const poor = chooseByWeight(
    level.map(value => Math.exp(-value)),
    villages * figures.share('poor-villages'),
    random,
  );
  const inSupervised = township.map(t => supervised[t]!);
  const watched = chooseByWeight(
    Float64Array.from({ length: villages }, (_, v) => poor[v]! * inSupervised[v]!),
    inSupervised.reduce((a, b) => a + b, 0) * figures.share('supervised-villages'),
    random,
  );
  const type = Uint8Array.from({ length: villages }, (_, v) =>
    watched[v] ? SUPERVISED : poor[v] ? POOR : ORDINARY,
  );
  const [solarPoor, solarOther] = [
    figures.share('solar-poor-villages'),
    figures.share('solar-other-villages'),
  ];
  const hasSolar = Uint8Array.from(type, t => (random() < (t === ORDINARY ? solarOther : solarPoor) ? 1 : 0));
  const meanSolar = figures.number('solar-revenue');
  const meanCollective = figures.number('collective-income');
  return {
    townships,
    supervised,
    villages,
    township,
    households: sizes,
    type,
    hasSolar,
    solarRevenue: Float64Array.from(hasSolar, has =>
      has ? Math.round((meanSolar * (0.4 + 1.2 * random())) / 100) * 100 : 0,
    ),
    collectiveIncome: Float64Array.from(type, t =>
      random() < 0.1
        ? 0
        : Math.round((meanCollective * (t === ORDINARY ? 1.15 : 0.55) * 2 * random()) / 100) * 100,
    ),
    level: level.map((value, v) => value - (type[v] === ORDINARY ? 0 : type[v] === POOR ? 0.6 : 1.2)),
  };
}

/** Village of each household. */
export function villagesOf(places: Places, households: number): Int32Array {
  const village = new Int32Array(households);
  let at = 0;
  places.households.forEach((count, v) => {
    village.fill(v, at, at + count);
    at += count;
  });
  return village;
}
