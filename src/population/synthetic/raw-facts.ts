/** Everything made, under the ids of the standard vocabulary. */
import { daysOf } from '../cell.ts';
import { birthDays, type People } from './ages.ts';
import { chooseByWeight } from './choose.ts';
import type { Health } from './health.ts';
import type { Incomes } from './income.ts';
import { DIBAO_CLASSES, type Exits, HOUSEHOLD_TYPES, MONITORED, POVERTY_STATUS } from './listing.ts';
import type { Assets, Costs, Housing, Risks } from './living.ts';
import { CAUSES, PAIRED } from './names.ts';
import { type Places, VILLAGE_TYPES } from './places.ts';
import { NO_DAY, type RawColumn, type RawColumns } from './raw-columns.ts';
import type { Security } from './security.ts';
import { LABOUR, SCHOOLING, type Work } from './work.ts';
import { KINDS, RELATIONS, stream, sum, type World, weights } from './world.ts';

const GRADES_OF_HOUSING = ['a', 'b', 'c', 'd'];
const GRADES_OF_DISABILITY = ['none', '1', '2', '3', '4'];
const SEXES = ['female', 'male'];

const yesNo = (values: Uint8Array): RawColumn => ({ kind: 'bool', values });
const choice = (values: Uint8Array, words: readonly string[]): RawColumn => ({ kind: 'enum', values, words });
const yuan = (values: Float64Array): RawColumn => ({ kind: 'number', values, decimals: 0 });
const count = (values: ArrayLike<number>): RawColumn => ({ kind: 'number', values, decimals: 0 });

/** Values that the vocabulary has to declare, by fact. */
export const VALUES_USED: Readonly<Record<string, readonly string[]>> = {
  'household.poverty_status': POVERTY_STATUS,
  'household.monitored_type': MONITORED,
  'household.paired_level': PAIRED,
  'household.household_type': HOUSEHOLD_TYPES,
  'household.dibao_class': DIBAO_CLASSES,
  'household.main_cause': CAUSES,
  'household.housing_grade': GRADES_OF_HOUSING,
  'member.relation': RELATIONS,
  'member.sex': SEXES,
  'member.schooling': SCHOOLING,
  'member.disability_grade': GRADES_OF_DISABILITY,
  'member.labour': LABOUR,
  'village.village_type': VILLAGE_TYPES,
};

export interface HouseholdTraits {
  readonly registered: Uint8Array;
  readonly exits: Exits;
  readonly monitored: Uint8Array;
  readonly paired: Uint8Array;
  readonly causes: Uint8Array;
  readonly assistance: { readonly type: Uint8Array; readonly dibaoClass: Uint8Array };
  readonly incomes: Incomes;
  readonly costs: Costs;
  readonly risks: Risks;
  readonly housing: Housing;
  readonly assets: Assets;
  readonly security: Security;
}

