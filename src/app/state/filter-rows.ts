/** The menu of filters: its lines, and what each can be. */
import type { Words } from '../../language/label.ts';
import type { Filter, RowSort } from '../protocol.ts';
import type { PickedField } from './screen-state.ts';
import type { State } from './state.ts';

export const filterRows = [
  'a',
  'b',
  'shift',
  'changed',
  'barred',
  'undetermined',
  'township',
  'village',
  'expression',
] as const satisfies readonly (keyof Filter)[];

export type FilterRow = (typeof filterRows)[number];

export const sortRows = [
  'id',
  'people',
  'a',
  'b',
  'gain',
  'township',
  'village',
  'expression',
] as const satisfies readonly RowSort['by'][];

export interface FilterValue {
  /** Null: it does not matter. */
  readonly id: string | null;
  readonly label: Words;
}

const ANY: FilterValue = { id: null, label: { zh: '不限', en: 'any' } };

const SHIFTS: readonly FilterValue[] = [
  { id: 'gain', label: { zh: '增加', en: 'gains' } },
  { id: 'loss', label: { zh: '减少', en: 'loses' } },
];

/** What a field may be set to; outcomes of B are those of the policy chosen, since pages wait for its figures. `any` comes first. Villages are those of the township that is chosen. */
export function valuesOf(state: State, field: PickedField): readonly FilterValue[] {
  const { policies, b, population, households } = state;
  const { township } = households.filter;
  switch (field) {
    case 'a':
    case 'b': {
      const outcomes = policies[field === 'a' ? 0 : b]?.outcomes ?? [];
      return [ANY, ...outcomes.map(({ key, label }) => ({ id: key, label }))];
    }
    case 'shift':
      return [ANY, ...SHIFTS];
    case 'township':
      return [ANY, ...(population?.townships ?? [])];
    case 'village': {
      const villages = population?.villages ?? [];
      const inside = villages.filter(
        ({ within }) => township == null || within === null || within === township,
      );
      return [ANY, ...inside];
    }
  }
}

export const isPicked = (row: FilterRow): row is PickedField =>
  row === 'a' || row === 'b' || row === 'shift' || row === 'township' || row === 'village';

/** A filter with one field set or cleared; a village of another township goes with the township. */
export function withFilter(state: State, field: PickedField, id: string | null): Filter {
  const filter: Filter = { ...state.households.filter, [field]: id };
  if (field !== 'township' || id === null || filter.village == null) return filter;
  const village = state.population?.villages.find(each => each.id === filter.village);
  return village?.within === id ? filter : { ...filter, village: null };
}
