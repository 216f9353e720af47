import { type Checked, type Context, checked, constant, numberType, report } from './check-context.ts';
import { cardOf, entityOf, outOfReach, policyWords, referentsOf } from './check-names.ts';
import type { Expr } from './expr.ts';
import { keywords } from './keywords.ts';
import { memberOf } from './members.ts';
import { nearest } from './nearest.ts';
import { nameKey } from './normal.ts';
import { isAtOrAbove, type Referent, type UsedMember, usedCards } from './scope.ts';
import type { Span } from './source.ts';
import type { NameTree, Tree } from './tree.ts';
import { BOOL, type Type } from './types.ts';
import { multiplyDimensions, type Period } from './units.ts';

type Use = Extract<Referent, { readonly kind: 'use' }>;

/** What may be asked for more: `登记`, `登记.临时救助`, `公益岗位名额`, `黄卡.产业资金`. */
type Owner =
  | { readonly kind: 'use'; readonly use: Use }
  | { readonly kind: 'member'; readonly use: Use; readonly member: UsedMember }
  | { readonly kind: 'quota' | 'benefit'; readonly id: string; readonly entity: string }
  | { readonly kind: 'total'; readonly card: string; readonly benefit: string };

const MONEY: Type = numberType({ money: 1 });
const cardSpellings: ReadonlySet<string> = new Set([...keywords.card.zh, ...keywords.card.en]);

/** A name behind a dot, where words of the language are names as well. */
function textOf(tree: Tree): NameTree | null {
  if (tree.kind === 'name') return tree;
  return tree.kind === 'card' ? { kind: 'name', name: 'card', span: tree.span } : null;
}

function policyNamed(context: Context, tree: Tree): Use | null {
  if (tree.kind !== 'name') return null;
  return referentsOf(context, tree.name).find(one => one.kind === 'use') ?? null;
}

function ownerOf(context: Context, tree: Tree): Owner | null {
  if (tree.kind === 'dot' || tree.kind === 'of') return deeperOwner(context, tree);
  const use = policyNamed(context, tree);
  if (use) return { kind: 'use', use };
  if (tree.kind !== 'name') return null;
  const own = referentsOf(context, tree.name).find(one => one.kind === 'quota' || one.kind === 'benefit');
  if (own?.kind === 'quota') return { kind: 'quota', id: own.id, entity: own.entity };
  const { classified } = context.scope;
  return own && classified !== undefined ? { kind: 'benefit', id: own.id, entity: classified } : null;
}

function deeperOwner(context: Context, tree: Extract<Tree, { kind: 'dot' | 'of' }>): Owner | null {
  const name = textOf(tree.kind === 'dot' ? tree.name : tree.arg);
  if (name === null) return null;
  const use = policyNamed(context, tree.owner);
  const member = use?.members?.get(nameKey(name.name));
  if (use && member) return { kind: 'member', use, member };
  const card = use || entityOf(context, tree.owner) !== null ? null : cardOf(context, tree.owner);
  const benefit = referentsOf(context, name.name).find(({ kind }) => kind === 'benefit');
  return card !== null && benefit ? { kind: 'total', card, benefit: benefit.id } : null;
}

/**
 * What another policy gives, or what is left of a claim: `登记.卡`, `登记.金额`, `公益岗位名额.实得`. Undefined where the
 * owner is nothing that has results; null after an error.
 */
export function checkMember(
  context: Context,
  owner: Tree,
  arg: Tree,
  span: Span,
): Checked | null | undefined {
  const name = textOf(arg);
  const found = name && ownerOf(context, owner);
  if (!name || !found) return undefined;
  const written = `${pathOf(owner)}.${name.name}`;
  if (found.kind === 'use') return checkUsed(context, found.use, name, written, span);
  if (memberOf(name.name) === 'served') return checkServed(context, found, written, span);
  return name.reported ? null : report(context, 'only-served', name.span, { name: name.name });
}

/** Is a result asked for, rather than a share of it (`产业资金 的 50%`)? */
export function asksMember(context: Context, owner: Tree, arg: Tree): boolean {
  const name = textOf(arg);
  const found = name && ownerOf(context, owner);
  return !!found && (found.kind === 'use' || memberOf(name.name) === 'served');
}

