import { relative, sep } from 'node:path';
import type { Catalog, Diagnostic, Severity } from '../language/diagnostic.ts';
import type { Lang, Words } from '../language/label.ts';
import type { Span } from '../language/source.ts';
import { inert } from './inert.ts';
import { messageOf } from './message.ts';
import type { Paint } from './paint.ts';
import { lineOf, type Place, placeOf, type Sources } from './place.ts';
import { clip } from './table.ts';
import { width } from './width.ts';

export interface DiagnosticView {
  readonly lang: Lang;
  readonly paint: Paint;
  readonly catalog: Catalog;
  readonly sources: Sources;
  /** Files below it are named from here. */
  readonly cwd: string;
  /** Of the terminal; 80 unless said. */
  readonly columns?: number;
}

const severityWords: Record<Severity, Words> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  note: { zh: '说明', en: 'note' },
};
const words = {
  suggestion: { zh: '是不是', en: 'did you mean' },
  related: { zh: '参见', en: 'see also' },
} as const satisfies Record<string, Words>;

/** A source line that does not fit into the terminal, or into so many columns, is cut around the place meant. */
const WIDEST = 100;
const NARROWEST = 40;
const USUAL = 80;

/** How a file is named to the reader. */
export function fileName(file: string, cwd: string): string {
  const short = relative(cwd, file);
  return inert(short === '' || short.startsWith('..') ? file : short.split(sep).join('/'));
}

/** One diagnostic as compilers show them: place and sentence, then the line with the words meant underlined. */
export function diagnosticText(diagnostic: Diagnostic, view: DiagnosticView): string {
  const { lang, paint } = view;
  const severity = paint[diagnostic.severity](severityWords[diagnostic.severity][lang]);
  const colon = lang === 'zh' ? '：' : ': ';
  const message = messageOf(diagnostic, view.catalog, lang);
  const place = diagnostic.span ? placeOf(diagnostic.span, view.sources) : null;
  const lines = [`${placeText(diagnostic.span, place, view)}${severity}${colon}${paint.strong(message)}`];
  if (diagnostic.span && place) lines.push(...excerptLines(diagnostic.span, place, view));
  if (diagnostic.suggestion !== undefined) {
    const suggestion = inert(diagnostic.suggestion);
    const asked =
      lang === 'zh' ? `${words.suggestion.zh}“${suggestion}”？` : `${words.suggestion.en} "${suggestion}"?`;
    lines.push(`  ${paint.good(asked)}`);
  }
  for (const span of diagnostic.related ?? []) {
    const other = placeOf(span, view.sources);
    lines.push(`  ${placeText(span, other, view)}${paint.note(words.related[lang])}`);
    if (other) lines.push(...excerptLines(span, other, view, 4).map(line => `  ${line}`));
  }
  return `${lines.join('\n')}\n`;
}

function placeText(span: Span | undefined, place: Place | null, view: DiagnosticView): string {
  if (!span) return '';
  const name = fileName(span.file, view.cwd);
  return place ? `${name}:${place.line}:${place.column}: ` : `${name}: `;
}

/** The first line of a span with carets below; wide characters take two columns. */
function excerptLines(span: Span, place: Place, view: DiagnosticView, indent = 2): string[] {
  const line = lineOf(span, view.sources, place.line);
  const start = place.column - 1;
  const end = place.endLine === place.line ? Math.max(place.endColumn - 1, start) : line.length;
  const gutter = String(place.line);
  // Besides the line stand the indent, its number, ` │ ` and an ellipsis at either end.
  const room = Math.min(view.columns ?? USUAL, WIDEST) - indent - gutter.length - 5;
  const columns = Math.max(room, NARROWEST);
  const from = width(shown(line)) <= columns ? 0 : cutStart(line, start, columns);
  const before = shown(line.slice(from, start));
  const whole = shown(line.slice(start, end));
  const meant = clip(whole, columns - width(before));
  const rest = columns - width(before) - width(meant);
  const after = meant === whole ? clip(shown(line.slice(end)), rest) : '';
  const lead = from > 0 ? '…' : '';
  const blank = ' '.repeat(gutter.length);
  const carets = '^'.repeat(Math.max(1, width(meant)));
  const { paint } = view;
  return [
    `  ${paint.faint(`${gutter} │`)} ${lead}${before}${meant}${after}`,
    `  ${paint.faint(`${blank} │`)} ${' '.repeat(width(lead + before))}${paint.error(carets)}`,
  ];
}

/** Where to begin so that what stands before the place meant takes less than half; never inside a character. */
function cutStart(line: string, start: number, columns: number): number {
  let from = 0;
  if (width(shown(line.slice(0, start))) > columns * 0.6) {
    from = start;
    for (let used = 0; from > 0 && used < columns * 0.4; from--) used += width(shown(line[from - 1]!));
  }
  const code = line.charCodeAt(from);
  return code >= 0xdc00 && code <= 0xdfff ? from - 1 : from;
}

/** Safe for a terminal, tabs as two columns. */
const shown = (text: string) => inert(text.slice(0, 4 * WIDEST).replaceAll('\t', '  '));

/** The same for programs. */
export function diagnosticJson(
  diagnostic: Diagnostic,
  view: Omit<DiagnosticView, 'paint'>,
): Record<string, unknown> {
  const at = (span: Span) => {
    const place = placeOf(span, view.sources);
    const file = fileName(span.file, view.cwd);
    if (!place) return { file };
    const { line, column, endLine, endColumn } = place;
    return { file, line, column, end_line: endLine, end_column: endColumn };
  };
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: messageOf(diagnostic, view.catalog, view.lang),
    ...(diagnostic.span ? at(diagnostic.span) : {}),
    ...(diagnostic.suggestion === undefined ? {} : { suggestion: diagnostic.suggestion }),
    ...(diagnostic.related ? { related: diagnostic.related.map(at) } : {}),
    params: diagnostic.params,
  };
}
