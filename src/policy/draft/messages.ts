import type { Catalog } from '../../language/diagnostic.ts';

export const draftMessages = {
  'draft-cannot-say': {
    zh: '改动写不成草案{name}：这些数在原文件里的位置找不到，或者写出来与试算的不同。请直接修改原文件。',
    en: 'The changes cannot be written as the draft {name}: the figures are not found in the file, or would not mean the same there. Please edit the file itself.',
  },
} as const satisfies Catalog;
