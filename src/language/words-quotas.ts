import { type KeyTable, spell } from './keys.ts';

/** In which direction an order goes. */
export const orderWords = {
  ascending: spell(
    '从低到高 | 由低到高 | 从小到大 | 由小到大 | 从少到多 | 由少到多 | 从早到晚 | 由早到晚 | 升序',
    'low first | lowest first | earliest first | ascending',
  ),
  descending: spell(
    '从高到低 | 由高到低 | 从大到小 | 由大到小 | 从多到少 | 由多到少 | 从晚到早 | 由晚到早 | 降序',
    'high first | highest first | latest first | descending',
  ),
} satisfies KeyTable;

/** Where seats go that nobody takes. */
export const vacantWords = {
  up: spell('上调', 'up'),
  kept: spell('保留', 'kept'),
} satisfies KeyTable;