function checkUsed(context: Context, use: Use, name: NameTree, written: string, span: Span): Checked | null {
  // The other policy is wrong itself, which is told there.
  if (use.members === null) return null;
  const { id } = use;
  const member = use.members.get(nameKey(name.name));
  const isCard = cardSpellings.has(name.name.toLowerCase());
  const isAmount = memberOf(name.name) === 'amount';
  if (!isCard && !isAmount && !member) {
    if (name.reported) return null;
    const known = [...use.members.keys(), ...cardSpellings, '金额', 'amount'];
    const params = { name: name.name, owner: policyWords(context, id) };
    return report(context, 'not-of-use', name.span, params, nearest(name.name, known));
  }
  if (!isCard && !isAmount && member?.kind === 'quota')
    return report(context, 'quota-alone', span, { name: name.name });
  if (!reaches(context, use.entity, written, span)) return null;
  const of = { op: 'used', use: id, entity: use.entity, span } as const;
  if (isCard) {
    const type: Type = { kind: 'enum', of: usedCards(id) };
    return checked({ ...of, type, what: { kind: 'card' } });
  }
  if (isAmount) return perPeriod({ ...of, type: MONEY, what: { kind: 'amount' } }, 'year');
  const { id: benefit, period } = member as Extract<UsedMember, { kind: 'benefit' }>;
  return perPeriod({ ...of, type: MONEY, what: { kind: 'benefit', id: benefit } }, period);
}

/** What another policy pays by the month or year is money per month or year here. */
function perPeriod(expr: Expr, period: 'once' | 'month' | 'year'): Checked {
  if (period === 'once') return checked(expr);
  const { span } = expr;
  const right = constant(period === 'year' ? '1/12' : '1', { month: -1 }, span);
  const type = numberType(multiplyDimensions({ money: 1 }, { month: -1 }));
  return checked({ op: 'multiply', type, left: expr, right, span }, period satisfies Period);
}

/** Is there an instance to ask? Reported where there is none. */
function reaches(context: Context, entity: string, written: string, span: Span): boolean {
  if (isAtOrAbove(context.scope.entities, entity, context.entity)) return true;
  outOfReach(context, entity, { kind: 'name', name: written, span });
  return false;
}

/** What is asked for, as written: `登记.卡`. */
function pathOf(tree: Tree): string {
  if (tree.kind === 'dot') return `${pathOf(tree.owner)}.${pathOf(tree.name)}`;
  if (tree.kind === 'of') return `${pathOf(tree.owner)}.${pathOf(tree.arg)}`;
  return textOf(tree)?.name ?? '';
}

function checkServed(
  context: Context,
  owner: Exclude<Owner, { kind: 'use' }>,
  written: string,
  span: Span,
): Checked | null {
  const { served, totals } = context.scope.permits;
  if (owner.kind === 'member') {
    const { use, member } = owner;
    const entity = member.kind === 'quota' ? member.entity : use.entity;
    if (!reaches(context, entity, written, span)) return null;
    const what = { kind: member.kind, id: member.id } as const;
    const type = member.kind === 'quota' ? BOOL : MONEY;
    const expr: Expr = { op: 'served', type, use: use.id, entity, what, span };
    return member.kind === 'quota' ? checked(expr) : perPeriod(expr, member.period);
  }
  if (served !== true && !totals) return report(context, 'served-not-here', span);
  if (owner.kind === 'total' || (owner.kind === 'benefit' && context.entity === null)) {
    if (!totals) return report(context, 'total-not-here', span);
    const card = owner.kind === 'total' ? owner.card : '#all';
    const benefit = owner.kind === 'total' ? owner.benefit : owner.id;
    return checked({ op: 'total', type: MONEY, what: 'money', card, benefit, served: true, span });
  }
  if (context.entity === null) return report(context, 'served-of-quota-here', span);
  const { id, entity, kind } = owner;
  if (!reaches(context, entity, written, span)) return null;
  const type = kind === 'quota' ? BOOL : MONEY;
  return checked({ op: 'served', type, use: null, entity, what: { kind, id }, span });
}
