/** The filter of households in words, and names of areas. */
import type { Lang } from '../../language/label.ts';
import type { Area, Filter, OutcomeKey } from '../protocol.ts';
import { shownPolicies } from '../state/select.ts';
import type { State } from '../state/state.ts';
import { householdsWords as w } from '../words/households.ts';
import { say } from '../words.ts';
import { outcomeLabel } from './layout/marks.ts';

const names = new WeakMap<readonly Area[], ReadonlyMap<string, Area>>();

/** What an area is called: its id where nothing else is recorded. */
export function areaName(areas: readonly Area[] | undefined, id: string, lang: Lang): string {
  if (!areas) return id;
  const known = names.get(areas) ?? new Map(areas.map(area => [area.id, area]));
  names.set(areas, known);
  return known.get(id)?.label[lang] || id;
}

/** Each condition by itself; none: all households. */
export function filterWords(state: State, filter: Filter, expression: string | null): string[] {
  const { lang, population } = state;
  const policies = shownPolicies(state);
  const outcome = (at: 0 | 1, key: OutcomeKey) => (policies ? outcomeLabel(policies[at], key, lang) : key);
  const all: (string | false)[] = [
    filter.a != null && say(w.a, lang, { x: outcome(0, filter.a) }),
    filter.b != null && say(w.b, lang, { x: outcome(1, filter.b) }),
    filter.shift != null && say(w[filter.shift], lang),
    filter.changed === true && say(w.changed, lang),
    filter.barred === true && say(w.barred, lang),
    filter.undetermined === true && say(w.undetermined, lang),
    filter.township != null && areaName(population?.townships, filter.township, lang),
    filter.village != null && areaName(population?.villages, filter.village, lang),
    filter.expression != null && filter.expression !== '' && (expression ?? filter.expression),
  ];
  return all.filter(each => each !== false);
}
