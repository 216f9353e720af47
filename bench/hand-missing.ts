/** The four-card scheme by hand where facts may be missing: one loop over typed arrays and their masks. */
import { makeResults } from '../src/engine/reference/results.ts';
import { CLAIM, type Results, STATUS } from '../src/engine/results.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { columnOf } from './workload.ts';

const LINE = 500_000;
/** Born after this day: under 60 on 2020-03-18. */
const UNDER_60 = -3576;
const { due, undetermined, unset } = CLAIM;

/** Three truth values; and is the lesser, or the greater. */
const [NO, UNKNOWN, YES] = [0, 1, 2];

const ones = new Map<number, Uint8Array>();

/** The mask of a column without gaps. */
function full(length: number): Uint8Array {
  const made = ones.get(length) ?? new Uint8Array(length).fill(1);
  ones.set(length, made);
  return made;
}

export function handMissing(policy: Policy, population: Population): Results {
  const values = (key: string) => columnOf(population, key).values;
  const bytes = (key: string) => values(key) as Uint8Array;
  const valid = (key: string) => columnOf(population, key).valid ?? full(values(key).length);
  const rows = population.tables['household']!.rows;
  const offsets = population.tables['household']!.parts['member']!;
  const registered = bytes('household.registered');
  const registeredKnown = valid('household.registered');
  const exit = bytes('household.poverty_status');
  const exitKnown = valid('household.poverty_status');
  const operating = values('household.operating_income');
  const operatingKnown = valid('household.operating_income');
  const wage = values('household.wage_income');
  const wageKnown = valid('household.wage_income');
  const property = values('household.property_income');
  const propertyKnown = valid('household.property_income');
  const transfer = values('household.transfer_income');
  const transferKnown = valid('household.transfer_income');
  const costs = values('household.operating_costs');
  const costsKnown = valid('household.operating_costs');
  const illness = bytes('household.illness_risk');
  const illnessKnown = valid('household.illness_risk');
  const disaster = bytes('household.disaster_risk');
  const disasterKnown = valid('household.disaster_risk');
  const schooling = bytes('household.schooling_risk');
  const schoolingKnown = valid('household.schooling_risk');
  const job = bytes('household.job_risk');
  const jobKnown = valid('household.job_risk');
  const industry = bytes('household.industry_risk');
  const industryKnown = valid('household.industry_risk');
  const car = bytes('household.has_consumer_car');
  const carKnown = valid('household.has_consumer_car');
  const luxury = bytes('household.luxury_renovation');
  const luxuryKnown = valid('household.luxury_renovation');
  const parents = bytes('household.parents_apart_from_able_children');
  const parentsKnown = valid('household.parents_apart_from_able_children');
  const courtyard = bytes('household.courtyard_accepted');
  const courtyardKnown = valid('household.courtyard_accepted');
  const loan = bytes('household.wants_loan');
  const loanKnown = valid('household.wants_loan');
  const dibao = bytes('household.dibao_class');
  const dibaoKnown = valid('household.dibao_class');
  const type = bytes('household.household_type');
  const typeKnown = valid('household.household_type');
  const loss = values('household.disaster_loss');
  const lossKnown = valid('household.disaster_loss');
  const education = values('household.education_costs');
  const educationKnown = valid('household.education_costs');
  const newHouse = bytes('household.new_house');
  const newHouseKnown = valid('household.new_house');
  const compliant = bytes('household.house_area_compliant');
  const compliantKnown = valid('household.house_area_compliant');
  const repair = values('household.repair_costs');
  const repairKnown = valid('household.repair_costs');
  const labour = bytes('member.labour');
  const labourKnown = valid('member.labour');
  const birth = values('member.birth_date');
  const birthKnown = valid('member.birth_date');
  const age = values('member.age');
  const ageKnown = valid('member.age');
  const severe = bytes('member.severe_illness');
  const severeKnown = valid('member.severe_illness');
  const grade = bytes('member.disability_grade');
  const gradeKnown = valid('member.disability_grade');
  const training = bytes('member.wants_training');
  const trainingKnown = valid('member.wants_training');

  const results = makeResults(policy, population);
  const { card, possible, barred, benefits } = results;
  const outcome = results.status;
  const barredYellow = barred[1]!;
  const barredBlue = barred[3]!;
  const [post, shares, dividend, funds, yard, loans, produce, trained, workshop] = benefits.map(
    b => b.state,
  ) as Uint8Array[];
  const [dibaoA, dibaoB, candidate, relief, house, repairs, donors, social] = benefits
    .slice(9)
    .map(b => b.state) as Uint8Array[];
  const [sharesLow, reliefLow, houseLow, repairsLow] = [1, 12, 13, 14].map(
    k => benefits[k]!.low,
  ) as Float64Array[];
  const [sharesHigh, reliefHigh, houseHigh, repairsHigh] = [1, 12, 13, 14].map(
    k => benefits[k]!.high,
  ) as Float64Array[];

  for (let i = 0; i < rows; i++) {
    const start = offsets[i]!;
    const end = offsets[i + 1]!;
    const size = end - start;
    const listed = registeredKnown[i] === 0 ? UNKNOWN : registered[i] === 1 ? YES : NO;
    const incomeKnown =
      operatingKnown[i] === 1 && wageKnown[i] === 1 && propertyKnown[i] === 1 && transferKnown[i] === 1;
    const income = operating[i]! + wage[i]! + property[i]! + transfer[i]!;
    const netKnown = incomeKnown && costsKnown[i] === 1;
    const net = income - costs[i]!;
    const r1 = illnessKnown[i] === 0 ? UNKNOWN : illness[i] === 1 ? YES : NO;
    const r2 = disasterKnown[i] === 0 ? UNKNOWN : disaster[i] === 1 ? YES : NO;
    const r3 = schoolingKnown[i] === 0 ? UNKNOWN : schooling[i] === 1 ? YES : NO;
    const poverty = Math.max(r1, r2, r3);
    const below = !netKnown ? UNKNOWN : net < LINE * size ? YES : NO;
    const marginal = Math.min(2 - listed, poverty, below);
    const scope = Math.max(listed, marginal);
    if (scope === NO) continue;

    let able = NO;
    let anyAbleUnknown = false;
    let trainedMaybe = false;
    let trainedUnknown = false;
    let ill = NO;
    let young = NO;
    for (let m = start; m < end; m++) {
      const isAble = labourKnown[m] === 0 ? UNKNOWN : labour[m]! <= 1 ? YES : NO;
      if (isAble > able) able = isAble;
      if (isAble === UNKNOWN) anyAbleUnknown = true;
      const wants = trainingKnown[m] === 0 ? UNKNOWN : training[m] === 1 ? YES : NO;
      const trains = isAble < wants ? isAble : wants;
      if (trains !== NO) trainedMaybe = true;
      if (trains === UNKNOWN) trainedUnknown = true;
      const isIll = severeKnown[m] === 0 ? UNKNOWN : severe[m] === 1 ? YES : NO;
      if (isIll > ill) ill = isIll;
      const under =
        birthKnown[m] === 1
          ? birth[m]! > UNDER_60
            ? YES
            : NO
          : ageKnown[m] === 1
            ? age[m]! < 60
              ? YES
              : NO
            : UNKNOWN;
      const sound = gradeKnown[m] === 0 ? UNKNOWN : grade[m] === 0 ? YES : NO;
      const isYoung = Math.min(under, 2 - isIll, sound);
      if (isYoung > young) young = isYoung;
    }

    const e1 = carKnown[i] === 0 ? UNKNOWN : car[i] === 1 ? YES : NO;
    const e2 = luxuryKnown[i] === 0 ? UNKNOWN : luxury[i] === 1 ? YES : NO;
    const e3 = size === 1 ? young : NO;
    const e4 = parentsKnown[i] === 0 ? UNKNOWN : parents[i] === 1 ? YES : NO;
    const bar = Math.max(e1, e2, e3, e4);
    const by = e1 === YES ? 1 : e2 === YES ? 2 : e3 === YES ? 3 : e4 === YES ? 4 : 0;

    const none = !incomeKnown ? UNKNOWN : income === 0 ? YES : NO;
    const red = Math.min(listed, 2 - able, none);
    const isExited = listed === NO ? NO : exitKnown[i] === 0 ? UNKNOWN : exit[i] === 1 ? YES : NO;
    const exited = Math.min(listed, isExited);
    const notOut = Math.min(listed, 2 - isExited);
    const r4 = jobKnown[i] === 0 ? UNKNOWN : job[i] === 1 ? YES : NO;
    const r5 = industryKnown[i] === 0 ? UNKNOWN : industry[i] === 1 ? YES : NO;
    const within = !netKnown ? UNKNOWN : net <= LINE * size ? YES : NO;
    const atRisk = Math.min(exited, within, Math.max(poverty, r4, r5));
    const yellow = Math.max(notOut, atRisk);
    const green = Math.min(exited, 2 - atRisk);

    const grantYellow = Math.min(yellow, 2 - bar);
    const grantBlue = Math.min(marginal, 2 - bar);
    let cards = 0;
    let open = true;
    if (red !== NO) cards |= 1;
    if (red === YES) open = false;
    if (open) {
      if (yellow === YES && by !== 0) barredYellow[i] = by;
      if (grantYellow !== NO) cards |= 2;
      if (grantYellow === YES) open = false;
    }
    if (open) {
      if (green !== NO) cards |= 4;
      if (green === YES) open = false;
    }
    if (open) {
      if (marginal === YES && by !== 0) barredBlue[i] = by;
      if (grantBlue !== NO) cards |= 8;
      if (grantBlue === YES) open = false;
    }
    if (open) cards |= 16;
    possible[i] = scope === UNKNOWN ? cards | 16 : cards;
    const decided = scope === YES && (cards & (cards - 1)) === 0;
    if (decided) {
      outcome[i] = STATUS.decided;
      if (cards === 16) continue;
      card[i] = 31 - Math.clz32(cards);
    } else outcome[i] = STATUS.undetermined;

    // Benefits: what each comes to under the cards that are possible. `perhaps`: not every one gives it.
    const figure = decided ? due : undetermined;
    // Bits of whatever else is possible, so that a claim under the cards of a mask alone is certain.
    const all = decided ? 0 : scope === UNKNOWN ? cards | 32 : cards;
    if ((cards & 15) !== 0) {
      const wants = loanKnown[i] === 0 ? UNKNOWN : loan[i] === 1 ? YES : NO;
      if (wants !== NO) loans![i] = wants === UNKNOWN ? undetermined : figure;
    }
    if ((cards & 7) !== 0) produce![i] = figure;
    if ((cards & 14) !== 0 && trainedMaybe) trained![i] = trainedUnknown ? undetermined : figure;
    const notAssisted = dibaoKnown[i] === 0 ? UNKNOWN : dibao[i] === 0 ? YES : NO;
    const outside = Math.min(notAssisted, typeKnown[i] === 0 ? UNKNOWN : type[i] === 2 ? NO : YES);
    const h1 = newHouseKnown[i] === 0 ? UNKNOWN : newHouse[i] === 1 ? YES : NO;
    const h2 = compliantKnown[i] === 0 ? UNKNOWN : compliant[i] === 1 ? YES : NO;
    const built = Math.min(h1, h2);
    if ((cards & 3) !== 0) {
      donors![i] = figure;
      const spent = repairKnown[i] === 0 ? UNKNOWN : repair[i]! > 0 ? YES : NO;
      if (spent !== NO) {
        repairs![i] = spent === UNKNOWN ? undetermined : figure;
        repairsLow![i] = spent === UNKNOWN || (all & ~3) !== 0 ? 0 : Math.min(repair[i]!, 2_000_000);
        repairsHigh![i] = spent === UNKNOWN ? 2_000_000 : Math.min(repair[i]!, 2_000_000);
      }
      if (built !== NO) {
        house![i] = built === UNKNOWN ? undetermined : figure;
        houseLow![i] = built === UNKNOWN || (all & ~3) !== 0 ? 0 : (cards & 2) !== 0 ? 4_000_000 : 5_000_000;
        houseHigh![i] = (cards & 1) !== 0 ? 5_000_000 : 4_000_000;
      }
    } else if ((cards & 4) !== 0 && built !== NO) house![i] = unset;

    const burden = educationKnown[i] === 1 && !(education[i]! > 0) ? NO : UNKNOWN;
    const lost = lossKnown[i] === 0 ? UNKNOWN : loss[i]! > 0 ? YES : NO;
    const hit = Math.max(ill, lost);
    const blueRelief = (cards & 8) !== 0 ? Math.min(notAssisted, poverty) : NO;
    const familyRelief = (cards & 3) === 0 ? NO : Math.max(hit, burden);
    const settled = familyRelief !== NO && (hit === YES || burden === NO);
    if (settled || blueRelief !== NO) {
      const unsure = (settled && hit !== YES) || blueRelief === UNKNOWN;
      relief![i] = unsure ? undetermined : figure;
      const claiming = (settled ? 3 : 0) | (blueRelief !== NO ? 8 : 0);
      reliefLow![i] = unsure || (all & ~claiming) !== 0 ? 0 : 100_000;
      reliefHigh![i] = 500_000;
    } else if (familyRelief !== NO) relief![i] = unset;

    if ((cards & 1) !== 0) {
      shares![i] = figure;
      sharesLow![i] = (all & ~1) !== 0 ? 0 : size * 202_400;
      sharesHigh![i] = size * 202_400;
      dividend![i] = unset;
      if (outside !== NO) dibaoA![i] = unset;
    }
    if ((cards & 6) !== 0) funds![i] = unset;
    if ((cards & 2) !== 0) {
      if (able !== NO) {
        const state = anyAbleUnknown ? undetermined : figure;
        post![i] = state;
        workshop![i] = state;
      }
      if (courtyardKnown[i] === 0 || courtyard[i] === 1) yard![i] = unset;
      if (outside !== NO) dibaoB![i] = unset;
    }
    if ((cards & 8) !== 0) {
      if (outside !== NO) candidate![i] = outside === UNKNOWN ? undetermined : figure;
      if (poverty !== NO) social![i] = poverty === UNKNOWN ? undetermined : figure;
    }
  }
  return results;
}
