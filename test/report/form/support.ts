import { formFiller } from '../../../src/analysis/form/fill.ts';
import type { FilledForm } from '../../../src/analysis/form/filled.ts';
import { loadPolicy } from '../../../src/policy/load.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { readHousehold } from '../../../src/population/household-file.ts';
import type { FormView } from '../../../src/report/form/lay-out.ts';
import { loadRules, said } from '../../support/load-text.ts';

export interface Given {
  readonly policy: Policy;
  readonly view: FormView;
}

/** A policy from the lines after those that every policy of the small vocabulary needs. */
export function rules(text: string): Given {
  const loaded = loadRules(text);
  if (loaded.policy === null) throw new Error(said(loaded).join('\n'));
  return { policy: loaded.policy, view: { sources: loaded.sources, set: {} } };
}

export function shippedPolicy(path: string): Given {
  const { policy, sources } = loadPolicy(path);
  if (policy === null) throw new Error(path);
  return { policy, view: { sources, set: {} } };
}

/** The form of a household given as JSON or YAML. */
export function filledFor({ policy }: Given, household: unknown): FilledForm {
  const text = typeof household === 'string' ? household : JSON.stringify(household);
  const { instance, diagnostics } = readHousehold(text, policy.vocabulary, 'household');
  if (!instance) throw new Error(JSON.stringify(diagnostics));
  return formFiller(policy)(instance);
}
