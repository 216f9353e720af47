import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isError } from '../language/diagnostic.ts';
import { diskReader } from '../policy/file.ts';
import type { Population } from '../population/columns.ts';
import { generatePopulation, MOST_HOUSEHOLDS } from '../population/generate.ts';
import { loadPopulationSpec } from '../population/synthetic/load-spec.ts';
import type { PopulationSpec } from '../population/synthetic/spec.ts';
import { systemReason } from '../population/system-reason.ts';
import { writePopulation } from '../population/write.ts';
import { type Arguments, optionValue } from './arguments.ts';
import { type Context, tell } from './context.ts';
import { Fault, inputFault, usageFault } from './fault.ts';
import { whileFilling } from './files.ts';
import { type Input, resolvePath } from './inputs.ts';
import { startProgress } from './progress.ts';
import { progressWords } from './progress-words.ts';
import { packageRoot, shipped } from './root.ts';

/** The county that is generated where no other spec is named. */
export const standardSpec = (): Input => ({
  path: shipped('policies', 'populations', 'rural-county.yaml'),
  reader: diskReader,
});

export function loadSpecInput({ path, reader }: Input): PopulationSpec {
  const { spec, diagnostics, sources } = loadPopulationSpec(path, { read: reader });
  if (!spec) throw new Fault(diagnostics, 1, sources);
  return spec;
}

/** A whole number from `least` to `most`; `otherwise` where the option is not given. */
export function wholeOption(
  given: Arguments,
  name: string,
  least: number,
  most: number,
  otherwise: number,
): number {
  const text = optionValue(given, name);
  if (text === undefined) return otherwise;
  const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw usageFault('option-number', { option: `--${name}`, least, most, value: text });
}

export function householdsOption(given: Arguments): number {
  return wholeOption(given, 'households', 1, MOST_HOUSEHOLDS, 10_000);
}

/** Generates a population and writes it to a folder, whole or not at all. */
export async function generateInto(
  context: Context,
  spec: PopulationSpec,
  size: { readonly households: number; readonly seed: number },
  folder: string,
): Promise<Population> {
  const generating = startProgress(context, progressWords.generating[context.lang]);
  generating.update(null);
  const population = generatePopulation(spec, size);
  generating.end();
  const writing = startProgress(context, progressWords.writing[context.lang]);
  const full = resolvePath(context, folder);
  if (existsSync(full) && !statSync(full).isDirectory())
    throw inputFault('cannot-write', {
      path: folder,
      reason: systemReason({ code: 'ENOTDIR' }),
    });
  const diagnostics = await whileFilling(full, () =>
    writePopulation(population, spec.vocabulary, full, {
      onProgress: (done, total) => writing.update(total === 0 ? null : done / total),
    }),
  );
  writing.end();
  if (diagnostics.some(isError)) throw new Fault(diagnostics, 1);
  tell(context, diagnostics, new Map());
  return population;
}

/**
 * The folder of a population generated earlier from the same spec, size and seed by the same program, or made now. Kept
 * in `.mingbai/` of the package, with a mark beside it of what it was made from. The path is named from the working
 * folder, as it goes into commands.
 */
export async function keptPopulation(
  context: Context,
  input: Input,
  size: { readonly households: number; readonly seed: number },
): Promise<string> {
  const spec = loadSpecInput(input);
  const madeFrom = createHash('sha256')
    .update(JSON.stringify([spec, size]))
    .update(programMark())
    .digest('hex');
  const folder = join(keeping(), `${spec.id}-${size.households}-${size.seed}`);
  const mark = `${folder}.mark`;
  const isKept = existsSync(folder) && existsSync(mark) && readFileSync(mark, 'utf8') === madeFrom;
  if (!isKept) {
    await generateInto(context, spec, size, folder);
    writeFileSync(mark, madeFrom);
  }
  const near = relative(context.io.cwd, folder);
  return near.startsWith('..') ? folder : near;
}

/** Where populations are kept: in the package, or with the system's temporary files where that cannot be written. */
function keeping(): string {
  try {
    accessSync(packageRoot(), constants.W_OK);
    return shipped('.mingbai');
  } catch {
    return join(tmpdir(), 'mingbai');
  }
}

/** Changes with the program: its entry names every other part by the hash of its content. Empty outside of a bundle. */
function programMark(): string {
  const entry = join(dirname(fileURLToPath(import.meta.url)), 'main.js');
  return existsSync(entry) ? readFileSync(entry, 'utf8') : '';
}
