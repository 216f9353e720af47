import * as keys from '../../language/keys.ts';
import { statusWords } from '../../language/words.ts';
import {
  byKind,
  closed,
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
import { commonParts } from './common.ts';

/** A household's facts, members and other parts, checked against the vocabulary when they are read. */
const parts = byKind({ object: named({}), array: { items: { type: 'object' } } });
/** Left empty: not known. */
const household = { ...parts, type: [...(parts['type'] as string[]), 'null'] };
const settings = named(text);
const anyText = oneOrList(text);

/**
 * Cases of a policy: households and what must be decided for them.
 *
 * `base` holds facts that every case starts from, unless it says `like` (the name of an earlier case); a case gives only
 * what differs: facts one by one, members and other parts as whole lists. An empty fact is unknown. Beside the keys of
 * a case stand those of a household file (`户/household`, `成员/members`, `村/village`, …).
 *
 * `expect`: `card` (`无/none` for no card), `status`, `possible` (cards, `无`), `barred` ({card: exclusion}, or `{}` for
 * none), `missing` (facts), `open` (parameters), `values` ({definition: value}; `未知/unknown`,
 * `不适用/inapplicable`), `benefits` ({benefit: amount,
 * `1000 元 至 5000 元`, `是/yes` for due, `无/none` for not due, `待定/open` for an amount not settled, `未定/undetermined`}).
 */
export const casesSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://mingbai.example/schema/cases.schema.json',
  title: 'Mingbai cases',
  description: 'Households and what a policy must decide for them. 案例：住户和政策应当怎样认定。',
  ...closed(
    keys.casesKeys,
    {
      policy: { type: 'string' },
      notes: ref('notes'),
      on: ref('date'),
      set: settings,
      base: named(household),
      cases: listOf(ref('case')),
    },
    { required: ['cases'] },
  ),
  $defs: {
    ...commonParts,
    case: closed(
      keys.caseKeys,
      {
        name: text,
        note: ref('labels'),
        clause: oneOrList(text),
        like: text,
        on: ref('date'),
        set: settings,
        expect: ref('expect'),
      },
      { required: ['name', 'expect'], others: household },
    ),
    expect: closed(keys.expectKeys, {
      status: word(statusWords),
      card: words,
      possible: oneOrList(words, ['string', 'number', 'boolean', 'null']),
      barred: byKind({ object: named(text), array: { items: text } }),
      missing: anyText,
      open: anyText,
      benefits: named(oneOrList(text)),
      values: named(text),
    }),
  },
};

/** Policies side by side on one population: what `compare` takes in place of arguments. */
export const scenarioSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://mingbai.example/schema/scenario.schema.json',
  title: 'Mingbai scenario',
  description:
    'Policies to run on a population, and what to change in them. 情景：在一个人口上运行和比较政策。',
  ...closed(
    keys.scenarioKeys,
    {
      scenario: ref('labels'),
      notes: ref('notes'),
      policies: { ...oneOrList({ type: 'string' }, ['string']) },
      population: textOr(ref('scenarioPopulation')),
      set: { type: 'object', additionalProperties: textOr(settings) },
      on: ref('date'),
      compare: oneOrList(text),
    },
    { required: ['policies'] },
  ),
  $defs: {
    ...commonParts,
    scenarioPopulation: closed(
      keys.scenarioPopulationKeys,
      { spec: { type: 'string' }, households: ref('whole'), seed: { type: 'integer', minimum: 0 } },
      { required: ['spec'] },
    ),
  },
};
