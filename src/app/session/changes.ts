/** Changes as they were typed, as values of parameters. */

import type { Words } from '../../language/label.ts';
import type { Parameter, Policy } from '../../policy/policy.ts';
import { misfitOf, type Replacement, withParameters } from '../../policy/with-parameters.ts';
import { figureIn, readValue } from '../../policy/written-value.ts';
import type { Change } from '../protocol.ts';
import { fault } from './fault.ts';
import { unitWords } from './parameters.ts';
import { wordsFor } from './texts.ts';

/** What is asked of a policy's parameters; ends the request where it makes no sense. */
export function replacementsOf(policy: Policy, changes: readonly Change[]): Replacement[] {
  return changes.map(change => replacementOf(policy, change));
}

function replacementOf(policy: Policy, { parameter: id, cell, value: written }: Change): Replacement {
  const parameter = Object.hasOwn(policy.parameters, id) ? policy.parameters[id] : undefined;
  if (!parameter) throw fault('session-no-parameter', { name: id });
  const name = nameOf(parameter);
  const text = written === null ? '' : typeof written === 'string' ? written : written.join(' – ');
  const bad = () => {
    const unit = unitWords(policy, parameter);
    return unit.zh === ''
      ? fault('session-bad-value-plain', { text, name })
      : fault('session-bad-value', { text, name, unit });
  };
  const value = readValue(written, parameter, policy.vocabulary);
  if (value === null) throw bad();
  const replacement: Replacement = { parameter: id, cell, value };
  const misfit = misfitOf(policy, replacement);
  if (misfit === null) return replacement;
  if (misfit === 'no-cell') throw fault('session-no-cell', { name });
  if (misfit === 'crossed') throw fault('session-crossed', { text });
  if (misfit !== 'outside-range') throw bad();
  const { least, most } = parameter;
  const figure = (end: string | null) => (end === null ? '…' : figureIn(end, parameter, policy.vocabulary));
  throw fault('session-outside-range', {
    text,
    name,
    least: plain(figure(least)),
    most: plain(figure(most)),
  });
}

/** Figures stand in messages without quotation marks. */
const plain = (figure: string | null): Words => ({ zh: figure ?? '…', en: figure ?? '…' });

function nameOf({ id, label }: Parameter): Words {
  const words = wordsFor(label, id);
  return { zh: `“${words.zh}”`, en: `"${words.en}"` };
}

export function changed(policy: Policy, changes: readonly Change[]): Policy {
  return withParameters(policy, replacementsOf(policy, changes));
}
