/** How near a synthetic population comes to the figures it was made after. */
import type { Label } from '../language/label.ts';
import type { Population } from './columns.ts';
import { FIGURES } from './synthetic/figures.ts';
import { gaugeOf, MEASURES } from './synthetic/measures.ts';
import { KIND_LABELS } from './synthetic/names.ts';
import type { Figure, FigureStatus, PopulationSpec } from './synthetic/spec.ts';
import { viewOf } from './synthetic/view.ts';

/** One target: what the spec wants, and what the population has. */
export interface CalibrationRow {
  readonly figure: string;
  /** Which part of a figure by key; null where it is a single number. */
  readonly part: string | null;
  /** Words for a part that is no value of the vocabulary; empty where there are none. */
  readonly partLabel: Label;
  readonly label: Label;
  readonly status: FigureStatus;
  /** Title of the source; null for an assumption. */
  readonly source: Label | null;
  readonly year: number | null;
  /** A share is a fraction of 1. */
  readonly kind: 'share' | 'number';
  readonly wanted: number;
  /** NaN where the population does not show it. */
  readonly got: number;
  /** got ÷ wanted − 1. */
  readonly deviation: number;
}

/** The figures of the spec that a population shows, measured again from its columns; in the order of the spec. */
export function calibrationTable(population: Population, spec: PopulationSpec): CalibrationRow[] {
  const view = viewOf(population, spec.vocabulary);
  if (view === null) return [];
  const gauge = gaugeOf(view);
  return Object.values(spec.figures).flatMap(figure => {
    const measure = MEASURES[figure.id];
    return measure === undefined ? [] : rowsOf(figure, measure(gauge));
  });
}

function rowsOf(figure: Figure, found: number | Readonly<Record<string, number>>): CalibrationRow[] {
  const { id, label, status, source, year, value } = figure;
  const shape = FIGURES.get(id)?.kind;
  const row = (part: string | null, wanted: number, got: number): CalibrationRow => ({
    figure: id,
    part,
    partLabel: part === null ? {} : (KIND_LABELS[part] ?? {}),
    label,
    status,
    source: source?.title ?? null,
    year,
    kind: shape === 'share' || shape === 'shares' || shape === 'open-shares' ? 'share' : 'number',
    wanted,
    got,
    deviation: got / wanted - 1,
  });
  if (typeof value === 'number') return [row(null, value, found as number)];
  const parts = found as Readonly<Record<string, number>>;
  const wanted = value as Readonly<Record<string, number>>;
  // Kinds that a population does not tell apart are compared as a sum.
  if ('all' in parts)
    return [
      row(
        null,
        Object.values(wanted).reduce((a, b) => a + b, 0),
        parts['all']!,
      ),
    ];
  return Object.entries(wanted).map(([part, share]) => row(part, share, parts[part] ?? Number.NaN));
}
