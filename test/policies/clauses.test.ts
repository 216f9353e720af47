import { describe, expect, test } from 'vitest';
import { loadClauses } from '../../src/policy/clauses/load.ts';
import { pathOf, rulesOf, shipped, wholeSchemes } from './shipped.ts';

/** Policies that carry the clauses of a scheme's ledger besides its own. */
const parts: Readonly<Record<string, readonly string[]>> = {
  registration: ['registration/poor-villages'],
  'assistance-standard': ['assistance-standard/indicators'],
};

/** Clauses in which nothing computes. */
const notes = 'C5.4 L8 R10 R11 R5 R7';

const ledgers = wholeSchemes.map(scheme => {
  const { ledger, diagnostics } = loadClauses(`${pathOf(scheme)}/clauses.yaml`);
  return { scheme, diagnostics, clauses: ledger?.clauses ?? [] };
});

test('the ledgers hold the 88 clauses of the five documents, each once', () => {
  const ids = ledgers.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  expect(ids).toHaveLength(88);
  expect(new Set(ids).size).toBe(88);
});

test('only the clauses in which nothing computes are left to a note', () => {
  const left = ledgers.flatMap(({ clauses }) => clauses.filter(({ notComputed }) => notComputed !== null));
  expect(
    left
      .map(({ id }) => id)
      .sort()
      .join(' '),
  ).toBe(notes);
});

describe.each(ledgers)('the ledger of $scheme', ({ scheme, diagnostics, clauses }) => {
  const carried = new Set(
    [scheme, ...(parts[scheme] ?? [])].flatMap(one =>
      rulesOf(shipped(one)).flatMap(([, { clause }]) => clause),
    ),
  );

  test('is free of mistakes and says everything in both languages, with its section', () => {
    expect(diagnostics).toEqual([]);
    const bare = clauses.filter(
      ({ says, cite, notComputed }) =>
        !says.zh || !says.en || cite === '' || (notComputed !== null && !(notComputed.zh && notComputed.en)),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('has a rule for every clause that computes', () => {
    // The form is a section of its own, not a rule with a result.
    const bare = clauses.filter(
      ({ id, notComputed }) => notComputed === null && !carried.has(id) && id !== 'CA.1',
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('knows every clause that a rule names', () => {
    const known = new Set(clauses.map(({ id }) => id));
    expect([...carried].filter(id => !known.has(id))).toEqual([]);
  });
});
