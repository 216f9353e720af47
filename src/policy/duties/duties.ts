import type { Policy } from '../policy.ts';
import type { DutyContext } from './context.ts';
import { makeOwed } from './owed.ts';
import { makeRoles } from './roles.ts';
import { makeSamples } from './samples.ts';
import { makeStages } from './stages.ts';
import { makeTransitions } from './transitions.ts';

export type Duties = Pick<Policy, 'roles' | 'duties' | 'stages' | 'samples' | 'transitions'>;

/** Who does what, when and how often. */
export function makeDuties(context: DutyContext): Duties {
  return {
    roles: makeRoles(context.desk, context.rules.roles),
    stages: makeStages(context),
    duties: makeOwed(context),
    samples: makeSamples(context),
    transitions: makeTransitions(context),
  };
}
