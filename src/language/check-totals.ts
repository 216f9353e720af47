import { type Checked, type Context, checked, constant, numberType, report } from './check-context.ts';
import { checkMember } from './check-members.ts';
import { cardOf, checkOwned, entityOf, referentsOf, unknownName } from './check-names.ts';
import type { Expr } from './expr.ts';
import { keywords } from './keywords.ts';
import { memberOf } from './members.ts';
import type { Span } from './source.ts';
import type { Tree, TreeOf } from './tree.ts';
import { BOOL, CARD } from './types.ts';

const HOUSEHOLDS = numberType({ household: 1 });
const PEOPLE = numberType({ person: 1 });

/** `村 的 村类型`, `红卡 的 户数`; null without a word where the owner is neither an entity nor a card. */
export function checkOwner(context: Context, owner: Tree, arg: Tree, span: Span): Checked | null {
  const entity = entityOf(context, owner);
  if (entity !== null) {
    if (arg.kind === 'name' && wordOfTotal(arg.name)) return report(context, 'total-of-entity', span);
    if (arg.kind === 'name') return checkOwned(context, entity, arg);
    if (arg.kind === 'total') return report(context, 'total-of-entity', span);
    return report(context, 'owner-of-what', arg.span);
  }
  const card = cardOf(context, owner);
  return card === null ? null : totalOf(context, card, arg, span);
}

export function checkDot(context: Context, tree: TreeOf<'dot'>): Checked | null {
  const { owner } = tree;
  const member = checkMember(context, owner, tree.name, tree.span);
  if (member !== undefined) return member;
  if (owner.kind === 'name' && referentsOf(context, owner.name).length === 0)
    return unknownName(context, owner, memberOf(tree.name.name) ?? undefined);
  const found = checkOwner(context, tree.owner, tree.name, tree.span);
  if (found || entityOf(context, tree.owner) !== null || cardOf(context, tree.owner) !== null) return found;
  return report(context, 'dot-of-what', tree.span);
}

export function checkTotal(context: Context, tree: TreeOf<'total'>): Checked | null {
  return total(context, tree.what, '#all', tree.span);
}

function totalOf(context: Context, card: string, arg: Tree, span: Span): Checked | null {
  if (arg.kind === 'total') return total(context, arg.what, card, span);
  if (arg.kind !== 'name') return report(context, 'total-of-what', arg.span);
  const { name } = arg;
  const what = wordOfTotal(name);
  if (what) return total(context, what, card, span);
  const benefit = referentsOf(context, name).find(one => one.kind === 'benefit');
  if (!benefit) return report(context, 'total-of-what', arg.span);
  if (!context.scope.permits.totals) return report(context, 'total-not-here', span);
  return checked({
    op: 'total',
    type: numberType({ money: 1 }),
    what: 'money',
    card,
    benefit: benefit.id,
    served: false,
    span,
  });
}

/** After a card these are words of the language, though elsewhere they may be units or names. */
function wordOfTotal(name: string): 'households' | 'people' | null {
  if (name === 'households' || (keywords.households.zh as readonly string[]).includes(name))
    return 'households';
  return name === 'people' || (keywords.people.zh as readonly string[]).includes(name) ? 'people' : null;
}

function total(context: Context, what: 'households' | 'people', card: string, span: Span): Checked | null {
  if (!context.scope.permits.totals) return report(context, 'total-not-here', span);
  const type = what === 'households' ? HOUSEHOLDS : PEOPLE;
  return checked({ op: 'total', type, what, card, benefit: null, served: false, span });
}

/** Over the whole result: no household is without a card. On one household: it has one of the cards. */
export function checkExactlyOneCard(context: Context, tree: TreeOf<'exactlyOneCard'>): Checked | null {
  const { span } = tree;
  const { card, totals } = context.scope.permits;
  if (totals) {
    const left: Expr = {
      op: 'total',
      type: HOUSEHOLDS,
      what: 'households',
      card: '#none',
      benefit: null,
      served: false,
      span,
    };
    return checked({ op: 'eq', type: BOOL, left, right: constant('0', { household: 1 }, span), span });
  }
  if (!card) return report(context, 'card-not-here', span);
  const values = new Set<string>();
  for (const list of context.scope.referents.values())
    for (const one of list) if (one.kind === 'card') values.add(one.id);
  return checked({ op: 'in', type: BOOL, arg: { op: 'card', type: CARD, span }, values: [...values], span });
}
