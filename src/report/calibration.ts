import type { Lang, Words } from '../language/label.ts';
import { wordOf } from '../language/label.ts';
import type { Vocabulary } from '../policy/vocabulary.ts';
import type { CalibrationRow } from '../population/calibration.ts';
import { inert } from './inert.ts';
import type { Paint } from './paint.ts';
import { type Column, clip, tableLines } from './table.ts';

/** How near a verified target has to be met. */
const TOLERANCE = 0.02;

const words = {
  figure: { zh: '指标', en: 'figure' },
  wanted: { zh: '目标', en: 'target' },
  got: { zh: '生成', en: 'made' },
  deviation: { zh: '偏差', en: 'off by' },
  status: { zh: '依据', en: 'standing' },
  source: { zh: '来源', en: 'source' },
  met: {
    zh: '已核的目标 {all} 项，{met} 项的偏差不超过 2%。',
    en: '{all} verified targets, {met} of them met within 2%.',
  },
} as const satisfies Record<string, Words>;

const statuses: Record<CalibrationRow['status'], Words> = {
  verified: { zh: '已核', en: 'verified' },
  derived: { zh: '推算', en: 'derived' },
  secondary: { zh: '转引', en: 'secondary' },
  assumed: { zh: '假设', en: 'assumed' },
};

const near = ({ deviation }: CalibrationRow) => Math.abs(deviation) <= TOLERANCE;

function figure(value: number, kind: CalibrationRow['kind']): string {
  if (!Number.isFinite(value)) return '–';
  if (kind === 'share') return `${(value * 100).toFixed(2)}%`;
  const digits = Math.abs(value) >= 1000 ? 0 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d)(?:\.|$))/g, ',');
}

/** A part of a figure by the label of the one value, or the one income, that it is called after. */
function partName(part: string, { facts }: Vocabulary, lang: Lang): string {
  if (/^\d+$/.test(part)) return part;
  const labels = Object.values(facts).flatMap(({ id, label, values }) =>
    id === `${part}_income` ? [label] : values.filter(value => value.id === part).map(value => value.label),
  );
  const names = new Set(labels.map(label => wordOf(label, lang, part)));
  return inert(names.size === 1 ? [...names][0]! : part);
}

/** Targets of a spec beside what a population has, with where each target comes from. */
export function calibrationLines(
  rows: readonly CalibrationRow[],
  vocabulary: Vocabulary,
  { lang, paint }: { readonly lang: Lang; readonly paint: Paint },
): string[] {
  const columns: Column[] = [
    { title: words.figure[lang] },
    { title: words.wanted[lang], align: 'right' },
    { title: words.got[lang], align: 'right' },
    { title: words.deviation[lang], align: 'right' },
    { title: words.status[lang] },
    { title: words.source[lang] },
  ];
  const lines = rows.map(row => {
    const name = inert(wordOf(row.label, lang, row.figure));
    const off = Number.isFinite(row.deviation)
      ? `${(row.deviation * 100).toFixed(1).replace('-0.0', '0.0')}%`
      : '–';
    const colour = row.status !== 'verified' ? paint.faint : near(row) ? paint.good : paint.error;
    const source = row.source === null ? '' : inert(wordOf(row.source, lang, ''));
    return [
      row.part === null
        ? name
        : `${name} · ${wordOf(row.partLabel, lang, partName(row.part, vocabulary, lang))}`,
      figure(row.wanted, row.kind),
      figure(row.got, row.kind),
      colour(off),
      statuses[row.status][lang],
      `${row.year ?? ''} ${clip(source, 48)}`.trim(),
    ];
  });
  const verified = rows.filter(({ status }) => status === 'verified');
  const met = words.met[lang]
    .replace('{all}', String(verified.length))
    .replace('{met}', String(verified.filter(near).length));
  return [...tableLines(columns, lines, paint), '', met];
}

export function calibrationJson(rows: readonly CalibrationRow[]): Record<string, unknown>[] {
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return rows.map(row => ({
    ...row,
    got: finite(row.got),
    deviation: finite(row.deviation),
    met: row.status === 'verified' ? near(row) : null,
  }));
}
