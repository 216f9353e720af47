import { type Checked, type Context, checked, constant, type Hint, report } from './check-context.ts';
import type { Rational } from './expr.ts';
import { over, rational, textOf, times } from './rational.ts';
import type { TreeOf } from './tree.ts';
import type { Dimension } from './types.ts';
import { type Measure, measureOf, multiplyDimensions, sameDimension } from './units.ts';

const RATIO: Measure = { dimension: {}, factor: '1', period: null };
const CALENDAR_YEAR: Dimension = { 'calendar-year': 1 };

/** A figure in base units. Where the place allows, it takes over the denominators that it leaves out. */
export function checkNumber(context: Context, tree: TreeOf<'number'>, hint: Hint): Checked | null {
  const value = textOf(rational(tree.value));
  const adopt = hint.adopt;
  if (adopt && sameDimension(adopt.dimension, CALENDAR_YEAR) && mayBeYear(tree)) {
    return checked(constant(value, CALENDAR_YEAR, tree.span));
  }
  const measure = tree.unit ? measureOf(tree.unit, context.scope.units) : RATIO;
  if (!measure) return report(context, 'unknown-unit', tree.span, { unit: tree.unit!.text });
  const own = times(value, measure.factor);
  const plain = checked(constant(own, measure.dimension, tree.span), measure.period);
  if (!adopt || sameDimension(measure.dimension, adopt.dimension)) return plain;
  const missing = multiplyDimensions(adopt.dimension, measure.dimension, -1);
  if (!tree.unit || !onlyDenominators(missing)) return plain;
  const months = Object.hasOwn(missing, 'month') ? -missing['month']! : 0;
  if (months > 0 && (adopt.period === 'month' || adopt.period === 'quarter')) {
    return report(context, 'period-needed', tree.span, {
      text: `${tree.value} ${tree.unit.text}`,
      period: adopt.period === 'month' ? { zh: '月', en: 'month' } : { zh: '季度', en: 'quarter' },
    });
  }
  return checked(constant(perYears(own, months), adopt.dimension, tree.span), adopt.period ?? 'year');
}

/** A period left out is a year. */
function perYears(value: Rational, times: number): Rational {
  let result = value;
  for (let i = 0; i < times; i++) result = over(result, '12');
  return result;
}

function onlyDenominators(missing: Dimension): boolean {
  return Object.values(missing).every(power => power < 0);
}

/** `2014 年`, or just `2014`. */
function mayBeYear({ value, unit }: TreeOf<'number'>): boolean {
  if (!/^[0-9]{1,4}$/.test(value)) return false;
  if (!unit) return true;
  return unit.down.length === 0 && unit.up.length === 1 && ['年', 'year', 'years'].includes(unit.up[0]!);
}
