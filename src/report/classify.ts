import { entitiesAbove, type HouseholdRow } from '../analysis/rows.ts';
import type { Cause } from '../engine/answer.ts';
import { type Lang, type Words, wordOf } from '../language/label.ts';
import type { Policy } from '../policy/policy.ts';
import type { Entity } from '../policy/vocabulary.ts';
import { placeCells, placeHeads, placesJson } from './allocation/classify.ts';
import { csvRecord } from './csv.ts';
import { inert } from './inert.ts';
import {
  benefitName,
  cardName,
  entityName,
  exclusionName,
  factName,
  otherName,
  parameterName,
} from './names.ts';
import { outcomeId } from './overview-json.ts';
import { reasonWords, sayReason } from './overview-reason-words.ts';
import { specialWords } from './overview-words.ts';

const words = {
  given: { zh: '符合{card}条件{cite}', en: 'meets the condition of {card}{cite}' },
  barred: {
    zh: '符合{card}条件，但{by}，不得评{cite}',
    en: 'meets the condition of {card}, barred by {by}{cite}',
  },
  none: { zh: '不符合任何一种卡的条件', en: 'meets the condition of no card' },
  lacking: { zh: '还缺：{what}', en: 'lacking: {what}' },
  open: { zh: '资料不全', en: 'facts are missing' },
  scope: { zh: '不在适用范围', en: 'outside the scope' },
  conflict: { zh: '同时符合几种卡的条件', en: 'meets the conditions of several cards' },
  parts: { zh: '{what}名单', en: 'the list of {what}' },
} as const satisfies Record<string, Words>;

const fill = (word: keyof typeof words, lang: Lang, params: Readonly<Record<string, string>> = {}) =>
  words[word][lang].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');

const cited = (cite: string, lang: Lang) =>
  cite === '' ? '' : lang === 'zh' ? `（${inert(cite)}）` : ` (${inert(cite)})`;

/** Why a household comes to what it comes to, in a few words. */
function shortReason(policy: Policy, row: HouseholdRow, lang: Lang): string {
  const barred = row.barred.map(({ card, by }) => {
    const cite = policy.exclusions.find(exclusion => exclusion.id === by)?.cite ?? '';
    const names = { card: cardName(policy, card, lang), by: exclusionName(policy, by, lang) };
    return fill('barred', lang, { ...names, cite: cited(cite, lang) });
  });
  return [...barred, ...outcomeReason(policy, row, barred.length > 0, lang)].join(
    lang === 'zh' ? '；' : '; ',
  );
}

function outcomeReason(
  policy: Policy,
  { outcome, causes }: HouseholdRow,
  barred: boolean,
  lang: Lang,
): string[] {
  switch (outcome.kind) {
    case 'card': {
      const cite = policy.cards.find(card => card.id === outcome.card)?.cite ?? '';
      return [fill('given', lang, { card: cardName(policy, outcome.card, lang), cite: cited(cite, lang) })];
    }
    case 'none':
      return barred ? [] : [fill('none', lang)];
    case 'undetermined': {
      const all = causes ?? [];
      const lacking = [...new Set(all.flatMap(cause => lackName(policy, cause, lang) ?? []))];
      const failed = [...new Set(all.flatMap(cause => failure(cause, lang) ?? []))];
      if (lacking.length === 0) return failed.length === 0 ? [fill('open', lang)] : failed;
      return [fill('lacking', lang, { what: lacking.join(lang === 'zh' ? '、' : ', ') }), ...failed];
    }
    case 'out-of-scope':
      return [fill('scope', lang)];
    case 'conflict':
      return [fill('conflict', lang)];
    case 'not-recorded':
      return [];
  }
}

/** What somebody has to find out or to settle; null where nothing is lacking. */
function lackName(policy: Policy, cause: Cause, lang: Lang): string | null {
  if (cause.kind === 'missing') return factName(policy, cause.entity, cause.fact, lang);
  if (cause.kind === 'open') return parameterName(policy, cause.parameter, lang);
  if (cause.kind === 'used') return sayReason('used', lang, otherName(policy, cause.use, lang));
  if (cause.kind === 'parts') return fill('parts', lang, { what: entityName(policy, cause.entity, lang) });
  return null;
}

