import type { Param } from '../language/diagnostic.ts';

/** Why a cell, a row or a value of a file is refused: a code of `messages.ts` with its parameters. */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, Param>>;
  /** Nearest known name or a wording that would be accepted. */
  readonly suggestion?: string;
}

export function problem(code: string, params: Problem['params'] = {}, suggestion?: string | null): Problem {
  return suggestion ? { code, params, suggestion } : { code, params };
}

/** Text of a file as it goes into a message: never more than a line's worth of it. */
export function quoted(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
