import type { Implicit } from '../language/amount.ts';
import type { Label } from '../language/label.ts';
import type { Tree } from '../language/tree.ts';
import type { Type } from '../language/types.ts';
import { type Desk, declare } from './desk.ts';
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

/** Declares the parameter; null where its range makes no sense, which is reported. */
export function declareImplicit(
  desk: Desk,
  raw: RawRule,
  implicit: Implicit,
  name: ImplicitName,
  text: string,
): Parameter | null {
  const settled = settleTree(desk, valueTree(implicit), text);
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
