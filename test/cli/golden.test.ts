import { describe, expect, it } from 'vitest';
import { mingbai } from './support.ts';

/**
 * What people see, whole, in both languages. After a change that is meant, look at the difference and rewrite the files:
 * `npx vitest run test/cli/golden.test.ts -u`.
 */
const policy = 'policies/county-four-cards';
const county = ['--population', 'examples/small-county'];
const shown: Record<string, string[]> = {
  help: ['help'],
  'help-compare': ['help', 'compare'],
  compare: ['compare', policy, `${policy}/drafts/line-6000`, ...county],
  'compare-schemes': ['compare', policy, 'policies/lancang-five-cards', ...county],
  simulate: ['simulate', 'policies/lancang-five-cards', ...county],
  explain: ['explain', policy, '--household', 'examples/households/missing-wages.json'],
  check: ['check', 'test/golden/mistaken.yaml'],
  trace: ['trace', 'policies/lancang-five-cards'],
  blanks: ['blanks', policy, ...county],
  targeting: [
    'compare',
    policy,
    'policies/lancang-five-cards',
    ...county,
    '--show',
    'cross,targeting',
    '--reference',
    '建档立卡',
  ],
  villages: ['simulate', 'policies/registration/poor-villages', ...county],
};

describe.each(['zh', 'en'])('in %s', lang => {
  it.each(Object.entries(shown))('%s', async (name, args) => {
    const { out, err } = await mingbai([...args, '--lang', lang]);
    await expect(out + err).toMatchFileSnapshot(`../golden/${name}.${lang}.txt`);
  });
});

describe('for programs', () => {
  it.each(['compare', 'explain', 'check', 'trace', 'blanks', 'targeting'])('%s', async name => {
    const { out, err } = await mingbai([...shown[name]!, '--format', 'json']);
    expect(err).toBe('');
    await expect(out).toMatchFileSnapshot(`../golden/${name}.json`);
  });

  it('classify', async () => {
    const { out } = await mingbai(['classify', policy, ...county]);
    await expect(out).toMatchFileSnapshot('../golden/classify.csv');
  });
});
