import type { Lack } from '../analysis/doubt.ts';
import type { Lang } from '../language/label.ts';
import { count } from './amount.ts';
import { judgedParams, judgedWord } from './judged.ts';
import { cardName, entityName, exclusionName, factName, otherName, parameterName } from './names.ts';
import { reasonWords, sayReason } from './overview-reason-words.ts';
import { type Look, letter, type Overview, type PolicyView } from './overview-view.ts';
import { say } from './overview-words.ts';
import { wordsOf } from './quotation.ts';
import { type Column, clip, tableLines } from './table.ts';

/** Longest quotation of a condition, in columns. */
const QUOTED = 48;

const whose = (index: number, overview: Overview, lang: Lang) =>
  overview.views.length > 1 ? `${letter(index, lang)}  ` : '';

/** Households that are judged and come to no card: why, card by card. */
export function noCardSection(view: PolicyView, index: number, overview: Overview, look: Look): string[] {
  const { lang, paint } = look;
  const { noCard, summary } = view;
  if (noCard.households === 0) return [];
  const columns: Column[] = [
    { title: say('card', lang) },
    { title: reasonWords.reason[lang] },
    { title: judgedWord(summary.policy, lang), align: 'right' },
    { title: reasonWords.alone[lang], align: 'right' },
  ];
  const rows = noCard.cards.flatMap(({ card, obstacles, barred }) => {
    const name = cardName(summary.policy, card, lang);
    return [
      ...obstacles.map(({ condition, households, alone }) => [
        name,
        sayReason('fails', lang, clip(wordsOf(condition, summary.policy, overview.sources, lang), QUOTED)),
        count(households),
        alone > 0 ? count(alone) : '',
      ]),
      ...barred.map(({ by, households }) => [
        name,
        sayReason('barred', lang, exclusionName(summary.policy, by, lang)),
        count(households),
        '',
      ]),
    ];
  });
  const title = `${whose(index, overview, lang)}${say('none', lang, judgedParams(summary.policy, lang))}${lang === 'zh' ? '：' : ': '}${count(noCard.households)}`;
  return [paint.strong(title), ...tableLines(columns, rows, paint)];
}

/** What undetermined households lack, the most frequent first. */
export function doubtSection(view: PolicyView, index: number, overview: Overview, look: Look): string[] {
  const { lang, paint } = look;
  const { doubt, summary } = view;
  if (doubt.households === 0) return [];
  const sampled =
    doubt.looked < doubt.households
      ? ` ${say('sampled', lang, { ...judgedParams(summary.policy, lang), all: count(doubt.households), looked: count(doubt.looked) })}`
      : '';
  const columns: Column[] = [
    { title: reasonWords.lacking[lang] },
    { title: judgedWord(summary.policy, lang), align: 'right' },
    { title: reasonWords.onlyThis[lang], align: 'right' },
  ];
  const rows = doubt.lacks.map(lack => [
    lackName(lack, summary.policy, lang),
    count(lack.households),
    lack.alone > 0 ? count(lack.alone) : '',
  ]);
  const title = `${whose(index, overview, lang)}${say('missing', lang, judgedParams(summary.policy, lang))}`;
  return [paint.strong(title) + sampled, ...tableLines(columns, rows, paint)];
}

function lackName(lack: Lack, policy: PolicyView['summary']['policy'], lang: Lang): string {
  if (lack.kind === 'missing') {
    const entity = entityName(policy, lack.entity!, lang);
    return `${entity} · ${factName(policy, lack.entity!, lack.id!, lang)}`;
  }
  if (lack.kind === 'parts') return sayReason('parts', lang, entityName(policy, lack.entity!, lang));
  if (lack.kind === 'open') return sayReason('open', lang, parameterName(policy, lack.id!, lang));
  if (lack.kind === 'used') return sayReason('used', lang, otherName(policy, lack.id!, lang));
  if (lack.kind === 'served') return reasonWords.served[lang];
  if (lack.kind === 'too-large') return reasonWords.tooLarge[lang];
  return reasonWords[lack.kind === 'zero-division' ? 'zeroDivision' : 'noParts'][lang];
}
