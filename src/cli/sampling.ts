import { CARD_STRATUM } from '../analysis/sample/frame.ts';
import type { Rational } from '../language/expr.ts';
import { makeLexicon } from '../language/lexicon.ts';
import { parseLiteral } from '../language/literal.ts';
import { nearest } from '../language/nearest.ts';
import { rational } from '../language/rational.ts';
import { excerpt } from '../language/source.ts';
import type { Policy } from '../policy/policy.ts';
import { entityNames, findEntity } from '../policy/vocabulary-entities.ts';
import { entitiesAround, entityWords } from './areas.ts';
import { optionValue } from './arguments.ts';
import type { Context } from './context.ts';
import { usageFault } from './fault.ts';

/** The share of `--share`, above 0 and at most 1; undefined where it is not given. */
export function shareOption({ given }: Context): Rational | undefined {
  const text = optionValue(given, 'share');
  if (text === undefined) return undefined;
  const { literal } = parseLiteral(excerpt('', text), makeLexicon([], []));
  const isShare = literal?.kind === 'number' && Object.keys(literal.dimension).length === 0;
  const value = isShare ? rational(literal.value) : null;
  if (isShare && value !== null && value.compare(0) > 0 && value.compare(1) <= 0) return literal.value;
  const percent = /^\d{1,2}$/.test(text) ? `${text}%` : undefined;
  throw usageFault('option-share', { option: '--share', value: text }, percent);
}

const CARD_NAMES: readonly string[] = ['card', 'cards', '卡', '卡类'];

/** The strata of `--by`, parted by commas; undefined where it is not given. */
export function strataOption({ given }: Context, policy: Policy): string[] | undefined {
  const text = optionValue(given, 'by');
  if (text === undefined) return undefined;
  const around = entitiesAround(policy);
  const strata = text
    .split(/[,，、\s]+/)
    .filter(word => word !== '')
    .map(word => {
      if (CARD_NAMES.includes(word)) return CARD_STRATUM;
      const found = findEntity(around, word);
      if (found !== undefined) return found.id;
      const known = [{ zh: '卡', en: 'card' }, ...entityWords(around)];
      const names = [...CARD_NAMES, ...around.flatMap(entityNames)];
      throw usageFault('option-stratum', { value: word, known }, nearest(word, names));
    });
  return [...new Set(strata)];
}
