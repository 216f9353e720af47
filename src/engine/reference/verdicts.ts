import type { Diagnostic, Param } from '../../language/diagnostic.ts';
import type { Label, Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import type { PopulationVerdict, Verdict } from './assertions.ts';

const words = ({ zh, en }: Label, id: string): Words => ({ zh: zh ?? en ?? id, en: en ?? zh ?? id });

/** Names of the open parameters that an assertion waits for; empty where something else is in the way too. */
function openNames({ causes }: Verdict, policy: Policy): readonly Words[] {
  if (!causes.every(cause => cause.kind === 'open')) return [];
  return [...new Set(causes.map(cause => cause.parameter))].map(id =>
    words((policy.parameters[id] ?? policy.uses[id])?.label ?? {}, id),
  );
}

function tell(verdict: Verdict | PopulationVerdict, policy: Policy): Diagnostic {
  const { assertion, holds } = verdict;
  const name = words(assertion.label, assertion.id);
  const failed = holds === false;
  const about = (code: string, params: Record<string, Param>): Diagnostic => ({
    code,
    severity: failed ? 'error' : 'note',
    params: { name, ...params },
    span: assertion.span,
  });
  if ('witness' in verdict) {
    const count = failed ? verdict.failed : verdict.unknown;
    const code = failed ? 'assertion-failed-households' : 'assertion-unknown-households';
    return about(code, { count, household: verdict.witness ?? '' });
  }
  if (failed) return about('assertion-failed', {});
  const open = openNames(verdict, policy);
  return open.length > 0 ? about('assertion-open', { open }) : about('assertion-unknown', {});
}

/** What is to be said about assertions: an error for each that fails, a note for each that is not known. */
export function verdictDiagnostics(
  verdicts: readonly (Verdict | PopulationVerdict)[],
  policy: Policy,
): Diagnostic[] {
  return verdicts.filter(verdict => verdict.holds !== true).map(verdict => tell(verdict, policy));
}
