/** What villages may be sorted by, in the order of the menu. */
import type { VillageColumn } from '../protocol.ts';

export const villageColumns = [
  'id',
  'township',
  'households',
  'people',
  'changed',
  'seats',
  'taken',
  'displaced',
  'visits',
  'gain',
] as const satisfies readonly VillageColumn[];
