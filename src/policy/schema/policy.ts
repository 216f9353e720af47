import * as keys from '../../language/keys.ts';
import {
  assertionWords,
  countsWords,
  decisionWords,
  kindWords,
  meaningWords,
  periodWords,
  perWords,
  roundModeWords,
} from '../../language/words.ts';
import {
  byKind,
  choose,
  closed,
  has,
  listOf,
  named,
  oneOrList,
  ref,
  type Schema,
  text,
  textOr,
  word,
  words,
} from './build.ts';
import { commonParts, datePattern, ruleForms } from './common.ts';
import { dutyForms, dutyParts } from './duties.ts';
import { formForms, formParts } from './form.ts';
import { quotaForms, quotaParts } from './quotas.ts';
import { vocabularyForms, vocabularyParts } from './vocabulary.ts';

const value = ref('value');
const except = ref('except');
/** Sections from which a draft may remove entries. */
export const removable = [
  'sources',
  'uses',
  'entities',
  'units',
  'facts',
  'parameters',
  'definitions',
  'scores',
  'cards',
  'exclusions',
  'benefits',
  'groups',
  'funds',
  'quotas',
  'roles',
  'duties',
  'procedure',
  'reviews',
  'samples',
  'transitions',
  'form',
  'assertions',
] as const;
/** Dates to values, a dated parameter. */
const dated = { type: 'object', patternProperties: { [datePattern]: text }, additionalProperties: false };
const withDates = { [datePattern]: text };

/** A value that may be dated, or differ by facts. */
const settled = textOr(ref('settled'));
const cellForms = { by: oneOrList(text), otherwise: settled, cells: named(settled) };

const policyParts: Readonly<Record<string, Schema>> = {
  source: closed(keys.sourceKeys, { title: text, version: text, date: ref('date') }, { required: ['title'] }),
  settled: choose({ propertyNames: { pattern: datePattern } }, ref('dated'), ref('cells')),
  dated,
  cells: named(settled),
  parameter: closed(
    keys.parameterKeys,
    {
      ...ruleForms,
      value: settled,
      ...cellForms,
      range: byKind({ text: true, array: { items: text, minItems: 2, maxItems: 2 } }),
    },
    { patterns: withDates },
  ),
  score: closed(keys.scoreKeys, { ...ruleForms, of: ref('name'), items: listOf(ref('scoreItem')) }),
  scoreItem: closed(
    keys.scoreItemKeys,
    { when: value, points: value, note: ref('labels') },
    { required: ['points'] },
  ),
  card: closed(keys.cardKeys, {
    ...ruleForms,
    when: value,
    otherwise: oneOrList(ref('name'), ['string', 'number', 'boolean']),
    except,
    meaning: word(meaningWords),
    colour: text,
  }),
  except: byKind({ text: true, object: ref('exception'), array: { items: textOr(ref('exception')) } }),
  exception: {
    type: 'object',
    ...choose(
      has({ when: keys.exceptionKeys.when, except: keys.exceptionKeys.except }),
      ref('namedException'),
      ref('structure'),
    ),
  },
  namedException: closed(
    keys.exceptionKeys,
    {
      when: value,
      except,
      label: ref('labels'),
      cite: words,
      clause: oneOrList(text),
      note: ref('labels'),
    },
    { required: ['when'] },
  ),
  exclusion: closed(keys.exclusionKeys, { ...ruleForms, bars: ref('names'), when: value, except }),
  benefit: closed(keys.benefitKeys, {
    ...ruleForms,
    for: byKind({ text: true, object: ref('beneficiary'), array: { items: ref('name') } }),
    when: value,
    except,
    amount: textOr(ref('amounts')),
    per: word(periodWords),
    periods: ref('whole'),
    fund: ref('name'),
    kind: word(kindWords),
    round: textOr(ref('round')),
  }),
  beneficiary: closed(keys.beneficiaryKeys, {
    each: ref('name'),
    cards: ref('names'),
    per_person: ref('yes'),
  }),
  /** Amounts by card, or one that bands or a table give. */
  amounts: choose(has({ by: keys.bandKeys.by, ...keys.tableKey }), ref('structure'), named(value)),
  round: closed(keys.roundKeys, { to: text, mode: word(roundModeWords) }),
  group: closed(keys.groupKeys, {
    ...ruleForms,
    benefits: ref('names'),
    over: ref('name'),
    counts: word(countsWords),
    cap: byKind({ text: true, object: ref('cap'), array: { items: textOr(ref('cap')) } }),
  }),
  cap: closed(
    keys.capKeys,
    { amount: value, per: word(perWords), proportional: ref('yes') },
    { required: ['amount'] },
  ),
  assertion: closed(keys.assertionKeys, { ...ruleForms, on: word(assertionWords), must: value }),
  remove: byKind({
    array: { items: text },
    object: closed(keys.policyKeys, Object.fromEntries(removable.map(section => [section, ref('names')]))),
  }),
};

export const policySchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://mingbai.example/schema/policy.schema.json',
  title: 'Mingbai policy',
  description:
    'One scheme, or with `extends` a draft that changes one. 一项政策；写了“扩展”的是对它的修改草案。',
  ...closed(keys.policyKeys, {
    policy: ref('labels'),
    id: ref('name'),
    version: text,
    extends: { type: 'string' },
    sources: named(textOr(ref('source'))),
    vocabulary: { type: 'string' },
    effective: ref('date'),
    notes: ref('notes'),
    decision: word(decisionWords),
    applies_to: value,
    ...vocabularyForms,
    parameters: named(textOr(ref('parameter'))),
    scores: named(ref('score')),
    cards: named(ref('card')),
    exclusions: named(ref('exclusion')),
    benefits: named(ref('benefit')),
    groups: named(ref('group')),
    ...quotaForms,
    ...dutyForms,
    ...formForms,
    assertions: named(textOr(ref('assertion'))),
    remove: ref('remove'),
  }),
  $defs: { ...commonParts, ...vocabularyParts, ...policyParts, ...quotaParts, ...dutyParts, ...formParts },
};
