/** How each figure of a spec is found again in a population, from its columns alone. */
import { orderByKey } from './choose.ts';
import { CAUSES, SOURCES } from './names.ts';
import { both, type Measure, shareOf, sumOf, type Test, type View } from './view.ts';

type Found = number | Readonly<Record<string, number>>;

export interface Gauge extends View {
  readonly size: (household: number) => number;
  /** The household's fact for its members. */
  ofHome(test: Test): Test;
  readonly net: Measure;
  readonly age: Measure;
  readonly registered: Test;
  readonly disabled: Test;
}

export function gaugeOf(view: View): Gauge {
  const incomes = SOURCES.map(source => view.number('household', `${source}_income`));
  const costs = view.number('household', 'operating_costs');
  return {
    ...view,
    size: h => view.first[h + 1]! - view.first[h]!,
    ofHome: test => m => test(view.home[m]!),
    net: h => {
      const spent = costs(h);
      let total = 0;
      for (const income of incomes) {
        const part = income(h);
        if (part === null) return null;
        total += part;
      }
      return spent === null ? null : total - spent;
    },
    age: view.number('member', 'age'),
    registered: view.yes('household', 'registered'),
    disabled: view.is('member', 'disability_grade', '1', '2', '3', '4'),
  };
}

const members = (g: Gauge, test: Test, among?: Test): number => shareOf(g.members.rows, test, among);
const households = (g: Gauge, test: Test, among?: Test): number => shareOf(g.households.rows, test, among);
const aged =
  (g: Gauge, from: number, to = 1000): Test =>
  m => {
    const age = g.age(m);
    return age === null ? null : age >= from && age < to;
  };

/** Disabled members of each household: none, one, several. */
function withDisabled(g: Gauge, least: number): Test {
  return h => {
    let count = 0;
    for (let m = g.first[h]!; m < g.first[h + 1]!; m++) if (g.disabled(m) === true) count++;
    return count >= least;
  };
}

function incomePerHead(g: Gauge, among: Test = () => true): number {
  const known: Test = h => (g.net(h) === null ? false : among(h));
  return sumOf(g.households.rows, g.net, known) / sumOf(g.households.rows, g.size, known);
}

/** Mean income per head of the people between two places, or the income at one place. */
function incomeCurve(g: Gauge): { at(place: number): number; meanBelow(place: number): number } {
  const rows = g.households.rows;
  const perHead = Float64Array.from({ length: rows }, (_, h) => (g.net(h) ?? Number.NaN) / g.size(h));
  const order = orderByKey(perHead.map(value => (Number.isNaN(value) ? 1e9 : value))).filter(
    h => !Number.isNaN(perHead[h]!),
  );
  const people = sumOf(rows, g.size, h => !Number.isNaN(perHead[h]!));
  return {
    at(place) {
      let before = 0;
      for (const h of order) {
        before += g.size(h);
        if (before >= place * people) return perHead[h]!;
      }
      return Number.NaN;
    },
    meanBelow(place) {
      let before = 0;
      let total = 0;
      for (const h of order) {
        const count = Math.min(g.size(h), place * people - before);
        if (count <= 0) break;
        total += perHead[h]! * count;
        before += count;
      }
      return total / before;
    },
  };
}

function incomeShares(g: Gauge, among: Test): Record<string, number> {
  const rows = g.households.rows;
  const costs = sumOf(rows, g.number('household', 'operating_costs'), among);
  const sums = SOURCES.map(
    source =>
      sumOf(rows, g.number('household', `${source}_income`), among) - (source === 'operating' ? costs : 0),
  );
  const total = sums.reduce((a, b) => a + b, 0);
  return Object.fromEntries(SOURCES.map((source, k) => [source, sums[k]! / total]));
}

function exits(g: Gauge): Record<string, number> {
  const year = g.number('household', 'exit_year');
  const left = g.is('household', 'poverty_status', 'exited');
  const years = ['2014', '2015', '2016', '2017', '2018', '2019'];
  const people = (test: Test): number => sumOf(g.households.rows, g.size, both(g.registered, test));
  const all = people(() => true);
  const shares = years.map(
    each => [each, people(h => left(h) === true && year(h) === Number(each)) / all] as const,
  );
  return Object.fromEntries([...shares, ['not_exited', people(h => left(h) === false) / all]]);
}

/** Share of people who live in households for which `test` holds. */
function people(g: Gauge, test: Test, among: Test = () => true): number {
  return sumOf(g.households.rows, g.size, both(among, test)) / sumOf(g.households.rows, g.size, among);
}

const sizes = (g: Gauge, from: number, to = from): number =>
  households(g, h => g.size(h) >= from && g.size(h) <= to);
const sex = (g: Gauge, value: string): Test => both(g.is('member', 'sex', value), aged(g, 15));
const onDibao = (g: Gauge): Test => g.ofHome(g.is('household', 'household_type', 'dibao'));
const unregistered =
  (g: Gauge): Test =>
  h => {
    const registered = g.registered(h);
    return registered === null ? null : !registered;
  };

