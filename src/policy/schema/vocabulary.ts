import * as keys from '../../language/keys.ts';
import { factTypeWords } from '../../language/words.ts';
import { byKind, closed, named, ref, type Schema, text, textOr, word } from './build.ts';
import { commonParts } from './common.ts';

/** Parts that describe entities, units and facts; a policy may hold them too. */
export const vocabularyParts: Readonly<Record<string, Schema>> = {
  entity: closed(keys.entityKeys, {
    label: ref('labels'),
    plural: textOr(ref('plural')),
    within: ref('name'),
    key: ref('name'),
  }),
  plural: closed(keys.pluralKeys, { id: ref('name'), zh: text, en: text }),
  fact: closed(
    keys.factKeys,
    {
      label: ref('labels'),
      type: word(factTypeWords),
      unit: text,
      decimals: { type: 'integer', minimum: 0, maximum: 6 },
      values: byKind({ object: named(ref('labels')), array: { items: ref('name') } }),
      when: ref('value'),
      from: ref('value'),
      least: text,
      most: text,
      collected: ref('labels'),
      note: ref('labels'),
    },
    { required: ['type'] },
  ),
};

export const vocabularyForms: Readonly<Record<string, Schema>> = {
  entities: named(ref('entity')),
  units: named(ref('labels')),
  facts: named(named(ref('fact'))),
  definitions: named(textOr(ref('definition'))),
};

export const vocabularySchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://mingbai.example/schema/vocabulary.schema.json',
  title: 'Mingbai vocabulary',
  description: 'Entities, units and facts that policies speak of. 词汇：实体、单位和事实。',
  ...closed(
    keys.vocabularyKeys,
    {
      vocabulary: ref('labels'),
      id: ref('name'),
      notes: ref('notes'),
      ...vocabularyForms,
    },
    { required: ['vocabulary', 'entities', 'facts'] },
  ),
  $defs: { ...commonParts, ...vocabularyParts },
};
