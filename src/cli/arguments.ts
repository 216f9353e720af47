import { parseArgs } from 'node:util';
import type { Diagnostic, Param } from '../language/diagnostic.ts';
import { nearest } from '../language/nearest.ts';
import { bareWords } from './bare.ts';
import type { CliCode } from './messages.ts';
import type { OptionTable } from './options.ts';

export interface Arguments {
  readonly positionals: readonly string[];
  /** By option name; a switch that is given has `['']`. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

export function usageError(code: CliCode, params: Record<string, Param>, suggestion?: string): Diagnostic {
  return { code, severity: 'error', params, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** An option that lacks its value does not take the next option for it. */
function withoutSwallowing(args: readonly string[], table: OptionTable): string[] {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  return args.map((arg, index) => {
    const spec = Object.entries(table).find(
      ([name, { short }]) => arg === `--${name}` || arg === `-${short}`,
    );
    const next = args[index + 1];
    const lacks = spec?.[1].value && next !== undefined && /^-./.test(next);
    return lacks && index < end ? `--${spec[0]}=` : arg;
  });
}

/** The one name that begins so, or else the nearest. */
function meant(name: string, known: readonly string[]): string | undefined {
  const [first, ...others] = name === '' ? [] : known.filter(each => each.startsWith(name));
  return first !== undefined && others.length === 0 ? first : nearest(name, known);
}

/** Reads what follows the command's name; every mistake is reported, none thrown. */
export function readArguments(
  args: readonly string[],
  table: OptionTable,
): { readonly arguments: Arguments; readonly diagnostics: readonly Diagnostic[] } {
  const { tokens } = parseArgs({
    args: withoutSwallowing(args, table),
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(table).map(([name, { value, short }]) => [
        name,
        { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
      ]),
    ),
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  const diagnostics: Diagnostic[] = [];
  const complain = (code: CliCode, params: Record<string, Param>, suggestion?: string) =>
    diagnostics.push(usageError(code, params, suggestion));

  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const spec = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!spec) {
      const near = meant(name, Object.keys(table));
      complain('unknown-option', { option: rawName }, near === undefined ? undefined : `--${near}`);
    } else if (!spec.value) {
      if (value !== undefined) complain('option-takes-no-value', { option: rawName });
      values.set(name, ['']);
    } else if (value === undefined || value === '') {
      complain('option-needs-value', { option: rawName, value: spec.value });
    } else if (spec.choices && !spec.choices.includes(value)) {
      complain(
        'option-choice',
        { option: rawName, value, choices: bareWords(spec.choices) },
        // Of two letters every other two are near.
        value.length > 2 ? nearest(value, spec.choices) : undefined,
      );
    } else if (values.has(name) && !spec.multiple) {
      complain('option-twice', { option: rawName });
    } else {
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  return { arguments: { positionals, values }, diagnostics };
}

export const hasOption = (given: Arguments, name: string): boolean => given.values.has(name);

export const optionValue = (given: Arguments, name: string): string | undefined =>
  given.values.get(name)?.[0];
