import type { Catalog } from '../language/diagnostic.ts';
import { allocationMessages } from './allocation/messages.ts';
import { calendarMessages } from './calendar/messages.ts';

/** What can be wrong with the expectations of cases. */
export const analysisMessages = {
  'assertion-fails': {
    zh: '断言{name}不成立。',
    en: 'The assertion {name} does not hold.',
  },
  'case-unknown-name': {
    zh: '政策里没有叫 {name} 的{what}。',
    en: 'The policy has no {what} called {name}.',
  },
  'case-unreadable': {
    zh: '看不懂 {text}，这里要写{wanted}。',
    en: 'Cannot read {text}; this takes {wanted}.',
  },
  ...allocationMessages,
  ...calendarMessages,
} as const satisfies Catalog;
