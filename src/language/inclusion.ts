import type { IToken } from 'chevrotain';
import { idOf, isIncluding } from './build.ts';
import type { CompareOp } from './expr.ts';
import type { KeywordId } from './keywords.ts';
import type { Tree } from './tree.ts';
import { ageSpellings } from './units.ts';

/** What a bracket after a line adds to the comparison: 5000 元（不含）以下, 5000 元以下（含 5000 元）. */

const withLine: Partial<Record<CompareOp, CompareOp>> = { lt: 'le', gt: 'ge' };
const withoutLine: Partial<Record<CompareOp, CompareOp>> = { le: 'lt', ge: 'gt' };

/** Words that include the line unless a bracket says that they do not. */
const open: ReadonlySet<KeywordId | null> = new Set(['below', 'aboveOrEqual', 'within']);

/** Words of dates that say neither: 2020 年 1 月 1 日（含）以前. */
const undecided: Partial<Record<KeywordId, readonly [excluding: CompareOp, including: CompareOp]>> = {
  beforeOrOn: ['lt', 'le'],
  afterOrOn: ['gt', 'ge'],
};

/** Does the bracket say that the line is included? */
export function includes(bracket: IToken): boolean {
  return !/不|exclusive/i.test(bracket.image);
}

/** The comparison on the same line that includes it, or does not. */
export function withInclusion(operator: CompareOp, including: boolean): CompareOp {
  return (including ? withLine : withoutLine)[operator] ?? operator;
}

/** What a word after the line asks where a bracket decides it; null where it does not say more than the word. */
export function decided(end: IToken | null, bracket: IToken): CompareOp | null {
  const id = end && idOf(end);
  return (id && undecided[id]?.[includes(bracket) ? 1 : 0]) ?? null;
}

/** Does the bracket say something else than the words, which leave no doubt by themselves? */
export function contradicts(operator: CompareOp, end: IToken | null, bracket: IToken): boolean {
  return isIncluding(operator) !== includes(bracket) && !(end && open.has(idOf(end)));
}

/** Is the figure in the bracket, if there is one, that of the line? */
export function isAboutLine(bracket: IToken, line: Tree): boolean {
  const [, value, unit] = /([\d.]+) *([^\s()]*) *\)$/.exec(bracket.image) ?? [];
  if (value === undefined) return true;
  if (line.kind !== 'number' || Number(line.value) !== Number(value)) return false;
  const own = line.unit?.text ?? '';
  return unit === '' || unit === own || (ageSpellings.has(unit!) && ageSpellings.has(own));
}
