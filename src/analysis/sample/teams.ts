import type { Policy } from '../../policy/policy.ts';
import { entitiesAbove } from '../rows.ts';

/** A team and what it has to check. */
export interface Team {
  /** Counted from 1. */
  readonly number: number;
  readonly households: number;
  /** The areas where they lie, by their ids; empty where not recorded. */
  readonly areas: readonly string[];
}

interface Placed {
  readonly above: readonly string[];
}

/**
 * Hands households, which stand in the order of where they lie, to teams: to so many of them in equal parts (the first ones
 * have one more where it does not divide), or with 0 to one for each township, or whatever they directly lie in.
 */
export function teamsOf(
  policy: Policy,
  households: readonly Placed[],
  count: number | null,
): { teamOf: (at: number) => number | null; teams: Team[] } {
  if (count === null || households.length === 0) return { teamOf: () => null, teams: [] };
  const above = entitiesAbove(policy).map(({ id }) => id);
  const level = Math.max(0, above.indexOf('township'));
  const areas = households.map(one => one.above[level] ?? '');
  const named = [...new Set(areas)];
  const most = Math.min(count === 0 ? named.length : count, households.length);
  const each = Math.floor(households.length / most);
  const more = households.length % most;
  const inParts = (at: number) => {
    const long = more * (each + 1);
    return at < long ? Math.floor(at / (each + 1)) + 1 : more + Math.floor((at - long) / each) + 1;
  };
  const teamOf = (at: number) => (count === 0 ? named.indexOf(areas[at]!) + 1 : inParts(at));
  const teams = Array.from({ length: most }, (_, index) => ({
    number: index + 1,
    households: 0,
    areas: new Set<string>(),
  }));
  areas.forEach((area, at) => {
    const team = teams[teamOf(at) - 1]!;
    team.households++;
    if (area !== '') team.areas.add(area);
  });
  return { teamOf, teams: teams.map(team => ({ ...team, areas: [...team.areas] })) };
}
