import type { FundShift, PaidShift } from '../../analysis/allocation/fund-shifts.ts';
import { budget, count, rangeText } from '../amount.ts';
import { inert } from '../inert.ts';
import { judgedUnit } from '../judged.ts';
import { fundName } from '../names.ts';
import { type Look, letter, type PolicyView } from '../overview-view.ts';
import { flowLines } from '../table.ts';
import { say } from './words.ts';

/** Between drafts: to whom a fund pays more or less, below the table of funds. */
export function fundShiftLines(
  views: readonly PolicyView[],
  shifts: readonly (readonly FundShift[])[],
  { lang, paint }: Look,
): string[] {
  const { policy } = views[0]!.summary;
  const comma = lang === 'zh' ? '、' : ', ';
  const side = (word: 'more' | 'less', { count: n, sum, examples }: PaidShift): string =>
    say(word, lang, {
      count: count(n),
      unit: judgedUnit(policy, lang, n === 1),
      examples: say('examples', lang, { ids: examples.map(inert).join(comma) }),
      sum: rangeText(sum, lang, budget),
    });
  return shifts.flatMap((each, index) =>
    each.flatMap(({ id, more, less, unknown }) => {
      const items = [
        ...(more.count > 0 ? [side('more', more)] : []),
        ...(less.count > 0 ? [side('less', less)] : []),
        ...(more.count + less.count === 0 ? [say('paidSame', lang)] : []),
        ...(unknown > 0 ? [say('unknown', lang, { count: count(unknown) })] : []),
      ];
      const lead = `${letter(0, lang)} → ${letter(index + 1, lang)}  ${fundName(policy, id, lang) ?? id}${lang === 'zh' ? '：' : ': '}`;
      return flowLines(`  ${paint.faint(lead)}`, items, lang === 'zh' ? '；' : '; ');
    }),
  );
}
