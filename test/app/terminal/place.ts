/** A folder of its own with what is shipped, and nothing of the person who runs the tests. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../cli/scratch.ts';
import { root } from './screen.ts';

export const PLAN = 'policies/county-four-cards';
export const AMENDMENT = `${PLAN}/drafts/line-6000`;
export const COUNTY = 'examples/small-county';

export function place(name: string) {
  const scratch = scratchFolder(`simulator-${name}`);
  for (const part of ['policies', 'examples', 'mingbai.yaml'])
    cpSync(join(root, part), scratch.path(part), { recursive: true });
  return {
    ...scratch,
    /** What every program started here is told. */
    sight: { cwd: scratch.folder, env: { XDG_STATE_HOME: scratch.path('state') } },
  };
}
