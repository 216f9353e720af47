import type { CompareOp, RoundMode } from './expr.ts';
import type { Span } from './source.ts';
import type { UnitPhrase } from './units.ts';

interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
}

export interface UnitText extends UnitPhrase {
  readonly text: string;
}

/** How a comparison was worded, for the linter: does the word include the line itself? */
export interface Wording {
  /** As written: `以下`. */
  readonly word: string;
  readonly inclusive: boolean;
  /** `below`: what is compared lies below the line (or on it). */
  readonly side: 'below' | 'above';
  /** What is compared and the line, as written, blanks dropped. */
  readonly subject: string;
  readonly line: string;
  readonly span: Span;
}

export type FunctionName =
  | 'count'
  | 'sum'
  | 'min'
  | 'max'
  | 'average'
  | 'round'
  | 'known'
  | 'unknown'
  | 'lastYear'
  | 'yearOf'
  | 'yearsBetween'
  | 'monthsBetween'
  | 'daysBetween';

/** A number as written: decimal or fraction text without separators. */
export type NumberTree = Node<'number'> & { readonly value: string; readonly unit: UnitText | null };
/** `reported`: that nothing bears the name has been said already. */
export type NameTree = Node<'name'> & { readonly name: string; readonly reported?: true };

/** `shared`: it belongs to the band before where that includes it. */
export interface Edge {
  readonly edge: Tree;
  readonly inclusive: boolean;
  readonly shared?: boolean;
}

/** One band of `按 x: {整额: …}`; `upTo` null: no upper edge. The edge belongs to the band where `inclusive`. */
export interface Band {
  readonly from: Edge | null;
  readonly upTo: Edge | null;
  readonly value: Tree;
  readonly span: Span;
}

/** One key of a table's row: a value to equal, a range to lie in, or null for whatever it is. */
export type TableKey =
  | Tree
  | { readonly kind: 'band'; readonly from: Band['from']; readonly upTo: Band['upTo']; readonly span: Span }
  | null;

export interface TableRow {
  readonly keys: readonly TableKey[];
  readonly value: Tree;
  readonly span: Span;
}

/** What was written, names unresolved, types unknown: plain data. */
export type Tree =
  | NumberTree
  | NameTree
  /** Something that could not be read; its error has been reported. `inside`: what could be made of it, for its names. */
  | (Node<'error'> & { readonly inside?: Tree })
  | (Node<'bool'> & { readonly value: boolean })
  | (Node<'date'> & { readonly value: string })
  | (Node<'text'> & { readonly value: string })
  | Node<'today'>
  | Node<'card'>
  | Node<'exactlyOneCard'>
  /** A figure left open (待定), with the unit it will have. */
  | (Node<'open'> & { readonly unit: UnitText | null })
  /** A figure still to be settled in between. */
  | (Node<'range'> & { readonly low: Tree; readonly high: Tree })
  | (Node<'list'> & { readonly items: readonly Tree[] })
  /** `owner 的 arg`: a share of it, or a fact of an owner. */
  | (Node<'of'> & { readonly owner: Tree; readonly arg: Tree })
  /** `红卡.户数` */
  | (Node<'dot'> & { readonly owner: Tree; readonly name: NameTree })
  | (Node<'total'> & { readonly what: 'households' | 'people'; readonly card: Tree | null })
  | (Node<'noCard'> | Node<'allCards'>)
  | (Node<'not'> & { readonly arg: Tree })
  | (Node<'and' | 'or'> & { readonly args: readonly Tree[] })
  | (Node<'atLeast'> & { readonly count: number; readonly args: readonly Tree[] })
  | (Node<'compare'> & {
      readonly operator: CompareOp;
      readonly left: Tree;
      readonly right: Tree;
      readonly wording: Wording | null;
    })
  | (Node<'between'> & { readonly arg: Tree; readonly low: Tree; readonly high: Tree })
  | (Node<'in'> & { readonly arg: Tree; readonly values: readonly Tree[] })
  | (Node<'negate'> & { readonly arg: Tree })
  | (Node<'arithmetic'> & {
      readonly operator: 'add' | 'subtract' | 'multiply' | 'divide';
      readonly left: Tree;
      readonly right: Tree;
    })
  /** What of `arg` lies above (or is lacking below) the line. */
  | (Node<'excess' | 'shortfall'> & { readonly arg: Tree; readonly line: Tree })
  | (Node<'cap' | 'floor'> & { readonly arg: Tree; readonly limit: Tree })
  | (Node<'if'> & { readonly condition: Tree; readonly then: Tree; readonly otherwise: Tree })
  | (Node<'else'> & { readonly arg: Tree; readonly fallback: Tree })
  | (Node<'quantifier'> & {
      readonly quantifier: 'any' | 'every' | 'none';
      readonly over: NameTree;
      readonly where: Tree | null;
      readonly body: Tree;
    })
  | (Node<'call'> & {
      readonly name: FunctionName;
      readonly args: readonly Tree[];
      /** `count of members (…)`, `sum(wage over members where …)`. */
      readonly over: NameTree | null;
      readonly where: Tree | null;
    })
  | (Node<'roundMode'> & { readonly mode: RoundMode })
  /** A parameter with its keys given: `标准(红卡)`. */
  | (Node<'apply'> & { readonly name: NameTree; readonly args: readonly Tree[] })
  /** Is today at most (at least, …) `duration` after `start`? */
  | (Node<'since'> & { readonly start: Tree; readonly operator: CompareOp; readonly duration: Tree })
  | (Node<'bands'> & {
      readonly by: Tree;
      /** What a share is a share of; null: `by` itself. */
      readonly base: Tree | null;
      readonly mode: 'whole' | 'marginal';
      readonly bands: readonly Band[];
      readonly otherwise: Tree | null;
    })
  | (Node<'table'> & {
      readonly by: readonly Tree[];
      readonly rows: readonly TableRow[];
      /** What each further one adds past the last row; of a table over one number. */
      readonly further: Tree | null;
      readonly otherwise: Tree | null;
    })
  /** Several ways to split the same Han text, each parsed; the first is meant unless only another one makes sense. */
  | (Node<'readings'> & { readonly readings: readonly { readonly tree: Tree; readonly words: string }[] });

