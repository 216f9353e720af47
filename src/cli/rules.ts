import { basename } from 'node:path';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import type { Words } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import { figureNames } from '../policy/figure-names.ts';
import { type Reader, readText } from '../policy/file.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Parameter, Policy } from '../policy/policy.ts';
import type { Sources } from '../report/place.ts';
import type { Settings } from '../report/rules-of.ts';
import { optionValue } from './arguments.ts';
import type { Context } from './context.ts';
import { Fault, inputFault, usageFault } from './fault.ts';
import { type Input, inputOf } from './inputs.ts';
import { type Kind, kindOf } from './kind.ts';

/** Parameters and the day, as the command line or a scenario gives them. */
export interface RuleOptions {
  readonly on?: string;
  readonly set?: Readonly<Record<string, string>>;
}

export interface Loaded {
  readonly policy: Policy;
  readonly sources: Sources;
  readonly diagnostics: readonly Diagnostic[];
  /** As the reader named it. */
  readonly path: string;
  /** How its files are read. */
  readonly reader: Reader;
  /** The parameters set in it. */
  readonly set: Settings;
}

/** `--set` and `--on`. */
export function ruleOptions({ given }: Context): RuleOptions {
  const on = optionValue(given, 'on');
  if (on !== undefined && !isDate(on)) throw usageFault('option-date', { option: '--on', value: on });
  const set: Record<string, string> = Object.create(null);
  for (const text of given.values.get('set') ?? []) {
    const match = /^([^=＝]+)[=＝](.+)$/s.exec(text);
    if (!match) throw usageFault('set-form', { value: text });
    set[match[1]!.trim()] = match[2]!.trim();
  }
  return { ...(on === undefined ? {} : { on }), ...(Object.keys(set).length === 0 ? {} : { set }) };
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Loads a policy of the command line; one with errors ends the command. */
export async function loadArgument(context: Context, argument: string, rules: RuleOptions): Promise<Loaded> {
  return { ...loadInput(await inputOf(context, argument), rules), path: argument };
}

/** Loads several policies with the same parameters set: each takes those it has. */
export function loadSeveral(
  inputs: readonly (Input & { readonly name: string })[],
  rules: RuleOptions,
): Loaded[] {
  const { set = {}, ...others } = rules;
  const bases = inputs.map(input => ({ ...loadInput(input, others), path: input.name }));
  requireSet(bases, rules);
  const names = Object.keys(set);
  if (names.length === 0) return bases;
  return bases.map(({ policy, path }, index) => {
    const own = names.filter(name => hasParameter(policy, name));
    const chosen = Object.fromEntries(own.map(name => [name, set[name]!]));
    return { ...loadInput(inputs[index]!, { ...others, set: chosen }), path };
  });
}

/** Every parameter that is set must be one of some policy. */
export function requireSet(loaded: readonly Loaded[], { set = {} }: RuleOptions): void {
  for (const name of Object.keys(set)) {
    if (loaded.some(({ policy }) => hasParameter(policy, name))) continue;
    const known = loaded.flatMap(({ policy }) => Object.values(policy.parameters).flatMap(namesOf));
    throw inputFault('no-such-parameter', { name }, nearest(name, known));
  }
}

const namesOf = ({ id, label }: Pick<Parameter, 'id' | 'label'>) =>
  [id, label.zh, label.en].filter(word => word !== undefined);

/** Whether a policy, or one that it uses (`use.name`), has a parameter of this id or label, or one with cells of which `name.cell` may name one. */
export function hasParameter(policy: Policy, name: string): boolean {
  const key = nameKey(name);
  const dot = key.indexOf('.');
  const use = Object.values(policy.uses).find(
    each => dot > 0 && namesOf(each).some(own => nameKey(own) === key.slice(0, dot)),
  );
  if (use && hasParameter(use.policy, key.slice(dot + 1))) return true;
  return Object.values(policy.parameters).some(parameter =>
    [...namesOf(parameter), ...(parameter.implicit ? figureNames(policy, parameter.id) : [])]
      .map(nameKey)
      .some(own => own === key || (parameter.value.kind === 'cells' && key.startsWith(`${own}.`))),
  );
}

const otherKinds: Partial<Record<Kind, Words>> = {
  scenario: { zh: '一个情景文件', en: 'a scenario' },
  cases: { zh: '一个案例文件', en: 'a file of cases' },
  vocabulary: { zh: '一个词汇文件', en: 'a vocabulary' },
  spec: { zh: '一个样本人口的规格', en: 'a spec of a population' },
  household: { zh: '一户的资料', en: 'a household' },
  clauses: { zh: '一个条款台账', en: 'a ledger of clauses' },
};

/** Says what a file is that is taken for a policy and shows by its keys that it is none. */
function requirePolicy({ path, reader }: Input): void {
  if (reader.kind(path) !== 'file') return;
  const read = readText(reader, path, path);
  const kind = 'text' in read ? kindOf(read.text) : null;
  const other = kind === null ? undefined : otherKinds[kind];
  if (other) throw inputFault('not-a-policy', { path: basename(path), kind: other });
}

/** Loads a policy; one with errors ends the command. */
export function loadInput({ path, reader }: Input, rules: RuleOptions): Omit<Loaded, 'path'> {
  requirePolicy({ path, reader });
  const { policy, diagnostics, sources } = loadPolicy(path, { ...rules, read: reader });
  // Warnings are for `check`.
  if (!policy) throw new Fault(diagnostics.filter(isError), 1, sources);
  return { policy, sources, diagnostics, set: rules.set ?? {}, reader };
}
