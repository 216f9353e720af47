import type { Span } from './source.ts';
import { mapChildren, type Tree, type UnitText, walk } from './tree.ts';

/** A figure that the policy does not settle: it becomes a parameter that nobody declared. */
export type Implicit =
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly low: Tree;
      readonly high: Tree;
      readonly span: Span;
    }
  | { readonly kind: 'open'; readonly name: string; readonly unit: UnitText | null; readonly span: Span };

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
  const replace = (node: Tree): Tree => {
    if (node.kind === 'range' || node.kind === 'open') {
      const name = nameOf(implicit.length);
      const { span } = node;
      implicit.push(
        node.kind === 'range'
          ? { kind: 'range', name, low: node.low, high: node.high, span }
          : { kind: 'open', name, unit: node.unit, span },
      );
      return { kind: 'name', name, span };
    }
    if (node.kind === 'in') return { ...node, arg: replace(node.arg) };
    return mapChildren(node, replace);
  };
  const holds = (one: Tree) => [...walk(one)].some(({ kind }) => kind === 'range' || kind === 'open');
  // The likeliest way to split the text: parameters cannot depend on which way is meant.
  const first = tree.kind === 'readings' && holds(tree) ? tree.readings[0]!.tree : tree;
  return { tree: replace(first), implicit };
}
