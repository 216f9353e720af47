import { fileURLToPath } from 'node:url';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export const schemes = [
  'county-four-cards',
  'lancang-five-cards',
  'county-four-cards/drafts/line-6000',
] as const;

export function pathOf(scheme: string): string {
  return `${projectRoot}policies/${scheme}`;
}

/** A shipped policy; throws with its diagnostics where it does not load. */
export function shipped(scheme: string, options: Parameters<typeof loadPolicy>[1] = {}): Policy {
  const { policy, diagnostics } = loadPolicy(pathOf(scheme), options);
  if (policy === null) throw new Error(JSON.stringify(diagnostics, null, 1));
  return policy;
}
