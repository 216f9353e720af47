import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { Diagnostic } from '../language/diagnostic.ts';
import { maxLength } from './yaml-document.ts';

/** How files are looked at; another one serves standard input and tests. */
export interface Reader {
  /** Content of a file, at most `most` bytes wanted; throws as `node:fs` does. */
  readonly read: (path: string, most: number) => Uint8Array;
  /** The path with links resolved; throws where nothing stands. */
  readonly real: (path: string) => string;
  /** `other`: a pipe or device, which may never end. */
  readonly kind: (path: string) => 'file' | 'folder' | 'other' | null;
}

export const diskReader: Reader = {
  read: (path, most) => {
    const { size } = statSync(path);
    return size > most ? new Uint8Array(size) : readFileSync(path);
  },
  real: path => realpathSync(path),
  kind: path => {
    const found = existsSync(path) ? statSync(path) : null;
    if (found === null) return null;
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other';
  },
};

export type FileText = { readonly text: string } | { readonly diagnostic: Diagnostic };

function refusal(code: string, params: Diagnostic['params'], span?: Diagnostic['span']): FileText {
  return { diagnostic: { code, severity: 'error', params, ...(span === undefined ? {} : { span }) } };
}

/** Where the first byte stands that is not UTF-8, as an offset into the leniently decoded text. */
function badOffset(lenient: string): number {
  return Math.max(0, lenient.indexOf('\ufffd'));
}

/**
 * Text of a file. UTF-8 with or without BOM; what is missing, too large or otherwise encoded gives a diagnostic.
 * `file` is the name people see.
 */
export function readText(reader: Reader, path: string, file: string): FileText {
  let bytes: Uint8Array;
  try {
    if (reader.kind(path) === null) return refusal('file-missing', { file });
    // Three bytes hold a Han character: no text within the limit is longer.
    bytes = reader.read(path, maxLength * 3);
  } catch (cause) {
    return refusal('file-unreadable', {
      file,
      cause: (cause as NodeJS.ErrnoException).code ?? String(cause),
    });
  }
  if (bytes.length > maxLength * 3)
    return refusal('file-too-large', { size: bytes.length, most: maxLength }, { file, start: 0, end: 0 });
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    const at = badOffset(lenient);
    const line = lenient.slice(0, at).split('\n').length;
    return refusal('not-utf8', { file, line }, { file, start: at, end: at + 1 });
  }
}
