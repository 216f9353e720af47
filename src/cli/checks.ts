import { checkCases } from '../analysis/cases.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { readText } from '../policy/file.ts';
import { loadPolicy } from '../policy/load.ts';
import { loadVocabulary } from '../policy/load-vocabulary.ts';
import { loadScenario } from '../policy/scenario.ts';
import { loadPopulationSpec } from '../population/synthetic/load-spec.ts';
import type { Sources } from '../report/place.ts';
import type { Input } from './inputs.ts';
import { type Kind, kindOf } from './kind.ts';
import type { RuleOptions } from './rules.ts';

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
    case 'policy':
      return { kind, ...loadPolicy(path, { ...rules, read: reader }) };
    case 'vocabulary':
      return { kind, ...loadVocabulary(path, { read: reader }) };
    case 'cases':
      return { kind, ...checkCases(path, reader) };
    case 'scenario':
      return { kind, ...loadScenario(path, { read: reader }) };
    case 'spec':
      return { kind, ...loadPopulationSpec(path, { read: reader }) };
    default: {
      const span = { file: path, start: 0, end: Math.min(1, read.text.length) };
      return { kind, sources, diagnostics: [{ code: 'unknown-kind', severity: 'error', params: {}, span }] };
    }
  }
}
