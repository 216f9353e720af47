import { type Checked, type Context, checked, type Hint, report } from './check-context.ts';
import type { Expr } from './expr.ts';
import { nearest } from './nearest.ts';
import { nameKey } from './normal.ts';
import { isAtOrAbove, policyOfCards, type Referent, stepsUp } from './scope.ts';
import type { Span } from './source.ts';
import type { NameTree, Tree, TreeOf } from './tree.ts';
import { typeWords } from './type-words.ts';
import { CARD, type Type } from './types.ts';

type ReferentOf<Kind extends Referent['kind']> = Extract<Referent, { readonly kind: Kind }>;
type Located = ReferentOf<'fact' | 'definition'>;

/** After so many errors no more is guessed of what was meant; guessing takes time. */
const MOST_SUGGESTIONS = 20;

export function referentsOf(context: Context, name: string): readonly Referent[] {
  return context.scope.referents.get(nameKey(name)) ?? [];
}

/** The entity that a tree names, if it names one. */
export function entityOf(context: Context, tree: Tree): string | null {
  if (tree.kind !== 'name') return null;
  const found = referentsOf(context, tree.name).find(one => one.kind === 'entity');
  return found?.id ?? null;
}

/** The card that a tree names: an id, `#none` or `#all`. */
export function cardOf(context: Context, tree: Tree): string | null {
  if (tree.kind === 'noCard') return '#none';
  if (tree.kind === 'allCards') return '#all';
  if (tree.kind !== 'name') return null;
  return referentsOf(context, tree.name).find(one => one.kind === 'card')?.id ?? null;
}

/** `asks`: the word behind the dot after it. */
export function unknownName(context: Context, { name, span, reported }: NameTree, asks?: string): null {
  if (reported) return null;
  const many = context.diagnostics.length > MOST_SUGGESTIONS;
  const suggestion = many ? undefined : nearest(name, context.scope.referents.keys());
  const params = asks === undefined ? { name } : { name, asks };
  return report(context, 'unknown-name', span, params, suggestion);
}

/** Does the tree only name values (of an enumeration, or cards), so that the other side says which enumeration is meant? */
export function namesValueOnly(context: Context, tree: Tree): boolean {
  if (tree.kind === 'number') return false;
  if (tree.kind !== 'name') return false;
  const found = referentsOf(context, tree.name);
  return found.length > 0 && found.every(one => one.kind === 'value' || one.kind === 'card');
}

export function checkName(context: Context, tree: TreeOf<'name'>, hint: Hint): Checked | null {
  const found = referentsOf(context, tree.name);
  if (found.length === 0) return unknownName(context, tree);
  if (hint.enumOf !== undefined) {
    const value = valueIn(found, hint.enumOf);
    if (value !== null) return checked(enumConstant(hint.enumOf, value, tree.span));
  }
  const located = found.filter(one => one.kind === 'fact' || one.kind === 'definition');
  const reachable = nearestOf(context, located);
  if (reachable) return checkLocated(reachable, tree.span);
  const other = found.find(one => one.kind === 'parameter' || one.kind === 'benefit');
  if (other?.kind === 'parameter') return checkParameter(context, other, tree, null, false);
  if (other?.kind === 'benefit') return checkBenefit(context, other, tree);
  if (located.length > 0) return outOfReach(context, located[0]!.entity, tree);
  return checkValue(context, found, tree, hint);
}

function valueIn(found: readonly Referent[], of: string): string | null {
  for (const one of found) {
    if (of === '#card' && one.kind === 'card') return one.id;
    if (one.kind === 'value' && one.of === of) return one.id;
  }
  return null;
}

function enumConstant(of: string, value: string, span: Span): Expr {
  return { op: 'enum', type: of === '#card' ? CARD : { kind: 'enum', of }, value, span };
}

/** Of several the one that is fewest steps up. */
function nearestOf(context: Context, located: readonly Located[]): Located | null {
  const { entities } = context.scope;
  const reachable = located.filter(one => isAtOrAbove(entities, one.entity, context.entity));
  const steps = (one: Located) => stepsUp(entities, one.entity, context.entity);
  return reachable.reduce<Located | null>(
    (best, one) => (best && steps(best) <= steps(one) ? best : one),
    null,
  );
}

function checkLocated({ kind, entity, id, type, period }: Located, span: Span): Checked | null {
  return type === null ? null : checked({ op: kind, type, entity, id, span }, period ?? null);
}

