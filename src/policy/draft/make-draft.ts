/** Drafts that are known to load and to say what was changed, before anything is written. */
import { dirname, relative, sep } from 'node:path';
import { type Diagnostic, isError } from '../../language/diagnostic.ts';
import { diskReader, type Reader } from '../file.ts';
import { type LoadedPolicy, loadPolicy } from '../load.ts';
import type { Policy } from '../policy.ts';
import { type Replacement, withParameters } from '../with-parameters.ts';
import { draftText } from './draft.ts';

export interface MadeDraft {
  /** Null where it cannot be written; `diagnostics` say why, `draft-cannot-say` where no file can say it. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

export interface DraftOptions {
  /** Full path of the file to be, which need not exist yet. */
  readonly file: string;
  /** Full path of the policy's own file. */
  readonly base: string;
  readonly name: string;
  readonly reader?: Reader;
}

/** The text of the draft for `file`. Nothing is written. */
export function makeDraft(
  loaded: Pick<LoadedPolicy, 'sources'> & { readonly policy: Policy },
  changes: readonly Replacement[],
  { file, base, name, reader = diskReader }: DraftOptions,
): MadeDraft {
  const { policy, sources } = loaded;
  const wanted = withParameters(policy, changes);
  let failed: MadeDraft | null = null;
  for (const cellsIn of ['cells', 'value'] as const) {
    const text = draftText({
      policy,
      sources,
      changes,
      name,
      extends: relative(dirname(file), base).split(sep).join('/'),
      cellsIn,
    });
    if (text === null) break;
    const tried = loadPolicy(file, { on: policy.on, read: withFile(reader, file, text) });
    if (tried.policy !== null && saysTheSame(wanted, tried.policy, changes))
      return { text, diagnostics: tried.diagnostics, sources: tried.sources };
    failed ??= { text: null, diagnostics: tried.diagnostics.filter(isError), sources: tried.sources };
  }
  if (failed !== null && failed.diagnostics.length > 0) return failed;
  const diagnostic: Diagnostic = { code: 'draft-cannot-say', severity: 'error', params: { name } };
  return { text: null, diagnostics: [diagnostic], sources };
}

/** An amount written into its rule is a parameter no more; the others are worth what was asked for. */
function saysTheSame(wanted: Policy, made: Policy, changes: readonly Replacement[]): boolean {
  return changes.every(({ parameter: id }) => {
    const [want, have] = [wanted.parameters[id], made.parameters[id]];
    if (have === undefined) return want?.implicit === true && want.value.kind === 'set';
    return JSON.stringify([want?.value, want?.lastYear]) === JSON.stringify([have.value, have.lastYear]);
  });
}

/** Files as they are, and one that is not there yet. */
function withFile(reader: Reader, file: string, text: string): Reader {
  const folder = dirname(file);
  const existing = (path: string): string => {
    // What is still to be made lies where the nearest folder above it does.
    const missing: string[] = [];
    let at = path;
    while (reader.kind(at) === null && dirname(at) !== at) {
      missing.unshift(at.slice(dirname(at).length).replace(/^[\\/]/, ''));
      at = dirname(at);
    }
    return [reader.real(at), ...missing].join(sep);
  };
  const isNew = (path: string) => path === file || path === existing(file);
  return {
    kind: path => (isNew(path) ? 'file' : path === folder ? 'folder' : reader.kind(path)),
    real: path => (isNew(path) || path === folder ? existing(path) : reader.real(path)),
    read: (path, most) => (isNew(path) ? new TextEncoder().encode(text) : reader.read(path, most)),
  };
}
