import type { Command } from './command.ts';
import { dutyCommands } from './tables/duties.ts';
import { householdCommands } from './tables/households.ts';
import { populationCommands } from './tables/populations.ts';
import { resultCommands } from './tables/results.ts';
import { ruleCommands } from './tables/rules.ts';

/** Every command by its name, in the order of the help. */
export const commands = {
  ...ruleCommands,
  ...householdCommands,
  ...resultCommands,
  ...dutyCommands,
  ...populationCommands,
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;
