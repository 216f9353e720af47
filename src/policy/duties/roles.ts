import type { Desk } from '../desk.ts';
import { entityIdOf } from '../lookup.ts';
import type { Role } from '../policy.ts';
import type { RawRule } from '../rule.ts';
import { text } from './texts.ts';

export function makeRoles(desk: Desk, raws: readonly RawRule[]): Record<string, Role> {
  return Object.fromEntries(
    raws.map(raw => {
      const level = text(raw, 'level');
      const entity = level === undefined ? null : entityIdOf(desk, level);
      return [raw.id, { id: raw.id, label: raw.label, entity, span: raw.span }];
    }),
  );
}