/** A fact of an owner: `村 的 村类型`. */
export function checkOwned(context: Context, owner: string, tree: NameTree): Checked | null {
  const found = referentsOf(context, tree.name);
  if (found.length === 0) return unknownName(context, tree);
  const located = found.filter(one => one.kind === 'fact' || one.kind === 'definition');
  const own = nearestOf({ ...context, entity: owner }, located);
  if (!own) {
    const names = [...context.scope.referents].filter(([, list]) =>
      list.some(one => (one.kind === 'fact' || one.kind === 'definition') && one.entity === owner),
    );
    const suggestion = nearest(
      tree.name,
      names.map(([name]) => name),
    );
    return report(
      context,
      'not-of-owner',
      tree.span,
      { name: tree.name, owner: entityWords(context, owner) },
      suggestion,
    );
  }
  if (!isAtOrAbove(context.scope.entities, owner, context.entity))
    return outOfReach(context, own.entity, tree);
  return checkLocated(own, tree.span);
}

export function entityWords(context: Context, entity: string): { zh: string; en: string } {
  const label = Object.hasOwn(context.scope.entities, entity)
    ? context.scope.entities[entity]!.label
    : undefined;
  return { zh: label?.zh ?? label?.en ?? entity, en: label?.en ?? label?.zh ?? entity };
}

/** Something of an entity that is neither present nor above. */
export function outOfReach(context: Context, entity: string, { name, span }: NameTree): null {
  const owner = entityWords(context, entity);
  if (context.entity === null) return report(context, 'no-instance-here', span, { name, owner });
  const below = isAtOrAbove(context.scope.entities, context.entity, entity);
  const here = entityWords(context, context.entity);
  const params = { name, owner, here };
  return below
    ? report(context, 'fact-of-parts', span, params)
    : report(context, 'fact-out-of-reach', span, params);
}

/** A parameter; without keys it takes those of the instance at hand. */
export function checkParameter(
  context: Context,
  { id, type, by, period }: ReferentOf<'parameter'>,
  { name, span }: { readonly name: string; readonly span: Span },
  given: readonly Expr[] | null,
  lastYear: boolean,
): Checked | null {
  const keys = given ?? impliedKeys(context, name, by, span);
  if (keys === null || type === null) return null;
  return checked({ op: 'parameter', type, id, lastYear, keys, span }, period ?? null);
}

function impliedKeys(context: Context, name: string, by: readonly string[], span: Span): Expr[] | null {
  const keys: Expr[] = [];
  for (const key of by) {
    if (key === '#card') {
      if (!context.scope.permits.card) return report(context, 'parameter-needs-card', span, { name });
      keys.push({ op: 'card', type: CARD, span });
      continue;
    }
    const fact = factByKey(context, key);
    const entity = key.slice(0, key.indexOf('.'));
    if (!fact?.type) return null;
    if (!isAtOrAbove(context.scope.entities, entity, context.entity))
      return report(context, 'parameter-needs-keys', span, { name, fact: factName(context, key) });
    keys.push({ op: 'fact', type: fact.type, entity, id: fact.id, span });
  }
  return keys;
}

/** The fact of a key such as `village.village_type`. */
function factByKey(context: Context, key: string): ReferentOf<'fact'> | null {
  const id = key.slice(key.indexOf('.') + 1);
  for (const one of context.scope.referents.get(nameKey(id)) ?? [])
    if (one.kind === 'fact' && `${one.entity}.${one.id}` === key) return one;
  return null;
}

function checkBenefit(
  context: Context,
  { id }: ReferentOf<'benefit'>,
  { name, span }: NameTree,
): Checked | null {
  const { benefits, totals } = context.scope.permits;
  const type: Type = { kind: 'number', dimension: { money: 1 } };
  if (totals && context.entity === null)
    return checked({ op: 'total', type, what: 'money', card: '#all', benefit: id, served: false, span });
  if (!benefits) return report(context, 'benefit-not-here', span, { name });
  return checked({ op: 'benefit', type, id, span });
}

/** A value where nothing says of which enumeration. */
function checkValue(
  context: Context,
  found: readonly Referent[],
  tree: NameTree,
  hint: Hint,
): Checked | null {
  const { name, span } = tree;
  const kinds = new Set<string>();
  for (const one of found) if (one.kind === 'value') kinds.add(one.of);
  if (found.some(one => one.kind === 'card')) kinds.add('#card');
  if (kinds.size === 0) {
    const entity = entityOf(context, tree);
    if (entity === null) return resultAlone(context, found, tree);
    return report(context, 'entity-as-value', span, { name, entity: entityWords(context, entity) });
  }
  if (hint.enumOf !== undefined && hint.enumOf !== '#card') return wrongValue(context, tree, hint.enumOf);
  if (kinds.size > 1) return report(context, 'value-of-which', span, { name });
  const [of] = kinds;
  return checked(enumConstant(of!, valueIn(found, of!)!, span));
}

