import type { Group, Policy } from '../../policy/policy.ts';
import type { Step } from '../answer.ts';
import { type Claim, figure, together } from './claim.ts';
import type { Frame } from './frame.ts';
import { add } from './numbers.ts';
import { type Outcome, totalOf } from './outcome.ts';
import { bareStep, placeOf, ruleStep } from './steps.ts';
import { FALSE, type Truth, toValue, type Val, ZERO } from './values.ts';

/** The steps of one beneficiary's claim, where steps are kept. */
export interface Note {
  readonly benefit: number;
  readonly frame: Frame;
  readonly entitled: Truth;
  /** Before its group; null where surely not entitled. */
  readonly claim: Claim | null;
  readonly steps: readonly Step[];
}

/** Steps of a benefit (or of a group with its benefits); one for each member inside that of a members' benefit. */
export function unitSteps(
  policy: Policy,
  group: Group | null,
  notes: readonly Note[],
  settled: readonly Claim[],
  outcomes: readonly Outcome[],
  groupSteps: readonly Step[],
): Step[] {
  const benefits = [...new Set(notes.map(note => note.benefit))];
  const steps = benefits.map(index => {
    const benefit = policy.benefits[index]!;
    const outcome = outcomes[index]!;
    const own = notes.filter(note => note.benefit === index);
    const valueAt = ({ frame, entitled }: Note): Val => {
      if (entitled.value === false) return FALSE;
      const claim = settled.find(c => c.benefit === index && c.beneficiary === frame);
      return claim === undefined ? entitled : figure(claim);
    };
    const asking = (step: Step, some: readonly Note[]): Step => {
      const claims = some.flatMap(note => note.claim ?? []);
      if (group === null || claims.length === 0) return step;
      return { ...step, asked: toValue(figure(together(claims))) };
    };
    const inner =
      benefit.entity === policy.entity
        ? own.flatMap(note => note.steps)
        : own.map(note => {
            const at = placeOf(note.frame, policy.entity);
            return asking(bareStep('benefit', benefit.id, valueAt(note), note.steps, at), [note]);
          });
    const refused = own.every(note => note.entitled.value === false);
    return asking(ruleStep('benefit', benefit, refused ? FALSE : totalOf(outcome), inner), own);
  });
  if (group === null || steps.length === 0) return steps;
  const sum = group.benefits
    .map(id => policy.benefits.findIndex(b => b.id === id))
    .filter(index => outcomes[index]!.state !== 'unset')
    .map(index => totalOf(outcomes[index]!))
    .reduce(add, ZERO);
  return [ruleStep('group', group, sum, [...steps, ...groupSteps])];
}
