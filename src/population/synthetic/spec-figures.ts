/** The figures of a spec, from YAML to numbers, each checked against the shape its name has. */
import * as keys from '../../language/keys.ts';
import { nearest } from '../../language/nearest.ts';
import type { Span } from '../../language/source.ts';
import { figureStatusWords } from '../../language/words.ts';
import { fieldOf, fieldsOf, labelOf, type Report, scalarOf, wordOf } from '../../policy/fields.ts';
import type { YEntry, YMap, YNode } from '../../policy/node.ts';
import { FIGURES, type FigureKind } from './figures.ts';
import type { Figure, FigureStatus, FigureValue, SpecSource } from './spec.ts';

/** Reads every figure; a name that is unknown, and one that is lacking, are errors. */
export function readFiguresNode(
  node: YNode | undefined,
  sources: Readonly<Record<string, SpecSource>>,
  at: Span,
  report: Report,
): Record<string, Figure> {
  const figures: Record<string, Figure> = Object.create(null);
  for (const entry of node?.kind === 'map' ? node.entries : []) {
    const id = entry.key.text;
    const form = FIGURES.get(id);
    if (form === undefined) {
      const suggestion = nearest(id, FIGURES.keys());
      report({
        code: 'spec-unknown-figure',
        severity: 'error',
        params: { figure: id },
        span: entry.key.span,
        ...(suggestion === undefined ? {} : { suggestion }),
      });
      continue;
    }
    const figure = readFigure(entry, form.kind, form.keys, sources, report);
    if (figure !== null) figures[id] = figure;
  }
  const lacking = [...FIGURES.keys()].filter(
    id => !(node?.kind === 'map' && node.entries.some(({ key }) => key.text === id)),
  );
  if (lacking.length > 0)
    report({ code: 'spec-figures-lacking', severity: 'error', params: { figures: lacking }, span: at });
  return figures;
}

function readFigure(
  { key, value: node }: YEntry,
  kind: FigureKind,
  wanted: readonly string[] | null,
  sources: Readonly<Record<string, SpecSource>>,
  report: Report,
): Figure | null {
  const fields = fieldsOf(node, keys.figureKeys, report);
  const status = wordOf(scalarOf(fields, 'status'), figureStatusWords) as FigureStatus | null;
  const valueNode = fieldOf(fields, 'value');
  if (status === null || valueNode === undefined) return null;
  const written = scalarOf(fields, 'source');
  const source = written === undefined ? null : (sources[written.text] ?? null);
  if (written !== undefined && source === null) {
    const suggestion = nearest(written.text, Object.keys(sources));
    report({
      code: 'spec-unknown-source',
      severity: 'error',
      params: { source: written.text },
      span: written.span,
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  } else if (source === null && status !== 'assumed')
    report({ code: 'spec-without-source', severity: 'error', params: { figure: key.text }, span: key.span });
  const value = readValue(valueNode, kind, wanted, key.text, report);
  if (value === null) return null;
  const year = scalarOf(fields, 'year');
  return {
    id: key.text,
    label: labelOf(fieldOf(fields, 'label')),
    value,
    status,
    source,
    year: year === undefined ? (source?.year ?? null) : Number(year.text),
    note: labelOf(fieldOf(fields, 'note')),
  };
}

function readValue(
  node: YNode,
  kind: FigureKind,
  wanted: readonly string[] | null,
  figure: string,
  report: Report,
): FigureValue | null {
  const wrong = (at: YNode, code: string, params: Record<string, string | number> = {}): null => {
    report({ code, severity: 'error', params: { figure, ...params }, span: at.span });
    return null;
  };
  if (kind === 'share' || kind === 'number') {
    const number = numberOf(node);
    if (number === null) return wrong(node, 'spec-not-a-number');
    return kind === 'share' && number > 1 ? wrong(node, 'spec-not-a-share') : number;
  }
  if (node.kind !== 'map') return wrong(node, 'spec-not-by-key');
  const parts = kind === 'table' ? readTable(node) : readParts(node);
  if (parts === null) return wrong(node, 'spec-not-a-number');
  const lacking = wanted?.filter(each => !Object.hasOwn(parts, each)) ?? [];
  const further = wanted ? Object.keys(parts).filter(each => !wanted.includes(each)) : [];
  if (lacking.length > 0) return wrong(node, 'spec-part-lacking', { part: lacking[0]! });
  if (further.length > 0) return wrong(node, 'spec-unknown-part', { part: further[0]! });
  if (kind === 'table' || kind === 'numbers') return parts;
  return asShares(parts as Record<string, number>, kind, node, wrong);
}

/** Shares as written, or weights such as head counts (their sum then is what they are shares of). */
function asShares(
  parts: Record<string, number>,
  kind: FigureKind,
  node: YNode,
  wrong: (at: YNode, code: string, params?: Record<string, string | number>) => null,
): Record<string, number> | null {
  const total = Object.values(parts).reduce((a, b) => a + b, 0);
  if (kind === 'open-shares')
    return total <= 1 ? parts : wrong(node, 'spec-shares-sum', { sum: percent(total) });
  const counts = Object.values(parts).every(part => part === 0 || part >= 1) && total > 1.5;
  if (!counts && Math.abs(total - 1) > 0.0051) return wrong(node, 'spec-shares-sum', { sum: percent(total) });
  const shares: Record<string, number> = Object.create(null);
  for (const [key, part] of Object.entries(parts)) shares[key] = part / total;
  return shares;
}

function percent(share: number): string {
  return `${Math.round(share * 1e6) / 1e4}%`;
}

/** `7.4%`, `17131`, `0.05`; not below zero. */
function numberOf(node: YNode): number | null {
  const match =
    node.kind === 'scalar' ? /^(\d{1,12}(?:\.\d{1,9})?)\s*([%％]?)$/.exec(node.text.trim()) : null;
  if (!match) return null;
  return match[2] === '' ? Number(match[1]) : Number(match[1]) / 100;
}

function readParts(node: YMap): Record<string, number> | null {
  const parts: Record<string, number> = Object.create(null);
  for (const { key, value } of node.entries) {
    const number = numberOf(value);
    if (number === null) return null;
    parts[key.text] = number;
  }
  return parts;
}

function readTable(node: YMap): Record<string, Record<string, number>> | null {
  const rows: Record<string, Record<string, number>> = Object.create(null);
  for (const { key, value } of node.entries) {
    const row = value.kind === 'map' ? readParts(value) : null;
    if (row === null) return null;
    rows[key.text] = row;
  }
  return rows;
}
