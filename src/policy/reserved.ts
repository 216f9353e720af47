import { type Keyword, keywords } from '../language/keywords.ts';
import { nameKey } from '../language/normal.ts';
import { parseExpression } from '../language/parse.ts';
import { excerpt, type Span } from '../language/source.ts';
import type { Desk } from './desk.ts';
import type { RawPolicy } from './raw-policy.ts';
import type { RawWords } from './raw-words.ts';

const words: ReadonlySet<string> = new Set(
  Object.values<Keyword>(keywords).flatMap(({ zh, en }) => [...zh, ...en].map(nameKey)),
);

/** Would an expression read the name as something else: a word of its own, a unit, a figure? */
function isReserved(desk: Desk, name: string): boolean {
  const { lexicon } = desk;
  if (!words.has(name) && !lexicon.units.byName.has(name) && !/^\p{N}/u.test(name)) return false;
  const { tree, diagnostics } = parseExpression(excerpt('', name), lexicon);
  return tree?.kind !== 'name' || nameKey(tree.name) !== name || diagnostics.length > 0;
}

interface Bearer {
  readonly id: string;
  readonly names: readonly string[];
  readonly at: Span;
}

/**
 * What expressions use may not be called by a word of expressions: written there, it would mean that word. Of a label
 * it is only pointed out, since the id can be written.
 */
export function checkReserved(desk: Desk, own: RawWords, policy: RawPolicy | null): void {
  const rules =
    policy === null
      ? []
      : [
          ...policy.rules.parameters,
          ...policy.rules.definitions,
          ...policy.rules.scores,
          ...policy.rules.uses,
          ...policy.rules.quotas,
        ];
  const bearers: Bearer[] = [...own.facts, ...own.definitions, ...rules];
  for (const { id, names, at } of bearers) {
    const reserved = names.find(name => isReserved(desk, name));
    if (reserved === undefined) continue;
    const severity = reserved === id ? 'error' : 'warning';
    desk.report({ code: 'name-reserved', severity, params: { name: reserved }, span: at });
  }
}
