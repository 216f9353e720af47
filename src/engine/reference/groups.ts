import type { Group, Policy } from '../../policy/policy.ts';
import { type Binding, binding, capped } from './caps.ts';
import { best, type Claim, firsts, rounded, together } from './claim.ts';
import type { Compiling } from './compile.ts';
import type { Frame } from './frame.ts';
import { partsOf, pathDown, pathUp } from './frame.ts';
import { multiply } from './numbers.ts';
import type { Run } from './program.ts';
import { exactNumber, interval, type Num } from './values.ts';

interface CapProgram {
  readonly amount: Run;
  /** What it is evaluated on. */
  readonly entity: string;
  /** Binds the household's claims together; else each beneficiary's by themselves. */
  readonly joint: boolean;
  /** A person's cap on a household's claims: times the number of members. */
  readonly perMember: boolean;
  readonly proportional: boolean;
}

export interface GroupProgram {
  readonly group: Group;
  readonly caps: readonly CapProgram[];
  readonly members: readonly string[] | null;
}

/** The entity whose instances are persons. */
const PERSON = 'member';

export function compileGroup(policy: Policy, group: Group, { compile }: Compiling): GroupProgram {
  const each = group.over === 'member';
  const { entities } = policy.vocabulary;
  const below = Object.hasOwn(entities, PERSON) ? pathUp(policy.vocabulary, PERSON, policy.entity) : null;
  const persons = below !== null && below.length > 0;
  return {
    group,
    members: persons ? pathDown(policy.vocabulary, policy.entity, PERSON) : null,
    caps: group.caps.map(cap => {
      const joint = !each || cap.per === 'household';
      const entity = joint
        ? policy.entity
        : (policy.benefits.find(b => b.group === group.id)?.entity ?? policy.entity);
      return {
        amount: compile(cap.amount, entity),
        entity,
        joint,
        perMember: !each && cap.per === 'person',
        proportional: cap.proportional,
      };
    }),
  };
}

function countMembers(household: Frame, path: readonly string[] | null): Num {
  if (path === null) return exactNumber(1n);
  const parts = partsOf(household, path);
  return parts.frames === null ? interval(0n, null, parts.causes) : exactNumber(BigInt(parts.frames.length));
}

/** Claims of one group by beneficiary; a group over the household has one list, a benefit of members one claim in it. */
function lists(group: Group, claims: readonly Claim[]): Claim[][] {
  const byKey = new Map<Frame | number | null, Claim[]>();
  for (const claim of claims) {
    const key = group.over === 'household' ? claim.benefit : claim.beneficiary;
    byKey.set(key, [...(byKey.get(key) ?? []), claim]);
  }
  return group.over === 'household' ? [[...byKey.values()].map(together)] : [...byKey.values()];
}

function counted(group: Group, claims: readonly Claim[]): Claim[] {
  if (group.counts === 'first') return firsts(claims);
  const competing = claims.filter(claim => claim.state !== 'unset');
  if (group.counts === null || competing.length === 0) return [...claims];
  const winner = best(competing);
  return claims.flatMap(c => (c.state === 'unset' ? [c] : c.benefit === winner.benefit ? [winner] : []));
}

/** What the caps come to, each worked out once for each frame. null: binds nothing. */
function makeBindings({ members }: GroupProgram, household: Frame) {
  const made = new Map<CapProgram, Map<Frame, Binding | null>>();
  function bind(cap: CapProgram, frame: Frame): Binding | null {
    const amount = cap.amount(frame);
    if (amount.kind !== 'number') return null;
    const most = cap.perMember ? multiply(amount, countMembers(household, members)) : amount;
    return binding(most, cap.proportional);
  }
  return {
    at(cap: CapProgram, frame: Frame | null | undefined): Binding | null {
      if (frame?.instance.entity !== cap.entity) return null;
      const frames = made.get(cap) ?? new Map<Frame, Binding | null>();
      made.set(cap, frames);
      if (!frames.has(frame)) frames.set(frame, bind(cap, frame));
      return frames.get(frame) ?? null;
    },
  };
}

/** Settles the claims of a group, given by benefit as written, then by member; the result is in that order too. */
export function settleGroup(
  program: GroupProgram,
  policy: Policy,
  household: Frame,
  claims: readonly Claim[],
): Claim[] {
  const { group } = program;
  const bindings = makeBindings(program, household);
  let all = lists(group, claims).map(list => counted(group, list));
  const order = (a: Claim, b: Claim) => a.benefit - b.benefit || a.position - b.position;

  function apply(afterRounding: boolean): void {
    for (const cap of program.caps) {
      if (cap.joint) {
        const bound = bindings.at(cap, household);
        const joint = all.flat().sort(order);
        const cut = bound === null ? joint : capped(joint, bound, afterRounding);
        all = all.map(list => list.map(claim => cut[joint.indexOf(claim)]!));
      } else {
        all = all.map(list => {
          const bound = bindings.at(cap, list[0]?.beneficiary);
          return bound === null ? list : capped(list, bound, afterRounding);
        });
      }
    }
  }

  apply(false);
  all = all.map(list => list.map(claim => rounded(claim, policy.benefits[claim.benefit]!.rounding)));
  apply(true);
  return all.flat().sort(order);
}
