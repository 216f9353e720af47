/** Documents of known keys in any arrangement: whatever stands where, nothing crashes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { everyKeyTable } from '../../src/language/every-table.ts';
import * as keys from '../../src/language/keys.ts';
import { loadCases } from '../../src/policy/cases.ts';
import { loadVocabulary } from '../../src/policy/load-vocabulary.ts';
import { loadScenario } from '../../src/policy/scenario.ts';
import { loadText, memoryReader } from '../support/load-text.ts';
import { files } from './uses/registration.ts';

const spellings = [...new Set(everyKeyTable.flatMap(keys.spellingsOf))];
const names = [
  '红卡',
  'red',
  '修缮',
  '警戒线',
  '建档立卡',
  '贫困村',
  '2019-01-01',
  '至 10 元',
  '以上',
  '至少 2 项',
  '登记',
  '岗位名额',
  '村',
  'township',
  '__proto__',
  'x y',
  '',
];
const texts = [
  '建档立卡',
  '非 有汽车',
  '修缮费用 封顶 5 元',
  '5 元',
  '1 元 至 2 元',
  '待定',
  '红卡',
  'household',
  '成员',
  '警戒线',
  '修缮',
  '任一成员(重病)',
  '卡 = 红卡',
  '月',
  '是',
  '(((',
  'policy.yaml',
  '../registration.yaml',
  '登记.卡 = 贫困户',
  '登记.规模控制.实得',
  '岗位名额.实得',
  '人均收入 从低到高',
  '从高到低',
  '30%',
  '38200 人',
  '每月 不少于 2 次',
  '15 个工作日',
  '村',
  '2020-01-01',
];

const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...spellings) }, fc.constantFrom(...names));
const leaf = fc.oneof(
  fc.constantFrom(...texts),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ maxLength: 8 }),
);
const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  ),
}));
const sections = fc.dictionary(
  fc.constantFrom(...keys.spellingsOf(keys.policyKeys)),
  fc.dictionary(key, fc.oneof(fc.dictionary(key, tree, { maxKeys: 6 }), tree), { maxKeys: 4 }),
  { maxKeys: 8 },
);

const head = '词汇: ../vocabulary.yaml\n施行: 2020-03-18\n';

test('policies', () => {
  fc.assert(
    fc.property(sections, content => {
      const { 词汇: _, 施行: __, vocabulary: ___, ...rest } = content;
      const { policy, diagnostics } = loadText(head + stringify(rest), { files });
      expect(policy !== null || diagnostics.length > 0).toBe(true);
    }),
    { numRuns: 250, seed: 7 },
  );
}, 60_000);

test('drafts of a policy', () => {
  const base = `${head}参数: {警戒线: {编号: line, 值: 5 元}}\n卡类: {红卡: {编号: red, 当: 建档立卡}}\n帮扶: {修缮: {金额: {红卡: 5 元}}}\n使用: {登记: {编号: registration, 政策: ../registration.yaml}}\n名额: {岗位名额: {编号: posts, 对象: 修缮, 总数: 5, 席位: {村: 1}, 排序: [人均收入 从低到高]}}\n`;
  fc.assert(
    fc.property(sections, content => {
      const { 扩展: _, extends: __, ...rest } = content;
      loadText(`扩展: base.yaml\n${stringify(rest)}`, {
        files: { ...files, 'policies/small/base.yaml': base },
      });
    }),
    { numRuns: 150, seed: 8 },
  );
}, 60_000);

test('vocabularies, cases and scenarios', () => {
  fc.assert(
    fc.property(tree, content => {
      const text = stringify(content);
      const read = memoryReader({ '/x.yaml': text, '/policy.yaml': '' });
      loadVocabulary('/x.yaml', { read });
      loadCases('/x.yaml', { read });
      loadScenario('/x.yaml', { read });
    }),
    { numRuns: 150, seed: 9 },
  );
}, 60_000);
