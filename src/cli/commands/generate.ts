import { optionValue } from '../arguments.ts';
import { showCalibration } from '../calibration.ts';
import type { Context } from '../context.ts';
import { usageFault } from '../fault.ts';
import { generateInto, householdsOption, loadSpecInput, standardSpec, wholeOption } from '../generated.ts';
import { inputOf } from '../inputs.ts';
import type { ExitCode } from '../io.ts';

export async function run(context: Context): Promise<ExitCode> {
  const { given } = context;
  const out = optionValue(given, 'out');
  if (out === undefined) throw usageFault('option-missing', { option: '--out' });
  const households = householdsOption(given);
  const seed = wholeOption(given, 'seed', 0, Number.MAX_SAFE_INTEGER, 1);
  const [argument] = given.positionals;
  const spec = loadSpecInput(argument === undefined ? standardSpec() : await inputOf(context, argument));
  const population = await generateInto(context, spec, { households, seed }, out);
  await showCalibration(context, spec, population);
  return 0;
}
