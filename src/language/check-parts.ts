import { checkNumeric } from './check-arithmetic.ts';
import {
  type Checked,
  type Context,
  checked,
  dimensionOf,
  functionWords,
  numberType,
  report,
} from './check-context.ts';
import { entityOf, entityWords, factName } from './check-names.ts';
import type { Expr } from './expr.ts';
import { keywords } from './keywords.ts';
import { isAtOrAbove } from './scope.ts';
import type { NameTree, Tree, TreeOf } from './tree.ts';
import { typeWords } from './type-words.ts';
import { BOOL, type Dimension, type Type } from './types.ts';

/** Checks a tree that has to be a condition. */
export function checkCondition(context: Context, tree: Tree): Checked | null {
  const found = context.check(context, tree);
  if (!found) return null;
  if (found.expr.type.kind === 'bool') return found;
  const words = typeWords(found.expr.type, context.scope.units);
  if (found.expr.op === 'enum' && tree.kind === 'name')
    return valueAsCondition(context, tree, found.expr.type);
  return report(context, 'condition-needed', tree.span, { found: words });
}

/** A value by itself; the suggestion says of what it is one. */
function valueAsCondition(context: Context, { name, span }: NameTree, type: Type): null {
  const of = type.kind === 'enum' ? type.of : '';
  const fact = of === '#card' ? { zh: keywords.card.zh[0], en: keywords.card.en[0] } : factName(context, of);
  const owner = /[^\u0020-\u007e]/.test(name) ? fact.zh : fact.en;
  return report(context, 'value-as-condition', span, { name }, `${owner} = ${name}`);
}

/** The parts that a name means, below the instance at hand. */
function partsOf(context: Context, name: NameTree): string | null {
  const entity = entityOf(context, name);
  if (entity === null) return report(context, 'not-an-entity', name.span, { name: name.name });
  const here = context.entity;
  if (here !== null && here !== entity && isAtOrAbove(context.scope.entities, here, entity)) return entity;
  if (here === null)
    return report(context, 'no-instance-here', name.span, {
      name: name.name,
      owner: entityWords(context, entity),
    });
  const params = { name: name.name, here: entityWords(context, here) };
  return report(context, 'not-parts', name.span, params);
}

export function checkQuantifier(context: Context, tree: TreeOf<'quantifier'>): Checked | null {
  const over = partsOf(context, tree.over);
  if (over === null) return null;
  const inside: Context = { ...context, entity: over, amount: false };
  const where = tree.where ? checkCondition(inside, tree.where) : null;
  const body = checkCondition(inside, tree.body);
  if (!body || (tree.where && !where)) return null;
  const { span } = tree;
  const op = tree.quantifier === 'every' ? 'every' : 'any';
  const expr: Expr = { op, type: BOOL, over, where: where?.expr ?? null, body: body.expr, span };
  return checked(tree.quantifier === 'none' ? { op: 'not', type: BOOL, arg: expr, span } : expr);
}

type AggregateName = 'count' | 'sum' | 'min' | 'max' | 'average';
const aggregateOps = { sum: 'sum', min: 'minimum', max: 'maximum', average: 'average' } as const;

interface Form {
  readonly over: string;
  readonly body: Tree | null;
  readonly where: Tree | null;
}

export function isAggregate(context: Context, tree: TreeOf<'call'>): boolean {
  const [first, second] = tree.args;
  if (tree.over || tree.where || tree.name === 'count' || tree.name === 'average') return true;
  if (!first) return false;
  if (second && entityOf(context, second) !== null) return true;
  return entityOf(context, first) !== null || (first.kind === 'of' && ownedParts(context, first) !== null);
}

/** `成员 的 工资`: the wages of all members, where members are parts. */
function ownedParts(context: Context, tree: Tree): string | null {
  if (tree.kind !== 'of') return null;
  const entity = entityOf(context, tree.owner);
  return entity !== null && !isAtOrAbove(context.scope.entities, entity, context.entity) ? entity : null;
}

