import type { Words } from '../language/label.ts';
import type { Context } from './context.ts';
import type { ExitCode } from './io.ts';
import {
  badRowsOptions,
  commonOptions,
  engineOption,
  type OptionTable,
  onOption,
  populationOption,
  setOption,
} from './options.ts';

export interface Command {
  /** What follows the name; the options stand below it. */
  readonly synopsis: Words;
  readonly about: Words;
  readonly details?: Words;
  readonly options: OptionTable;
  /** How many arguments it takes besides options, and what one is called. */
  readonly takes: { readonly least: number; readonly most: number; readonly name: Words };
  /** Each one runs as it stands in a clone of the project. */
  readonly examples: readonly { readonly line: string; readonly about: Words }[];
  readonly load: () => Promise<{ readonly run: (context: Context) => Promise<ExitCode> }>;
}

export const policyName: Words = { zh: '政策', en: 'POLICY' };
/** Options of every command that loads policies. */
export const ruleOptions = { set: setOption, on: onOption };
/** Options of every command that runs policies over a population. */
export const runOptions = {
  population: populationOption,
  ...ruleOptions,
  engine: engineOption,
  ...badRowsOptions,
};

/** All options of a command, its own before the common ones, which it may take in its own way. */
export function optionsOf({ options }: Command): OptionTable {
  return { ...options, ...commonOptions, ...options };
}
