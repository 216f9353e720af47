/** The figures that the generator reads, and in which shape each is written. */
import { CAUSES, PAIRED, SOURCES } from './names.ts';
import type { PopulationSpec } from './spec.ts';

/**
 * `share`: a part of a whole, 0 to 1. `number`: any number from 0 up. `shares`: parts by key, adding up to 1 (`open`: or less).
 * `numbers`: numbers by key. `table`: numbers by two keys.
 */
export type FigureKind = 'share' | 'number' | 'shares' | 'open-shares' | 'numbers' | 'table';

const EXITS = ['2014', '2015', '2016', '2017', '2018', '2019', 'not_exited'];

interface Form {
  readonly kind: FigureKind;
  /** Keys it must have, exactly; null: any. */
  readonly keys: readonly string[] | null;
}

function forms(
  kind: FigureKind,
  ids: readonly string[],
  keys: readonly string[] | null = null,
): [string, Form][] {
  return ids.map(id => [id, { kind, keys }]);
}

export const FIGURES: ReadonlyMap<string, Form> = new Map([
  // Households and people
  ...forms('shares', ['household-size', 'largest-households']),
  ...forms('open-shares', ['household-type']),
  ...forms('table', ['household-type-by-size']),
  ...forms('number', ['household-mean']),
  ...forms('share', ['age-under-15', 'age-60', 'age-65', 'male']),
  // Health
  ...forms('share', ['disability', 'disability-households', 'disability-several', 'disability-severe']),
  ...forms('share', ['disability-first-of-severe', 'disability-third-of-mild']),
  ...forms('share', ['chronic-15', 'chronic-women', 'chronic-men', 'chronic-65', 'severe-illness']),
  // Schooling and work
  ...forms('share', ['preschool', 'senior-school', 'vocational-school', 'higher-education']),
  ...forms('share', [
    'school-registered',
    'school-other',
    'weak-workers',
    'severe-illness-lost',
    'sixties-able',
  ]),
  ...forms('share', ['employed-full', 'employed-weak', 'away', 'wants-training', 'orphans']),
  // Income
  ...forms('number', ['income-mean', 'income-median', 'income-lowest-fifth', 'disability-income-ratio']),
  ...forms('numbers', ['income-curve']),
  ...forms('shares', ['income-shares', 'income-shares-registered'], SOURCES),
  ...forms('share', ['no-income', 'operating-costs', 'income-growth', 'income-fallen']),
  // Registration, monitoring, assistance
  ...forms('share', ['registered', 'disability-registered', 'disability-severe-registered', 'relapsed']),
  ...forms('number', ['registered-income', 'registered-size']),
  ...forms('shares', ['exits'], EXITS),
  ...forms('share', ['cause-illness']),
  ...forms('shares', ['other-causes'], CAUSES.slice(1)),
  ...forms('share', ['unstable-exit', 'marginal', 'sudden-hardship']),
  ...forms('shares', ['paired-units'], PAIRED.slice(1)),
  ...forms('share', ['tekun', 'dibao', 'dibao-old', 'dibao-minors', 'dibao-disabled', 'dibao-registered']),
  ...forms('shares', ['dibao-classes'], ['a', 'b', 'c']),
  // Living
  ...forms('share', ['relocated', 'unsafe-housing-registered', 'unsafe-housing-other', 'grade-d-of-unsafe']),
  ...forms('share', ['rebuilds-grade-d', 'area-compliant', 'repairs-grade-c']),
  ...forms('share', ['water-registered', 'water-other', 'insured-registered', 'insured-other']),
  ...forms('share', ['food-secure', 'clothing-secure']),
  ...forms('share', ['cars', 'commercial-flats', 'luxury-renovation', 'companies', 'public-payroll']),
  ...forms('share', ['parents-apart', 'courtyard-accepted', 'wants-loan']),
  ...forms('numbers', ['durable-goods', 'education-costs']),
  ...forms('number', [
    'land-per-head',
    'medical-costs',
    'repair-costs',
    'disaster-loss',
    'other-rigid-costs',
  ]),
  ...forms('share', ['self-paid-registered', 'self-paid-other', 'disaster-struck']),
  ...forms('share', ['illness-risk', 'disaster-risk', 'schooling-risk', 'job-risk', 'industry-risk']),
  // Places
  ...forms('number', ['village-households', 'township-villages', 'solar-revenue', 'collective-income']),
  ...forms('share', ['supervised-townships', 'supervised-villages', 'poor-villages']),
  ...forms('share', ['solar-poor-villages', 'solar-other-villages']),
  // How much of all is not known
  ...forms('share', ['missing']),
]);

/** The figures of a spec by name; its loading has made sure that all are there, in their shapes. */
export interface Figures {
  share(id: string): number;
  number(id: string): number;
  shares(id: string): Readonly<Record<string, number>>;
  numbers(id: string): Readonly<Record<string, number>>;
  table(id: string): Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export function readFigures(spec: PopulationSpec): Figures {
  const value = (id: string): unknown => {
    const figure = spec.figures[id];
    if (figure === undefined) throw new Error(`population spec ${spec.id}: no figure ${id}`);
    return figure.value;
  };
  return {
    share: id => value(id) as number,
    number: id => value(id) as number,
    shares: id => value(id) as Record<string, number>,
    numbers: id => value(id) as Record<string, number>,
    table: id => value(id) as Record<string, Record<string, number>>,
  };
}