export function checkAggregate(context: Context, tree: TreeOf<'call'>): Checked | null {
  const name = tree.name as AggregateName;
  const form = formOf(context, tree);
  if (!form) return null;
  const inside: Context = { ...context, entity: form.over, amount: false };
  const where = form.where ? checkCondition(inside, form.where) : null;
  const body = form.body ? checkNumeric(inside, form.body) : null;
  if ((form.where && !where) || (form.body && !body)) return null;
  const { span } = tree;
  const { over } = form;
  const condition = where?.expr ?? null;
  if (name === 'count')
    return checked({
      op: 'count',
      type: numberType(countedAs(over)),
      over,
      where: condition,
      body: null,
      span,
    });
  if (!body)
    return report(context, 'aggregate-form', span, {
      name: functionWords(tree),
      over: entityWords(context, over),
    });
  const dimension = dimensionOf(body.expr)!;
  if (name === 'sum' && Object.hasOwn(dimension, 'calendar-year'))
    return report(context, 'calendar-year-arithmetic', span);
  const op = aggregateOps[name];
  return checked({ op, type: body.expr.type, over, where: condition, body: body.expr, span }, body.period);
}

/** Members are counted in persons, households in households, anything else in plain numbers. */
function countedAs(entity: string): Dimension {
  return entity === 'member' ? { person: 1 } : entity === 'household' ? { household: 1 } : {};
}

/** Is something named alone that cannot be used here by itself, such as a fact of parts? That is reported. */
export function misses(context: Context, tree: Tree | undefined): boolean {
  return tree?.kind === 'name' && entityOf(context, tree) === null && context.check(context, tree) === null;
}

/** 合计(年龄, 成员): what is added up may come before the parts. */
function partsFirst(context: Context, args: readonly Tree[]): readonly Tree[] {
  const [first, second, ...rest] = args;
  if (!first || !second || entityOf(context, first) !== null || entityOf(context, second) === null)
    return args;
  return [second, first, ...rest];
}

/** The parts, what is computed of each, and which of them count, in any of the ways to write it. */
function formOf(context: Context, tree: TreeOf<'call'>): Form | null {
  const { span } = tree;
  const words = { name: functionWords(tree) };
  const counts = tree.name === 'count';
  const args = counts ? tree.args : partsFirst(context, tree.args);
  if (tree.over) {
    const over = partsOf(context, tree.over);
    if (over === null) return null;
    const most = counts && !tree.where ? 1 : counts ? 0 : 1;
    if (args.length > most)
      return report(context, 'aggregate-form', span, { ...words, over: entityWords(context, over) });
    return counts
      ? { over, body: null, where: tree.where ?? args[0] ?? null }
      : { over, body: args[0] ?? null, where: tree.where };
  }
  const [first, second, third] = args;
  if (!first) return report(context, 'aggregate-form', span, { ...words, over: '…' });
  if (first.kind === 'of') {
    const over = ownedParts(context, first);
    if (over !== null && args.length <= (tree.where ? 1 : 2))
      return { over, body: first.arg, where: tree.where ?? second ?? null };
  }
  if (first.kind !== 'name' || entityOf(context, first) === null) {
    if (misses(context, first)) return null;
    if (first.kind === 'name') return report(context, 'not-an-entity', first.span, { name: first.name });
    return report(context, 'aggregate-form', span, { ...words, over: '…' });
  }
  const over = partsOf(context, first);
  if (over === null) return null;
  const most = (counts ? 2 : 3) - (tree.where ? 1 : 0);
  if (args.length > most)
    return report(context, 'aggregate-form', span, { ...words, over: entityWords(context, over) });
  return counts
    ? { over, body: null, where: tree.where ?? second ?? null }
    : { over, body: second ?? null, where: tree.where ?? third ?? null };
}