/** Who lives together, told by how they are related to the head. */
function householdTypes(g: Gauge): Record<string, number> {
  const relations = ['spouse', 'child', 'child_in_law', 'parent', 'grandchild', 'other'] as const;
  const tests = relations.map(relation => g.is('member', 'relation', relation));
  const counts: Record<string, number> = { couple: 0, nuclear: 0, skip_generation: 0, three_generation: 0 };
  for (let h = 0; h < g.households.rows; h++) {
    const has = tests.map(test => {
      for (let m = g.first[h]!; m < g.first[h + 1]!; m++) if (test(m) === true) return true;
      return false;
    });
    const [spouse, child, inLaw, parent, grandchild, other] = has as [
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
      boolean,
    ];
    if ((parent && child) || (grandchild && (child || inLaw))) counts['three_generation']!++;
    else if (grandchild) counts['skip_generation']!++;
    else if (spouse && child && !other) counts['nuclear']!++;
    else if (spouse && g.size(h) === 2) counts['couple']!++;
  }
  return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, count / g.households.rows]));
}

export const MEASURES: Readonly<Record<string, (gauge: Gauge) => Found>> = {
  'household-mean': g => g.members.rows / g.households.rows,
  'household-size': g => ({
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map(size => [size, sizes(g, size)])),
    9: sizes(g, 9, 1000),
  }),
  'household-type': householdTypes,
  'age-under-15': g => members(g, aged(g, 0, 15)),
  'age-60': g => members(g, aged(g, 60)),
  'age-65': g => members(g, aged(g, 65)),
  male: g => members(g, g.is('member', 'sex', 'male')),
  disability: g => members(g, g.disabled),
  'disability-households': g => households(g, withDisabled(g, 1)),
  'disability-several': g => households(g, withDisabled(g, 2), withDisabled(g, 1)),
  'disability-severe': g => members(g, g.is('member', 'disability_grade', '1', '2'), g.disabled),
  'chronic-15': g => members(g, g.yes('member', 'chronic_illness'), aged(g, 15)),
  'chronic-women': g => members(g, g.yes('member', 'chronic_illness'), sex(g, 'female')),
  'chronic-men': g => members(g, g.yes('member', 'chronic_illness'), sex(g, 'male')),
  'chronic-65': g => members(g, g.yes('member', 'chronic_illness'), aged(g, 65)),
  'severe-illness': g => members(g, g.yes('member', 'severe_illness')),
  'school-registered': g =>
    members(g, g.is('member', 'schooling', 'compulsory'), both(g.ofHome(g.registered), aged(g, 6, 16))),
  'school-other': g =>
    members(g, g.is('member', 'schooling', 'compulsory'), both(g.ofHome(unregistered(g)), aged(g, 6, 16))),
  'weak-workers': g => members(g, g.is('member', 'labour', 'weak'), g.is('member', 'labour', 'full', 'weak')),
  'income-mean': g => incomePerHead(g),
  'income-median': g => incomeCurve(g).at(0.5),
  'income-lowest-fifth': g => incomeCurve(g).meanBelow(0.2),
  'disability-income-ratio': g => incomePerHead(g, withDisabled(g, 1)) / incomePerHead(g),
  'income-shares': g => incomeShares(g, () => true),
  'income-shares-registered': g => incomeShares(g, g.registered),
  'no-income': g => people(g, h => g.net(h) === 0),
  registered: g => people(g, g.registered),
  'registered-size': g =>
    sumOf(g.households.rows, g.size, g.registered) / sumOf(g.households.rows, () => 1, g.registered),
  'registered-income': g => incomePerHead(g, g.registered),
  'disability-registered': g => members(g, g.disabled, g.ofHome(g.registered)),
  'disability-severe-registered': g =>
    members(g, g.is('member', 'disability_grade', '1', '2'), both(g.disabled, g.ofHome(g.registered))),
  exits,
  'cause-illness': g => households(g, g.is('household', 'main_cause', 'illness'), g.registered),
  'other-causes': g => {
    const cause = (...ids: string[]): Test => g.is('household', 'main_cause', ...ids);
    const others = both(g.registered, cause(...CAUSES.slice(1)));
    return Object.fromEntries(CAUSES.slice(1).map(id => [id, households(g, cause(id), others)]));
  },
  'unstable-exit': g => people(g, g.is('household', 'monitored_type', 'unstable_exit')),
  marginal: g => people(g, g.is('household', 'monitored_type', 'marginal')),
  tekun: g => people(g, g.is('household', 'household_type', 'tekun')),
  dibao: g => people(g, g.is('household', 'household_type', 'dibao')),
  'dibao-old': g => members(g, aged(g, 60), onDibao(g)),
  'dibao-minors': g => members(g, aged(g, 0, 18), onDibao(g)),
  'dibao-disabled': g => members(g, g.disabled, onDibao(g)),
  'dibao-registered': g => people(g, g.registered, g.is('household', 'household_type', 'dibao')),
  relocated: g => households(g, g.yes('household', 'relocated'), g.registered),
  'water-registered': g => households(g, g.yes('household', 'water_secure'), g.registered),
  'insured-registered': g => members(g, g.yes('member', 'basic_insured'), g.ofHome(g.registered)),
  'insured-other': g => members(g, g.yes('member', 'basic_insured'), g.ofHome(unregistered(g))),
  cars: g => households(g, g.yes('household', 'has_consumer_car')),
  'commercial-flats': g => households(g, g.yes('household', 'owns_commercial_flat')),
  'durable-goods': g => ({
    all: sumOf(g.households.rows, g.number('household', 'durable_goods')) / g.households.rows,
  }),
};
