import type { Benefit } from './policy.ts';

/** How often a benefit is paid in its first year. */
export function timesAYear(benefit: Benefit): number {
  return benefit.period === 'month' ? Math.min(12, benefit.periods ?? 12) : 1;
}