export type TreeOf<Kind extends Tree['kind']> = Extract<Tree, { readonly kind: Kind }>;

/** The trees directly inside, in the order written. */
export function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'error':
      return tree.inside ? [tree.inside] : [];
    case 'range':
      return [tree.low, tree.high];
    case 'list':
      return tree.items;
    case 'of':
      return [tree.owner, tree.arg];
    case 'dot':
      return [tree.owner, tree.name];
    case 'total':
      return tree.card ? [tree.card] : [];
    case 'not':
    case 'negate':
      return [tree.arg];
    case 'and':
    case 'or':
    case 'atLeast':
      return tree.args;
    case 'compare':
    case 'arithmetic':
      return [tree.left, tree.right];
    case 'between':
      return [tree.arg, tree.low, tree.high];
    case 'in':
      return [tree.arg, ...tree.values];
    case 'excess':
    case 'shortfall':
      return [tree.arg, tree.line];
    case 'cap':
    case 'floor':
      return [tree.arg, tree.limit];
    case 'if':
      return [tree.condition, tree.then, tree.otherwise];
    case 'else':
      return [tree.arg, tree.fallback];
    case 'quantifier':
      return [tree.over, ...(tree.where ? [tree.where] : []), tree.body];
    case 'call':
      return [...(tree.over ? [tree.over] : []), ...tree.args, ...(tree.where ? [tree.where] : [])];
    case 'apply':
      return [tree.name, ...tree.args];
    case 'since':
      return [tree.start, tree.duration];
    case 'bands':
      return [
        tree.by,
        ...(tree.base ? [tree.base] : []),
        ...tree.bands.flatMap(band => [...edgesOf(band), band.value]),
        ...(tree.otherwise ? [tree.otherwise] : []),
      ];
    case 'table':
      return [
        ...tree.by,
        ...tree.rows.flatMap(row => [...row.keys.flatMap(keyTrees), row.value]),
        ...(tree.further ? [tree.further] : []),
        ...(tree.otherwise ? [tree.otherwise] : []),
      ];
    case 'readings':
      return tree.readings.map(reading => reading.tree);
    default:
      return [];
  }
}

/** A copy with every tree directly inside replaced. */
export function mapChildren(tree: Tree, change: (child: Tree) => Tree): Tree {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== 'object') return value;
    if ('kind' in value && 'span' in value && value.kind !== 'band') return change(value as Tree);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === 'span' ? inner : visit(inner)]),
    );
  };
  const entries = Object.entries(tree).map(([key, inner]) => [key, key === 'span' ? inner : visit(inner)]);
  return Object.fromEntries(entries) as Tree;
}

function edgesOf(band: { readonly from: Band['from']; readonly upTo: Band['upTo'] }): Tree[] {
  return [...(band.from ? [band.from.edge] : []), ...(band.upTo ? [band.upTo.edge] : [])];
}

function keyTrees(key: TableKey): Tree[] {
  if (key === null) return [];
  return key.kind === 'band' ? edgesOf(key) : [key];
}

/** Every tree inside, itself first, without recursion. */
export function* walk(tree: Tree): Generator<Tree> {
  const stack: Tree[] = [tree];
  while (stack.length > 0) {
    const top = stack.pop()!;
    yield top;
    stack.push(...[...childrenOf(top)].reverse());
  }
}

/** The names used, with their places, in the order written; of several readings all of them. */
export function namesIn(tree: Tree): { name: string; span: Span }[] {
  return [...walk(tree)].filter(node => node.kind === 'name').map(({ name, span }) => ({ name, span }));
}

/** Without the readings in which one of these names occurs, where others are left: nothing is made of itself. */
export function withoutNames(tree: Tree, names: readonly string[]): Tree {
  if (tree.kind !== 'readings') return mapChildren(tree, child => withoutNames(child, names));
  const uses = (one: Tree) => namesIn(one).some(({ name }) => names.includes(name));
  const left = tree.readings.filter(reading => !uses(reading.tree));
  if (left.length === 0) return tree;
  return left.length === 1 ? left[0]!.tree : { ...tree, readings: left };
}

/** The comparing words used, for a linter of whole documents; of several readings the first. */
export function wordings(tree: Tree): Wording[] {
  const first = tree.kind === 'readings' ? tree.readings[0]!.tree : tree;
  const found: Wording[] = [];
  for (const node of walk(first)) if (node.kind === 'compare' && node.wording) found.push(node.wording);
  return found;
}
