import { checkExpression } from '../../language/check.ts';
import type { Expected } from '../../language/expected.ts';
import type { Expr } from '../../language/expr.ts';
import type { Label } from '../../language/label.ts';
import type { Tree } from '../../language/tree.ts';
import { type Permits, reportAll, scopeFor } from '../desk.ts';
import { figureTree, type ImplicitName, type Owner } from '../implicit.ts';
import type { YNode } from '../node.ts';
import type { RawRule } from '../rule.ts';

/** What of a quota or fund a figure is: `total` of `posts`, or the seats of an entity. */
export interface Part {
  readonly id: string;
  readonly label: Label;
}

/** `posts.total`, `公益岗位名额.总数`: what a figure left open is called. */
function nameOf(raw: RawRule, { id, label }: Part, index: number): ImplicitName {
  const tail = index === 0 ? '' : `.${index + 1}`;
  const words = [...new Set([id, ...Object.values(label)])];
  const zh = raw.label.zh === undefined ? undefined : `${raw.label.zh}·${label.zh ?? id}`;
  const en = raw.label.en === undefined ? undefined : `${raw.label.en}, ${label.en ?? id}`;
  return {
    id: `${raw.id}.${id}${tail}`,
    label: { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) },
    names: raw.names.flatMap(name => words.map(word => `${name}.${word}${tail}`)),
  };
}

export interface Figure {
  readonly expr: Expr;
  readonly tree: Tree;
  readonly beneficiary: 'person' | 'household' | null;
}

/** Checks a figure that may be left open or a range, which makes a parameter of it; null after an error. */
export function checkFigure(
  owner: Owner,
  node: YNode,
  part: Part,
  expected: Expected,
  permits: Permits,
): Figure | null {
  const { desk, raw, entity } = owner;
  const tree = figureTree(owner, node, `#${raw.id}.${part.id}`, index => nameOf(raw, part, index));
  const { expr, diagnostics, beneficiary } = checkExpression(tree, scopeFor(desk, entity, permits), expected);
  reportAll(desk, diagnostics);
  if (expr === null) desk.failed.push(tree.span);
  return expr === null ? null : { expr, tree, beneficiary };
}
