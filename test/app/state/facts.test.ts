/** Facts of a household changed with the arrow keys, by a real session. */
import { expect, test } from 'vitest';
import { factRows } from '../../../src/app/state/fact-rows.ts';
import { play } from '../views/fixture.ts';

test.each(['zh', 'en'] as const)(
  'in %s the arrow keys go on from the value that stands there',
  async lang => {
    const { press, state } = await play({ lang });
    await press('4', 'enter');
    const shown = () =>
      factRows(state().household!).flatMap(row => (row.kind === 'fact' ? [row.fact] : [undefined]));
    const at = shown().findIndex(fact => fact?.edit === 'choice' && fact.choices.length > 2 && !fact.missing);
    await press(...Array.from({ length: at }, () => 'down'));
    const { choices, written, fact } = shown()[at]!;
    const from = choices.findIndex(({ label }) => label === written);
    const value = () => state().household!.edits.find(edit => edit.fact === fact)!.value;
    await press('right');
    expect(value()).toBe(choices[(from + 1) % choices.length]!.id);
    await press('right');
    expect(value()).toBe(choices[(from + 2) % choices.length]!.id);
    await press('left', 'left', 'left');
    expect(value()).toBe(choices[(from - 1 + choices.length) % choices.length]!.id);
  },
);