/** A policy or quota by itself, where something of it is meant. */
function resultAlone(context: Context, found: readonly Referent[], { name, span }: NameTree): null {
  const code = found.some(({ kind }) => kind === 'use') ? 'use-alone' : 'quota-alone';
  return report(context, code, span, { name });
}

/** A value, but of another enumeration than the one compared with. */
export function wrongValue(context: Context, { name, span }: NameTree, of: string): null {
  const names: string[] = [];
  const values = new Map<string, { zh: string; en: string }>();
  for (const [one, list] of context.scope.referents) {
    const id = valueIn(list, of);
    if (id === null) continue;
    names.push(one);
    values.set(id, better(values.get(id), one));
  }
  const fact = of === '#card' ? { zh: '卡', en: 'card' } : factName(context, of);
  const shown = [...values.values()].slice(0, 24);
  return report(context, 'not-a-value', span, { name, fact, values: shown }, nearest(name, names));
}

/** The Chinese and the English name of a thing, as they turn up: labels with blanks before ids. */
function better(known: { zh: string; en: string } | undefined, name: string): { zh: string; en: string } {
  const han = /[^\u0020-\u007e]/.test(name);
  if (!known) return { zh: name, en: name };
  const isHan = /[^\u0020-\u007e]/.test(known.zh);
  if (han) return { zh: isHan ? known.zh : name, en: /[^\u0020-\u007e]/.test(known.en) ? name : known.en };
  const en = /[^\u0020-\u007e]/.test(known.en) || name.includes(' ') ? name : known.en;
  return { zh: isHan ? known.zh : en, en };
}

/** How people call the fact that an enumeration belongs to. */
export function factName(context: Context, key: string): { zh: string; en: string } {
  const use = policyOfCards(key);
  if (use !== null) {
    const { zh, en } = policyWords(context, use);
    return { zh: `${zh}.卡`, en: `${en}.card` };
  }
  let words: { zh: string; en: string } | undefined;
  for (const [name, list] of context.scope.referents)
    if (list.some(one => one.kind === 'fact' && `${one.entity}.${one.id}` === key))
      words = better(words, name);
  return words ?? { zh: key, en: key };
}

/** How people call another policy. */
export function policyWords(context: Context, id: string): { zh: string; en: string } {
  for (const list of context.scope.referents.values())
    for (const one of list)
      if (one.kind === 'use' && one.id === id)
        return { zh: one.label.zh ?? one.label.en ?? id, en: one.label.en ?? one.label.zh ?? id };
  return { zh: id, en: id };
}

/** A parameter with its keys given: `标准(红卡)`. */
export function checkApply(
  context: Context,
  tree: TreeOf<'apply'>,
  _hint: Hint,
  lastYear = false,
): Checked | null {
  const found = referentsOf(context, tree.name.name);
  if (found.length === 0) {
    for (const arg of tree.args) context.check(context, arg);
    return unknownName(context, tree.name);
  }
  const parameter = found.find(one => one.kind === 'parameter');
  if (parameter?.kind !== 'parameter')
    return report(context, 'not-a-function', tree.span, { name: tree.name.name });
  if (parameter.by.length !== tree.args.length) {
    const params = { name: tree.name.name, wanted: parameter.by.length, given: tree.args.length };
    return report(context, 'wrong-arguments', tree.span, params);
  }
  const keys: Expr[] = [];
  for (const [i, arg] of tree.args.entries()) {
    const key = parameter.by[i]!;
    const type = key === '#card' ? CARD : (factByKey(context, key)?.type ?? null);
    if (type === null) return null;
    const hint: Hint = type.kind === 'enum' ? { enumOf: type.of } : {};
    const one = context.check(context, arg, hint);
    if (!one) return null;
    if (!sameType(one.expr.type, type)) {
      const units = context.scope.units;
      const params = { expected: typeWords(type, units), found: typeWords(one.expr.type, units) };
      return report(context, 'expected-type', arg.span, params);
    }
    keys.push(one.expr);
  }
  return checkParameter(context, parameter, { name: tree.name.name, span: tree.span }, keys, lastYear);
}

export function sameType(a: Type, b: Type): boolean {
  if (a.kind === 'enum' && b.kind === 'enum') return a.of === b.of;
  if (a.kind !== 'number' || b.kind !== 'number') return a.kind === b.kind;
  const keys = Object.keys(a.dimension);
  return (
    keys.length === Object.keys(b.dimension).length &&
    keys.every(key => a.dimension[key] === b.dimension[key])
  );
}
