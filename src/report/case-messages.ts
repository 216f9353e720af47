import type { Catalog } from '../language/diagnostic.ts';

/** Where a case and the answer part. */
export const caseMessages = {
  'case-status': { zh: '应当{expected}，实际{found}。', en: 'It should be {expected}, but is {found}.' },
  'case-card': {
    zh: '应评为{expected}，实际{found}。',
    en: 'The card should be {expected}, but is {found}.',
  },
  'case-possible': {
    zh: '可能的卡应当是{expected}，实际是{found}。',
    en: 'The possible cards should be {expected}, but are {found}.',
  },
  'case-barred': {
    zh: '不得评的应当是{expected}，实际是{found}。',
    en: 'What is barred should be {expected}, but is {found}.',
  },
  'case-missing': {
    zh: '还缺的事实应当是{expected}，实际是{found}。',
    en: 'The missing facts should be {expected}, but are {found}.',
  },
  'case-open': {
    zh: '影响评卡的待定参数应当是{expected}，实际是{found}。',
    en: 'The open parameters that matter should be {expected}, but are {found}.',
  },
  'case-benefit': {
    zh: '{name}应当是{expected}，实际是{found}。',
    en: '{name} should be {expected}, but is {found}.',
  },
  'case-value': {
    zh: '{name}应当是{expected}，实际是{found}。',
    en: '{name} should be {expected}, but is {found}.',
  },
} as const satisfies Catalog;

export type CaseCode = keyof typeof caseMessages;
