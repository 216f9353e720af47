import type { Answer } from '../engine/answer.ts';
import { decide } from '../engine/reference/decide.ts';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import { nameKey } from '../language/normal.ts';
import { type LoadedCases, loadCases, mergeHousehold, type PolicyCase } from '../policy/cases.ts';
import type { Reader } from '../policy/file.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import type { Vocabulary } from '../policy/vocabulary.ts';
import { householdOf } from '../population/household-file.ts';
import type { Instance } from '../population/instance.ts';
import { testAnswer } from './case-expect.ts';
import type { Mismatch } from './case-test.ts';
import { type Covered, coverageOf } from './coverage.ts';

/** Parameters and the day from outside; they come after those of the file and of the case. */
export interface CaseRules {
  readonly on?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly read?: Reader;
}

export interface CaseResult {
  readonly name: string;
  readonly case: PolicyCase;
  readonly policy: Policy;
  readonly household: Instance;
  readonly answer: Answer;
  /** None: the case holds. */
  readonly mismatches: readonly Mismatch[];
}

export interface CaseRun {
  readonly file: string;
  /** Null where the policy cannot be loaded. */
  readonly policy: Policy | null;
  readonly results: readonly CaseResult[];
  readonly coverage: readonly Covered[];
  /** Mistakes of the file, of the policy, of households and expectations. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Runs the cases of a file; those with mistakes of their own are told and left out. */
export function runCases(path: string, rules: CaseRules = {}): CaseRun {
  // 1. Read the file.
  const loaded = loadCases(path, rules.read ? { read: rules.read } : {});
  const sources = new Map(loaded.sources);
  const diagnostics: Diagnostic[] = [...loaded.diagnostics];
  const done = (policy: Policy | null, results: CaseResult[]): CaseRun => ({
    file: path,
    policy,
    results,
    coverage: coverageOf(results),
    diagnostics: distinct(diagnostics),
    sources,
  });
  const { cases } = loaded;
  if (!cases || loaded.diagnostics.some(isError)) return done(null, []);

  // 2. Load the policy once for every day and every set of parameters asked for.
  const policies = new Map<string, Policy | null>();
  const policyFor = (one: Pick<PolicyCase, 'on' | 'set'>): Policy | null => {
    const on = rules.on ?? one.on;
    const set = { ...one.set, ...rules.set };
    const key = JSON.stringify([on, Object.entries(set).sort()]);
    const known = policies.get(key);
    if (known !== undefined) return known;
    const { policy, ...told } = loadPolicy(cases.policy, {
      ...(on === null ? {} : { on }),
      set,
      ...(rules.read ? { read: rules.read } : {}),
    });
    for (const [file, text] of told.sources) sources.set(file, text);
    // Warnings of the policy are for whoever checks the policy.
    diagnostics.push(...told.diagnostics.filter(isError));
    policies.set(key, policy);
    return policy;
  };

  // 3. Decide every household and hold the answer against what is expected.
  const base = policyFor({ on: null, set: {} });
  if (!base) return done(null, []);
  const results = cases.cases.flatMap((one): CaseResult[] => {
    const policy = policyFor(one);
    if (!policy) return [];
    const node = mergeHousehold(one, ...spellings(policy.vocabulary));
    const { instance, diagnostics: wrong } = householdOf(node, policy.vocabulary);
    diagnostics.push(...wrong);
    if (!instance) return [];
    const answer = decide(policy, instance, { trace: true });
    const tested = testAnswer(policy, instance, answer, one.expect);
    diagnostics.push(...tested.diagnostics);
    return [
      { name: one.name, case: one, policy, household: instance, answer, mismatches: tested.mismatches },
    ];
  });
  return done(base, results);
}

/** The mistakes of a file of cases, whether or not they hold. */
export function checkCases(path: string, read?: Reader): Pick<LoadedCases, 'diagnostics' | 'sources'> {
  const { diagnostics, sources } = runCases(path, read ? { read } : {});
  return { diagnostics, sources };
}

function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(diagnostics.map(one => [JSON.stringify([one.code, one.span, one.params]), one])).values(),
  ];
}

/** One name for every spelling of an entity or its list, and of a fact. */
function spellings(
  vocabulary: Vocabulary,
): [part: (written: string) => string, fact: (part: string, written: string) => string] {
  const parts = new Map<string, string>();
  for (const { id, label, plural, pluralLabel } of Object.values(vocabulary.entities))
    for (const name of [id, label.zh, label.en, plural, pluralLabel.zh, pluralLabel.en])
      if (name !== undefined) parts.set(nameKey(name), id);
  const facts = new Map<string, string>();
  for (const { entity, id, label } of Object.values(vocabulary.facts))
    for (const name of [id, label.zh, label.en])
      if (name !== undefined) facts.set(`${entity} ${nameKey(name)}`, id);
  return [
    written => parts.get(nameKey(written)) ?? written,
    (part, written) => facts.get(`${part} ${nameKey(written)}`) ?? written,
  ];
}
