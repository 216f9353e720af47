/** What there is before anything has been pressed. */
import type { Lang } from '../../language/label.ts';
import type { PopulationChoice } from '../protocol.ts';
import { startLoading } from './load.ts';
import { firstLine, nothingLoaded } from './nothing.ts';
import type { Choice, PopulationOption } from './screen-state.ts';
import type { Size, State, Step } from './state.ts';

export interface InitialOptions {
  readonly lang: Lang;
  readonly size: Size;
  readonly colour: boolean;
  /** To choose from; recent ones in the order in which they were last used. */
  readonly policies: readonly Choice[];
  readonly populations: readonly PopulationOption[];
  /** From the command line: paths of policies, the first one is A, and a population. */
  readonly chosen?: readonly string[];
  readonly population?: PopulationChoice | null;
  readonly on?: string | null;
}

/** The state to begin with, and what is asked of the session where nothing is left to choose. */
export function begin(options: InitialOptions): Step {
  const state = initialState(options);
  const { population } = options;
  if (population == null || state.start.chosen.length === 0) return { state, requests: [] };
  return startLoading(state, population);
}

export function initialState(options: InitialOptions): State {
  const { lang, size, colour, policies, populations, chosen = [], on = null } = options;
  const arranged = arrangePolicies(policies);
  const paths = [...new Set(chosen)];
  const at = Math.max(
    0,
    arranged.findIndex(({ path }) => path === paths[0]),
  );
  return {
    lang,
    size,
    colour,
    ...nothingLoaded,
    next: 1,
    start: {
      step: paths.length > 0 ? 'population' : 'policies',
      policies: arranged,
      populations: recentFirst(populations),
      chosen: paths,
      policyCursor: { at, top: 0 },
      populationCursor: firstLine,
      on,
    },
    quitting: false,
  };
}

const recentFirst = <T extends { readonly recent: boolean }>(all: readonly T[]): T[] => [
  ...all.filter(({ recent }) => recent),
  ...all.filter(({ recent }) => !recent),
];

/** Drafts under what they change (also drafts of drafts); what was used last, or a draft of it, comes first. */
function arrangePolicies(all: readonly Choice[]): Choice[] {
  const paths = new Set(all.map(({ path }) => path));
  const placed = new Set<string>();
  const arranged: Choice[] = [];
  const under = (path: string) => all.filter(({ base }) => base === path);
  const place = (choice: Choice): void => {
    if (placed.has(choice.path)) return;
    placed.add(choice.path);
    arranged.push(choice);
    recentFirst(under(choice.path)).forEach(place);
  };
  const isRecent = (choice: Choice): boolean =>
    choice.recent || under(choice.path).some(({ path, recent }) => recent && path !== choice.path);
  const bases = all.filter(({ base }) => base === null || !paths.has(base));
  [...bases.filter(isRecent), ...bases.filter(base => !isRecent(base))].forEach(place);
  // Drafts that change each other in a ring stand under nothing.
  all.forEach(place);
  return arranged;
}
