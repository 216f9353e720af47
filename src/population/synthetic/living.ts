/** Housing, assets, costs and risks of households. */
import type { People } from './ages.ts';
import { chooseByWeight } from './choose.ts';
import type { Health } from './health.ts';
import type { Incomes } from './income.ts';
import type { Homes } from './listing.ts';
import { bell, type Random } from './random.ts';
import type { Work } from './work.ts';
import { byHousehold, KINDS, marks, stream, sum, type World, weights } from './world.ts';

/** Skewed as spending is: many small, few large; mean about 1. */
function skewed(random: Random): number {
  const normal = bell(random);
  return Math.exp(0.7 * normal - 0.245);
}

export interface Costs {
  readonly medical: Float64Array;
  readonly selfPaid: Float64Array;
  readonly education: Float64Array;
  readonly disaster: Float64Array;
  readonly other: Float64Array;
  readonly lastYear: Float64Array;
}

export function makeCosts(
  homes: Homes,
  people: People,
  health: Health,
  schooling: Uint8Array,
  incomes: Incomes,
  registered: Uint8Array,
): Costs {
  const { world } = homes;
  const { figures, households } = world;
  const random = stream(world, 'spending');
  const unit = figures.number('medical-costs');
  const need = byHousehold(
    world,
    m =>
      0.55 +
      (people.age[m]! > 60 ? 0.5 : 0) +
      1.1 * health.chronic[m]! +
      22 * health.severe[m]! +
      (health.grade[m] ? 1 : 0),
  );
  const fees = figures.numbers('education-costs');
  const byStage = ['none', 'preschool', 'compulsory', 'senior', 'vocational', 'higher'].map(
    stage => fees[stage] ?? 0,
  );
  const school = byHousehold(world, m => byStage[schooling[m]!]!);
  const struck = chooseByWeight(
    weights(households, () => 1),
    households * figures.share('disaster-struck'),
    random,
  );
  const [selfOther, selfListed] = [figures.share('self-paid-other'), figures.share('self-paid-registered')];
  const growth = 1 + figures.share('income-growth');
  const fall = figures.share('income-fallen');
  const costs: Costs = {
    medical: new Float64Array(households),
    selfPaid: new Float64Array(households),
    education: new Float64Array(households),
    disaster: new Float64Array(households),
    other: new Float64Array(households),
    lastYear: new Float64Array(households),
  };
  for (let h = 0; h < households; h++) {
    const [one, two, three, four] = [skewed(random), random(), skewed(random), random()];
    costs.medical[h] = Math.round((unit * need[h]! * one) / 10) * 10;
    const part = (registered[h] ? selfListed : selfOther) * (0.6 + 0.8 * two);
    costs.selfPaid[h] = Math.round(costs.medical[h]! * Math.min(1, part));
    costs.education[h] = Math.round((school[h]! * (0.6 + 0.4 * three)) / 10) * 10;
    costs.disaster[h] = struck[h]
      ? Math.round((figures.number('disaster-loss') * skewed(random)) / 10) * 10
      : 0;
    costs.other[h] =
      four < 0.3 ? Math.round((figures.number('other-rigid-costs') * skewed(random)) / 10) * 10 : 0;
    const now = incomes.wage[h]! + incomes.operating[h]! + incomes.property[h]! + incomes.transfer[h]!;
    const change = random() < fall ? 1.5 + random() : (1 + 0.08 * bell(random)) / growth;
    costs.lastYear[h] = Math.round(Math.max(0, now * change));
  }
  return costs;
}

export interface Housing {
  /** 0 a … 3 d. */
  readonly grade: Uint8Array;
  readonly newHouse: Uint8Array;
  readonly compliant: Uint8Array;
  readonly repair: Float64Array;
  readonly relocated: Uint8Array;
}

export function makeHousing(homes: Homes, registered: Uint8Array, exited: Uint8Array): Housing {
  const { world, standing } = homes;
  const { figures, households } = world;
  const random = stream(world, 'housing');
  const listed = sum(registered);
  const relocated = chooseByWeight(
    weights(households, h => (registered[h] ? 1.2 - standing.rank[h]! : 0)),
    listed * figures.share('relocated'),
    random,
  );
  const grade = new Uint8Array(households);
  for (const [list, figure] of [
    [1, 'unsafe-housing-registered'],
    [0, 'unsafe-housing-other'],
  ] as const) {
    const odds = weights(households, h =>
      registered[h] !== list || relocated[h]
        ? 0
        : Math.exp(-3 * standing.rank[h]!) * (list && !exited[h] ? 4 : 1),
    );
    const unsafe = chooseByWeight(
      odds,
      (list ? listed : households - listed) * figures.share(figure),
      random,
    );
    for (let h = 0; h < households; h++) {
      if (registered[h] !== list) continue;
      if (unsafe[h]) grade[h] = random() < figures.share('grade-d-of-unsafe') ? 3 : 2;
      else grade[h] = relocated[h] ? 0 : random() < 0.3 + 0.5 * standing.rank[h]! ? 0 : 1;
    }
  }
  const [building, compliantShare, repairing] = [
    figures.share('rebuilds-grade-d'),
    figures.share('area-compliant'),
    figures.share('repairs-grade-c'),
  ];
  const newHouse = marks(households, h => grade[h] === 3 && random() < building);
  const repair = weights(households, h =>
    grade[h] === 2 && random() < repairing
      ? Math.round((figures.number('repair-costs') * skewed(random)) / 100) * 100
      : 0,
  );
  return {
    grade,
    relocated,
    newHouse,
    repair,
    compliant: marks(households, () => random() < compliantShare),
  };
}

