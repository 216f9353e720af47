import { classifyKeys } from '../language/keys-quotas.ts';
import { nearest } from '../language/nearest.ts';
import { fieldsOf, type Report, scalarOf } from './fields.ts';
import type { YNode } from './node.ts';
import type { Entity } from './vocabulary.ts';
import { entityNames, findEntity } from './vocabulary-entities.ts';

/** The entity that policies classify unless they say otherwise. */
export const usualEntity = 'household';

/** The entity that a policy decides on; one that is not known is reported. */
export function classifiedEntity(
  entities: Readonly<Record<string, Entity>>,
  node: YNode | null,
  report: Report,
): string {
  if (node === null) return usualEntity;
  const written =
    node.kind === 'scalar'
      ? node
      : scalarOf(
          fieldsOf(node, classifyKeys, () => {}),
          'of',
        );
  if (written === undefined) return usualEntity;
  const found = findEntity(Object.values(entities), written.text);
  if (found !== undefined) return found.id;
  const suggestion = nearest(written.text, Object.values(entities).flatMap(entityNames));
  report({
    code: 'unknown-entity',
    severity: 'error',
    params: { name: written.text },
    span: written.span,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
  return usualEntity;
}
