import { parameterVerdicts } from '../analysis/assertions.ts';
import { checkCases } from '../analysis/cases.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { readText } from '../policy/file.ts';
import { loadPolicy } from '../policy/load.ts';
import { loadVocabulary } from '../policy/load-vocabulary.ts';
import type { Policy } from '../policy/policy.ts';
import { loadScenario } from '../policy/scenario.ts';
import { readHousehold } from '../population/household-file.ts';
import { loadPopulationSpec } from '../population/synthetic/load-spec.ts';
import type { Sources } from '../report/place.ts';
import type { Input } from './inputs.ts';
import { type Kind, kindOf } from './kind.ts';
import { shipped } from './root.ts';
import type { RuleOptions } from './rules.ts';
import { loadScenarioPolicies } from './scenario-policies.ts';
import { checkLedger } from './trace/check-ledger.ts';

export interface Findings {
  readonly kind: Kind | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Checks one file, of whatever kind its keys say it is. */
export function checkFile({ path, reader }: Input, rules: RuleOptions): Findings {
  const read = readText(reader, path, path);
  if ('diagnostic' in read) return { kind: null, diagnostics: [read.diagnostic], sources: new Map() };
  const sources = new Map([[path, read.text]]);
  const kind = kindOf(read.text);
  switch (kind) {
    case 'policy': {
      const loaded = loadPolicy(path, { ...rules, read: reader });
      const asserted = loaded.policy ? failedAssertions(loaded.policy) : [];
      return { kind, sources: loaded.sources, diagnostics: [...loaded.diagnostics, ...asserted] };
    }
    case 'vocabulary':
      return { kind, ...loadVocabulary(path, { read: reader }) };
    case 'cases':
      return { kind, ...checkCases(path, reader) };
    case 'scenario': {
      const { scenario, ...told } = loadScenario(path, { read: reader });
      if (!scenario) return { kind, ...told };
      const policies = loadScenarioPolicies(scenario, reader, rules, name => name);
      return {
        kind,
        sources: new Map([...told.sources, ...policies.sources]),
        diagnostics: [...told.diagnostics, ...policies.diagnostics],
      };
    }
    case 'household': {
      // It says nothing of its vocabulary; the standard one is what most policies use.
      const { vocabulary, ...told } = loadVocabulary(shipped('policies/vocabulary/rural-household.yaml'));
      if (!vocabulary) return { kind, ...told };
      return { kind, sources, diagnostics: readHousehold(read.text, vocabulary, path).diagnostics };
    }
    case 'spec':
      return { kind, ...loadPopulationSpec(path, { read: reader }) };
    case 'clauses':
      return { kind, ...checkLedger(path, reader) };
    default: {
      const span = { file: path, start: 0, end: Math.min(1, read.text.length) };
      return { kind, sources, diagnostics: [{ code: 'unknown-kind', severity: 'error', params: {}, span }] };
    }
  }
}

/** What the policy states of its parameters and does not keep. */
function failedAssertions(policy: Policy): Diagnostic[] {
  return parameterVerdicts(policy)
    .filter(({ holds }) => holds === false)
    .map(({ assertion: { id, label, span } }) => {
      const name = { zh: label.zh ?? label.en ?? id, en: label.en ?? label.zh ?? id };
      return { code: 'assertion-fails', severity: 'error', params: { name }, span };
    });
}
