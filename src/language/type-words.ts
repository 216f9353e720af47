import type { Words } from './label.ts';
import type { Dimension, Type } from './types.ts';
import { dimensionText, isRatio, type UnitTable } from './units.ts';

/** What a type is called in messages. */
export function typeWords(type: Type, units: UnitTable): Words {
  switch (type.kind) {
    case 'bool':
      return { zh: '条件（是或否）', en: 'a condition (yes or no)' };
    case 'date':
      return { zh: '日期', en: 'a date' };
    case 'text':
      return { zh: '文本', en: 'text' };
    case 'enum':
      return type.of === '#card' ? { zh: '卡', en: 'a card' } : { zh: '选项', en: 'one of several values' };
    case 'number':
      return isRatio(type.dimension)
        ? { zh: '没有单位的数', en: 'a number without a unit' }
        : {
            zh: `以“${dimensionText(type.dimension, 'zh', units)}”计的数`,
            en: `a number in ${unitWords(type.dimension, units).en}`,
          };
  }
}

/** What is counted in English by more than one. */
const plurals = new Map([
  ['person', 'persons'],
  ['household', 'households'],
  ['year', 'years'],
  ['day', 'days'],
  ['working day', 'working days'],
]);

/** A dimension as the unit that people write, both languages; in English as after "in": households, not household. */
export function unitWords(dimension: Dimension, units: UnitTable): Words {
  const en = dimensionText(dimension, 'en', units);
  return { zh: dimensionText(dimension, 'zh', units), en: plurals.get(en) ?? en };
}
