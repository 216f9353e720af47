import * as keys from '../../language/keys.ts';
import { figureStatusWords } from '../../language/words.ts';
import { byKind, closed, named, ref, type Schema, text, word } from './build.ts';
import { commonParts } from './common.ts';

/** A figure: `7.4%`, `17131`, or several by key (by two keys). */
const value = byKind({ text: true, object: named(byKind({ text: true, object: named(text) })) });

/** Synthetic populations: the figures they are made after, each with its source or marked as an assumption. */
export const populationSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://mingbai.example/schema/population.schema.json',
  title: 'Mingbai population',
  description: 'Figures after which households are made. 样本人口：造样本住户所依据的数字。',
  ...closed(
    keys.populationKeys,
    {
      population: ref('labels'),
      id: ref('name'),
      version: text,
      on: ref('date'),
      vocabulary: { type: 'string' },
      notes: ref('notes'),
      sources: named(ref('populationSource')),
      figures: named(ref('figure')),
    },
    { required: ['population', 'on', 'vocabulary', 'figures'] },
  ),
  $defs: {
    ...commonParts,
    populationSource: closed(
      keys.populationSourceKeys,
      { title: ref('labels'), year: ref('whole') },
      { required: ['title'] },
    ),
    figure: closed(
      keys.figureKeys,
      {
        label: ref('labels'),
        value,
        status: word(figureStatusWords),
        source: ref('name'),
        year: ref('whole'),
        note: ref('labels'),
      },
      { required: ['value', 'status'] },
    ),
  },
};