export function householdColumns(traits: HouseholdTraits, world: World, on: string): RawColumns {
  const { registered, exits, incomes, costs, risks, housing, assets, security } = traits;
  return {
    registered: yesNo(registered),
    poverty_status: choice(exits.status, POVERTY_STATUS),
    exit_year: count(Float64Array.from(exits.year, year => (year === 0 ? Number.NaN : year))),
    due_exit_year: count(dueYears(exits, on)),
    exit_date: { kind: 'date', values: exitDays(exits, world) },
    monitored_type: choice(traits.monitored, MONITORED),
    paired_level: choice(traits.paired, PAIRED),
    household_type: choice(traits.assistance.type, HOUSEHOLD_TYPES),
    dibao_class: choice(traits.assistance.dibaoClass, DIBAO_CLASSES),
    main_cause: choice(traits.causes, CAUSES),
    operating_income: yuan(incomes.operating),
    wage_income: yuan(incomes.wage),
    property_income: yuan(incomes.property),
    transfer_income: yuan(incomes.transfer),
    operating_costs: yuan(incomes.costs),
    income_last_year: yuan(costs.lastYear),
    medical_costs: yuan(costs.medical),
    medical_self_paid: yuan(costs.selfPaid),
    education_costs: yuan(costs.education),
    disaster_loss: yuan(costs.disaster),
    other_rigid_costs: yuan(costs.other),
    food_secure: yesNo(security.food),
    clothing_secure: yesNo(security.clothing),
    schooling_secure: yesNo(security.schooling),
    medical_secure: yesNo(security.medical),
    housing_secure: yesNo(security.housing),
    water_secure: yesNo(security.water),
    housing_grade: choice(housing.grade, GRADES_OF_HOUSING),
    illness_risk: yesNo(risks.illness),
    disaster_risk: yesNo(risks.disaster),
    schooling_risk: yesNo(risks.schooling),
    job_risk: yesNo(risks.job),
    industry_risk: yesNo(risks.industry),
    has_consumer_car: yesNo(assets.car),
    luxury_renovation: yesNo(assets.luxury),
    owns_commercial_flat: yesNo(assets.flat),
    runs_company: yesNo(assets.company),
    public_payroll: yesNo(assets.payroll),
    parents_apart_from_able_children: yesNo(assets.apart),
    new_house: yesNo(housing.newHouse),
    house_area_compliant: yesNo(housing.compliant),
    repair_costs: yuan(housing.repair),
    courtyard_accepted: yesNo(assets.courtyard),
    wants_loan: yesNo(assets.loan),
    relocated: yesNo(housing.relocated),
    land_area: { kind: 'number', values: assets.land, decimals: 2 },
    motor_tools: count(assets.tools),
    durable_goods: count(assets.goods),
  };
}

/** Those still on the list are due to leave in the year of the spec. */
function dueYears({ status }: Exits, on: string): Float64Array {
  const year = Number(on.slice(0, 4));
  return Float64Array.from(status, each => (each === 1 || each === 2 ? year : Number.NaN));
}

/** Leaving is announced at the end of the year. */
function exitDays({ year, status }: Exits, world: World): Int32Array {
  const random = stream(world, 'exit days');
  return Int32Array.from(year, (each, h) => {
    const day = 1 + Math.floor(random() * 31);
    return status[h] === 0 ? daysOf(each, 12, day)! : NO_DAY;
  });
}

export interface MemberTraits {
  readonly people: People;
  readonly health: Health;
  readonly schooling: Uint8Array;
  readonly labour: Uint8Array;
  readonly work: Work;
  readonly insured: Uint8Array;
}

export function memberColumns(traits: MemberTraits, world: World, on: string): RawColumns {
  const { people, health, work } = traits;
  return {
    relation: choice(world.relation, RELATIONS),
    age: count(Uint8Array.from(people.age, Math.floor)),
    birth_date: { kind: 'date', values: birthDays(people.age, on) },
    sex: choice(people.male, SEXES),
    schooling: choice(traits.schooling, SCHOOLING),
    severe_illness: yesNo(health.severe),
    chronic_illness: yesNo(health.chronic),
    disability_grade: choice(health.grade, GRADES_OF_DISABILITY),
    labour: choice(traits.labour, LABOUR),
    employed: yesNo(work.employed),
    months_away: count(work.monthsAway),
    wants_training: yesNo(work.wantsTraining),
    orphan: yesNo(orphans(world, people)),
    basic_insured: yesNo(traits.insured),
  };
}

/** Orphans live with their grandparents. */
function orphans(world: World, { age }: People): Uint8Array {
  const skip = KINDS.indexOf('skip_generation');
  const minor = weights(world.members, m => (age[m]! < 18 ? 1 : 0));
  const odds = minor.map((mark, m) => (world.kind[world.home[m]!] === skip ? mark : 0));
  return chooseByWeight(odds, sum(minor) * world.figures.share('orphans'), stream(world, 'orphans'));
}

export function villageColumns(places: Places): RawColumns {
  return {
    village_type: choice(places.type, VILLAGE_TYPES),
    has_solar_station: yesNo(places.hasSolar),
    solar_revenue: yuan(places.solarRevenue),
    collective_income: yuan(places.collectiveIncome),
  };
}

export function townshipColumns(places: Places): RawColumns {
  return { supervised: yesNo(places.supervised) };
}
