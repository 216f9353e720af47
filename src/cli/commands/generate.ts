import { peopleOf } from '../../analysis/people.ts';
import { calibrationTable } from '../../population/calibration.ts';
import { count } from '../../report/amount.ts';
import { calibrationJson, calibrationLines } from '../../report/calibration.ts';
import { inert } from '../../report/inert.ts';
import { optionValue } from '../arguments.ts';
import { type Context, outJson, outLines } from '../context.ts';
import { usageFault } from '../fault.ts';
import { generateInto, householdsOption, loadSpecInput, standardSpec, wholeOption } from '../generated.ts';
import { inputOf } from '../inputs.ts';
import type { ExitCode } from '../io.ts';

export async function run(context: Context): Promise<ExitCode> {
  const { given, lang } = context;
  const out = optionValue(given, 'out');
  if (out === undefined) throw usageFault('option-missing', { option: '--out' });
  const households = householdsOption(given);
  const seed = wholeOption(given, 'seed', 0, Number.MAX_SAFE_INTEGER, 1);
  const [argument] = given.positionals;
  const spec = loadSpecInput(argument === undefined ? standardSpec() : await inputOf(context, argument));
  const population = await generateInto(context, spec, { households, seed }, out);
  const rows = calibrationTable(population, spec);
  const members = peopleOf(population) ?? 0;
  if (context.format === 'json') {
    await outJson(context, {
      spec: spec.id,
      seed,
      households,
      members,
      out,
      calibration: calibrationJson(rows),
    });
    return 0;
  }
  const made =
    lang === 'zh'
      ? `${inert(out)}：${count(households)} 户，${count(members)} 人，种子 ${seed}`
      : `${inert(out)}: ${count(households)} households, ${count(members)} people, seed ${seed}`;
  await outLines(context, [
    context.paint.strong(made),
    '',
    ...calibrationLines(rows, spec.vocabulary, context),
  ]);
  return 0;
}
