/** Populations written down by hand, in folders that are gone after the test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { loadVocabulary } from '../../src/policy/load-vocabulary.ts';
import type { Vocabulary } from '../../src/policy/vocabulary.ts';
import type { Instance } from '../../src/population/instance.ts';
import { instanceOf } from '../../src/population/instance-of.ts';
import { populationMessages } from '../../src/population/messages.ts';
import { type ReadOptions, type ReadResult, readPopulation } from '../../src/population/read.ts';
import { messageOf } from '../../src/report/message.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

let loaded: Vocabulary | null = null;

/** The standard vocabulary. */
export function rural(): Vocabulary {
  loaded ??= loadVocabulary(join(root, 'policies/vocabulary/rural-household.yaml')).vocabulary!;
  return loaded;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function folder(files: Files = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'mingbai-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}

export function read(files: Files, options?: ReadOptions, vocabulary = rural()): Promise<ReadResult> {
  return readPopulation(folder(files), vocabulary, options);
}

/** Reads a population that is sound. */
export async function households(files: Files, vocabulary = rural()): Promise<Instance[]> {
  const { population, diagnostics } = await read(files, {}, vocabulary);
  if (!population) throw new Error(said(diagnostics).join('\n'));
  return Array.from({ length: population.tables['household']!.rows }, (_, row) =>
    instanceOf(population, vocabulary, row),
  );
}

/** Facts of the only household of a CSV with this head and these cells. */
export async function facts(head: string, row: string): Promise<Instance['facts']> {
  const [only] = await households({ 'households.csv': `household_id,${head}\nh1,${row}\n` });
  return only!.facts;
}

export function said(diagnostics: readonly Diagnostic[], lang: 'zh' | 'en' = 'en'): string[] {
  return diagnostics.map(each => messageOf(each, populationMessages, lang));
}

export const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

/** What is said of a population, in English. */
export async function complaints(files: Files, options?: ReadOptions): Promise<string[]> {
  return said((await read(files, options)).diagnostics);
}
