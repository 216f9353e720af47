/** Rank keys, and what they decided between two. */
import type { Neighbour } from '../../../engine/allocation/standing/line.ts';
import type { Value } from '../../../engine/answer.ts';
import { printExpression } from '../../../language/print.ts';
import type { RankKey } from '../../../policy/policy.ts';
import { inert } from '../../inert.ts';
import { nameOf } from '../../names.ts';
import { unitsOf } from '../../units.ts';
import { valueText } from '../value.ts';
import type { ExplainView } from '../view.ts';
import { bracketed } from '../words.ts';
import { tell } from './words.ts';

/** `人均纯收入从低到高`; a condition by itself. */
export function keyText({ label, expr, order }: RankKey, { policy, lang }: ExplainView): string {
  const own = label[lang];
  const name =
    own === undefined || own === ''
      ? printExpression(expr, lang, named => nameOf(named, policy, lang), unitsOf(policy))
      : inert(own);
  // Some labels say the order themselves: `年龄大的在前`.
  if (expr.type.kind === 'bool' || /(在前|优先|先| first)$/.test(name)) return name;
  return tell(order, lang, { key: name });
}

/** A figure in the unit that the fact is collected in. */
export function keyValue(value: Value, { expr }: RankKey, { policy, lang }: ExplainView): string {
  const unit =
    expr.op === 'fact' ? (policy.vocabulary.facts[`${expr.entity}.${expr.id}`]?.unit ?? null) : null;
  return valueText(value, expr.type, { unit }, policy, lang);
}

/** `按“人均纯收入从低到高”在前（3,100 元 < 3,200 元）`: why somebody else stands before (or behind) the one asked about. */
export function deciderText({ decider }: Neighbour, side: 'before' | 'behind', view: ExplainView): string {
  const { lang } = view;
  if (decider.by === 'id') return tell(side === 'before' ? 'byIdBefore' : 'byIdBehind', lang);
  const { key, own, other } = decider;
  const words = tell(side, lang, { key: keyText(key, view) });
  const [theirs, ours] = [keyValue(other, key, view), keyValue(own, key, view)];
  const ascends = (key.order === 'ascending') === (side === 'before');
  const figures = own.kind === 'number' && other.kind === 'number';
  const compared = figures
    ? `${theirs} ${ascends ? '<' : '>'} ${ours}`
    : tell('bothValues', lang, { other: theirs, own: ours });
  return words + bracketed(compared, lang);
}
