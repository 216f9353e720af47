import { expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('check-scenario');

it('points at every mistake of a scenario once, where it is written', async () => {
  const policy = (name: string) => `政策: ${name}
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
参数: {低保线: {值: 4500 元/人年, 范围: 3000 元/人年 至 9000 元/人年}}
卡类: {低保户: {当: 人均纯收入 低于 低保线}}
`;
  scratch.write('one/policy.yaml', policy('一'));
  scratch.write('two/policy.yaml', policy('二'));
  const path = scratch.write(
    'scenario.yaml',
    `情景: 两个方案
政策: [one, two]
人口: {户数: -5}
日期: 2020-02-30
设定: {低保线: 1 万元/人年, 没有的: 3 倍}
`,
  );
  const { code, out } = await mingbai(['check', path, '--format', 'json']);
  const [file] = JSON.parse(out).files;
  const told = file.diagnostics as { code: string; file: string; line: number }[];
  expect(code).toBe(1);
  expect(told.map(({ code, file, line }) => [code, file.endsWith('scenario.yaml'), line]).sort()).toEqual([
    ['bad-date', true, 4],
    ['missing-key', true, 3],
    ['number-too-small', true, 3],
    ['set-outside-range', true, 5],
    ['setting-unused', true, 5],
  ]);
});
