import { describe, expect, it } from 'vitest';
import { mingbai } from './support.ts';

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
});
