import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { PopulationChoice } from '../../app/protocol.ts';
import type { Choice, PopulationOption } from '../../app/state/screen-state.ts';
import type { Words } from '../../language/label.ts';
import { diskReader } from '../../policy/file.ts';
import { policyFile } from '../../policy/paths.ts';
import { count } from '../../report/amount.ts';
import { inert } from '../../report/inert.ts';
import { standardSpec } from '../generated.ts';
import { shipped } from '../root.ts';
import { standardCounty } from './demo.ts';
import { headerOf } from './header.ts';
import type { Recent } from './recent.ts';

/** Folders that are looked at for policies, at most. */
const MOST_FOLDERS = 200;

/** Policies and drafts to choose from: those given and those used before first, then the working folder's and the shipped ones. */
export function policyChoices(given: readonly string[], recent: Recent, cwd: string): Choice[] {
  const used = new Set(recent.policies.map(realOf));
  const listed = new Map<string, string>();
  const found = [...below(cwd), ...below(join(cwd, 'policies')), ...below(shipped('policies'))];
  for (const path of [...given, ...recent.policies, ...found]) {
    const real = realOf(path);
    if (real !== null && !listed.has(real)) listed.set(real, path);
  }
  const headers = new Map([...listed].map(([real, path]) => [real, headerOf(path)]));
  return [...listed].flatMap(([real, path]): Choice[] => {
    const header = headers.get(real);
    if (!header) return [];
    const base = header.base === null ? null : (listed.get(header.base) ?? header.base);
    return [{ path, label: header.label, about: header.about, base, recent: used.has(real) }];
  });
}

/** The file of a policy with links resolved, by which two ways to name it are told to be one. */
function realOf(path: string): string | null {
  try {
    return realpathSync(policyFile(diskReader, path));
  } catch {
    return null;
  }
}

/** Folders with a policy in a folder, and the drafts in theirs. */
function below(folder: string): string[] {
  return [folder, ...foldersIn(folder)]
    .filter(path => existsSync(join(path, 'policy.yaml')))
    .flatMap(path => [path, ...draftsIn(path)]);
}

function draftsIn(folder: string): string[] {
  const drafts = join(folder, 'drafts');
  return foldersIn(drafts).filter(path => existsSync(join(path, 'policy.yaml')));
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map(({ name }) => join(folder, name))
      .sort()
      .slice(0, MOST_FOLDERS);
  } catch {
    return [];
  }
}

/** The one given first, then those used before, the generated county, the examples and the working folder's. */
export function populationOptions(
  given: PopulationChoice | null,
  recent: Recent,
  cwd: string,
): PopulationOption[] {
  const standard = standardCounty();
  const folders = [...foldersIn(cwd), ...foldersIn(shipped('examples'))]
    .filter(path => isPopulation(path))
    .map((path): PopulationChoice => ({ kind: 'folder', path }));
  const options: PopulationOption[] = [];
  const seen = new Set<string>();
  const used = new Set(recent.populations.map(choice => JSON.stringify(choice)));
  for (const choice of [...(given ? [given] : []), ...recent.populations, standard, ...folders]) {
    const key = JSON.stringify(choice);
    if (seen.has(key) || !isThere(choice)) continue;
    seen.add(key);
    const isGiven = given !== null && key === JSON.stringify(given);
    options.push({ choice, ...wordsOf(choice), recent: isGiven || used.has(key) });
  }
  return options;
}

const isPopulation = (path: string): boolean =>
  ['csv', 'parquet'].some(ending => existsSync(join(path, `households.${ending}`)));

const isThere = (choice: PopulationChoice): boolean =>
  existsSync(choice.kind === 'folder' ? choice.path : choice.spec);

function wordsOf(choice: PopulationChoice): { readonly label: Words; readonly about: Words } {
  if (choice.kind === 'folder') {
    const name = inert(basename(resolve(choice.path)));
    const path = inert(choice.path);
    return { label: { zh: name, en: name }, about: { zh: `住户数据：${path}`, en: `households in ${path}` } };
  }
  const { households, seed, spec } = choice;
  const isStandard = spec === standardSpec().path;
  const name = inert(basename(spec).replace(/\.ya?ml$/i, ''));
  const zh = isStandard ? '模拟县' : name;
  const en = isStandard ? 'generated county' : name;
  return {
    label: { zh: `${zh}，${count(households)} 户`, en: `${en}, ${count(households)} households` },
    about: {
      zh: `按公开数据模拟，不是真人；种子 ${seed}`,
      en: `simulated after published figures, none is real; seed ${seed}`,
    },
  };
}
