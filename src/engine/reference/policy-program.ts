import type { Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import type { Step } from '../answer.ts';
import { settler } from './benefits.ts';
import { compileCards, type Judgement, judge } from './cards.ts';
import { type Compiling, compiling } from './compile.ts';
import { type Frame, makeFrame } from './frame.ts';

/** A policy made ready to decide households. */
export interface PolicyProgram {
  readonly compiling: Compiling;
  frame(household: Instance): Frame;
  judge(household: Frame, steps: Step[] | null): Judgement;
  readonly settle: ReturnType<typeof settler>;
}

function makeProgram(policy: Policy, trace: boolean): PolicyProgram {
  const made = compiling(policy, trace);
  const shared = { slots: made.slots, owners: new WeakMap() };
  const cards = compileCards(policy, made);
  return {
    compiling: made,
    frame: household => makeFrame(household, shared),
    judge: (household, steps) => judge(cards, policy, household, made, steps),
    settle: settler(policy, made),
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
