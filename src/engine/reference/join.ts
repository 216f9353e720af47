import type { Type } from '../../language/types.ts';
import type { Cause } from '../answer.ts';
import { hull } from './numbers.ts';
import {
  allCauses,
  causesOf,
  type Num,
  type Truth,
  unknownNumber,
  unknownTruth,
  unknownWord,
  type Val,
  type Word,
} from './values.ts';

/** A value of a type that nothing is known of. */
export function unknownOf(type: Type, causes: readonly Cause[]): Truth | Num | Word {
  if (type.kind === 'bool') return unknownTruth(causes);
  return type.kind === 'number' ? unknownNumber(causes) : unknownWord(causes);
}

/** What is left where it is not known which of two values is meant, for the reasons in `doubt`. */
export function join(type: Type, a: Val, b: Val, doubt: readonly Cause[]): Val {
  if (a.kind === 'number' && b.kind === 'number') return hull(a, b, doubt);
  if (a.kind === 'inapplicable' && b.kind === 'inapplicable') return a;
  if (a.kind !== 'inapplicable' && b.kind !== 'inapplicable') {
    const known = (a as Truth | Word).value;
    if (known !== null && known === (b as Truth | Word).value) return a;
  }
  return unknownOf(type, allCauses([doubt, causesOf(a), causesOf(b)]));
}
