/** Words of the standard vocabulary that several steps share. */
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
