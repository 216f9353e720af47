import { BOOL } from '../language/types.ts';
import { decisionWords } from '../language/words.ts';
import { type BenefitContext, makeBenefits } from './benefits.ts';
import { draftCards, makeCards, makeExclusions } from './cards.ts';
import { makeSources } from './cites.ts';
import { usualEntity } from './classify.ts';
import { draftDefinitions, makeDefinitions } from './definitions.ts';
import { check, type Desk, declare, treeOf } from './desk.ts';
import { makeDuties } from './duties/duties.ts';
import { makeFacts } from './facts.ts';
import { wordOf } from './fields.ts';
import { makeForm } from './form/make.ts';
import { makeAssertions, makeGroups } from './groups.ts';
import { isEmpty } from './node.ts';
import { makeParameters } from './parameters.ts';
import type { Policy } from './policy.ts';
import { checkQuotas } from './quotas/checks.ts';
import { makeFunds } from './quotas/funds.ts';
import { declareQuotas, makeQuotas, type QuotaContext } from './quotas/quotas.ts';
import type { RawPolicy } from './raw-policy.ts';
import type { RawWords } from './raw-words.ts';
import { draftScores } from './scores.ts';
import { applySettings, type Setting } from './set.ts';
import { type OpenedUse, settingsOf } from './uses/open.ts';
import { declareUses } from './uses/uses.ts';
import type { Vocabulary } from './vocabulary.ts';
import { entityNames } from './vocabulary-entities.ts';

export interface Occasion {
  /** Evaluation date. */
  readonly on: string;
  readonly effective: string;
  readonly settings: readonly Setting[];
}

/** What is known before the rules are read. */
export interface Surroundings {
  /** Id of the vocabulary. */
  readonly vocabulary: string;
  readonly occasion: Occasion;
  readonly uses: readonly OpenedUse[];
}

/** Answers over many households hold the possible cards in 32 bits, one of them for no card. */
const maxCards = 30;

export function declareEntities(desk: Desk): void {
  for (const entity of Object.values(desk.entities))
    declare(desk, entityNames(entity), { kind: 'entity', id: entity.id });
}

/** Puts the checked parts of a policy together; what is wrong is reported and missing from the result. */
export function assemble(
  desk: Desk,
  raw: RawPolicy,
  words: RawWords,
  { vocabulary: id, occasion, uses: opened }: Surroundings,
): Policy {
  const { rules } = raw;
  const { classified } = desk;
  const { on } = occasion;
  declareEntities(desk);
  for (const { names } of rules.uses) for (const name of names) desk.later.set(name, 'use-not-here');
  const facts = makeFacts(desk, words);
  for (const { names } of rules.uses) for (const name of names) desk.later.delete(name);
  const uses = declareUses(desk, opened);
  const vocabulary: Vocabulary = { id, entities: words.entities, facts, units: words.units };
  const extra = rules.cards[maxCards];
  if (extra !== undefined)
    desk.report({ code: 'too-many-cards', severity: 'error', params: { most: maxCards }, span: extra.at });
  for (const { id, names } of rules.cards) declare(desk, names, { kind: 'card', id });
  for (const { names } of rules.benefits) for (const name of names) desk.later.set(name, 'benefit-not-here');
  const declared = declareQuotas(desk, rules.quotas);
  const parameters = makeParameters(desk, rules.parameters, on);
  const definitions = makeDefinitions(desk, [
    ...draftDefinitions(desk, words.definitions, 'derived', usualEntity),
    ...draftDefinitions(desk, rules.definitions, 'definition', classified),
    ...draftScores(desk, rules.scores, classified),
    ...draftCards(desk, rules.cards, classified),
  ]);
  const scope =
    raw.scope === null || isEmpty(raw.scope.value)
      ? null
      : check(desk, treeOf(desk, raw.scope.value), classified, BOOL);
  const exclusions = makeExclusions(desk, rules.exclusions, classified);
  const context: BenefitContext = {
    desk,
    entity: classified,
    cards: rules.cards,
    funds: rules.funds,
    parameters,
  };
  const { groups, benefits } = makeGroups(context, rules.groups, makeBenefits(context, rules.benefits));
  const shared: QuotaContext = { ...context, benefits, labels: { facts, definitions } };
  const quotas = makeQuotas(shared, rules.quotas, declared);
  const funds = makeFunds(shared, rules.funds);
  const assertions = makeAssertions(context, rules.assertions);
  const ofUses = new Set(
    rules.uses.flatMap(rule => settingsOf(rule, occasion.settings)).map(({ value }) => value),
  );
  applySettings(
    desk,
    parameters,
    occasion.settings.filter(({ value }) => !ofUses.has(value)),
    uses,
  );
  checkQuotas(desk, { quotas, funds, benefits, definitions, parameters });
  return {
    id: raw.id,
    label: raw.label,
    version: raw.version,
    file: raw.file,
    effective: occasion.effective,
    on,
    sources: makeSources(rules.sources, desk.report),
    notes: raw.notes,
    vocabulary,
    parameters: Object.fromEntries(parameters),
    definitions,
    entity: classified,
    scope,
    unique: wordOf(raw.decision ?? undefined, decisionWords) === 'unique',
    cards: makeCards(rules.cards, classified),
    exclusions,
    benefits,
    groups,
    funds,
    assertions,
    uses,
    quotas,
    ...makeDuties({ desk, entity: classified, effective: occasion.effective, rules }),
    form: makeForm({ ...context, vocabulary, definitions, rules }, rules.form),
    exceptions: desk.exceptions,
  };
}
