import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { languageMessages } from '../../src/language/messages.ts';
import type { Scope } from '../../src/language/scope.ts';
import { household, member, overall, ranking, read, village } from './fixture.ts';
import { mark, unmark } from './marked.ts';

/**
 * errors.txt holds what people get wrong: the text with « » around the places pointed at, and for each place, in order,
 * a line `! code → suggestion`. `@member` changes where what follows is evaluated. `UPDATE_ERRORS=1` writes it anew.
 */
const file = new URL('errors.txt', import.meta.url);
const scopes: Readonly<Record<string, Scope>> = { household, member, village, overall, ranking };

interface Mistake {
  readonly heading: string;
  readonly scope: Scope;
  readonly marked: string;
  readonly messages: readonly string[];
}

const lineOf = ({ code, suggestion }: Diagnostic): string =>
  `! ${code}${suggestion ? ` → ${suggestion}` : ''}`;

/** In the order of their places; of the same place the outer one first. */
const sorted = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.toSorted((a, b) => a.span!.start - b.span!.start || b.span!.end - a.span!.end);

function mistakesOf(lines: readonly string[]): Mistake[] {
  const mistakes: Mistake[] = [];
  let heading = '';
  let scope = household;
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('#')) heading = line.slice(1).trim();
    else if (line.startsWith('@')) scope = scopes[line.slice(1).trim()]!;
    else if (line !== '' && !line.startsWith('!')) {
      const end = lines.findIndex((next, j) => j > i && !next.startsWith('!'));
      mistakes.push({
        heading,
        scope,
        marked: line,
        messages: lines.slice(i + 1, end < 0 ? undefined : end),
      });
    }
  }
  return mistakes;
}

const lines = readFileSync(file, 'utf8').split('\n');
const mistakes = mistakesOf(lines);

if (process.env['UPDATE_ERRORS']) {
  const rest = [...mistakes];
  const fresh = lines.flatMap(line => {
    if (line === '' || line.startsWith('#') || line.startsWith('@')) return [line];
    if (line.startsWith('!')) return [];
    const { scope } = rest.shift()!;
    const { text } = unmark(line);
    const diagnostics = sorted(read(text, scope).diagnostics);
    return [mark(text, diagnostics), ...diagnostics.map(lineOf)];
  });
  writeFileSync(file, fresh.join('\n'));
}

describe.each([...new Set(mistakes.map(mistake => mistake.heading))])('%s', heading => {
  test.each(mistakes.filter(mistake => mistake.heading === heading))(
    '$marked',
    ({ marked, scope, messages }) => {
      const { text } = unmark(marked);
      const diagnostics = sorted(read(text, scope).diagnostics);
      expect([mark(text, diagnostics), ...diagnostics.map(lineOf)]).toEqual([marked, ...messages]);
    },
  );
});

test('a message uses only what its diagnostic tells, in both languages', () => {
  for (const { marked, scope } of mistakes) {
    for (const { code, params } of read(unmark(marked).text, scope).diagnostics) {
      const words = languageMessages[code as keyof typeof languageMessages];
      for (const lang of ['zh', 'en'] as const)
        for (const [, name] of words[lang].matchAll(/\{(\w+)\}/g))
          expect(Object.keys(params), code).toContain(name);
    }
  }
});
