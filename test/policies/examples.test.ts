import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/engine/answer.ts';
import { decide } from '../../src/engine/reference/decide.ts';
import { loadScenario } from '../../src/policy/scenario.ts';
import { readHousehold } from '../../src/population/household-file.ts';
import { projectRoot, shipped } from './shipped.ts';

const households = `${projectRoot}examples/households/`;

function answer(scheme: string, file: string, change: (text: string) => string = text => text): Answer {
  const policy = shipped(scheme);
  const text = change(readFileSync(households + file, 'utf8'));
  const { instance, diagnostics } = readHousehold(text, policy.vocabulary);
  if (instance === null) throw new Error(JSON.stringify(diagnostics));
  return decide(policy, instance);
}

/** What examples/README.md says of each. */
const told = {
  'li-at-the-line.yaml': ['yellow', 'undetermined'],
  'elderly-couple.yaml': ['red', 'red'],
  'marginal-with-car.yaml': [null, 'undetermined'],
  'student-family.json': ['green', 'blue'],
  'missing-wages.json': ['undetermined', 'undetermined'],
} as const;

describe('example households', () => {
  test('are all told of', () => {
    const readme = readFileSync(`${projectRoot}examples/README.md`, 'utf8');
    const files = readdirSync(households);
    expect(files.sort()).toEqual(Object.keys(told).sort());
    expect(files.filter(file => !readme.includes(`households/${file}`))).toEqual([]);
  });

  test.each(Object.entries(told))('%s', (file, [four, five]) => {
    const shown = ({ status, card }: Answer) => (status === 'decided' ? card : status);
    expect(shown(answer('county-four-cards', file))).toBe(four);
    expect(shown(answer('lancang-five-cards', file))).toBe(five);
  });

  test('the Li family turns green with one fen more', () => {
    const richer = (text: string) => text.replace('工资性收入: 11000', '工资性收入: 11000.01');
    expect(answer('county-four-cards', 'li-at-the-line.yaml', richer).card).toBe('green');
  });

  test('the couple turns yellow with one yuan of transfers, and the grant for the house falls', () => {
    const grant = ({ benefits }: Answer) => benefits.find(({ id }) => id === 'new-house')?.high;
    const richer = (text: string) => text.replace('transfer_income: 0', 'transfer_income: 1');
    expect(grant(answer('county-four-cards', 'elderly-couple.yaml'))).toBe(5_000_000);
    const after = answer('county-four-cards', 'elderly-couple.yaml', richer);
    expect(after.card).toBe('yellow');
    expect(grant(after)).toBe(4_000_000);
  });

  test('a car bars the blue card, unless in the draft somebody is seriously ill', () => {
    const draft = 'county-four-cards/drafts/line-6000';
    const ill = (text: string) => text.replace('severe_illness: false', 'severe_illness: true');
    const file = 'marginal-with-car.yaml';
    expect(answer('county-four-cards', file).barred).toEqual([{ card: 'blue', by: 'consumer-car' }]);
    expect(answer('county-four-cards', file, ill).card).toBe(null);
    expect(answer(draft, file).card).toBe(null);
    expect(answer(draft, file, ill).card).toBe('blue');
  });
});

test.each(readdirSync(`${projectRoot}examples/scenarios`))('scenario %s', file => {
  const { scenario, diagnostics } = loadScenario(`${projectRoot}examples/scenarios/${file}`);
  expect(diagnostics).toEqual([]);
  expect(scenario?.policies).toHaveLength(2);
  expect(scenario?.population?.kind).toBe('generated');
});
