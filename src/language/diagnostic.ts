import type { Words } from './label.ts';
import type { Span } from './source.ts';

export type Severity = 'error' | 'warning' | 'note';

/** What a message mentions: text from the source (shown in quotes), figures, or words that are translated. */
export type Param = string | number | Words | readonly (string | Words)[];

/**
 * Something to tell the reader about a file. The words live in a catalog, by code, in both languages;
 * tests match codes, so wording stays free.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, Param>>;
  readonly span?: Span;
  /** Nearest known name or a wording that would be accepted. */
  readonly suggestion?: string;
  /** Other places that belong to the matter: the first of two duplicates, the steps of a cycle. */
  readonly related?: readonly Span[];
}

/** Codes of one room with their words; `{name}` stands for a parameter. */
export type Catalog = Readonly<Record<string, Words>>;

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
