import type { Expr } from '../language/expr.ts';
import { exceptionKeys } from '../language/keys.ts';
import type { Span } from '../language/source.ts';
import { noneOf } from '../language/structure.ts';
import type { Tree } from '../language/tree.ts';
import { BOOL } from '../language/types.ts';
import { type Desk, treeOf } from './desk.ts';
import { fieldsOf, labelOf, scalarsOf } from './fields.ts';
import { isEmpty, type YNode } from './node.ts';

function exceptionTree(desk: Desk, node: YNode): Tree {
  const fields = node.kind === 'map' ? fieldsOf(node, exceptionKeys, desk.report).byKey : null;
  const when = fields?.get('when');
  const ruled = when && ruledTree(desk, when.value, fields?.get('except')?.value, when.value.span);
  const tree = ruled ?? treeOf(desk, node);
  const label = labelOf(fields?.get('label')?.value);
  const cite = scalarsOf(fields?.get('cite')?.value)[0]?.text ?? '';
  const clause = scalarsOf(fields?.get('clause')?.value).map(({ text }) => text);
  if (cite !== '' || Object.keys(label).length > 0 || clause.length > 0)
    desk.exceptions.push({ span: tree.span, label, cite, clause });
  return tree;
}

/** A condition with its exceptions, which may have their own, folded in; null where neither is given. */
export function ruledTree(
  desk: Desk,
  when: YNode | undefined,
  except: YNode | undefined,
  span: Span,
): Tree | null {
  const condition = when === undefined || isEmpty(when) ? null : treeOf(desk, when);
  const items =
    except === undefined || isEmpty(except) ? [] : except.kind === 'list' ? except.items : [except];
  const exceptions = items.filter(item => !isEmpty(item)).map(item => exceptionTree(desk, item));
  if (exceptions.length === 0) return condition;
  const none = noneOf(exceptions, spanOver(exceptions));
  return condition === null ? none : { kind: 'and', args: [condition, none], span };
}

/** Explanations quote the exceptions themselves, not the rule around them. */
function spanOver(trees: readonly Tree[]): Span {
  const first = (trees[0] as Tree).span;
  return { ...first, end: Math.max(...trees.map(({ span }) => span.end)) };
}

export function allOf(args: readonly Expr[], span: Span): Expr | null {
  if (args.length === 0) return null;
  return args.length === 1 ? (args[0] as Expr) : { op: 'and', type: BOOL, args, span };
}

export function noneOfThese(args: readonly Expr[], span: Span): Expr {
  const arg: Expr = args.length === 1 ? (args[0] as Expr) : { op: 'or', type: BOOL, args, span };
  return { op: 'not', type: BOOL, arg, span };
}
