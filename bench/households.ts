/** Single households as other engines take them: plain objects with the figures that the card rules read. */
import type { Policy } from '../src/policy/policy.ts';
import type { Population } from '../src/population/columns.ts';
import { columnOf } from './workload.ts';

export interface MemberFacts {
  readonly labour: string;
  readonly severe: boolean;
  readonly grade: string;
  readonly under60: boolean;
}

export interface HouseholdFacts {
  readonly registered: boolean;
  readonly status: string;
  readonly operating: number;
  readonly wage: number;
  readonly property: number;
  readonly transfer: number;
  readonly costs: number;
  readonly illness: boolean;
  readonly disaster: boolean;
  readonly schooling: boolean;
  readonly job: boolean;
  readonly industry: boolean;
  readonly car: boolean;
  readonly luxury: boolean;
  readonly apart: boolean;
  readonly members: readonly MemberFacts[];
}

/** Born after this day: under 60 on 2020-03-18. */
const UNDER_60 = -3576;

/** The households in rows `from` to `to` of a complete population, money in yuan. */
export function householdsOf(
  policy: Policy,
  population: Population,
  from: number,
  to: number,
): HouseholdFacts[] {
  const values = (key: string) => columnOf(population, key).values;
  const yes = (key: string) => {
    const column = values(key);
    return (row: number): boolean => column[row] === 1;
  };
  const yuan = (key: string) => {
    const column = values(key);
    return (row: number): number => column[row]! / 100;
  };
  const word = (key: string) => {
    const column = values(key);
    const ids = policy.vocabulary.facts[key]!.values.map(value => value.id);
    return (row: number): string => ids[column[row]!]!;
  };
  const offsets = population.tables['household']!.parts['member']!;
  const birth = values('member.birth_date');
  const read = {
    registered: yes('household.registered'),
    status: word('household.poverty_status'),
    operating: yuan('household.operating_income'),
    wage: yuan('household.wage_income'),
    property: yuan('household.property_income'),
    transfer: yuan('household.transfer_income'),
    costs: yuan('household.operating_costs'),
    illness: yes('household.illness_risk'),
    disaster: yes('household.disaster_risk'),
    schooling: yes('household.schooling_risk'),
    job: yes('household.job_risk'),
    industry: yes('household.industry_risk'),
    car: yes('household.has_consumer_car'),
    luxury: yes('household.luxury_renovation'),
    apart: yes('household.parents_apart_from_able_children'),
  };
  const member = {
    labour: word('member.labour'),
    severe: yes('member.severe_illness'),
    grade: word('member.disability_grade'),
    under60: (row: number) => birth[row]! > UNDER_60,
  };
  const made: HouseholdFacts[] = [];
  for (let row = from; row < to; row++) {
    const members = Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, k) => {
      const at = offsets[row]! + k;
      return {
        labour: member.labour(at),
        severe: member.severe(at),
        grade: member.grade(at),
        under60: member.under60(at),
      };
    });
    const facts = Object.fromEntries(Object.entries(read).map(([id, of]) => [id, of(row)]));
    made.push({ ...(facts as unknown as Omit<HouseholdFacts, 'members'>), members });
  }
  return made;
}
