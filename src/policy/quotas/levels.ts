import { isAtOrAbove, stepsUp } from '../../language/scope.ts';
import type { Desk } from '../desk.ts';
import { entityIdOf } from '../lookup.ts';
import { isEmpty, type YEntry, type YNode } from '../node.ts';
import { called, type RawRule } from '../rule.ts';

export interface Level {
  readonly entity: string;
  readonly entry: YEntry;
}

/** The entities that a map of seats or shares names: each around those who take the seats, none twice; as written. */
export function levelsOf(desk: Desk, raw: RawRule, node: YNode | undefined, entity: string): Level[] {
  if (node?.kind !== 'map') return [];
  const levels: Level[] = [];
  for (const entry of node.entries) {
    const { key, value } = entry;
    const id = entityIdOf(desk, key);
    if (id === null || isEmpty(value)) continue;
    const first = levels.find(one => one.entity === id);
    if (first !== undefined) {
      const params = { name: key.text };
      const related = [first.entry.key.span];
      desk.report({ code: 'level-twice', severity: 'error', params, span: key.span, related });
      continue;
    }
    if (id === entity || !isAtOrAbove(desk.entities, id, entity)) {
      const params = { name: key.text, quota: called(raw) };
      desk.report({ code: 'level-not-around', severity: 'error', params, span: key.span });
      continue;
    }
    levels.push({ entity: id, entry });
  }
  return levels;
}

/** From the innermost entity outwards. */
export function outwards(desk: Desk, levels: readonly Level[], entity: string): Level[] {
  const steps = ({ entity: one }: Level) => stepsUp(desk.entities, one, entity);
  return [...levels].sort((a, b) => steps(a) - steps(b));
}
