/** The four-card scheme by hand: one loop over typed arrays of complete facts. */
import { makeResults } from '../src/engine/reference/results.ts';
import { CLAIM, type Results, STATUS } from '../src/engine/results.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { columnOf } from './workload.ts';

const LINE = 500_000;
/** Born after this day: under 60 on 2020-03-18. */
const UNDER_60 = -3576;
const [NONE, LABOUR_WEAK, GRADE_NONE, EXITED, TEKUN] = [0, 1, 0, 1, 2];
const { due, unset } = CLAIM;

export function handComplete(policy: Policy, population: Population): Results {
  const of = (key: string) => columnOf(population, key).values;
  const household = (id: string) => of(`household.${id}`);
  const member = (id: string) => of(`member.${id}`);
  const rows = population.tables['household']!.rows;
  const offsets = population.tables['household']!.parts['member']!;
  const registered = household('registered') as Uint8Array;
  const status = household('poverty_status') as Uint8Array;
  const operating = household('operating_income');
  const wage = household('wage_income');
  const property = household('property_income');
  const transfer = household('transfer_income');
  const costs = household('operating_costs');
  const illness = household('illness_risk') as Uint8Array;
  const disaster = household('disaster_risk') as Uint8Array;
  const schooling = household('schooling_risk') as Uint8Array;
  const job = household('job_risk') as Uint8Array;
  const industry = household('industry_risk') as Uint8Array;
  const car = household('has_consumer_car') as Uint8Array;
  const luxury = household('luxury_renovation') as Uint8Array;
  const apart = household('parents_apart_from_able_children') as Uint8Array;
  const courtyard = household('courtyard_accepted') as Uint8Array;
  const loan = household('wants_loan') as Uint8Array;
  const dibao = household('dibao_class') as Uint8Array;
  const type = household('household_type') as Uint8Array;
  const loss = household('disaster_loss');
  const education = household('education_costs');
  const newHouse = household('new_house') as Uint8Array;
  const compliant = household('house_area_compliant') as Uint8Array;
  const repair = household('repair_costs');
  const labour = member('labour') as Uint8Array;
  const birth = member('birth_date') as Int32Array;
  const severe = member('severe_illness') as Uint8Array;
  const grade = member('disability_grade') as Uint8Array;
  const training = member('wants_training') as Uint8Array;

  const made = makeResults(policy, population);
  // Only temporary relief (12) is a range; elsewhere both ends are one column.
  const results = { ...made, benefits: made.benefits.map((b, k) => (k === 12 ? b : { ...b, high: b.low })) };
  const { card, possible, barred, benefits } = results;
  const outcome = results.status;
  const barredYellow = barred[1]!;
  const barredBlue = barred[3]!;
  const state = benefits.map(b => b.state);
  const low = benefits.map(b => b.low);
  const [post, shares, dividend, funds, yard, loans, produce, trained, workshop] = state as Uint8Array[];
  const [dibaoA, dibaoB, candidate, relief, house, repairs, donors, social] = state.slice(9) as Uint8Array[];
  const sharesLow = low[1]!;
  const reliefLow = low[12]!;
  const reliefHigh = benefits[12]!.high;
  const houseLow = low[13]!;
  const repairsLow = low[14]!;

  for (let i = 0; i < rows; i++) {
    const start = offsets[i]!;
    const end = offsets[i + 1]!;
    const size = end - start;
    const income = operating[i]! + wage[i]! + property[i]! + transfer[i]!;
    const net = income - costs[i]!;
    const poverty = illness[i] === 1 || disaster[i] === 1 || schooling[i] === 1;
    const listed = registered[i] === 1;
    const marginal = !listed && poverty && net < LINE * size;
    if (!listed && !marginal) continue;

    let anyAble = false;
    let anyTrained = false;
    let anySevere = false;
    let anyYoung = false;
    for (let m = start; m < end; m++) {
      const able = labour[m]! <= LABOUR_WEAK;
      const ill = severe[m] === 1;
      if (able) {
        anyAble = true;
        if (training[m] === 1) anyTrained = true;
      }
      if (ill) anySevere = true;
      else if (grade[m] === GRADE_NONE && birth[m]! > UNDER_60) anyYoung = true;
    }
    const by = car[i] === 1 ? 1 : luxury[i] === 1 ? 2 : size === 1 && anyYoung ? 3 : apart[i] === 1 ? 4 : 0;
    const outside = dibao[i] === NONE && type[i] !== TEKUN;
    outcome[i] = STATUS.decided;

    const isRed = listed && !anyAble && income === 0;
    let isYellow = false;
    let isGreen = false;
    if (listed && !isRed) {
      if (status[i] !== EXITED) isYellow = true;
      else if (net <= LINE * size && (poverty || job[i] === 1 || industry[i] === 1)) isYellow = true;
      else isGreen = true;
    }
    if (by !== 0) {
      if (isYellow) barredYellow[i] = by;
      if (marginal) barredBlue[i] = by;
      if (isYellow || marginal) {
        possible[i] = 16;
        continue;
      }
    }
    if (loan[i] === 1) loans![i] = due;
    if (!marginal) produce![i] = due;
    if (isRed || isYellow) {
      donors![i] = due;
      if (repair[i]! > 0) {
        repairs![i] = due;
        repairsLow[i] = Math.min(repair[i]!, 2_000_000);
      }
      if (anySevere || loss[i]! > 0) {
        relief![i] = due;
        reliefLow[i] = 100_000;
        reliefHigh[i] = 500_000;
      } else if (education[i]! > 0) relief![i] = unset;
    }
    if (!isRed && anyTrained) trained![i] = due;
    const built = newHouse[i] === 1 && compliant[i] === 1;
    if (isRed) {
      card[i] = 0;
      possible[i] = 1;
      shares![i] = due;
      sharesLow[i] = size * 202_400;
      dividend![i] = unset;
      if (outside) dibaoA![i] = unset;
      if (built) {
        house![i] = due;
        houseLow[i] = 5_000_000;
      }
    } else if (isYellow) {
      card[i] = 1;
      possible[i] = 2;
      funds![i] = unset;
      if (anyAble) {
        post![i] = due;
        workshop![i] = due;
      }
      if (courtyard[i] === 1) yard![i] = unset;
      if (outside) dibaoB![i] = unset;
      if (built) {
        house![i] = due;
        houseLow[i] = 4_000_000;
      }
    } else if (isGreen) {
      card[i] = 2;
      possible[i] = 4;
      funds![i] = unset;
      if (built) house![i] = unset;
    } else {
      card[i] = 3;
      possible[i] = 8;
      if (outside) candidate![i] = due;
      social![i] = due;
      if (dibao[i] === NONE) {
        relief![i] = due;
        reliefLow[i] = 100_000;
        reliefHigh[i] = 500_000;
      }
    }
  }
  return results;
}
