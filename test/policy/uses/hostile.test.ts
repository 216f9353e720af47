/** Uses, quotas and funds written to do harm, or damaged at random. */
import { expect, test } from 'vitest';
import { loadRules, loadText, said } from '../../support/load-text.ts';
import { files, registration, using } from './registration.ts';

const rules = `${using}定义:
  贫困户数: {编号: poor-count, 对象: 村, 值: 计数(户 当 登记.卡 = 贫困户)}
卡类: {红卡: {编号: red, 当: 登记.卡 = 贫困户 且 登记.金额 低于 9000 元}}
帮扶: {岗位: {编号: post, 对象: {每: 成员, 卡: 红卡}, 金额: 登记.临时救助 × 2, 每: 月, 资金: 工资}}
资金: {工资: {编号: wages, 总额: 9 万元, 排序: [登记.金额 从低到高, 规模.实得]}}
名额:
  名额: {编号: posts, 对象: 岗位, 总数: 90 人, 席位: {村: 贫困户数, 乡镇: 20}, 排序: [重病, 年龄 从高到低]}
  规模: {编号: size, 对象: 红卡, 占: 家庭人口, 总数: 9 人, 分解: {乡镇: 1, 村: 贫困户数}, 排序: 人均收入 从低到高}
断言: {少: {对: 总体, 须: 红卡.岗位.实得 不超过 岗位}}
`;

test('the text before it is damaged is right', () => {
  expect(
    said(loadRules(rules, { files })).filter(one => !one.includes('without') && !one.includes('unused')),
  ).toEqual([]);
});

test('no damage makes a load fail, and each error has its place', () => {
  const pieces = rules.match(/[\p{L}\p{N}_-]+|[^\s]/gu) ?? [];
  for (let k = 0; k < pieces.length; k++) {
    const other = pieces[(k * 7 + 3) % pieces.length] ?? '';
    const put = ['', `${pieces[k]}${pieces[k]}`, other][k % 3] ?? '';
    const damaged = nth(rules, pieces, k, put);
    const { policy, diagnostics } = loadRules(damaged, { files });
    const told = diagnostics.some(({ severity }) => severity === 'error');
    expect(policy === null, damaged).toBe(told);
  }
}, 60_000);

/** The text with its k-th piece replaced. */
function nth(text: string, pieces: readonly string[], k: number, put: string): string {
  let at = 0;
  for (let j = 0; j < k; j++) at = text.indexOf(pieces[j] ?? '', at) + (pieces[j]?.length ?? 0);
  const start = text.indexOf(pieces[k] ?? '', at);
  return text.slice(0, start) + put + text.slice(start + (pieces[k]?.length ?? 0));
}

test('keys that every object has', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    for (const section of [
      `使用: {${name}: ../registration.yaml}\n`,
      `名额: {${name}: {对象: 红卡, 总数: 5}}\n`,
      `资金: {${name}: {总额: 5 元}}\n`,
      `名额: {甲: {对象: 红卡, 席位: {${name}: 5}}}\n`,
      `名额: {甲: {对象: ${name}, 总数: 5}}\n`,
    ]) {
      const { policy } = loadRules(`卡类: {红卡: {当: 建档立卡}}\n${section}`, { files });
      expect(policy, section).toBeNull();
    }
  }
  for (const name of ['__proto__', 'constructor'])
    expect(loadRules(`${using}定义: {甲: 登记.${name} = 5}\n`, { files }).policy).toBeNull();
  expect(Object.prototype).not.toHaveProperty('policy');
});

test('aliases and merges bring in nothing', () => {
  const text = '使用: &a {甲: ../registration.yaml}\n名额: {<<: *a}\n';
  expect(said(loadRules(text, { files })).map(one => one.split(' ')[0])).toContain('yaml-alias');
});

test('many policies that all use all are read once each', () => {
  const all = Array.from({ length: 12 }, (_, k) => k);
  const many = Object.fromEntries(
    all.map(k => {
      const later = all.filter(other => other > k).map(other => `u${other}: p${other}.yaml`);
      const own = registration.replace('编号: registration', `编号: p${k}`);
      const text = later.length === 0 ? own : own.replace('参数:', `使用: {${later.join(', ')}}\n参数:`);
      return [`policies/p${k}.yaml`, text];
    }),
  );
  const { policy } = loadText(
    '政策: 试\n词汇: ../vocabulary.yaml\n施行: 2020-03-18\n使用: {甲: ../p0.yaml}\n',
    { files: many },
  );
  expect(Object.keys(policy?.uses['甲']?.policy.uses ?? {})).toHaveLength(11);
});

test('settings of uses that do not exist, however deep', () => {
  const set = { 'registration.registration.line': '5', '登记..线': '5', '.登记': '5', 'a.b.c.d': '1' };
  const { diagnostics } = loadRules(using, { files, set });
  expect(diagnostics.map(({ code }) => code)).toEqual(Array(4).fill('set-unknown'));
});
