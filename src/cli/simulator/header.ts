import { canonicalKey, policyKeys, sourceKeys } from '../../language/keys.ts';
import type { Words } from '../../language/label.ts';
import { type Fields, fieldOf, fieldsOf, labelOf } from '../../policy/fields.ts';
import { diskReader, readText } from '../../policy/file.ts';
import type { YNode } from '../../policy/node.ts';
import { policyFile, projectRoot, resolveReference } from '../../policy/paths.ts';
import { readYaml } from '../../policy/yaml-document.ts';
import { inert } from '../../report/inert.ts';
import { kindOf } from '../kind.ts';

/** What a list of policies says of one. */
export interface Header {
  readonly label: Words;
  readonly about: Words;
  /** The file of the policy that a draft changes; null: it is no draft. */
  readonly base: string | null;
}

const WANTED = new Set(['policy', 'extends', 'notes', 'sources']);

/**
 * Name, subject and base of a policy, from just the lines that hold them: a list does not wait for whole policies to be
 * read and checked. Null where the file is not a policy.
 */
export function headerOf(path: string): Header | null {
  const file = policyFile(diskReader, path);
  if (diskReader.kind(file) !== 'file') return null;
  const read = readText(diskReader, file, file);
  if ('diagnostic' in read || kindOf(read.text) !== 'policy') return null;
  const { root } = readYaml(file, partsOf(read.text));
  const fields = fieldsOf(root ?? undefined, policyKeys, () => undefined);
  const label = wordsOf(fieldOf(fields, 'policy'));
  const extended = textOf(fieldOf(fields, 'extends'));
  return {
    label: { zh: label.zh || path, en: label.en || path },
    about: aboutOf(fields, extended !== ''),
    base: extended === '' ? null : baseOf(file, extended),
  };
}

/** The top-level entries that are wanted, each with the lines below it. */
function partsOf(text: string): string {
  let keeps = false;
  const kept = text.split(/\r?\n/).filter(line => {
    const key = /^["']?([^\s#"'-][^:："']*?)["']?\s*[:：]/.exec(line)?.[1];
    if (key !== undefined) keeps = WANTED.has(canonicalKey(policyKeys, key) ?? '');
    return keeps;
  });
  return kept.join('\n');
}

/** Of a draft what it changes, which is what its first note says; of any other policy the text that it renders. */
function aboutOf(fields: Fields, isDraft: boolean): Words {
  const note = wordsOf(firstOf(fieldOf(fields, 'notes')));
  const sources = fieldOf(fields, 'sources');
  const source = sources?.kind === 'map' ? sources.entries[0]?.value : sources;
  const title = wordsOf(
    source?.kind === 'map'
      ? fieldOf(
          fieldsOf(source, sourceKeys, () => undefined),
          'title',
        )
      : firstOf(source),
  );
  const [first, second] = isDraft ? [note, title] : [title, note];
  return { zh: first.zh || second.zh, en: first.en || second.en };
}

const firstOf = (node: YNode | undefined) => (node?.kind === 'list' ? node.items[0] : node);

const textOf = (node: YNode | undefined): string => (node?.kind === 'scalar' ? oneLine(node.text) : '');

/** In each language, or in the other one where it is missing; empty where there is none. */
function wordsOf(node: YNode | undefined): Words {
  const { zh, en } = labelOf(node);
  return { zh: oneLine(zh ?? en ?? ''), en: oneLine(en ?? zh ?? '') };
}

const oneLine = (text: string): string => inert(text.trim().replace(/\s+/g, ' ')).slice(0, 300);

function baseOf(file: string, extended: string): string | null {
  try {
    const found = resolveReference(
      diskReader,
      projectRoot(diskReader, diskReader.real(file)),
      file,
      extended,
    );
    return 'real' in found ? found.real : null;
  } catch {
    return null;
  }
}
