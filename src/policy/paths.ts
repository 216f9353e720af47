import { dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import type { Reader } from './file.ts';

/** The file that marks the root of a project. */
export const rootMark = 'mingbai.yaml';

/** A path ends inside a folder; both with links resolved. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * The folder beyond which files may not refer: the nearest one around `file` that holds `mingbai.yaml`, else the folder
 * of the file itself. Both paths have their links resolved.
 */
export function projectRoot(reader: Reader, file: string): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (reader.kind(join(folder, rootMark)) !== null) return folder;
    if (folder === dirname(folder)) return dirname(file);
  }
}

export type Reference = { readonly file: string; readonly real: string } | { readonly code: string };

/**
 * The file that `written` names when it stands in `from`; a folder means its `policy.yaml`, unless folders are wanted. `file` is the name people
 * see; a refusal names the code of its message.
 */
export function resolveReference(
  reader: Reader,
  root: string,
  from: string,
  written: string,
  wantsPolicy = true,
): Reference {
  if (
    isAbsolute(written) ||
    /^[a-z][a-z0-9+.-]*:/i.test(written) ||
    written.includes('\\') ||
    written.includes('\0')
  )
    return { code: 'path-not-relative' };
  let file = normalize(join(dirname(from), written));
  if (wantsPolicy && reader.kind(file) === 'folder') file = join(file, 'policy.yaml');
  let real: string;
  try {
    real = reader.real(file);
  } catch {
    // Nothing is said of what exists outside: only what is inside can be missing.
    return {
      code: isInside(root, join(realFolder(reader, from), relative(dirname(from), file)))
        ? 'path-missing'
        : 'path-outside',
    };
  }
  if (!isInside(root, real)) return { code: 'path-outside' };
  return reader.kind(real) === 'other' ? { code: 'path-not-a-file' } : { file, real };
}

function realFolder(reader: Reader, file: string): string {
  return dirname(reader.real(file));
}

/** The file of a policy argument: a folder means its `policy.yaml`. */
export function policyFile(reader: Reader, path: string): string {
  return reader.kind(path) === 'folder' ? join(path, 'policy.yaml') : path;
}
