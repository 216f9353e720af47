import type { Expr } from '../language/expr.ts';
import { scoreItemKeys } from '../language/keys.ts';
import { type ScoreItem, scoreOf } from '../language/structure.ts';
import type { Type } from '../language/types.ts';
import { type Draft, entityFor } from './definitions.ts';
import { check, type Desk, treeOf } from './desk.ts';
import { fieldOf, fieldsOf } from './fields.ts';
import { called, type RawRule } from './rule.ts';

const POINTS: Type = { kind: 'number', dimension: { point: 1 } };

function itemsOf(desk: Desk, raw: RawRule): ScoreItem[] {
  const node = raw.fields.get('items')?.value;
  return (node?.kind === 'list' ? node.items : []).flatMap((item): ScoreItem[] => {
    const fields = fieldsOf(item, scoreItemKeys, desk.report);
    const when = fieldOf(fields, 'when');
    const points = fieldOf(fields, 'points');
    if (points === undefined) return [];
    const span = (when ?? points).span;
    return [{ when: when === undefined ? null : treeOf(desk, when), points: treeOf(desk, points), span }];
  });
}

/** A score is the sum of its items: points, each where its condition holds. */
export function draftScores(desk: Desk, raws: readonly RawRule[], standard: string): Draft[] {
  return raws.flatMap((raw): Draft[] => {
    const entity = entityFor(desk, raw, standard);
    if (entity === null) return [];
    // Each item by itself, so that what is wrong is shown where it stands.
    const trees = itemsOf(desk, raw).flatMap(item => scoreOf([item], item.span) ?? []);
    if (trees.length === 0) {
      const params = { key: { zh: '项', en: 'items' }, of: called(raw) };
      desk.report({ code: 'missing-key', severity: 'error', params, span: raw.at });
    }
    const compile = (): Expr | null => {
      const points = trees.map(tree => check(desk, tree, entity, POINTS));
      return points.reduce(
        (left, right) => left && right && { op: 'add', type: POINTS, left, right, span: raw.span },
      );
    };
    return [
      {
        kind: 'score',
        entity,
        id: raw.id,
        raw,
        trees,
        needs: [],
        compile: trees.length === 0 ? () => null : compile,
      },
    ];
  });
}
