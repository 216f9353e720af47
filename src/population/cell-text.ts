/** Values as they stand in a CSV file. */
import type { Lang } from '../language/label.ts';
import { wordOf } from '../language/label.ts';
import type { Fact } from '../policy/vocabulary.ts';
import { isoDate } from './cell.ts';
import type { Column } from './columns.ts';
import { figure } from './number-form.ts';

const TRUTH_WORDS = { ids: ['false', 'true'], zh: ['否', '是'], en: ['no', 'yes'] } as const;

/** Text of each row's cell, quoted where it must be; empty: unknown. */
export function cellTexts(column: Column, fact: Fact, labels?: Lang): (row: number) => string {
  const { valid } = column;
  const known = knownTexts(column, fact, labels);
  return valid === null ? known : row => (valid[row] === 0 ? '' : known(row));
}

function knownTexts(column: Column, fact: Fact, labels: Lang | undefined): (row: number) => string {
  const { values } = column;
  switch (column.kind) {
    case 'bool': {
      const words = TRUTH_WORDS[labels ?? 'ids'];
      return row => words[values[row] === 1 ? 1 : 0];
    }
    case 'enum': {
      const words = fact.values.map(value =>
        safeText(labels ? wordOf(value.label, labels, value.id) : value.id),
      );
      return row => words[values[row]!]!;
    }
    case 'date':
      return row => isoDate(values[row]!);
    case 'text': {
      const words = column.dictionary.map(safeText);
      return row => words[values[row]!]!;
    }
    case 'number': {
      const decimals = fact.unit?.decimals ?? 0;
      const unit = 10 ** decimals;
      return row => {
        const value = values[row]!;
        return value % unit === 0 ? String(value / unit) : figure(value, decimals);
      };
    }
  }
}

/**
 * Quoted where it holds commas, quotes or line breaks. What a spreadsheet would take for a formula gets an apostrophe before
 * it, which the reader takes off again.
 */
export function safeText(text: string): string {
  const safe = /^'?[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text without the apostrophe of `safeText`. */
export function withoutGuard(text: string): string {
  return text.charCodeAt(0) === 39 && /^''?[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
