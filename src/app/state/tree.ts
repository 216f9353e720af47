/** The reasoning of both sides as lines, step beside step. */
import type { Detail, Sides, TreeNode } from '../protocol.ts';
import type { HouseholdState } from './screen-state.ts';

export interface ReasonRow {
  readonly key: string;
  readonly depth: number;
  /** Null: the side has no such step. */
  readonly a: TreeNode | null;
  readonly b: TreeNode | null;
  readonly foldable: boolean;
  readonly folded: boolean;
  readonly differs: boolean;
  /** Here the sides part. */
  readonly parting: boolean;
}

interface Branch extends Omit<ReasonRow, 'folded' | 'foldable'> {
  readonly children: readonly Branch[];
}

const branches = new WeakMap<Detail, readonly Branch[]>();

function branchesOf(detail: Detail): readonly Branch[] {
  const known = branches.get(detail);
  if (known) return known;
  const made = joined(detail.sides[0].tree, detail.sides[1].tree, 0);
  branches.set(detail, made);
  return made;
}

/** Steps of the same key belong together; those of B alone come after the step that they follow there. */
function joined(a: readonly TreeNode[], b: readonly TreeNode[], depth: number): readonly Branch[] {
  const partner = new Map(b.map(node => [node.key, node]));
  const known = new Set(a.map(({ key }) => key));
  const alone = new Map<string | null, TreeNode[]>();
  let after: string | null = null;
  for (const node of b)
    if (known.has(node.key)) after = node.key;
    else alone.set(after, [...(alone.get(after) ?? []), node]);
  const only = (key: string | null) => (alone.get(key) ?? []).map(node => branchOf([null, node], depth));
  return [
    ...only(null),
    ...a.flatMap(node => [branchOf([node, partner.get(node.key) ?? null], depth), ...only(node.key)]),
  ];
}

function branchOf([a, b]: Sides<TreeNode | null>, depth: number): Branch {
  return {
    key: (a ?? b)!.key,
    depth,
    a,
    b,
    differs: a === null || b === null || a.differs || b.differs,
    parting: a?.parting === true || b?.parting === true,
    children: joined(a?.children ?? [], b?.children ?? [], depth + 1),
  };
}

/** At first only what differs or is true is unfolded. */
const isFolded = ({ a, b, key, differs }: Branch, toggled: ReadonlySet<string>): boolean =>
  (differs || a?.tone === 'good' || b?.tone === 'good') === toggled.has(key);

export function reasonRows({ detail, toggled }: HouseholdState): readonly ReasonRow[] {
  if (!detail) return [];
  const rows: ReasonRow[] = [];
  const turned = new Set(toggled);
  const add = (branch: Branch): void => {
    const { children, ...row } = branch;
    const foldable = children.length > 0;
    const folded = foldable && isFolded(branch, turned);
    rows.push({ ...row, foldable, folded });
    if (!folded) children.forEach(add);
  };
  branchesOf(detail).forEach(add);
  return rows;
}

/** Key of the next place that differs by itself, after a place and round, and what has to be turned for it to be seen. */
export function nextDifference(
  { detail, toggled }: HouseholdState,
  from: string | null,
): { readonly key: string; readonly toggled: readonly string[] } | null {
  if (!detail) return null;
  const turned = new Set(toggled);
  const found: { key: string; folded: string[]; place: number }[] = [];
  let place = 0;
  let here = -1;
  const visit = (branch: Branch, above: readonly string[]): void => {
    if (branch.key === from) here = place;
    const isPlace = branch.parting || (branch.differs && !branch.children.some(({ differs }) => differs));
    if (isPlace) found.push({ key: branch.key, folded: [...above], place });
    place++;
    const folded = branch.children.length > 0 && isFolded(branch, turned);
    for (const child of branch.children) visit(child, folded ? [...above, branch.key] : above);
  };
  for (const branch of branchesOf(detail)) visit(branch, []);
  const next = found.find(each => each.place > here) ?? found[0];
  if (!next) return null;
  const { key, folded } = next;
  return {
    key,
    toggled: [...toggled.filter(each => !folded.includes(each)), ...folded.filter(each => !turned.has(each))],
  };
}

export const toggledWith = (toggled: readonly string[], key: string): readonly string[] =>
  toggled.includes(key) ? toggled.filter(each => each !== key) : [...toggled, key];
