import { nameKey } from '../../language/normal.ts';
import type { Clause, Ledger } from '../../policy/clauses/ledger.ts';
import type { Policy } from '../../policy/policy.ts';
import { everyRule, type SectionRule } from './rules.ts';

/** A rule that carries a clause. */
export interface TracedRule extends SectionRule {
  readonly policy: Policy;
}

/** What a file of cases has on a policy. */
export interface SchemeCase {
  readonly file: string;
  readonly name: string;
  /** Numbers of the clauses that it names. */
  readonly clauses: readonly string[];
  /** Rules that it exercises, as `section id` of the policy whose file this is. */
  readonly policyFile: string;
  readonly exercises: ReadonlySet<string>;
}

/** A case that bears on a clause: it names the clause itself, or only exercises a rule of it. */
export interface TracedCase {
  readonly file: string;
  readonly name: string;
  readonly by: 'clause' | 'rule';
}

/**
 * `computed`: rules carry it, and nothing of it is left out; `partly`: rules carry it, and the ledger says what of it is
 * not computed; `noted`: no rule, and the ledger says why; `missing`: no rule, and no word why; `unlisted`: rules or
 * cases name it and the ledger does not hold it.
 */
export type ClauseState = 'computed' | 'partly' | 'noted' | 'missing' | 'unlisted';

export interface TracedClause {
  readonly id: string;
  /** Null where the ledger does not hold it. */
  readonly clause: Clause | null;
  readonly state: ClauseState;
  readonly rules: readonly TracedRule[];
  readonly cases: readonly TracedCase[];
}

/** The clauses of one scheme with what carries them. */
export interface SchemeTrace {
  /** Null where the policies have none. */
  readonly ledger: Ledger | null;
  readonly policies: readonly Policy[];
  /** Those of the ledger in its order, then those that only rules or cases name. */
  readonly clauses: readonly TracedClause[];
  readonly counts: Readonly<Record<ClauseState, number>>;
}

export const exercised = ({ section, rule }: SectionRule): string => `${section} ${rule.id}`;

/** Holds the clauses of a ledger against the rules of its policies and against cases. */
export function traceScheme(
  ledger: Ledger | null,
  policies: readonly Policy[],
  cases: readonly SchemeCase[],
): SchemeTrace {
  const listed = new Map((ledger?.clauses ?? []).map(clause => [nameKey(clause.id), clause]));
  const carrying = new Map<string, { id: string; rules: TracedRule[] }>();
  const carried = (id: string) => {
    const key = nameKey(id);
    const known = carrying.get(key) ?? { id, rules: [] };
    carrying.set(key, known);
    return known;
  };
  for (const clause of listed.values()) carried(clause.id);
  for (const policy of policies)
    for (const one of everyRule(policy))
      for (const id of new Set(one.rule.clause)) carried(id).rules.push({ ...one, policy });
  for (const { clauses } of cases) for (const id of clauses) carried(id);

  const clauses = [...carrying].map(([key, { id, rules }]): TracedClause => {
    const clause = listed.get(key) ?? null;
    return {
      id: clause?.id ?? id,
      clause,
      rules,
      cases: casesOf(key, rules, cases),
      state: stateOf(clause, rules),
    };
  });
  const counts = { computed: 0, partly: 0, noted: 0, missing: 0, unlisted: 0 };
  for (const { state } of clauses) counts[state]++;
  return { ledger, policies, clauses, counts };
}

function stateOf(clause: Clause | null, rules: readonly TracedRule[]): ClauseState {
  if (clause === null) return 'unlisted';
  if (rules.length > 0) return clause.notComputed === null ? 'computed' : 'partly';
  return clause.notComputed === null ? 'missing' : 'noted';
}

/** Cases that name the clause first, then those that only exercise one of its rules. */
function casesOf(key: string, rules: readonly TracedRule[], cases: readonly SchemeCase[]): TracedCase[] {
  const naming: TracedCase[] = [];
  const exercising: TracedCase[] = [];
  for (const { file, name, clauses, policyFile, exercises } of cases) {
    if (clauses.some(id => nameKey(id) === key)) naming.push({ file, name, by: 'clause' });
    else if (rules.some(one => one.policy.file === policyFile && exercises.has(exercised(one))))
      exercising.push({ file, name, by: 'rule' });
  }
  return [...naming, ...exercising];
}

/** Whether a scheme has findings: a clause that nothing carries and no word why, or a number that its ledger lacks. */
export function hasFindings({ ledger, counts }: SchemeTrace): boolean {
  return ledger !== null && counts.missing + counts.unlisted > 0;
}
