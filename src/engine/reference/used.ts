/** Results of other policies, and of quotas and funds, as rules see them. */
import type { Expr } from '../../language/expr.ts';
import { isNameless } from '../../population/names.ts';
import { unknownOf } from './join.ts';
import type { Place, Run } from './program.ts';

type UsedExpr = Extract<Expr, { op: 'used' }>;

/** On an instance of the entity that the other policy classifies. */
export function used(expr: UsedExpr, place: Place): Run {
  const { use, what, entity } = expr;
  const { state } = place;
  return frame => {
    const { instance } = frame;
    if (!frame.recorded || isNameless(place.policy.vocabulary, instance))
      return unknownOf(expr.type, [{ kind: 'used', use, entity, of: instance.id, because: [] }]);
    const answer = place.used(use, instance);
    state.steps?.push(...answer.steps);
    if (what.kind === 'card') return answer.card;
    if (what.kind === 'amount') return answer.amount;
    const { id } = what as Extract<typeof what, { kind: 'benefit' }>;
    const found = answer.benefits.get(id);
    if (found === undefined) throw new Error(`no benefit ${id} of ${use}`);
    return found;
  };
}

type ServedExpr = Extract<Expr, { op: 'served' }>;

export function served(expr: ServedExpr, { state, policy }: Place): Run {
  const { use, what } = expr;
  return frame => {
    const { instance, recorded } = frame;
    const isThere = recorded && !isNameless(policy.vocabulary, instance);
    if (state.served !== null && isThere) return state.served(use, what, instance);
    return unknownOf(expr.type, [{ kind: 'served', use, id: what.id, of: instance.id }]);
  };
}
