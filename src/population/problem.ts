import type { Param } from '../language/diagnostic.ts';
import type { Words } from '../language/label.ts';

/** Why a cell, a row or a value of a file is refused: a code of `messages.ts` with its parameters. */
export interface Problem {
  readonly code: string;
  /** `place` says where it was found, for those who cannot point into the file; empty until somebody does. */
  readonly params: Readonly<Record<string, Param>>;
  /** Nearest known name or a wording that would be accepted. */
  readonly suggestion?: string;
}

export const NOWHERE: Words = { zh: '', en: '' };

export function problem(code: string, params: Problem['params'] = {}, suggestion?: string | null): Problem {
  const placed = { place: NOWHERE, ...params };
  return suggestion ? { code, params: placed, suggestion } : { code, params: placed };
}

/** Figures of our own, not quoted from a file. */
export function asIs(text: string): Words {
  return { zh: text, en: text };
}

/** Words before a message about one place of a table. */
export function placeOf(file: string, line: number, column: string | null): Words {
  if (line === 0) return { zh: `${file}：`, en: `${file}: ` };
  return column === null
    ? { zh: `${file} 第 ${line} 行：`, en: `${file}, line ${line}: ` }
    : { zh: `${file} 第 ${line} 行“${column}”列：`, en: `${file}, line ${line}, column "${column}": ` };
}

/** Text of a file as it goes into a message: never more than a line's worth of it. */
export function quoted(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
