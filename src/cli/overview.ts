import { dutySummaries } from '../analysis/allocation/duties.ts';
import { fundShifts } from '../analysis/allocation/fund-shifts.ts';
import { limitedFunds } from '../analysis/allocation/funds.ts';
import { allocationProblems } from '../analysis/allocation/problems.ts';
import { quotaSummaries } from '../analysis/allocation/quotas.ts';
import { seatShifts } from '../analysis/allocation/shifts.ts';
import { assertionVerdicts } from '../analysis/assertions.ts';
import { changedAnywhere, compareRuns } from '../analysis/compare.ts';
import { crossOf } from '../analysis/cross/roles.ts';
import { targetingOfAll } from '../analysis/cross/targeting.ts';
import { doubtOf } from '../analysis/doubt.ts';
import { noCard } from '../analysis/nocard.ts';
import { related } from '../analysis/outcome.ts';
import { summarise } from '../analysis/summary.ts';
import { tieChain } from '../engine/allocation/places.ts';
import { factsOf } from '../engine/facts.ts';
import type { Run } from '../engine/results.ts';
import { run } from '../engine/run.ts';
import { type Diagnostic, isError } from '../language/diagnostic.ts';
import { spellingsOf } from '../language/keys.ts';
import { nearest } from '../language/nearest.ts';
import type { Policy } from '../policy/policy.ts';
import type { Population } from '../population/columns.ts';
import { overviewLines } from '../report/overview.ts';
import { overviewJson } from '../report/overview-json.ts';
import type { Overview } from '../report/overview-view.ts';
import type { Sources } from '../report/place.ts';
import { type Section, sectionOf, sectionWords } from '../report/sections.ts';
import { hasOption, optionValue } from './arguments.ts';
import { bareWords } from './bare.ts';
import { type Context, outJson, outLines, tell } from './context.ts';
import { usageFault } from './fault.ts';
import { readHouseholds, vocabularyOf } from './households.ts';
import type { ExitCode } from './io.ts';
import { startProgress } from './progress.ts';
import { progressWords } from './progress-words.ts';
import { referenceOf, requireSameEntity } from './reference.ts';
import type { Loaded } from './rules.ts';

/** Reads a population for several policies at once, and for those that they build on: the facts that any of them reads. */
export function readFor(context: Context, path: string, policies: readonly Policy[]): Promise<Population> {
  const all = policies.flatMap(withUsed);
  const facts = new Set(all.flatMap(policy => [...factsOf(policy), ...keysOf(policy)]));
  return readHouseholds(context, path, vocabularyOf(all), facts);
}

/** What tells those apart on whom a policy decides and who take its seats, whether or not it is declared as a fact too. */
function keysOf(policy: Policy): string[] {
  const named = [policy.entity, ...policy.quotas.map(quota => quota.entity)].flatMap(id =>
    tieChain(policy, id),
  );
  return named.map(id => `${id}.${policy.vocabulary.entities[id]?.key}`);
}

/** A policy and all that it builds on, itself first. */
function withUsed(policy: Policy): Policy[] {
  return [policy, ...Object.values(policy.uses).flatMap(use => withUsed(use.policy))];
}

export function runPolicy(context: Context, { policy }: Loaded, population: Population): Run {
  const progress = startProgress(context, progressWords.running[context.lang]);
  const asked = optionValue(context.given, 'engine');
  const done = run(policy, population, {
    ...(asked === 'columnar' || asked === 'reference' ? { engine: asked } : {}),
    onProgress: (at, of) => progress.update(of === 0 ? null : at / of),
  });
  progress.end();
  return done;
}

/** The sections of `--show`, in the order of the overview. */
export function shownSections({ given }: Context): Section[] {
  const text = optionValue(given, 'show');
  return text === undefined
    ? []
    : text
        .split(/[,，、\s]+/)
        .filter(word => word !== '')
        .map(readSection);
}

export function readSection(written: string): Section {
  const section = sectionOf(written);
  if (section !== null) return section;
  const known = spellingsOf(sectionWords);
  throw usageFault(
    'unknown-section',
    { section: written, sections: bareWords(Object.keys(sectionWords)) },
    nearest(written, known),
  );
}

/** Tells why seats could not be counted or shared out; the exit code is 1 where a quota serves nobody for it. */
export function tellProblems(context: Context, problems: readonly Diagnostic[], sources: Sources): ExitCode {
  tell(context, problems, sources);
  return problems.some(isError) ? 1 : 0;
}

/** Runs the policies over a population and shows what they come to, side by side. */
export async function showOverview(
  context: Context,
  loaded: readonly Loaded[],
  populationPath: string,
  {
    sections = shownSections(context),
    on = optionValue(context.given, 'on') ?? null,
  }: { readonly sections?: readonly Section[]; readonly on?: string | null } = {},
): Promise<ExitCode> {
  for (const { policy } of loaded.slice(1)) requireSameEntity(loaded[0]!.policy, policy);
  const reference = await referenceOf(context, loaded[0]!, on === null ? {} : { on });
  const policies = loaded.map(({ policy }) => policy);
  const population = await readFor(
    context,
    populationPath,
    reference ? [...policies, reference.policy] : policies,
  );
  const runs = loaded.map(entry => ({ ...entry, run: runPolicy(context, entry, population) }));
  const decided = runs.map(entry => ({ policy: entry.policy, results: entry.run.results }));
  const comparisons = decided.slice(1).map(other => compareRuns(population, decided[0]!, other));
  const overview: Overview = {
    views: runs.map(entry => ({
      summary: summarise(entry.policy, population, entry.run),
      noCard: noCard(entry.policy, population, entry.run),
      doubt: doubtOf(entry.policy, population, entry.run),
      verdicts: assertionVerdicts(entry.policy, population, entry.run),
      quotas: quotaSummaries(entry.policy, population, entry.run),
      funds: limitedFunds(entry.run),
      duties: dutySummaries(entry.policy, population, entry.run.results),
      path: entry.path,
      set: entry.set,
    })),
    comparisons,
    seatShifts: runs.slice(1).map(other => seatShifts(population, runs[0]!, other)),
    fundShifts: runs.slice(1).map(other => fundShifts(population, runs[0]!, other)),
    crosses: comparisons.map(each => (related(each.from, each.to) ? null : crossOf(each))),
    targeting: reference && {
      reference,
      found: targetingOfAll(decided, reference.rows(population), reference.roles, population),
    },
    sources: new Map(loaded.flatMap(entry => [...entry.sources])),
    populationPath,
    options: [
      ...(on === null ? [] : ['--on', on]),
      ...(hasOption(context.given, 'skip-bad-rows') ? ['--skip-bad-rows'] : []),
    ],
  };
  if (context.format === 'json') await outJson(context, overviewJson(overview, changedAnywhere(decided)));
  else await outLines(context, overviewLines(overview, context, sections));
  return tellProblems(
    context,
    runs.flatMap(entry => allocationProblems(entry.policy, population, entry.run)),
    overview.sources,
  );
}