export interface Assets {
  readonly car: Uint8Array;
  readonly flat: Uint8Array;
  readonly luxury: Uint8Array;
  readonly company: Uint8Array;
  readonly payroll: Uint8Array;
  readonly apart: Uint8Array;
  readonly courtyard: Uint8Array;
  readonly loan: Uint8Array;
  /** Hundredths of a mu. */
  readonly land: Float64Array;
  readonly tools: Uint8Array;
  readonly goods: Uint8Array;
}

/** What the better off own oftener; the registered seldom have what bars them. */
export function makeAssets(homes: Homes, registered: Uint8Array, assisted: Uint8Array): Assets {
  const { world, standing, workers } = homes;
  const { figures, households } = world;
  const owners = (name: string, steep: number, listed: number): Uint8Array =>
    chooseByWeight(
      weights(
        households,
        h =>
          Math.exp(steep * standing.rank[h]!) *
          (registered[h] ? listed : 1) *
          (homes.old[h] === world.size[h] ? 0.3 : 1),
      ),
      households * figures.share(name),
      stream(world, name),
    );
  const random = stream(world, 'assets');
  const aged = weights(households, h => {
    const kind = KINDS[world.kind[h]!]!;
    const alone = kind === 'single' || kind === 'couple';
    return alone && homes.old[h]! > 0 ? (assisted[h] ? 0.4 : 1) : 0;
  });
  const able = weights(households, h => (workers[h]! > 0 ? 1 + 2 * registered[h]! : 0));
  const goods = new Uint8Array(households);
  for (const [good, share] of Object.entries(figures.numbers('durable-goods'))) {
    // More than one for each household: everyone has the whole ones.
    const firsts = Math.floor(share);
    const more = chooseByWeight(
      weights(households, h => 0.2 + standing.rank[h]!),
      households * (share - firsts),
      stream(world, good),
    );
    for (let h = 0; h < households; h++) goods[h]! += firsts + more[h]!;
  }
  const perHead = figures.number('land-per-head');
  return {
    car: owners('cars', 2.2, 0.15),
    flat: owners('commercial-flats', 3, 0.05),
    luxury: owners('luxury-renovation', 4, 0.03),
    company: owners('companies', 4, 0.1),
    payroll: owners('public-payroll', 2.5, 0.1),
    apart: chooseByWeight(
      aged,
      sum(aged.map(odds => (odds > 0 ? 1 : 0))) * figures.share('parents-apart'),
      random,
    ),
    courtyard: chooseByWeight(able, households * figures.share('courtyard-accepted'), random),
    loan: chooseByWeight(able, households * figures.share('wants-loan'), random),
    land: weights(households, h => Math.round(perHead * world.size[h]! * (0.3 + 1.4 * random()) * 10) * 10),
    tools: Uint8Array.from(
      workers,
      count => (random() < 0.18 * (count + 1) ? 1 : 0) + (random() < 0.06 * count ? 1 : 0),
    ),
    goods,
  };
}

export interface Risks {
  readonly illness: Uint8Array;
  readonly disaster: Uint8Array;
  readonly schooling: Uint8Array;
  readonly job: Uint8Array;
  readonly industry: Uint8Array;
}

/** Risks where they show: costs against income, loss, students, people away, farming. */
export function makeRisks(homes: Homes, costs: Costs, incomes: Incomes, work: Work): Risks {
  const { world, standing, severe, students } = homes;
  const { figures, households } = world;
  const away = byHousehold(world, m => (work.monthsAway[m]! > 0 ? 1 : 0));
  const draw = (name: string, of: (h: number) => number): Uint8Array =>
    chooseByWeight(
      weights(households, h => of(h) * Math.exp(-2 * standing.rank[h]!)),
      households * figures.share(name),
      stream(world, name),
    );
  return {
    illness: draw(
      'illness-risk',
      h => 0.02 + 2 * severe[h]! + (4 * costs.selfPaid[h]!) / (standing.net[h]! + 2000),
    ),
    disaster: draw('disaster-risk', h => 0.3 + (costs.disaster[h]! > 0 ? 20 : 0)),
    schooling: draw(
      'schooling-risk',
      h => 0.001 + students[h]! * (0.2 + costs.education[h]! / (standing.net[h]! + 2000)),
    ),
    job: draw('job-risk', h => 0.05 + away[h]! * (incomes.wage[h]! / (standing.net[h]! + 1))),
    industry: draw('industry-risk', h => 0.05 + incomes.operating[h]! / (standing.net[h]! + 2000)),
  };
}

/** Fewer of the chosen than of the others lack it: marks those who have it. */
export function secure(
  world: World,
  name: string,
  odds: Float64Array,
  of: number,
  share: number,
): Uint8Array {
  const lacking = chooseByWeight(odds, of * (1 - share), stream(world, name));
  return lacking.map(mark => 1 - mark);
}
