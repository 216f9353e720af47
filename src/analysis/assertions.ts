import { leftOf } from '../engine/allocation/left.ts';
import { settledOf } from '../engine/allocation/reference/served.ts';
import { checkOverall, checkParameters, type Figure } from '../engine/reference/assertions.ts';
import { CLAIM, type Run, STATUS } from '../engine/results.ts';
import { run, usedRuns } from '../engine/run.ts';
import type { Assertion, Policy } from '../policy/policy.ts';
import { timesAYear } from '../policy/yearly.ts';
import type { Population } from '../population/columns.ts';
import { rowNames } from '../population/names.ts';
import { outcomeRows } from './outcome.ts';
import { peopleOffsets } from './people.ts';
import { probeBenefit, probeRows, TRUTH } from './probe.ts';

/** Whether an assertion of the policy holds; null: not known, for want of facts or of settled parameters. */
export interface AssertionVerdict {
  readonly assertion: Assertion;
  readonly holds: boolean | null;
  /** Households for which it fails, and for which it is not known; 0 unless it is about every household. */
  readonly failed: number;
  readonly unknown: number;
  /** A household for which it fails. */
  readonly witness: string | null;
}

/** Assertions about the parameters need no households. */
export function parameterVerdicts(policy: Policy): AssertionVerdict[] {
  return checkParameters(policy).map(({ assertion, holds }) => ({ assertion, holds, ...nobody }));
}

const nobody = { failed: 0, unknown: 0, witness: null } as const;

/** All assertions of a policy, in the order written. */
export function assertionVerdicts(policy: Policy, population: Population, main: Run): AssertionVerdict[] {
  const overall = checkOverall(policy, figuresOf(policy, population, main));
  const found = [
    ...parameterVerdicts(policy),
    ...overall.map(({ assertion, holds }) => ({ assertion, holds, ...nobody })),
    ...householdVerdicts(policy, population, main),
  ];
  return policy.assertions.flatMap(({ id }) => found.find(({ assertion }) => assertion.id === id) ?? []);
}

/** Assertions about every household: asked of all of them at once, like benefits that come after all others. */
function householdVerdicts(policy: Policy, population: Population, main: Run): AssertionVerdict[] {
  const assertions = policy.assertions.filter(({ on }) => on === 'household');
  if (assertions.length === 0) return [];
  const probes = assertions.map(({ expr }, index) => {
    const condition = { op: 'not', arg: expr, type: expr.type, span: expr.span } as const;
    return probeBenefit(policy, { entity: policy.entity, condition }, `assertion-${index}`);
  });
  const asked = { ...policy, benefits: [...policy.benefits, ...probes], quotas: [], funds: {}, duties: [] };
  const answers = run(asked, population, { known: usedRuns(policy, main) });
  const nameOf = rowNames(policy.vocabulary, population, policy.entity);
  return assertions.map((assertion, index) => {
    const rows = probeRows(answers, policy.benefits.length + index);
    const count = (wanted: number) => rows.reduce((sum, truth) => (truth === wanted ? sum + 1 : sum), 0);
    const [failed, unknown] = [count(TRUTH.yes), count(TRUTH.unknown)];
    const first = rows.indexOf(TRUTH.yes);
    const holds = failed > 0 ? false : unknown > 0 ? null : true;
    return { assertion, holds, failed, unknown, witness: first < 0 ? null : nameOf(first) };
  });
}

type Figures = Parameters<typeof checkOverall>[1];

/** Households, people and money of a run; undetermined households count for the upper end only. */
function figuresOf(policy: Policy, population: Population, { results, allocation }: Run): Figures {
  const settled = settledOf(allocation);
  const left = (index: number) => leftOf(policy, population, results, index, settled);
  const outcomes = outcomeRows(policy, results);
  const offsets = peopleOffsets(policy, population);
  const none = policy.cards.length;
  const bitOf = (card: string) => (card === '#none' ? none : policy.cards.findIndex(({ id }) => id === card));
  /** 2: surely counted, 1: possibly. */
  const counts = (row: number, card: string): number => {
    const status = results.status[row]!;
    if (card === '#all') return status === STATUS.outOfScope || status === STATUS.unrecorded ? 0 : 2;
    const bit = bitOf(card);
    if (status === STATUS.undetermined) return (results.possible[row]! >>> bit) & 1;
    return outcomes[row] === bit ? 2 : 0;
  };
  return (what, card, benefit, served): Figure => {
    let low = 0;
    let high = 0;
    const wanted = policy.benefits.flatMap(({ id }, index) =>
      benefit === null || id === benefit ? [index] : [],
    );
    const amounts =
      what === 'money' ? wanted.map(index => (served ? left(index) : results.benefits[index]!)) : [];
    for (let row = 0; row < results.rows; row++) {
      const counted = counts(row, card);
      if (counted === 0) continue;
      if (what === 'money') {
        for (const [k, index] of wanted.entries()) {
          const { state } = results.benefits[index]!;
          const { low: least, high: most } = amounts[k]!;
          if (state[row] === CLAIM.none || state[row] === CLAIM.unset) continue;
          const times = timesAYear(policy.benefits[index]!);
          if (counted === 2) low += least[row]! * times;
          high += most[row]! * times;
        }
        continue;
      }
      const heads = what === 'households' || !offsets ? 1 : offsets[row + 1]! - offsets[row]!;
      if (counted === 2) low += heads;
      high += heads;
    }
    return { low, high: Number.isFinite(high) ? high : null };
  };
}
