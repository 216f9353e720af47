import { afterAll, describe, expect, test } from 'vitest';
import { type CaseRun, runCases } from '../../src/analysis/cases.ts';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { loadClauses } from '../../src/policy/clauses/load.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { loadVocabulary } from '../../src/policy/load-vocabulary.ts';
import { loadScenario } from '../../src/policy/scenario.ts';
import {
  type Block,
  type BlockKind,
  blocksOf,
  openDesk,
  projectRoot,
  wholeCases,
  wholePolicy,
} from './blocks.ts';

const desk = openDesk();
afterAll(desk.close);

/** What a reader of a failing test wants to see of a diagnostic. */
function brief(diagnostics: readonly Diagnostic[], text: string): string[] {
  return diagnostics.map(
    ({ code, span, params }) =>
      `${code} ${span ? `line ${text.slice(0, span.start).split('\n').length}` : ''} ${JSON.stringify(params)}`,
  );
}

/** An example may show a parameter that it does not use. */
function loadClean(file: string, text: string): void {
  const { diagnostics } = loadPolicy(file);
  expect(
    brief(
      diagnostics.filter(({ code }) => !code.startsWith('unused-')),
      text,
    ),
  ).toEqual([]);
}

function holds(run: CaseRun): void {
  expect(run.diagnostics.map(({ code, params }) => `${code} ${JSON.stringify(params)}`)).toEqual([]);
  const failed = run.results.filter(({ mismatches }) => mismatches.length > 0);
  expect(
    failed.map(({ name, answer, mismatches }) => ({ name, mismatches, answer: { ...answer, reasons: 0 } })),
  ).toEqual([]);
  expect(run.results.length).toBeGreaterThan(0);
}

/** Expressions with the value that each has for the Li family, as definitions of a policy and one case. */
function valuesRun(block: Block, folder: string): CaseRun {
  const rows = block.text.split('\n').filter(line => line.trim() !== '');
  const definitions: string[] = [];
  const values: string[] = [];
  rows.forEach((row, i) => {
    const colon = row.lastIndexOf(': ');
    definitions.push(`  v${i}: ${JSON.stringify(row.slice(0, colon))}`);
    values.push(`      v${i}: ${row.slice(colon + 2)}`);
  });
  const { text } = wholePolicy(
    `definitions:\n${definitions.join('\n')}\ncards:\n  any: {when: registered}\n`,
  );
  desk.write(`policies/${folder}/policy.yaml`, text);
  const cases = wholeCases(`cases:\n  - name: values\n    expect:\n     values:\n${values.join('\n')}\n`);
  return runCases(desk.write(`policies/${folder}/cases.yaml`, cases));
}

/** Lines marked `# ✗ code` have that error or warning, and nothing else is wrong. */
function marksOf(block: Block): string[] {
  return block.text
    .split('\n')
    .flatMap((line, i) => [...line.matchAll(/# ✗ ([a-z-]+)/g)].map(found => `${found[1]} ${i + 1}`));
}

describe.each(['docs/language.md', 'docs/language.zh-CN.md'])('%s', page => {
  const blocks = blocksOf(page);
  const name = page.replace(/\W/g, '-');
  let last = `${name}-none`;
  let first = '';

  for (const block of blocks) {
    const folder = `${name}-${block.line}`;
    const title = `${block.kind} on line ${block.line}`;
    if (block.kind === 'policy') {
      last = folder;
      if (first === '') first = folder;
    }
    const policyFolder = last;
    const base = first;
    test(title, () => {
      const run: Record<BlockKind, () => void> = {
        policy: () => {
          const { text } = wholePolicy(block.text);
          // One with an id of its own is for others to use.
          const own = /^(?:id|编号): ([\w-]+)$/m.exec(block.text)?.[1];
          if (own !== undefined) desk.write(`policies/${own}/policy.yaml`, text);
          loadClean(desk.write(`policies/${folder}/policy.yaml`, text), text);
        },
        cases: () =>
          holds(runCases(desk.write(`policies/${policyFolder}/cases.yaml`, wholeCases(block.text)))),
        values: () => holds(valuesRun(block, folder)),
        errors: () => {
          const { text, added } = wholePolicy(`${block.text}cards:\n  any: {when: registered}\n`);
          const { diagnostics } = loadPolicy(desk.write(`policies/${folder}/policy.yaml`, text));
          const found = diagnostics
            .filter(({ code }) => !code.startsWith('unused-') && code !== 'rule-without-cite')
            .map(({ code, span }) => `${code} ${text.slice(0, span?.start ?? 0).split('\n').length - added}`);
          expect(found).toEqual(marksOf(block));
        },
        amendment: () => {
          const text = block.text.replace(/(扩展|extends): base/, `$1: ../${base}/policy.yaml`);
          loadClean(desk.write(`policies/${folder}/policy.yaml`, text), text);
        },
        scenario: () => {
          const { text } = block;
          for (const path of text.matchAll(/\.\.\/\.\.\/policies\/[\w/.-]+/g)) {
            const file = path[0].replace('../../', '');
            desk.write(file.endsWith('.yaml') ? file : `${file}/policy.yaml`, wholePolicy('').text);
          }
          const { diagnostics } = loadScenario(desk.write(`examples/scenarios/${folder}.yaml`, text));
          expect(brief(diagnostics, text)).toEqual([]);
        },
        clauses: () => {
          const { ledger, diagnostics } = loadClauses(
            desk.write(`policies/${folder}/clauses.yaml`, block.text),
          );
          expect(brief(diagnostics, block.text)).toEqual([]);
          expect(ledger?.clauses.length).toBeGreaterThan(0);
        },
        vocabulary: () => {
          const { diagnostics } = loadVocabulary(
            desk.write(`policies/vocabulary/${folder}.yaml`, block.text),
          );
          expect(brief(diagnostics, block.text)).toEqual([]);
        },
      };
      run[block.kind]();
    });
  }

  test('shows examples of every kind', () => {
    expect(new Set(blocks.map(({ kind }) => kind)).size).toBe(8);
    expect(projectRoot).toBeTruthy();
  });
});
