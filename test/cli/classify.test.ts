import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('classify');

const args = ['classify', 'policies/county-four-cards', '--population', 'examples/small-county'];

describe('classify', () => {
  it('gives ids whatever the language, and where a household lies', async () => {
    const [head, first] = (await mingbai([...args, '--lang', 'zh'])).out.split(/\r?\n/);
    expect(head).toMatch(/^household_id,village_id,township_id,county_id,status,card,card_name,/);
    expect(first).toMatch(/^h001,[^,]+,[^,]+,[^,]*,out-of-scope,/);
  });

  it('gives names to people where they are wanted', async () => {
    const { out } = await mingbai([...args, '--labels', '--lang', 'zh']);
    const [head, ...rows] = out.trimEnd().split(/\r?\n/);
    expect(head).toMatch(/^户编号,村,乡镇,县,结果,卡编号,卡,可能的卡,不得评的卡,/);
    expect(rows[0]).toContain(',不在范围,');
    const red = rows.find(row => row.includes(',red,红卡,红卡,'))!;
    expect(red).toContain('、');
    expect(red.replace(/^[^,]*,[^,]*,[^,]*,[^,]*,/, '').replace(',red,', '')).not.toMatch(/[a-z]/);
    const json = await mingbai([...args, '--labels', '--format', 'json']);
    expect(json.code).toBe(2);
  });

  it('knows by their ids those who have no parts, also where the key is not declared as a fact', async () => {
    scratch.write(
      'alone/policy.yaml',
      `policy: Alone
effective: 2021-01-01
entities: {household: {label: 户, plural: {id: households, zh: 户}, key: number}}
facts: {household: {income: {label: 收入, type: money, unit: 元/年}}}
cards: {poor: {when: income below 100 yuan}}
quotas: {seats: {for: poor, total: 2, rank: income low first}}
`,
    );
    scratch.write('alone/county/households.csv', 'number,income\nb,1\nc,1\na,1\n');
    const { out } = await mingbai([
      ...['classify', scratch.path('alone'), '--population', scratch.path('alone/county')],
      ...['--format', 'json'],
    ]);
    const rows: { number: string; quotas: { rank: number }[] }[] = JSON.parse(out);
    expect(rows.map(({ number, quotas }) => `${number} ${quotas[0]!.rank}`)).toEqual(['b 2', 'c 3', 'a 1']);
  });
});
