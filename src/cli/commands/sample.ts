import { drawSample, type SampleSpec } from '../../analysis/sample/draw.ts';
import type { Words } from '../../language/label.ts';
import { nearest } from '../../language/nearest.ts';
import { nameKey } from '../../language/normal.ts';
import type { Policy, Sample } from '../../policy/policy.ts';
import { BYTE_ORDER_MARK } from '../../report/csv.ts';
import { noPaint } from '../../report/paint.ts';
import { sampleCsv, sampleJson } from '../../report/sample/records.ts';
import { sampleLines } from '../../report/sample/text.ts';
import { optionValue } from '../arguments.ts';
import { type Context, plainJson } from '../context.ts';
import { inputFault, usageFault } from '../fault.ts';
import { dataFiles, refuseInput, writeWhole } from '../files.ts';
import { wholeOption } from '../generated.ts';
import { populationOf } from '../households.ts';
import { existingPath } from '../inputs.ts';
import type { ExitCode } from '../io.ts';
import { readFor, runPolicy } from '../overview.ts';
import { loadArgument, ruleOptions } from '../rules.ts';
import { shareOption, strataOption } from '../sampling.ts';

const wordsOf = ({ id, label }: Pick<Sample, 'id' | 'label'>): Words => ({
  zh: label.zh ?? label.en ?? id,
  en: label.en ?? label.zh ?? id,
});

/** The sample that is asked for, or the only one; null where the policy lays down none. */
function sampleOf(context: Context, { samples }: Policy): Sample | null {
  const name = optionValue(context.given, 'sample');
  const known = samples.map(wordsOf);
  if (name === undefined) {
    if (samples.length > 1) throw usageFault('which-sample', { known });
    return samples[0] ?? null;
  }
  const key = nameKey(name);
  const namesOf = ({ id, label }: Sample) => [id, ...Object.values(label)].map(nameKey);
  const found = samples.find(one => namesOf(one).includes(key));
  if (found !== undefined) return found;
  if (samples.length === 0) throw usageFault('no-sample', {});
  throw usageFault('no-such-sample', { value: name, known }, nearest(name, samples.flatMap(namesOf)));
}

function specOf(context: Context, policy: Policy, sample: Sample | null): SampleSpec {
  const share = shareOption(context) ?? sample?.share;
  if (share === undefined) throw usageFault('no-sample', {});
  const teams =
    optionValue(context.given, 'teams') === undefined
      ? null
      : wholeOption(context.given, 'teams', 1, 10_000, 1);
  return {
    cards: sample?.cards ?? null,
    share,
    strata: strataOption(context, policy) ?? sample?.strata ?? [],
    seed: wholeOption(context.given, 'seed', 0, Number.MAX_SAFE_INTEGER, 1),
    teams: teams ?? (sample?.team == null ? null : 0),
  };
}

export async function run(context: Context): Promise<ExitCode> {
  const { given, lang } = context;
  const [argument] = given.positionals as [string];
  const path = populationOf(context);
  const loaded = await loadArgument(context, argument, ruleOptions(context));
  const { policy } = loaded;
  const sample = sampleOf(context, policy);
  const spec = specOf(context, policy, sample);
  const out = optionValue(given, 'out');
  if (out !== undefined)
    refuseInput(context, out, [...loaded.sources.keys(), ...dataFiles(context, existingPath(context, path))]);
  const population = await readFor(context, path, [policy]);
  const { results } = runPolicy(context, loaded, population);
  const draw = drawSample(policy, population, results, spec);
  if (draw.households === 0) {
    const named = policy.cards.filter(({ id }) => spec.cards === null || spec.cards.includes(id));
    throw inputFault('nothing-to-draw', { cards: named.map(wordsOf) });
  }
  const people = sample?.team ?? null;
  const text = (): string => {
    if (context.format === 'csv') return [...sampleCsv(draw, lang)].join('');
    if (context.format === 'json')
      return `${plainJson(JSON.stringify(sampleJson(draw, sample, people), null, 2))}\n`;
    const paint = out === undefined ? context.paint : noPaint;
    return `${sampleLines(draw, sample, people, { lang, paint }).join('\n')}\n`;
  };
  if (out === undefined) await context.io.out(text());
  else
    await writeWhole(context, out, async append => {
      if (context.format === 'csv') await append(BYTE_ORDER_MARK);
      await append(text());
    });
  return 0;
}
