import type { Words } from '../../language/label.ts';

/** Causes of poverty, as the standard vocabulary has them. */
export const CAUSES = [
  'illness',
  'disability',
  'schooling',
  'disaster',
  'labour',
  'skills',
  'funds',
  'land',
  'water',
  'transport',
  'motivation',
  'accident',
  'other',
] as const;

/** Sources of net income. */
export const SOURCES = ['wage', 'operating', 'property', 'transfer'] as const;

/** Whose official is paired with a household. */
export const PAIRED = ['none', 'city', 'county', 'township', 'village'] as const;

/** Kinds of households, which the vocabulary does not tell apart. */
export const KIND_LABELS: Readonly<Record<string, Words>> = {
  couple: { zh: '夫妻户', en: 'couple' },
  nuclear: { zh: '核心家庭', en: 'nuclear family' },
  skip_generation: { zh: '隔代户', en: 'grandparents and grandchildren' },
  three_generation: { zh: '三代户', en: 'three generations' },
};
