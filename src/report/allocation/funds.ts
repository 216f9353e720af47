import type { LimitedFund } from '../../analysis/allocation/funds.ts';
import { count } from '../amount.ts';
import { judgedWord } from '../judged.ts';
import { fundName } from '../names.ts';
import { moneyCell } from '../overview-money.ts';
import { type Look, letter, type PolicyView } from '../overview-view.ts';
import { type Column, tableLines } from '../table.ts';
import { say } from './words.ts';

/** Funds with a total: what is asked of them, what they pay, and to how many in full, in part or not at all. */
export function fundSection(views: readonly PolicyView[], { lang, paint }: Look): string[] {
  const rows = views.flatMap((view, index) =>
    view.funds.map(fund => {
      const name = fundName(view.summary.policy, fund.id, lang)!;
      return [views.length > 1 ? `${letter(index, lang)}  ${name}` : name, ...cells(fund, lang)];
    }),
  );
  if (rows.length === 0) return [];
  const money = ['total', 'asked', 'paid'] as const;
  const counts = ['full', 'part', 'none', 'contesting'] as const;
  const columns: Column[] = [
    { title: say('fund', lang) },
    ...[...money, ...counts].map((word): Column => ({ title: say(word, lang), align: 'right' })),
  ];
  const judged = judgedWord(views[0]!.summary.policy, lang);
  const unit = lang === 'zh' ? `万元，${judged}` : `yuan, ${judged}`;
  return [paint.strong(`${say('funds', lang)} · ${unit}`), ...tableLines(columns, rows, paint)];
}

function cells({ total, asked, served, full, part, unserved, contesting }: LimitedFund, lang: Look['lang']) {
  return [
    total === null ? say('notKnown', lang) : moneyCell({ low: total, high: total }, lang),
    moneyCell(asked, lang),
    moneyCell(served, lang),
    ...[full, part, unserved, contesting].map(count),
  ];
}