/** What cannot be computed, however much is known. */
function failure({ kind }: Cause, lang: Lang): string | null {
  if (kind === 'too-large') return reasonWords.tooLarge[lang];
  if (kind === 'zero-division') return reasonWords.zeroDivision[lang];
  return kind === 'no-parts' ? reasonWords.noParts[lang] : null;
}

/** What stands above the columns: ids that programs know, and words for people. */
const heads = {
  status: { zh: '结果', en: 'status' },
  card: { zh: '卡编号', en: 'card id' },
  card_name: { zh: '卡', en: 'card' },
  possible: { zh: '可能的卡', en: 'possible cards' },
  barred: { zh: '不得评的卡', en: 'barred' },
  benefits_low: { zh: '帮扶一年最低（元）', en: 'benefits a year, lowest (yuan)' },
  benefits_high: { zh: '帮扶一年最高（元）', en: 'benefits a year, highest (yuan)' },
  benefits: { zh: '帮扶', en: 'benefits' },
  unset: { zh: '金额未定的帮扶', en: 'benefits not settled' },
  reason: { zh: '理由', en: 'reason' },
} as const satisfies Record<string, Words>;

const decided: Words = { zh: '已定', en: 'decided' };

/** By key of an entity: how its column is called. */
function keyHead({ vocabulary }: Policy, { id, key }: Entity, lang: Lang): string {
  return inert(wordOf(vocabulary.facts[`${id}.${key}`]?.label ?? {}, lang, key));
}

/** `labels`: in the reader's language; otherwise ids, so that programs read the file whatever the language. */
export function classifyHeader(policy: Policy, lang: Lang, labels = false): string {
  const entities = [policy.vocabulary.entities[policy.entity]!, ...entitiesAbove(policy)];
  const places = placeHeads(policy, lang, labels);
  return csvRecord([
    ...entities.map(entity => (labels ? keyHead(policy, entity, lang) : entity.key)),
    ...Object.entries(heads).map(([id, name]) => (labels ? name[lang] : id)),
    ...places,
  ]);
}

function statusOf({ outcome }: HouseholdRow): string {
  return outcome.kind === 'card' || outcome.kind === 'none' ? 'decided' : outcome.kind;
}

/** Ids apart by blanks, `none` for no card; or, with `labels`, names in the reader's language. */
export function classifyRecord(policy: Policy, row: HouseholdRow, lang: Lang, labels = false): string {
  const { outcome, money } = row;
  const list = (texts: readonly string[]) => texts.join(!labels ? ' ' : lang === 'zh' ? '、' : ', ');
  const card = (id: string | null) => {
    if (!labels) return id ?? 'none';
    return id === null ? specialWords.none[lang] : cardName(policy, id, lang);
  };
  const benefit = (id: string) => (labels ? benefitName(policy, id, lang) : id);
  const bar = ({ card: of, by }: { card: string; by: string }) =>
    labels ? `${card(of)}${lang === 'zh' ? '：' : ': '}${exclusionName(policy, by, lang)}` : `${of}:${by}`;
  const status =
    outcome.kind === 'card' || outcome.kind === 'none' ? decided[lang] : specialWords[outcome.kind][lang];
  return csvRecord([
    row.id,
    ...row.above,
    labels ? status : statusOf(row),
    outcome.kind === 'card' ? outcome.card : '',
    outcome.kind === 'card' ? cardName(policy, outcome.card, lang) : specialWords[outcome.kind][lang],
    list(row.possible.map(card)),
    list(row.barred.map(bar)),
    money.low / 100,
    money.high === null ? null : money.high / 100,
    list(row.benefits.map(benefit)),
    list(row.unset.map(benefit)),
    shortReason(policy, row, lang),
    ...placeCells(policy, row, lang, labels),
  ]);
}

export function classifyJson(policy: Policy, row: HouseholdRow, lang: Lang): Record<string, unknown> {
  const { outcome, money } = row;
  return {
    [policy.vocabulary.entities[policy.entity]!.key]: row.id,
    ...Object.fromEntries(entitiesAbove(policy).map(({ key }, at) => [key, row.above[at] || null])),
    status: statusOf(row),
    card: outcome.kind === 'card' ? outcomeId(outcome) : null,
    possible: row.possible,
    barred: row.barred,
    benefits_low: money.low / 100,
    benefits_high: money.high === null ? null : money.high / 100,
    benefits: row.benefits,
    unset: row.unset,
    reason: shortReason(policy, row, lang),
    ...placesJson(policy, row),
  };
}
