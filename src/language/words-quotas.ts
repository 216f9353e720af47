import { type KeyTable, spell } from './keys.ts';

/** In which direction an order goes. */
export const orderWords = {
  ascending: spell('从低到高 | 由低到高 | 升序', 'low first | ascending'),
  descending: spell('从高到低 | 由高到低 | 降序', 'high first | descending'),
} satisfies KeyTable;

/** Where seats go that nobody takes. */
export const vacantWords = {
  up: spell('上调', 'up'),
  kept: spell('保留', 'kept'),
} satisfies KeyTable;
