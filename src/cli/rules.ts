import type { Diagnostic } from '../language/diagnostic.ts';
import { loadPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy.ts';
import type { Sources } from '../report/place.ts';
import { optionValue } from './arguments.ts';
import type { Context } from './context.ts';
import { Fault, usageFault } from './fault.ts';
import { type Input, inputOf } from './inputs.ts';

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

export function loadInput({ path, reader }: Input, rules: RuleOptions): Omit<Loaded, 'path'> {
  const { policy, diagnostics, sources } = loadPolicy(path, { ...rules, read: reader });
  if (!policy) throw new Fault(diagnostics, 1, sources);
  return { policy, sources, diagnostics };
}
