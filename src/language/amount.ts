import type { Span } from './source.ts';
import { mapChildren, type Tree, type UnitText, walk } from './tree.ts';
import type { Dimension } from './types.ts';
import { measureOf, multiplyDimensions, type Period, type UnitTable } from './units.ts';

/** A figure that the policy does not settle: it becomes a parameter that nobody declared. `against`: what it is compared with. */
export type Implicit =
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly low: Tree;
      readonly high: Tree;
      readonly against: Tree | null;
      readonly span: Span;
    }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly unit: UnitText | null;
      readonly against: Tree | null;
      readonly span: Span;
    };

export interface SplitAmount {
  /** The tree with each range (`1000 元 至 5000 元`) and `待定` replaced by a name from `nameOf`. */
  readonly tree: Tree;
  readonly implicit: readonly Implicit[];
}

/**
 * Takes ranges and open figures out of a tree. `nameOf(i)` gives the name under which the i-th stands in the tree
 * returned; the caller declares parameters of these names. Ranges in lists of values stay: they are spans to lie in.
 */
export function splitAmount(tree: Tree, nameOf: (index: number) => string): SplitAmount {
  const implicit: Implicit[] = [];
  const replace = (node: Tree, against: Tree | null = null): Tree => {
    if (node.kind === 'range' || node.kind === 'open') {
      const name = nameOf(implicit.length);
      const { span } = node;
      implicit.push(
        node.kind === 'range'
          ? { kind: 'range', name, low: node.low, high: node.high, against, span }
          : { kind: 'open', name, unit: node.unit, against, span },
      );
      return { kind: 'name', name, span };
    }
    if (node.kind === 'in') return { ...node, arg: replace(node.arg) };
    if (node.kind === 'compare')
      return { ...node, left: replace(node.left, node.right), right: replace(node.right, node.left) };
    return mapChildren(node, child => replace(child));
  };
  const holds = (one: Tree) => [...walk(one)].some(({ kind }) => kind === 'range' || kind === 'open');
  // The likeliest way to split the text: parameters cannot depend on which way is meant.
  const first = tree.kind === 'readings' && holds(tree) ? tree.readings[0]!.tree : tree;
  return { tree: replace(first), implicit };
}

const denominators = {
  person: { zh: '人', en: 'person' },
  household: { zh: '户', en: 'household' },
  month: { zh: '年', en: 'year' },
} as const;

/**
 * A figure, range or open figure with the denominators that it leaves out against what it is compared with: 4000 至
 * 5000 元 beside an income per head are 元/人年. Against a monthly quantity it has to say which period it means.
 */
export function withDenominators(
  tree: Tree,
  other: { readonly dimension: Dimension; readonly period: Period | null },
  units: UnitTable,
): Tree {
  if (tree.kind === 'range') {
    const [low, high] = [tree.low, tree.high].map(end => withDenominators(end, other, units));
    return { ...tree, low: low!, high: high! };
  }
  const unit = tree.kind === 'number' || tree.kind === 'open' ? tree.unit : null;
  const measure = unit && measureOf(unit, units);
  if (!unit || !measure || (tree.kind !== 'number' && tree.kind !== 'open')) return tree;
  const missing = multiplyDimensions(other.dimension, measure.dimension, -1);
  const monthly = Object.hasOwn(missing, 'month') && other.period !== null && other.period !== 'year';
  const bases = Object.keys(denominators) as (keyof typeof denominators)[];
  const fits = Object.entries(missing).every(
    ([base, power]) => power === -1 && Object.hasOwn(denominators, base),
  );
  if (monthly || !fits) return tree;
  const zh = /[^\u0020-\u007e]/.test(unit.text);
  const more = bases
    .filter(base => Object.hasOwn(missing, base))
    .map(base => denominators[base][zh ? 'zh' : 'en']);
  if (more.length === 0) return tree;
  const text = zh
    ? `${unit.text}${unit.down.length > 0 ? '' : '/'}${more.join('')}`
    : [unit.text, ...more].join('/');
  return { ...tree, unit: { ...unit, text, down: [...unit.down, ...more] } };
}
