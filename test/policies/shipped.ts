import { fileURLToPath } from 'node:url';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy, Rule } from '../../src/policy/policy.ts';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** The five schemes that decide on households. */
export const wholeSchemes = [
  'county-four-cards',
  'lancang-five-cards',
  'registration',
  'prevention',
  'assistance-standard',
] as const;

/** Those that decide on villages and townships from what another one decides. */
export const areaSchemes = ['registration/poor-villages', 'assistance-standard/indicators'] as const;

export const schemes = [...wholeSchemes, 'county-four-cards/drafts/line-6000', ...areaSchemes] as const;

export function pathOf(scheme: string): string {
  return `${projectRoot}policies/${scheme}`;
}

/** A shipped policy; throws with its diagnostics where it does not load. */
export function shipped(scheme: string, options: Parameters<typeof loadPolicy>[1] = {}): Policy {
  const { policy, diagnostics } = loadPolicy(pathOf(scheme), options);
  if (policy === null) throw new Error(JSON.stringify(diagnostics, null, 1));
  return policy;
}

/** Every rule of a policy, by section. */
export function rulesOf(policy: Policy): [section: string, rule: Rule][] {
  const of = (section: string, rules: readonly Rule[]) =>
    rules.map((rule): [string, Rule] => [section, rule]);
  return [
    ...of('parameter', Object.values(policy.parameters)),
    ...of('definition', Object.values(policy.definitions)),
    ...of('card', policy.cards),
    ...of('exclusion', policy.exclusions),
    ...of('benefit', policy.benefits),
    ...of('group', policy.groups),
    ...of('assertion', policy.assertions),
    ...of('quota', policy.quotas),
    ...of('duty', policy.duties),
    ...of('stage', policy.stages),
    ...of('sample', policy.samples),
    ...of('transition', policy.transitions),
  ];
}
