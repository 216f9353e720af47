/** Parameters that are no figures: truth values and dates. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drive, figures, root, smallCounty } from './drive.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbai-kinds-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a truth value and a date are changed live, and a draft of them says the same', async () => {
  cpSync(join(root, 'policies/vocabulary'), join(folder, 'vocabulary'), { recursive: true });
  writeFileSync(join(folder, 'mingbai.yaml'), '');
  const plan = join(folder, 'plan');
  mkdirSync(plan);
  writeFileSync(
    join(plan, 'policy.yaml'),
    `政策: 试行
施行: 2020-01-01
词汇: ../vocabulary/rural-household.yaml
参数:
  起算日: {编号: day_one, 值: 2016-01-01}
  从严: {编号: strict, 值: 是}
卡类:
  红卡: {编号: red, 当: 住房等级 = C级 且 从严}
  黄卡: {编号: yellow, 当: 脱贫日期 早于 起算日}
  绿卡: {编号: green, 其余: 是}
`,
  );
  const driven = drive();
  const { policies } = await driven.ask('load', { policies: [plan], population: smallCounty, on: null });
  expect(policies[0]!.parameters.map(({ parameter, kind, value }) => [parameter, kind, value])).toEqual([
    ['day_one', 'date', '2016-01-01'],
    ['strict', 'bool', 'true'],
  ]);
  const changes = [
    { parameter: 'strict', cell: null, value: 'false' },
    { parameter: 'day_one', cell: null, value: '2019-01-01' },
  ];
  const { sides, changed } = await figures(driven, { b: 0, changes });
  expect(changed.households).toBeGreaterThan(0);
  const path = join(folder, 'draft');
  await driven.ask('save', { path, name: '放宽', b: 0, changes, lang: 'zh' });
  await driven.ask('load', { policies: [plan, path], population: smallCounty, on: null });
  const again = await figures(driven);
  expect(again.changed).toEqual(changed);
  expect(again.sides[1].outcomes).toEqual(sides[1].outcomes);
});
