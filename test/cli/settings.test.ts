/** Results say with which settings they came about, and so do the commands that they suggest. */
import { describe, expect, it } from 'vitest';
import { mingbai, wordsOfLine } from './support.ts';

const policy = 'policies/county-four-cards';
const draft = `${policy}/drafts/line-6000`;
const county = ['--population', 'examples/small-county'];
const set = ['--set', '黄卡产业资金=6000 元'];
const suggested = (out: string) => /^ {2}npx mingbai (explain .*)$/m.exec(out)?.[1] ?? '';

describe('settings', () => {
  it('stand below the policy that takes them', async () => {
    const { out } = await mingbai(['compare', policy, draft, ...county, ...set, '--lang', 'zh']);
    expect(out.match(/^ {4}设定：黄卡产业资金 = 6,000 元$/gm)).toHaveLength(2);
    const plain = await mingbai(['compare', policy, draft, ...county, '--lang', 'zh']);
    expect(plain.out).not.toContain('设定');
  });

  it('are given to programs by id', async () => {
    const args = ['simulate', policy, ...county, ...set, '--format', 'json'];
    const [first] = JSON.parse((await mingbai(args)).out).policies;
    expect(Object.values(first.set)).toEqual(['6000 元']);
    const plain = await mingbai(['simulate', policy, ...county, '--format', 'json']);
    expect(JSON.parse(plain.out).policies[0]).not.toHaveProperty('set');
  });

  it('go into the command that explains a household, which then tells the same', async () => {
    const args = ['compare', policy, draft, ...county, ...set, '--on', '2020-06-01', '--skip-bad-rows'];
    const { out } = await mingbai(args);
    const line = suggested(out);
    expect(line).toContain("--set '黄卡产业资金=6000 元' --on 2020-06-01 --skip-bad-rows");
    const explained = await mingbai(wordsOfLine(line));
    expect([explained.code, explained.err]).toEqual([0, '']);
    expect(explained.out).toContain('rules of 2020-06-01\nset: ');
  });

  it('of a scenario count as well', async () => {
    const { out } = await mingbai(['compare', 'examples/scenarios/line-6000.yaml', ...county]);
    expect(out).toContain('    set: industry funds of a yellow household = 6,000 yuan;');
    expect(suggested(out)).toContain("--set '黄卡产业资金=6000 元' --set '绿卡产业资金=3000 元'");
  });
});

it('rules that are not yet in force say so', async () => {
  const { out } = await mingbai(['simulate', policy, ...county, '--on', '2019-01-01', '--lang', 'zh']);
  expect(out).toContain('按 2019-01-01 的规定，早于施行日 2020-03-18');
});
