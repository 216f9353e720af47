import * as keys from '../language/keys.ts';
import type { Label } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import type { Span } from '../language/source.ts';
import type { UnitDeclaration } from '../language/units.ts';
import { fieldOf, fieldsOf, labelOf, type Report, scalarOf } from './fields.ts';
import type { YNode, YScalar } from './node.ts';
import type { Entity } from './vocabulary.ts';

interface RawEntity extends Entity {
  readonly at: Span;
  readonly withinAt: YScalar | null;
}

/** All names by which an entity may be called, plurals included. */
export function entityNames(entity: Entity): string[] {
  return [entity.id, entity.plural, ...Object.values(entity.label), ...Object.values(entity.pluralLabel)].map(
    nameKey,
  );
}

export function findEntity(entities: Iterable<Entity>, written: string): Entity | undefined {
  const name = nameKey(written);
  const all = [...entities];
  return all.find(({ id }) => id === name) ?? all.find(entity => entityNames(entity).includes(name));
}

function readEntity(key: YScalar, node: YNode, report: Report): RawEntity {
  const id = nameKey(key.text);
  const fields = fieldsOf(node, keys.entityKeys, report);
  const label = { ...(/[^\w-]/.test(id) ? { zh: id } : {}), ...labelOf(fieldOf(fields, 'label')) };
  const pluralNode = fieldOf(fields, 'plural');
  const plural = pluralNode?.kind === 'map' ? fieldsOf(pluralNode, keys.pluralKeys, report) : null;
  const pluralLabel: { zh?: string; en?: string } = { ...label };
  for (const lang of ['zh', 'en'] as const) {
    const word = plural === null ? undefined : scalarOf(plural, lang)?.text;
    if (word !== undefined) pluralLabel[lang] = word;
  }
  const pluralId = plural === null ? pluralNode : fieldOf(plural, 'id');
  const withinAt = scalarOf(fields, 'within') ?? null;
  return {
    id,
    label,
    plural: pluralId?.kind === 'scalar' ? nameKey(pluralId.text) : `${id}s`,
    pluralLabel,
    within: withinAt === null ? null : nameKey(withinAt.text),
    key: scalarOf(fields, 'key')?.text ?? `${id}_id`,
    at: key.span,
    withinAt,
  };
}

/** Entities of the sections given, each with the id of the one it is part of; a ring of parts is cut and reported. */
export function readEntities(sections: readonly YNode[], report: Report): Record<string, Entity> {
  const raw = new Map<string, RawEntity>();
  for (const { key, value } of sections.flatMap(node => (node.kind === 'map' ? node.entries : []))) {
    const entity = readEntity(key, value, report);
    const other = raw.get(entity.id);
    if (other === undefined) raw.set(entity.id, entity);
    else
      report({
        code: 'duplicate-id',
        severity: 'error',
        params: { name: entity.id },
        span: key.span,
        related: [other.at],
      });
  }
  const entities: Record<string, Entity> = {};
  for (const { at: _, withinAt, ...entity } of raw.values()) {
    const owner = withinAt === null ? undefined : findEntity(raw.values(), withinAt.text);
    if (withinAt !== null && owner === undefined) {
      const suggestion = nearest(withinAt.text, raw.keys());
      report({
        code: 'unknown-entity',
        severity: 'error',
        params: { name: withinAt.text },
        span: withinAt.span,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
    }
    entities[entity.id] = { ...entity, within: owner?.id ?? null };
  }
  return cutRings(entities, raw, report);
}

function cutRings(
  entities: Record<string, Entity>,
  raw: ReadonlyMap<string, RawEntity>,
  report: Report,
): Record<string, Entity> {
  for (const entity of Object.values(entities)) {
    const path = [entity.id];
    for (let up = entity.within; up !== null; up = entities[up]?.within ?? null) {
      if (path.includes(up)) {
        const withinAt = raw.get(entity.id)?.withinAt;
        report({
          code: 'entity-ring',
          severity: 'error',
          params: { path: [...path, up].join(' → ') },
          ...(withinAt ? { span: withinAt.span } : {}),
        });
        entities[entity.id] = { ...entity, within: null };
        break;
      }
      path.push(up);
    }
  }
  return entities;
}

export interface Unit extends UnitDeclaration {
  readonly label: Label;
}

/** Countable units of the sections given, by id. */
export function readUnits(sections: readonly YNode[]): Unit[] {
  return sections
    .flatMap(node => (node.kind === 'map' ? node.entries : []))
    .map(({ key, value }) => {
      const label = labelOf(value);
      return {
        id: nameKey(key.text),
        names: [nameKey(key.text), ...Object.values(label).map(nameKey)],
        label,
      };
    });
}
