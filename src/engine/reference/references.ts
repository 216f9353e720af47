import { exact } from './exact.ts';
import { climb, pathUp } from './frame.ts';
import { compileParameter } from './parameter.ts';
import type { Compilers, Place, Run } from './program.ts';
import { served, used } from './used.ts';
import { exactNumber, INAPPLICABLE, truth, unknownWord, type Val, word, ZERO } from './values.ts';

/** Runs something on the instance above (or the present one) that it belongs to. */
function above(place: Place, entity: string, run: Run): Run {
  const path = pathUp(place.policy.vocabulary, place.entity, entity);
  if (path === null) throw new Error(`${entity} does not stand above ${place.entity}`);
  return path.length === 0 ? run : frame => run(climb(frame, path));
}

const always =
  (value: Val): Run =>
  () =>
    value;

export const constants: Compilers<'number' | 'bool' | 'enum' | 'date' | 'text'> = {
  number: expr => always(exactNumber(exact(expr.value))),
  bool: expr => always(truth(expr.value)),
  enum: expr => always(word(expr.value)),
  date: expr => always(word(expr.value)),
  text: expr => always(word(expr.value)),
};

export const references: Compilers<
  'fact' | 'definition' | 'parameter' | 'benefit' | 'card' | 'used' | 'served' | 'today' | 'total'
> = {
  fact: (expr, place) => above(place, expr.entity, place.fact(expr.entity, expr.id)),
  used: (expr, place) => above(place, expr.entity, used(expr, place)),
  served: (expr, place) => above(place, expr.entity, served(expr, place)),
  definition: (expr, place) => above(place, expr.entity, place.definition(expr.entity, expr.id)),
  parameter: compileParameter,
  benefit: (expr, { policy, state, entity }) => {
    const benefit = policy.benefits.find(b => b.id === expr.id);
    if (benefit === undefined) throw new Error(`no benefit ${expr.id}`);
    const own = benefit.entity === entity;
    return frame => {
      const settled = state.settled.get(expr.id);
      if (settled === undefined) throw new Error(`benefit ${expr.id} is not settled yet`);
      return own && settled.each !== null ? (settled.each.get(frame) ?? ZERO) : settled.total;
    };
  },
  card:
    (_expr, { state }) =>
    () => {
      if (state.cardDoubt !== null) return unknownWord(state.cardDoubt);
      return state.card === null ? INAPPLICABLE : word(state.card);
    },
  today: (_expr, { policy }) => always(word(policy.on)),
  total:
    (expr, { state }) =>
    () => {
      if (state.totals === null) throw new Error('totals of a whole result are not at hand here');
      return state.totals(expr.what, expr.card, expr.benefit, expr.served);
    },
};
