import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** What a fenced block is, by the word after `yaml`. */
export type BlockKind =
  | 'policy'
  | 'cases'
  | 'values'
  | 'errors'
  | 'amendment'
  | 'scenario'
  | 'vocabulary'
  | 'clauses';

export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** Line of the page on which its text begins. */
  readonly line: number;
}

/** The examples of a page, in order; a `yaml` block without a kind is for reading only. */
export function blocksOf(page: string): Block[] {
  const text = readFileSync(join(projectRoot, page), 'utf8');
  return [...text.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)].map(found => ({
    kind: found[1] as BlockKind,
    text: found[2] as string,
    line: text.slice(0, found.index).split('\n').length + 1,
  }));
}

/** A folder laid out like the project, for the files that the page shows. */
export interface Desk {
  readonly root: string;
  readonly write: (path: string, text: string) => string;
  readonly close: () => void;
}

export function openDesk(): Desk {
  const root = mkdtempSync(join(tmpdir(), 'mingbai-docs-'));
  const write = (path: string, text: string): string => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  write('mingbai.yaml', '');
  const vocabulary = 'policies/vocabulary/rural-household.yaml';
  write(vocabulary, readFileSync(join(projectRoot, vocabulary), 'utf8'));
  return { root, write, close: () => rmSync(root, { recursive: true, force: true }) };
}

/** What a fragment leaves out because the page has said it once: name, vocabulary, day. */
export function wholePolicy(fragment: string): { readonly text: string; readonly added: number } {
  if (/^(政策|policy):/m.test(fragment)) return { text: fragment, added: 0 };
  const head = [
    'policy: an example',
    'vocabulary: ../vocabulary/rural-household.yaml',
    'effective: 2020-03-18',
    '',
  ];
  return { text: head.join('\n') + fragment, added: head.length - 1 };
}

/** The Li family of the page as the base of cases that give none. */
export function wholeCases(fragment: string): string {
  if (/^(基础|base):/m.test(fragment)) return fragment;
  const li = readFileSync(join(projectRoot, 'examples/households/li-at-the-line.yaml'), 'utf8');
  const lines = li.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  return `基础:\n${lines.map(line => `  ${line}\n`).join('')}${fragment}`;
}
