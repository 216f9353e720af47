import type { Rational } from '../language/expr.ts';
import { type Lexicon, makeLexicon } from '../language/lexicon.ts';
import { type Literal, parseLiteral } from '../language/literal.ts';
import type { Dimension } from '../language/types.ts';
import { sameDimension } from '../language/units.ts';
import type { YScalar } from '../policy/node.ts';
import type { Policy } from '../policy/policy.ts';

/** A number or a range, in base units. */
export interface Ends {
  readonly low: Rational;
  readonly high: Rational;
}

const lexicons = new WeakMap<Policy, Lexicon>();

function lexiconOf(policy: Policy): Lexicon {
  const known = lexicons.get(policy);
  if (known) return known;
  const made = makeLexicon([], policy.vocabulary.units);
  lexicons.set(policy, made);
  return made;
}

function literalOf(policy: Policy, written: YScalar): Literal | null {
  return parseLiteral(written.source, lexiconOf(policy)).literal;
}

/** A number, a range, or both ends written apart; null where it is neither or of another dimension. */
export function endsOf(policy: Policy, written: readonly YScalar[], dimension: Dimension): Ends | null {
  const literals = written.map(scalar => literalOf(policy, scalar));
  const ends = literals.flatMap(literal => {
    if (literal?.kind !== 'number' && literal?.kind !== 'range') return [];
    if (!sameDimension(literal.dimension, dimension)) return [];
    return literal.kind === 'number' ? [literal.value] : [literal.low, literal.high];
  });
  const whole = literals.length > 0 && ends.length >= literals.length && ends.length <= 2;
  return whole ? { low: ends[0]!, high: ends.at(-1)! } : null;
}
