/** Texts in which « » mark the places where messages are expected. */
import type { Diagnostic } from '../../src/language/diagnostic.ts';

export interface Marked {
  readonly text: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

export function unmark(marked: string): Marked {
  const spans: [number, number][] = [];
  let text = '';
  for (const piece of marked.split(/(?=[«»])/)) {
    if (piece.startsWith('«')) spans.push([text.length, -1]);
    else if (piece.startsWith('»')) spans.findLast(span => span[1] < 0)![1] = text.length;
    text += piece.replace(/[«»]/g, '');
  }
  return { text, spans };
}

export function mark(text: string, diagnostics: readonly Diagnostic[]): string {
  const at = new Map<number, string>();
  for (const { span } of diagnostics) {
    if (!span) continue;
    at.set(span.end, `»${at.get(span.end) ?? ''}`);
    at.set(span.start, `${at.get(span.start) ?? ''}«`);
  }
  return Array.from({ length: text.length + 1 }, (_, i) => `${at.get(i) ?? ''}${text[i] ?? ''}`).join('');
}
