import { type Diagnostic, isError } from '../language/diagnostic.ts';
import { nameKey } from '../language/normal.ts';
import type { Reader } from '../policy/file.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Scenario, Setting } from '../policy/scenario.ts';
import { diagnosticKey } from '../report/place.ts';
import { hasParameter, type Loaded, type RuleOptions } from './rules.ts';

export interface ScenarioPolicies {
  /** The policies that could be loaded, in the order of the scenario. */
  readonly loaded: readonly Loaded[];
  /** Errors of the policies, and of what the scenario sets in them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * The policies of a scenario with what it sets: each takes the parameters it has. `asked` comes before what the scenario
 * says; `nameOf` gives the name under which a policy is shown.
 */
export function loadScenarioPolicies(
  scenario: Scenario,
  reader: Reader,
  asked: RuleOptions,
  nameOf: (path: string) => string,
): ScenarioPolicies {
  const on = asked.on ?? scenario.on;
  const rules: RuleOptions = on === null ? {} : { on };
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, string>();
  const load = (
    path: string,
    set: Readonly<Record<string, string>>,
    own: readonly Setting[],
  ): Loaded | null => {
    const written = new Map(own.map(one => [one.name, one.written]));
    for (const name of Object.keys(asked.set ?? {})) written.delete(name);
    const { policy, ...told } = loadPolicy(path, { ...rules, set, written, read: reader });
    for (const [file, text] of told.sources) sources.set(file, text);
    diagnostics.push(...told.diagnostics.filter(isError));
    return policy && { policy, ...told, path: nameOf(path), set, reader };
  };

  let known = 0;
  const used = new Set<Setting>();
  const loaded = scenario.policies.flatMap(({ path }) => {
    const base = load(path, {}, []);
    if (!base) return [];
    known++;
    const own = scenario.set.filter(
      setting => isMeant(setting, base, path) && hasParameter(base.policy, setting.name),
    );
    for (const setting of own) used.add(setting);
    const given = Object.entries(asked.set ?? {}).filter(([name]) => hasParameter(base.policy, name));
    const set = Object.fromEntries([...own.map(({ name, value }) => [name, value]), ...given]);
    if (Object.keys(set).length === 0) return [base];
    const settled = load(path, set, own);
    return settled ? [settled] : [];
  });
  if (known === scenario.policies.length)
    for (const { name, span } of scenario.set.filter(setting => !used.has(setting)))
      diagnostics.push({ code: 'setting-unused', severity: 'error', params: { name }, span });
  // Drafts of one policy share its mistakes.
  const distinct = new Map(diagnostics.map(one => [diagnosticKey(one), one]));
  return { loaded, diagnostics: [...distinct.values()], sources };
}

function isMeant({ policy: wanted }: Setting, { policy }: Loaded, path: string): boolean {
  if (wanted === null) return true;
  const names = [policy.id, policy.label.zh, policy.label.en].filter(name => name !== undefined);
  return names.some(name => nameKey(name) === nameKey(wanted)) || path.endsWith(wanted);
}
