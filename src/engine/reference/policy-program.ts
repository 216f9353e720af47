import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import type { Step } from '../answer.ts';
import { settler } from './benefits.ts';
import { compileCards, type Judgement, judge } from './cards.ts';
import { type Compiling, compiling } from './compile.ts';
import { type Decision, type Supposing, settleAll } from './decision.ts';
import { dutyChecker } from './duties.ts';
import { areaFrame, type Frame, makeFrame, nowhere } from './frame.ts';
import { totalOf } from './outcome.ts';
import type { UsedAnswer } from './program.ts';
import { usedAnswer } from './used-answer.ts';

/** A policy made ready to decide households. */
export interface PolicyProgram extends Supposing {
  readonly compiling: Compiling;
  frame(household: Instance): Frame;
  /** A village or the like. */
  area(area: Instance): Frame;
  /** For expressions on no instance, or on one of an entity that is not recorded. */
  nobody(entity?: string): Frame;
  judge(household: Frame, steps: Step[] | null): Judgement;
  decide(household: Frame, steps: Step[] | null): Decision;
  /** Decides, and leaves the card and the benefits at hand for expressions asked next on the household or its parts. */
  stand(household: Frame): Decision;
}

/** Decides by the policies that one uses, each instance once (and anew where something else was served). */
function userOf(policy: Policy, trace: boolean): (use: string, instance: Instance) => UsedAnswer {
  const nothingServed = {};
  const known = new Map<string, WeakMap<object, WeakMap<Instance, UsedAnswer>>>();
  return (use, instance) => {
    const found = Object.hasOwn(policy.uses, use) ? policy.uses[use] : undefined;
    if (found === undefined) throw new Error(`no policy is used as ${use}`);
    const byServed = known.get(use) ?? new WeakMap<object, WeakMap<Instance, UsedAnswer>>();
    known.set(use, byServed);
    const served = programOf(found.policy, trace).compiling.state.served ?? nothingServed;
    const answers = byServed.get(served) ?? new WeakMap<Instance, UsedAnswer>();
    byServed.set(served, answers);
    const answer = answers.get(instance) ?? decideUsed(use, found.policy, instance, trace);
    answers.set(instance, answer);
    return answer;
  };
}

function decideUsed(use: string, policy: Policy, instance: Instance, trace: boolean): UsedAnswer {
  if (instance.entity !== policy.entity)
    throw new Error(`${use} decides on ${policy.entity}, not on ${instance.entity}`);
  const program = programOf(policy, trace);
  const steps: Step[] | null = trace ? [] : null;
  const decision = program.decide(program.frame(instance), steps);
  return usedAnswer(use, policy, instance, decision, steps ?? []);
}

function makeProgram(policy: Policy, trace: boolean): PolicyProgram {
  const made = compiling(policy, trace, userOf(policy, trace));
  const shared = { slots: made.slots, owners: new WeakMap() };
  const cards = compileCards(policy, made);
  const supposing: Supposing = { settle: settler(policy, made), duties: dutyChecker(policy, made) };
  const judgeAt = (household: Frame, steps: Step[] | null) => judge(cards, policy, household, made, steps);
  const decide = (household: Frame, steps: Step[] | null) =>
    settleAll(policy, supposing, household, judgeAt(household, steps), steps);

  function stand(household: Frame): Decision {
    const decision = decide(household, null);
    const { status, causes } = decision.judgement;
    if (status === 'decided') return decision;
    const { state } = made;
    state.hypothesis++;
    state.card = null;
    state.cardDoubt = status === 'out-of-scope' ? null : causes;
    const totals = decision.outcomes.map(totalOf);
    state.settled = new Map(policy.benefits.map(({ id }, k) => [id, { total: totals[k]!, each: null }]));
    return decision;
  }
  return {
    ...supposing,
    compiling: made,
    frame: household => makeFrame(household, shared),
    area: area => areaFrame(area, shared),
    nobody: (entity = policy.entity) => nowhere(entity, shared),
    judge: judgeAt,
    decide,
    stand,
  };
}

const plain = new WeakMap<Policy, PolicyProgram>();
const tracing = new WeakMap<Policy, PolicyProgram>();

/** The program of a policy, made at first use; the one with `trace` notes steps and is slower. */
export function programOf(policy: Policy, trace: boolean): PolicyProgram {
  const made = trace ? tracing : plain;
  const known = made.get(policy);
  if (known !== undefined) return known;
  const program = makeProgram(policy, trace);
  made.set(policy, program);
  return program;
}
