import type { Words } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import type { Referent } from '../language/scope.ts';
import type { Desk } from './desk.ts';
import { scalarsOf } from './fields.ts';
import type { YNode, YScalar } from './node.ts';
import { entityNames, findEntity } from './vocabulary-entities.ts';

type Kind = 'card' | 'benefit';

function referentsOfKind(desk: Desk, name: string, kind: Referent['kind']): Referent | undefined {
  return desk.referents.get(nameKey(name))?.find(one => one.kind === kind);
}

function namesOfKind(desk: Desk, kind: Referent['kind']): string[] {
  return [...desk.referents].filter(([, list]) => list.some(one => one.kind === kind)).map(([name]) => name);
}

/** Reports a name that nothing of its kind bears, with the nearest that does. */
export function unknown(desk: Desk, code: string, written: YScalar, known: Iterable<string>): null {
  const removed = desk.removed.get(nameKey(written.text));
  if (removed !== undefined) {
    const params = { name: written.text };
    desk.report({
      code: 'removed-in-use',
      severity: 'error',
      params,
      span: removed,
      related: [written.span],
    });
    return null;
  }
  const suggestion = nearest(written.text, known);
  desk.report({
    code,
    severity: 'error',
    params: { name: written.text },
    span: written.span,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return null;
}

/** The id of the card or benefit that a text names; null where there is none, which is reported. */
export function idOf(desk: Desk, kind: Kind, written: YScalar): string | null {
  const found = referentsOfKind(desk, written.text, kind);
  if (found !== undefined) return found.id;
  return unknown(
    desk,
    kind === 'card' ? 'unknown-card' : 'unknown-benefit',
    written,
    namesOfKind(desk, kind),
  );
}

/** The ids that a text or a list of texts names, each once; what names nothing is reported and left out. */
export function idsOf(desk: Desk, kind: Kind, node: YNode | undefined): string[] {
  const ids: string[] = [];
  for (const written of scalarsOf(node)) {
    const id = idOf(desk, kind, written);
    if (id === null) continue;
    if (!ids.includes(id)) ids.push(id);
    else
      desk.report({
        code: 'listed-twice',
        severity: 'warning',
        params: { name: written.text },
        span: written.span,
      });
  }
  return ids;
}

/** The entity that a text names; null where there is none, which is reported. */
export function entityIdOf(desk: Desk, written: YScalar): string | null {
  const entities = Object.values(desk.entities);
  const found = findEntity(entities, written.text);
  return found?.id ?? unknown(desk, 'unknown-entity', written, entities.flatMap(entityNames));
}

/** What people call an entity. */
export function entityWords(desk: Desk, id: string): Words {
  const label = desk.entities[id]?.label;
  return { zh: label?.zh ?? label?.en ?? id, en: label?.en ?? label?.zh ?? id };
}
