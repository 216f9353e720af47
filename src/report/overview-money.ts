import type { Range, Totals } from '../analysis/money.ts';
import { openParametersOf } from '../analysis/open.ts';
import type { BenefitSummary } from '../analysis/summary.ts';
import type { Lang } from '../language/label.ts';
import { count } from './amount.ts';
import { judgedWord } from './judged.ts';
import { benefitName, fundName, parameterName } from './names.ts';
import { judgedTitle, type Look, type PolicyView } from './overview-view.ts';
import { say } from './overview-words.ts';
import { type Column, clip, flowLines, tableLines } from './table.ts';

/** Sums stand in 万元 in Chinese and in yuan in English. */
function figure(fen: number, lang: Lang): string {
  if (lang === 'en') return count(fen / 100);
  const [whole, decimals] = (fen / 1_000_000).toFixed(2).split('.') as [string, string];
  return `${count(Number(whole))}.${decimals}`;
}

export function moneyCell({ low, high }: Range, lang: Lang): string {
  if (high === null) return `${figure(low, lang)}–∞`;
  const ends = [figure(low, lang), figure(high, lang)];
  return ends[0] === ends[1] ? ends[0]! : ends.join('–');
}

interface Line {
  readonly name: string;
  /** By policy; null: it has no such benefit or fund. */
  readonly totals: readonly (Totals | null)[];
  readonly strong: boolean;
}

export function budgetSection(views: readonly PolicyView[], look: Look): string[] {
  const { lang, paint } = look;
  const lines = budgetRows(views, lang);
  if (lines.length === 0) return [];
  const units = judgedWord(views[0]!.summary.policy, lang);
  const open = views.map(({ summary: { total } }) => total.undetermined.households > 0);
  const columns: Column[] = [
    { title: say('benefit', lang) },
    ...views.flatMap((_, index): Column[] => {
      return [
        { title: judgedTitle(views, index, lang), align: 'right' },
        { title: lang === 'zh' ? '万元' : 'yuan', align: 'right' },
        ...(open[index] ? [{ title: say('open', lang), align: 'right' } as const] : []),
      ];
    }),
  ];
  const cells = ({ name, totals, strong }: Line) => {
    const row = [
      name,
      ...totals.flatMap((entry, index) => {
        if (entry === null) return ['', '', ...(open[index] ? [''] : [])];
        const more = entry.undetermined.households > 0 ? `+${moneyCell(entry.undetermined, lang)}` : '';
        return [count(entry.due.households), moneyCell(entry.due, lang), ...(open[index] ? [more] : [])];
      }),
    ];
    return strong ? row.map(paint.strong) : row;
  };
  return [
    paint.strong(
      `${say('budget', lang)} · ${units}${lang === 'zh' ? '，最低至最高（万元）' : ', lowest to highest (yuan)'}`,
    ),
    ...tableLines(columns, lines.map(cells), paint),
    ...withoutMoney(views, look),
  ];
}

/** Whether a benefit pays money at all. */
const pays = ({ summary: { policy } }: PolicyView, id: string) =>
  policy.benefits.some(benefit => benefit.id === id && benefit.amounts.length > 0);

const isEmpty = (totals: Totals | null | undefined) =>
  !totals || (totals.due.households === 0 && totals.undetermined.households === 0);

/** Funds with their benefits below, then the total; benefits that nobody is due are left out. */
function budgetRows(views: readonly PolicyView[], lang: Lang): Line[] {
  const funds = [...new Set(views.flatMap(({ summary }) => summary.funds.map(({ fund }) => fund)))];
  const lines = funds.flatMap((fund): Line[] => {
    const ids = benefitIds(views, (view, benefit) => benefit.fund === fund && pays(view, benefit.id));
    const benefits = ids.flatMap((id): Line[] => {
      const totals = views.map(({ summary }) => summary.benefits.find(benefit => benefit.id === id) ?? null);
      if (totals.every(isEmpty)) return [];
      return [{ name: `  ${nameIn(views, id, lang)}`, totals, strong: false }];
    });
    if (benefits.length === 0) return [];
    const policy = views.find(({ summary }) => fund !== null && Object.hasOwn(summary.policy.funds, fund));
    const name = policy ? fundName(policy.summary.policy, fund, lang)! : say('noFund', lang);
    const totals = views.map(({ summary }) => summary.funds.find(entry => entry.fund === fund) ?? null);
    return [{ name, totals, strong: false }, ...benefits];
  });
  if (lines.length === 0) return [];
  return [
    ...lines,
    { name: say('total', lang), totals: views.map(({ summary }) => summary.total), strong: true },
  ];
}

function benefitIds(
  views: readonly PolicyView[],
  wanted: (view: PolicyView, benefit: BenefitSummary) => boolean,
): string[] {
  const ids = views.flatMap(view =>
    view.summary.benefits.filter(benefit => wanted(view, benefit)).map(({ id }) => id),
  );
  return [...new Set(ids)];
}

function nameIn(views: readonly PolicyView[], id: string, lang: Lang): string {
  const view = views.find(({ summary }) => summary.policy.benefits.some(benefit => benefit.id === id))!;
  return benefitName(view.summary.policy, id, lang);
}

function withoutMoney(views: readonly PolicyView[], { lang, paint }: Look): string[] {
  const entries = benefitIds(views, (view, { id }) => !pays(view, id)).flatMap(id => {
    const counts = views.map(
      ({ summary }) => summary.benefits.find(benefit => benefit.id === id)?.due.households ?? 0,
    );
    if (counts.every(value => value === 0)) return [];
    const shown = counts.every(value => value === counts[0])
      ? count(counts[0]!)
      : counts.map(count).join(' → ');
    return [`${nameIn(views, id, lang)} ${shown}`];
  });
  if (entries.length === 0) return [];
  const units = judgedWord(views[0]!.summary.policy, lang);
  const title = `${say('withoutMoney', lang)}${lang === 'zh' ? `（${units}）：` : ` (${units}): `}`;
  return flowLines(`  ${paint.faint(title)}`, entries, lang === 'zh' ? '、' : ', ');
}

/** Benefits whose amount the policy leaves open, with the parameters they wait for and the households they touch. */
export function unsetSection(views: readonly PolicyView[], { lang, paint }: Look): string[] {
  const ids = benefitIds(views, (_, { unset }) => unset > 0);
  if (ids.length === 0) return [];
  const columns: Column[] = [
    { title: say('benefit', lang) },
    { title: say('waitsFor', lang) },
    ...views.map((_, index): Column => {
      return { title: judgedTitle(views, index, lang), align: 'right' };
    }),
  ];
  const rows = ids.map(id => [
    nameIn(views, id, lang),
    clip(waitsFor(views, id, lang), 48),
    ...views.map(({ summary }) => count(summary.benefits.find(benefit => benefit.id === id)?.unset ?? 0)),
  ]);
  return [paint.warning(say('unset', lang)), ...tableLines(columns, rows, paint)];
}

function waitsFor(views: readonly PolicyView[], id: string, lang: Lang): string {
  const names = views.flatMap(({ summary: { policy } }) => {
    const benefit = policy.benefits.find(benefit => benefit.id === id);
    if (!benefit) return [];
    return openParametersOf(policy, benefit).map(parameter =>
      policy.parameters[parameter]!.implicit ? say('itself', lang) : parameterName(policy, parameter, lang),
    );
  });
  return [...new Set(names)].join(lang === 'zh' ? '、' : ', ');
}
