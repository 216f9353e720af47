import { describe, expect, it } from 'vitest';
import { mingbai } from './support.ts';

/** What `calendar`, `workload` and `sample` show, whole. Rewrite with `npx vitest run test/cli/golden-duties.test.ts -u`. */
const policy = 'policies/county-four-cards';
const county = ['--population', 'examples/small-county'];
const shown: Record<string, string[]> = {
  calendar: ['calendar', policy],
  'calendar-registration': ['calendar', 'policies/registration'],
  workload: ['workload', policy, ...county],
  sample: ['sample', policy, ...county, '--seed', '2020'],
};

describe.each(['zh', 'en'])('in %s', lang => {
  it.each(Object.entries(shown))('%s', async (name, args) => {
    const { out, err } = await mingbai([...args, '--lang', lang]);
    await expect(out + err).toMatchFileSnapshot(`../golden/duties/${name}.${lang}.txt`);
  });
});

it.each([
  ['calendar.json', ['calendar', policy, '--format', 'json']],
  ['calendar.zh.ics', ['calendar', policy, '--format', 'ics', '--lang', 'zh']],
  ['workload.csv', ['workload', policy, ...county, '--months', '3', '--format', 'csv']],
  ['sample.csv', ['sample', policy, ...county, '--seed', '2020', '--format', 'csv']],
])('%s', async (name, args) => {
  const { out, err } = await mingbai(args);
  expect(err).toBe('');
  await expect(out).toMatchFileSnapshot(`../golden/duties/${name}`);
});
