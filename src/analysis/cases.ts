import type { Answer } from '../engine/answer.ts';
import { decide } from '../engine/reference/decide.ts';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import { nameKey } from '../language/normal.ts';
import type { Span } from '../language/source.ts';
import {
  type CaseFile,
  type LoadedCases,
  loadCases,
  mergeHousehold,
  type PolicyCase,
} from '../policy/cases.ts';
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
    diagnostics: inOrder(distinct(diagnostics), path),
    sources,
  });
  const { cases } = loaded;
  if (!cases) return done(null, []);
  const isSound = soundness(cases, loaded.diagnostics.filter(isError));
  const tell = (found: readonly Diagnostic[]) =>
    diagnostics.push(...found.filter(({ span }) => !cases.doubtful.some(part => span && within(span, part))));

  // 2. Load the policy once for every day and every set of parameters asked for.
  const policies = new Map<string, Policy | null>();
  const policyFor = (one: Pick<PolicyCase, 'on' | 'set' | 'written'>): Policy | null => {
    const on = rules.on ?? one.on;
    const set = { ...one.set, ...rules.set };
    const key = JSON.stringify([on, Object.entries(set).sort()]);
    const known = policies.get(key);
    if (known !== undefined) return known;
    const { policy, ...told } = loadPolicy(cases.policy, {
      ...(on === null ? {} : { on }),
      set,
      written: new Map([...one.written].filter(([name]) => !Object.hasOwn(rules.set ?? {}, name))),
      ...(rules.read ? { read: rules.read } : {}),
    });
    for (const [file, text] of told.sources) sources.set(file, text);
    // Warnings of the policy are for whoever checks the policy.
    tell(told.diagnostics.filter(isError));
    policies.set(key, policy);
    return policy;
  };

  // 3. Decide every household and hold the answer against what is expected.
  const base = policyFor({ on: null, set: {}, written: new Map() });
  if (!base) return done(null, []);
  const results = cases.cases.flatMap((one): CaseResult[] => {
    const own = policyFor(one);
    // Where its own settings are wrong, the household and the names can still be looked at.
    const policy = own ?? base;
    const node = mergeHousehold(one, ...spellings(policy.vocabulary));
    const household = householdOf(node, policy.vocabulary, policy.entity);
    tell(household.diagnostics);
    // Names in what is expected are looked at even where the household cannot be read.
    const instance = household.instance ?? nobody(policy);
    if (!instance) return [];
    const answer = decide(policy, instance, { trace: true });
    const tested = testAnswer(policy, instance, answer, one.expect);
    tell(tested.diagnostics);
    if (!own || !household.instance || !isSound(one)) return [];
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

function nobody({ vocabulary, entity }: Policy): Instance | null {
  const span = { file: '', start: 0, end: 0 };
  return householdOf({ kind: 'map', entries: [], span }, vocabulary, entity).instance;
}

function within(span: Span, part: Span): boolean {
  return span.file === part.file && span.start >= part.start && span.start <= part.end;
}

/** Whether a case, and what its household is made of, is free of mistakes of form; one outside all cases spoils all. */
function soundness(
  { cases }: Pick<CaseFile, 'cases'>,
  errors: readonly Diagnostic[],
): (one: PolicyCase) => boolean {
  const parts = new Map(
    cases.map(one => {
      const entries = one.layers.flat().map(({ key, value }) => ({ ...key.span, end: value.span.end }));
      return [one, [one.span, ...entries]];
    }),
  );
  const touches = ({ span }: Diagnostic, one: PolicyCase) =>
    (parts.get(one) ?? []).some(part => span !== undefined && within(span, part));
  const outside = errors.some(error => !cases.some(one => touches(error, one)));
  return one => !outside && !errors.some(error => touches(error, one));
}

/** Those of the file itself by place, before others. */
function inOrder(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  const own = diagnostics.filter(({ span }) => span?.file === file);
  own.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return [...own, ...diagnostics.filter(({ span }) => span?.file !== file)];
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
