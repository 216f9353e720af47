/** Changes written down as a policy of its own, which extends the one they were tried on. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { makeDraft } from '../../policy/draft/make-draft.ts';
import type { Reply, Request } from '../protocol.ts';
import { replacementsOf } from './changes.ts';
import { fault, SessionFault } from './fault.ts';
import { fileOf } from './run.ts';
import type { World } from './world.ts';
import { existing, writeWhole } from './write-whole.ts';

export function saveDraft(world: World, request: Request & { kind: 'save' }): Reply {
  const { name, b, changes, replace = false } = request;
  const loaded = fileOf(world, b);
  if (name.trim() === '') throw fault('session-no-name');
  if (changes.length === 0) throw fault('session-nothing-changed');
  const file = realPath(policyPath(request.path));
  if (existsSync(file) && !replace) throw existing(file);
  // A draft cannot extend itself.
  if (file === loaded.file) throw existing(file);
  const made = makeDraft(loaded, replacementsOf(loaded.policy, changes), {
    file,
    base: loaded.file,
    name: name.trim(),
  });
  if (made.text === null) throw new SessionFault(made.diagnostics, made.sources);
  writeWhole(file, [made.text], replace);
  return { kind: 'saved', request: request.request, path: file, text: made.text };
}

/** A folder means the `policy.yaml` in it. */
function policyPath(path: string): string {
  const full = resolve(path);
  return /^\.ya?ml$/i.test(extname(full)) ? full : join(full, 'policy.yaml');
}

/** With links resolved as far as the path exists. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const folder = dirname(path);
  return folder === path ? path : join(realPath(folder), basename(path));
}
