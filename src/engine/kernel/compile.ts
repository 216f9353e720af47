/** The door of the columnar engine: a policy and a population become loops over columns, or a refusal by name. */
import type { Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import type { Run } from '../results.ts';
import { type Kernel, makeKernel } from './kernel.ts';
import { generate } from './program.ts';
import { attempt } from './refuse.ts';

/** A policy made ready to run over a population, or why the columnar engine can't. */
export function compileKernel(
  policy: Policy,
  population: Population,
  used: Readonly<Record<string, Run>> = {},
): { kernel: Kernel } | { refused: Words } {
  const made = generate(policy, population, { used });
  if ('refused' in made) return made;
  const loaded = attempt(() => makeKernel(made.program));
  return 'done' in loaded ? { kernel: loaded.done } : { refused: loaded.refusal.what };
}
