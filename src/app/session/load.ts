/** Policies and a population, read together. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { peopleOf } from '../../analysis/people.ts';
import { isError } from '../../language/diagnostic.ts';
import type { Words } from '../../language/label.ts';
import { diskReader } from '../../policy/file.ts';
import { joinVocabularies } from '../../policy/join-vocabularies.ts';
import { loadPolicy } from '../../policy/load.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Vocabulary } from '../../policy/vocabulary.ts';
import type { Population } from '../../population/columns.ts';
import { generatePopulation, MOST_HOUSEHOLDS } from '../../population/generate.ts';
import { readPopulation } from '../../population/read.ts';
import { loadPopulationSpec } from '../../population/synthetic/load-spec.ts';
import { inert } from '../../report/inert.ts';
import { policyName } from '../../report/names.ts';
import type { PolicyInfo, PopulationChoice, PopulationInfo, Request } from '../protocol.ts';
import { areaEntities, areaRowsOf, areasOf } from './areas.ts';
import { fault, SessionFault } from './fault.ts';
import { outcomeInfos } from './outcome-keys.ts';
import { parameterInfos } from './parameters.ts';
import { NO_WORDS, named, wordsFor } from './texts.ts';
import type { LoadedFile, World } from './world.ts';

type Tell = (doing: Words, share: number | null) => void;

const words = {
  policies: { zh: '读取政策', en: 'Reading policies' },
  population: { zh: '读取人口', en: 'Reading the population' },
  generating: { zh: '生成人口', en: 'Generating a population' },
} as const satisfies Record<string, Words>;

export async function loadWorld(request: Request & { kind: 'load' }, tell: Tell): Promise<World> {
  tell(words.policies, null);
  const policies = request.policies.map(path => loadFile(path, request.on));
  const [first, ...others] = policies;
  if (!first) throw fault('session-no-policy');
  const odd = others.find(({ policy }) => policy.entity !== first.policy.entity);
  if (odd)
    throw fault('session-different-entities', {
      first: first.policy.id,
      second: odd.policy.id,
    });
  const joined = joinVocabularies(policies.flatMap(({ policy }) => withUsed(policy)));
  if ('clash' in joined) throw fault('session-different-facts', { ...joined.clash });
  const { vocabulary } = joined;
  const population = await populationOf(request.population, vocabulary, tell);
  if ((population.tables[first.policy.entity]?.rows ?? 0) === 0) throw fault('session-no-households');
  return {
    policies,
    vocabulary,
    population,
    info: populationInfo(population, vocabulary, first.policy),
    kept: { sides: new Map(), runs: new Map(), before: new Map(), after: new Map(), spent: [] },
  };
}

/** A policy and those that it builds on. */
function withUsed(policy: Policy): Policy[] {
  return [policy, ...Object.values(policy.uses).flatMap(({ policy: used }) => withUsed(used))];
}

function loadFile(path: string, on: string | null): LoadedFile {
  const full = resolve(path);
  if (!existsSync(full)) throw fault('session-path-missing', { path });
  const { policy, diagnostics, sources } = loadPolicy(full, on === null ? {} : { on });
  if (!policy) throw new SessionFault(diagnostics.filter(isError), sources);
  const info = policyInfo(policy, path, diagnostics.length);
  return { policy, sources, file: diskReader.real(policy.file), info };
}

export function policyInfo(policy: Policy, path: string, warnings: number): PolicyInfo {
  const loose = policy.benefits.some(({ fund }) => fund === null);
  return {
    id: inert(policy.id),
    path,
    label: { zh: policyName(policy, 'zh'), en: policyName(policy, 'en') },
    version: inert(policy.version),
    on: policy.on,
    notes: policy.notes.map(note => wordsFor(note, '')),
    outcomes: outcomeInfos(policy),
    exclusions: policy.exclusions.map(named),
    benefits: policy.benefits.map(benefit => ({
      ...named(benefit),
      fund: benefit.fund,
      kind: benefit.kind,
      pays: benefit.amounts.length > 0,
    })),
    funds: [...Object.values(policy.funds).map(named), ...(loose ? [{ id: '', label: NO_WORDS }] : [])],
    duties: policy.duties.map(named),
    quotas: policy.quotas.map(quota => ({ ...named(quota), entity: quota.entity })),
    parameters: parameterInfos(policy),
    warnings,
  };
}

async function populationOf(
  choice: PopulationChoice,
  vocabulary: Vocabulary,
  tell: Tell,
): Promise<Population> {
  if (choice.kind === 'generated') return generated(choice, tell);
  const folder = resolve(choice.path);
  if (!existsSync(folder)) throw fault('session-path-missing', { path: choice.path });
  tell(words.population, 0);
  const { population, diagnostics } = await readPopulation(folder, vocabulary, {
    onProgress: (done, total) => tell(words.population, total === 0 ? null : done / total),
  });
  if (!population) throw new SessionFault(diagnostics.filter(isError));
  return population;
}

function generated(choice: PopulationChoice & { kind: 'generated' }, tell: Tell): Population {
  const path = resolve(choice.spec);
  if (!existsSync(path)) throw fault('session-path-missing', { path: choice.spec });
  const { households, seed } = choice;
  if (!Number.isSafeInteger(households) || households < 1 || households > MOST_HOUSEHOLDS)
    throw fault('session-households', { most: MOST_HOUSEHOLDS });
  tell(words.generating, null);
  const { spec, diagnostics, sources } = loadPopulationSpec(path);
  if (!spec) throw new SessionFault(diagnostics.filter(isError), sources);
  return generatePopulation(spec, { households, seed, memberIds: true });
}

function populationInfo(population: Population, vocabulary: Vocabulary, policy: Policy): PopulationInfo {
  const { village, township } = areaEntities({ entity: policy.entity, vocabulary });
  const rowsOf = (entity: string | null) => areaRowsOf(population, vocabulary, policy.entity, entity);
  return {
    households: population.tables[policy.entity]!.rows,
    people: peopleOf(population),
    source: inert(population.source),
    seed: population.seed,
    townships: areasOf(population, vocabulary, township, null, rowsOf(township)),
    villages: areasOf(population, vocabulary, village, township, rowsOf(village)),
    facts: Object.values(vocabulary.facts)
      .filter(({ entity }) => entity === policy.entity)
      .map(({ id, label }) => ({ id, label: wordsFor(label, id) })),
  };
}
