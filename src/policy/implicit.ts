import { type Implicit, withDenominators } from '../language/amount.ts';
import { checkExpression } from '../language/check.ts';
import type { Label } from '../language/label.ts';
import type { Tree } from '../language/tree.ts';
import type { Type } from '../language/types.ts';
import { amountPermits, type Desk, declare, scopeFor } from './desk.ts';
import type { Parameter } from './policy.ts';
import { type RawRule, ruleOf } from './rule.ts';
import { settleTree } from './settle.ts';

const MONEY: Type = { kind: 'number', dimension: { money: 1 } };

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
function completeTree(desk: Desk, entity: string, implicit: Implicit): Tree {
  const tree = valueTree(implicit);
  if (implicit.against === null) return tree;
  const { expr, period } = checkExpression(implicit.against, scopeFor(desk, entity, amountPermits));
  if (expr?.type.kind !== 'number') return tree;
  return withDenominators(tree, { dimension: expr.type.dimension, period }, desk.lexicon.units);
}

/** Declares the parameter; null where its range makes no sense, which is reported. */
export function declareImplicit(
  desk: Desk,
  raw: RawRule,
  entity: string,
  implicit: Implicit,
  name: ImplicitName,
  text: string,
): Parameter | null {
  const settled = settleTree(desk, completeTree(desk, entity, implicit), text);
  const type = settled === null ? null : (settled.type ?? MONEY);
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
    unit: settled.unit || '元',
    implicit: true,
  };
}
