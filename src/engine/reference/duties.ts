import type { Policy } from '../../policy/policy.ts';
import type { Step } from '../answer.ts';
import type { Compiling } from './compile.ts';
import type { Frame } from './frame.ts';
import { admits } from './owed.ts';
import { collect, ruleStep } from './steps.ts';
import { condition, FALSE, TRUE, type Truth } from './values.ts';

/** Works out which duties are owed under the card supposed (`state.card`), by duty index. */
export function dutyChecker(policy: Policy, { compile, state }: Compiling) {
  const duties = policy.duties.map(duty => ({
    duty,
    when: duty.when === null ? null : compile(duty.when, policy.entity),
  }));
  return function check(household: Frame, steps: Step[] | null): readonly Truth[] {
    return duties.map(({ duty, when }) => {
      if (!admits(duty.cards, state.card)) return FALSE;
      if (steps === null) return when === null ? TRUE : condition(when(household));
      const { value, steps: own } = collect(state, () => (when === null ? TRUE : condition(when(household))));
      steps.push(ruleStep('duty', duty, value, own));
      return value;
    });
  };
}
