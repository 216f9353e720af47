/** What views and reducers read off the state. */
import type { Curve, HouseholdLine, ParameterInfo, PolicyInfo, VillageLine } from '../protocol.ts';
import { figureKey } from './figure-choices.ts';
import type { Page } from './screen-state.ts';
import type { State } from './state.ts';

/** Policies that the figures shown are of. Null: there are none yet. */
export function shownPolicies({ policies, figures }: State): readonly [a: PolicyInfo, b: PolicyInfo] | null {
  if (!figures) return null;
  const [a, b] = figures.sides.map(({ policy }) => policies[policy]);
  return a && b ? [a, b] : null;
}

/** The figures shown are not yet those of what was changed last. */
export const isWaiting = ({ run }: State): boolean => run !== null;

/** Parameters of B, whose changes are made. */
export const parametersOf = ({ policies, b }: State): readonly ParameterInfo[] =>
  policies[b]?.parameters ?? [];

export const selectedParameter = (state: State): ParameterInfo | null =>
  parametersOf(state)[state.parameters.cursor.at] ?? null;

/** The curve of the parameter and figure that are chosen; null: it has not come. */
export function shownCurve(state: State): Curve | null {
  const { curve, figure } = state.parameters;
  const info = selectedParameter(state);
  const isIts = curve !== null && curve.parameter === info?.parameter && curve.cell === info.cell;
  return isIts && figureKey(curve.figure) === figureKey(figure) ? curve : null;
}

/** A line of a list by its place among all; null: it has not come yet. */
export function lineAt<Line>(page: Page<Line> | null, at: number): Line | null {
  return page?.rows[at - page.offset] ?? null;
}

/** What a list of households is asked by: of two texts that are the same the lists are. */
export const householdQuery = ({ households: { filter, sort } }: State): string =>
  JSON.stringify([sorted(filter), sorted(sort)]);

export const villageQuery = ({ villages: { sort } }: State): string => JSON.stringify(sorted(sort));

const sorted = (fields: object): unknown[] =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** Lists, details and curves that are not of the run shown, or were asked for otherwise, are drawn greyed. */
export function isStale(
  state: State,
  what: 'households' | 'household' | 'villages' | 'village' | 'curve',
): boolean {
  const run = state.figures?.run ?? null;
  const { households, household, villages, village, parameters, lang } = state;
  switch (what) {
    case 'households':
      return isOld(households.page, run, lang, householdQuery(state));
    case 'villages':
      return isOld(villages.page, run, lang, villageQuery(state));
    case 'household':
      return (
        household?.run !== run ||
        household.lang !== lang ||
        JSON.stringify(household.applied) !== JSON.stringify(household.edits)
      );
    case 'village':
      return village?.run !== run || village.lang !== lang;
    case 'curve':
      return parameters.curveRun !== run;
  }
}

function isOld(
  page: Page<HouseholdLine> | Page<VillageLine> | null,
  run: number | null,
  lang: State['lang'],
  query: string,
): boolean {
  return page === null || page.run !== run || page.lang !== lang || page.query !== query;
}

/** How many filters hold. */
export const countOfFilters = ({ households: { filter } }: State): number => sorted(filter).length;
