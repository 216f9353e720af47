import type { Comparison } from '../analysis/compare.ts';
import { range } from '../analysis/money.ts';
import type { OutcomeSummary, Summary } from '../analysis/summary.ts';
import { fillGaps, type Lang, type Words } from '../language/label.ts';
import { count } from './amount.ts';
import { judgedParams } from './judged.ts';
import { outcomeName } from './names.ts';
import { moneyCell } from './overview-money.ts';
import { type Look, letter, type Overview, type PolicyView } from './overview-view.ts';

const words = {
  title: { zh: '简单说', en: 'In short' },
  changed: { zh: '{count} {unit}结果有变化', en: '{count} {units} have another outcome' },
  none: { zh: '没有一{unit}结果有变化', en: 'none of the {units} has another outcome' },
  cards: { zh: '有卡的 {from} → {to} {unit}', en: 'with a card {from} → {to}' },
  noCard: { zh: '判定无卡的 {from} → {to} {unit}', en: 'judged and without a card {from} → {to}' },
  money: { zh: '已确定的资金 {from} → {to} 万元', en: 'settled money {from} → {to} yuan' },
  funds: { zh: '有总额的资金实付 {from} → {to} 万元', en: 'funds with a total pay {from} → {to} yuan' },
  shifts: { zh: '增加的 {gain} {unit}，减少的 {loss} {unit}', en: '{gain} {units} gain, {loss} lose' },
} as const satisfies Record<string, Words>;

const fill = (word: keyof typeof words, lang: Lang, params: Readonly<Record<string, string>>) =>
  fillGaps(words[word][lang], params);

/** How many kinds of move are named. */
const NAMED = 3;

/** The comparison in a few lines, for whoever reads no more than the end. */
export function shortSection(overview: Overview, look: Look): string[] {
  const { views, comparisons } = overview;
  const { lang, paint } = look;
  const lines = comparisons.flatMap((comparison, index) => {
    const [from, to] = [views[0]!.summary, views[index + 1]!.summary];
    const lead = comparisons.length > 1 ? `${letter(0, lang)} → ${letter(index + 1, lang)}  ` : '';
    const funds = handedOut(overview.views[0]!, overview.views[index + 1]!, lang);
    return [moved(comparison, look), counted(from, to, lang), paid(comparison, from, to, lang), ...funds].map(
      line => `  ${lead}${line}`,
    );
  });
  return lines.length === 0 ? [] : [paint.strong(words.title[lang]), ...lines];
}

function moved({ from, to, transitions, changed }: Comparison, { lang }: Look): string {
  const units = judgedParams(from, lang);
  if (changed.households === 0) return fill('none', lang, units);
  const moves = transitions.filter(({ same }) => !same).sort((a, b) => b.households - a.households);
  const named = moves
    .slice(0, NAMED)
    .map(
      move =>
        `${outcomeName(from, move.from, lang)} → ${outcomeName(to, move.to, lang)} ${count(move.households)}`,
    );
  const more = moves.length > NAMED ? [...named, '…'] : named;
  const [colon, comma] = lang === 'zh' ? ['：', '，'] : [': ', ', '];
  return `${fill('changed', lang, { ...units, count: count(changed.households) })}${colon}${more.join(comma)}`;
}

function counted(from: Summary, to: Summary, lang: Lang): string {
  const sum = (summary: Summary, wanted: (entry: OutcomeSummary) => boolean) =>
    count(summary.outcomes.filter(wanted).reduce((total, entry) => total + entry.households, 0));
  const pair = (wanted: (entry: OutcomeSummary) => boolean) => ({
    from: sum(from, wanted),
    to: sum(to, wanted),
    ...judgedParams(to.policy, lang),
  });
  return [
    fill(
      'cards',
      lang,
      pair(({ outcome }) => outcome.kind === 'card'),
    ),
    fill(
      'noCard',
      lang,
      pair(({ outcome }) => outcome.kind === 'none'),
    ),
  ].join(lang === 'zh' ? '；' : '; ');
}

function paid({ gains, losses }: Comparison, from: Summary, to: Summary, lang: Lang): string {
  const money = { from: moneyCell(from.total.due, lang), to: moneyCell(to.total.due, lang) };
  const shifts = {
    gain: count(gains.households),
    loss: count(losses.households),
    ...judgedParams(to.policy, lang),
  };
  return [fill('money', lang, money), fill('shifts', lang, shifts)].join(lang === 'zh' ? '；' : '; ');
}

/** What funds with a total pay, where both have any: entitlements do not show that it is less. */
function handedOut(from: PolicyView, to: PolicyView, lang: Lang): string[] {
  if (from.funds.length === 0 || to.funds.length === 0) return [];
  const sum = ({ funds }: PolicyView) => {
    const ends = funds.map(({ served }) => served);
    const high = ends.reduce((total, each) => total + (each.high ?? Number.POSITIVE_INFINITY), 0);
    return moneyCell(
      range(
        ends.reduce((total, each) => total + each.low, 0),
        high,
      ),
      lang,
    );
  };
  return [fill('funds', lang, { from: sum(from), to: sum(to) })];
}
