import { dirname } from 'node:path';
import { everyRule } from '../../analysis/trace/rules.ts';
import { ledgerFor } from '../../policy/clauses/load.ts';
import type { Reader } from '../../policy/file.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Loaded } from '../rules.ts';
import { casesAbout, policiesUnder } from './scheme-files.ts';

/** The policies that share a ledger of clauses. */
export interface Scheme {
  /** Null: the policy has none. */
  readonly ledger: string | null;
  readonly loaded: readonly Loaded[];
  /** Files of cases about them. */
  readonly cases: readonly string[];
}

type Load = (path: string) => Loaded | null;

/**
 * Gathers policies into schemes, each with the rest of the policies of its ledger; a draft stands in the place of what it
 * changes. Of twins (one policy in several languages) the first counts.
 */
export function schemesOf(paths: readonly string[], reader: Reader, load: Load): Scheme[] {
  const groups = new Map<string, { ledger: string | null; folder: string; loaded: Map<string, Loaded> }>();
  for (const path of paths) {
    const ledger = ledgerFor(path, reader);
    const folder = dirname(ledger ?? path);
    const key = ledger ?? path;
    const group = groups.get(key) ?? { ledger, folder, loaded: new Map() };
    groups.set(key, group);
    add(group.loaded, path, load);
  }
  return [...groups.values()].map(({ ledger, folder, loaded }) => {
    const asked = new Map(loaded);
    for (const path of ledger === null ? [] : policiesUnder(ledger)) {
      const replaced = [...asked.values()].some(one => standsFor(one.policy, path, load));
      if (!replaced) add(loaded, path, load);
    }
    return { ledger, loaded: [...loaded.values()], cases: casesAbout([...loaded.keys()], folder) };
  });
}

function add(loaded: Map<string, Loaded>, path: string, load: Load): void {
  if (loaded.has(path)) return;
  const one = load(path);
  if (one === null) return;
  const isTwin = [...loaded].some(
    ([other, { policy }]) => dirname(other) === dirname(path) && policy.id === one.policy.id,
  );
  if (!isTwin) loaded.set(path, one);
}

/** Whether a policy is a draft that holds the rules of the policy at `path`. */
function standsFor(policy: Policy, path: string, load: Load): boolean {
  const origins = new Set(everyRule(policy).map(({ rule }) => rule.origin.policy));
  origins.delete(policy.id);
  return origins.size > 0 && origins.has(load(path)?.policy.id ?? '');
}
