import type { CaseRun } from '../cases.ts';
import type { SchemeCase } from './trace.ts';

/** The cases of a run with the rules that they exercise: the card given, what barred, benefits and duties due. */
export function exercisedBy({ file, results }: CaseRun): SchemeCase[] {
  return results.map(({ name, case: one, policy, answer }) => ({
    file,
    name,
    clauses: one.clause,
    policyFile: policy.file,
    exercises: new Set([
      ...(answer.card === null ? [] : [`card ${answer.card}`]),
      ...answer.barred.map(({ by }) => `exclusion ${by}`),
      ...answer.benefits.map(({ id }) => `benefit ${id}`),
      ...answer.duties.flatMap(({ id }) => [`duty ${id}`, `review ${id}`]),
    ]),
  }));
}
