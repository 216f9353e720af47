import { type KeyTable, spell } from './keys.ts';

/** What is to be done. */
export const actionWords = {
  visit: spell('走访', 'visit'),
  contact: spell('联络', 'contact'),
  monitor: spell('监测', 'monitor'),
  plan: spell('计划', 'plan'),
  review: spell('复核', 'review'),
  other: spell('其他', 'other'),
} satisfies KeyTable;

/** Whether a day counts. */
export const countedWords = {
  counted: spell('计 | 算', 'counted | yes'),
  'not-counted': spell('不计 | 不算', 'not counted | no'),
} satisfies KeyTable;
