import { existsSync } from 'node:fs';
import { givenRows, TARGET_ROLES } from '../analysis/cross/targeting.ts';
import { probeRows, probing } from '../analysis/probe.ts';
import { run } from '../engine/run.ts';
import { canonicalKey, spellingsOf } from '../language/keys.ts';
import type { Words } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { meaningWords } from '../language/words.ts';
import type { Meaning, Policy } from '../policy/policy.ts';
import { loadQuestion } from '../policy/question.ts';
import type { Population } from '../population/columns.ts';
import { roleWords } from '../report/cross/targeting.ts';
import type { Reference } from '../report/cross/view.ts';
import { hasOption, optionValue } from './arguments.ts';
import { bareWords } from './bare.ts';
import type { Context } from './context.ts';
import { Fault, inputFault, usageFault } from './fault.ts';
import { inputOf, resolvePath } from './inputs.ts';
import { type Loaded, loadInput, type RuleOptions } from './rules.ts';

/** The group that schemes are held against: what has to be loaded, and who belongs to it. */
export interface ReferenceGroup extends Reference {
  /** The facts that it reads have to be there. */
  readonly policy: Policy;
  /** By row of the classified entity, as `TRUTH`. */
  readonly rows: (population: Population) => Uint8Array;
}

/** The name under which mistakes of the expression are shown. */
const OPTION = '--reference';

/** `--reference` and `--target`; null where no reference is given. */
export async function referenceOf(
  context: Context,
  base: Loaded,
  rules: RuleOptions,
): Promise<ReferenceGroup | null> {
  const written = optionValue(context.given, 'reference');
  const roles = targetRoles(context);
  if (written === undefined) {
    if (hasOption(context.given, 'target')) throw usageFault('option-missing', { option: OPTION });
    return null;
  }
  return existsSync(resolvePath(context, written))
    ? schemeGroup(context, base, written, roles, rules)
    : conditionGroup(base, written, roles);
}

/** Another scheme: whom it gives a card of the target roles. */
async function schemeGroup(
  context: Context,
  base: Loaded,
  written: string,
  roles: readonly Meaning[],
  { on }: RuleOptions,
): Promise<ReferenceGroup> {
  const { policy } = loadInput(await inputOf(context, written), on === undefined ? {} : { on });
  requireSameEntity(base.policy, policy);
  if (!policy.cards.some(({ meaning }) => meaning !== null && roles.includes(meaning)))
    throw inputFault('reference-without-target', {
      path: written,
      roles: roles.map(role => roleWords(role)),
    });
  return {
    kind: 'scheme',
    policy,
    text: written,
    roles,
    rows: population => givenRows(policy, run(policy, population).results, roles),
  };
}

/** A fact, or a condition of the policy language. */
function conditionGroup(base: Loaded, written: string, roles: readonly Meaning[]): ReferenceGroup {
  const { entity, file, on } = base.policy;
  const asked = loadQuestion(file, written, OPTION, entity, { on, set: base.set, read: base.reader });
  const { policy, condition } = asked;
  if (!policy) throw new Fault(asked.diagnostics, 2, asked.sources);
  if (!condition) throw usageFault('reference-not-condition', { text: written });
  return {
    kind: 'condition',
    policy,
    text: written,
    roles,
    rows: population => probeRows(run(probing(policy, [{ entity, condition }]), population), 0),
  };
}

/** Schemes that judge different things (households, villages) cannot stand side by side. */
export function requireSameEntity(a: Policy, b: Policy): void {
  if (a.entity === b.entity) return;
  const name = ({ vocabulary, entity, label, id }: Policy): Words => {
    const of = vocabulary.entities[entity]?.label ?? {};
    return {
      zh: `“${label.zh ?? label.en ?? id}”（${of.zh ?? entity}）`,
      en: `"${label.en ?? label.zh ?? id}" (${of.en ?? entity})`,
    };
  };
  throw inputFault('different-entities', { first: name(a), second: name(b) });
}

/** The roles of `--target`. */
function targetRoles({ given }: Context): readonly Meaning[] {
  const text = optionValue(given, 'target');
  if (text === undefined) return TARGET_ROLES;
  const words = text.split(/[,，、\s]+/).filter(word => word !== '');
  const roles = words.map(word => {
    const role = canonicalKey(meaningWords, word) as Meaning | null;
    if (role !== null) return role;
    const known = Object.keys(meaningWords);
    const near = nearest(word, spellingsOf(meaningWords));
    throw usageFault('unknown-card-role', { role: word, roles: bareWords(known) }, near);
  });
  if (roles.length === 0) throw usageFault('option-needs-value', { option: '--target', value: roleWord });
  return [...new Set(roles)];
}

const roleWord: Words = { zh: '含义,…', en: 'ROLE,…' };
