import { type Implicit, splitAmount, withDenominators } from '../language/amount.ts';
import { checkExpression } from '../language/check.ts';
import type { Label } from '../language/label.ts';
import type { Tree } from '../language/tree.ts';
import type { Type } from '../language/types.ts';
import { amountPermits, type Desk, declare, scopeFor, treeOf } from './desk.ts';
import type { YNode } from './node.ts';
import type { Parameter } from './policy.ts';
import { type RawRule, ruleOf } from './rule.ts';
import { settleTree } from './settle.ts';

/** A figure that an amount leaves open becomes a parameter of this name, which can be set like any other. */
export interface ImplicitName {
  /** `new-house.green` */
  readonly id: string;
  readonly label: Label;
  /** Every way to name it: `new-house.green`, `建房补助.绿卡`. */
  readonly names: readonly string[];
}

function valueTree(implicit: Implicit): Tree {
  const { span } = implicit;
  return implicit.kind === 'range'
    ? { kind: 'range', low: implicit.low, high: implicit.high, span }
    : { kind: 'open', unit: implicit.unit, span };
}

/** What it is compared with says what it leaves out, as with any figure; errors of that are told where it is checked. */
function completeTree(desk: Desk, entity: string | null, implicit: Implicit): Tree {
  const tree = valueTree(implicit);
  if (implicit.against === null) return tree;
  const { expr, period } = checkExpression(implicit.against, scopeFor(desk, entity, amountPermits));
  if (expr?.type.kind !== 'number') return tree;
  return withDenominators(tree, { dimension: expr.type.dimension, period }, desk.lexicon.units);
}

/** What a figure is where its text does not say: money in amounts, a count of seats in quotas. */
export interface Standard {
  readonly type: Type;
  /** How it is written; empty for a plain number. */
  readonly unit: string;
}

export const moneyStandard: Standard = { type: { kind: 'number', dimension: { money: 1 } }, unit: '元' };

/** Declares the parameter; null where its range makes no sense, which is reported. */
function declareImplicit(
  { desk, raw, entity, standard }: Owner,
  implicit: Implicit,
  name: ImplicitName,
  text: string,
): Parameter | null {
  const settled = settleTree(desk, completeTree(desk, entity, implicit), text);
  const type = settled === null ? null : (settled.type ?? standard.type);
  const period = settled?.period ?? null;
  // The tree holds the implicit's own name; people use the others.
  declare(desk, [implicit.name], { kind: 'parameter', id: name.id, type, by: [], period });
  if (settled === null || type === null) return null;
  const { value } = settled;
  return {
    ...ruleOf(raw),
    id: name.id,
    label: name.label,
    span: implicit.span,
    type,
    value,
    lastYear: value,
    by: [],
    least: value.kind === 'range' ? value.low : null,
    most: value.kind === 'range' ? value.high : null,
    overridden: false,
    unit: settled.unit || standard.unit,
    implicit: true,
  };
}

/** The rule whose figures may be left open. */
export interface Owner {
  readonly desk: Desk;
  readonly raw: RawRule;
  /** On what the figure is worked out. */
  readonly entity: string | null;
  readonly parameters: Map<string, Parameter>;
  readonly standard: Standard;
}

/** The tree of a figure, each range and `待定` in it replaced by a parameter; `nameOf` names the i-th, `mark` them all. */
export function figureTree(
  owner: Owner,
  node: YNode,
  mark: string,
  nameOf: (index: number) => ImplicitName,
): Tree {
  const { desk, parameters } = owner;
  const { tree, implicit } = splitAmount(treeOf(desk, node), index => `${mark}.${index}`);
  for (const [index, one] of implicit.entries()) {
    const name = nameOf(index);
    const parameter = declareImplicit(owner, one, name, node.kind === 'scalar' ? node.text : '');
    if (parameter === null) continue;
    if (parameters.has(name.id)) {
      desk.report({ code: 'duplicate-id', severity: 'error', params: { name: name.id }, span: one.span });
      continue;
    }
    parameters.set(name.id, parameter);
    for (const word of name.names) desk.implicit.set(word, name.id);
  }
  return tree;
}
