/** Every message of the policy room: a text that brings it about, and where it points. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { loadCases } from '../../src/policy/cases.ts';
import { unexplained } from '../../src/policy/desk.ts';
import { type LoadedPolicy, loadPolicy } from '../../src/policy/load.ts';
import { loadVocabulary } from '../../src/policy/load-vocabulary.ts';
import { policyMessages } from '../../src/policy/messages.ts';
import { loadScenario } from '../../src/policy/scenario.ts';
import { messageOf } from '../../src/report/message.ts';
import { loadRules, loadText, memoryReader, said, small, type TextOptions } from '../support/load-text.ts';
import { dutySamples } from './duties/samples.ts';
import { formSamples } from './form/samples.ts';
import { quotaSamples } from './quotas/samples.ts';
import { useSamples } from './uses/samples.ts';

type Code = keyof typeof policyMessages;
interface Sample {
  /** What follows the lines that every policy needs; or a loading of its own. */
  readonly text: string | (() => Pick<LoadedPolicy, 'diagnostics' | 'sources'>);
  /** The text that the diagnostic points at; left out where it has no place. */
  readonly at?: string;
  readonly suggestion?: string;
  readonly options?: TextOptions;
}

const whole = (text: string, options?: TextOptions) => () => loadText(text, options);
const bytes = (...values: number[]) => Uint8Array.from(values);
const card = '卡类: {红卡: {编号: red, 当: 建档立卡}}\n';
const base = `政策: 原稿\n词汇: ../vocabulary.yaml\n施行: 2020-01-01\n${card}`;
const draft = (text: string, of = base) =>
  whole(`政策: 草案\n扩展: base.yaml\n${text}`, { files: { 'policies/small/base.yaml': of } });
const vocabulary = (text: string) => () =>
  loadVocabulary('/v.yaml', {
    read: memoryReader({ '/v.yaml': `词汇: 试\n实体: {household: {标签: 户}}\n${text}` }),
  });
const cases = (text: string) => () =>
  loadCases('/c/cases.yaml', { read: memoryReader({ '/c/cases.yaml': text, '/c/policy.yaml': base }) });
const scenario = (text: string) => () =>
  loadScenario('/s/s.yaml', { read: memoryReader({ '/s/s.yaml': text }) });

const samples: Record<Code, Sample> = {
  ...dutySamples,
  ...formSamples,
  ...quotaSamples,
  ...useSamples,
  // files
  'too-many-mistakes': {
    text: `定义:\n${Array.from({ length: 300 }, (_, k) => `  甲${k}: 没有${k}\n`).join('')}`,
  },
  'file-missing': { text: () => loadPolicy('/nowhere/policy.yaml', { read: memoryReader({}) }) },
  'file-unreadable': {
    text: () => {
      const reader = memoryReader({ [small]: '' });
      const read = () => {
        throw Object.assign(new Error('no'), { code: 'EACCES' });
      };
      return loadPolicy(small, { read: { ...reader, read } });
    },
  },
  'file-too-large': { text: whole(`政策: ${'很长'.repeat(1 << 19)}`), at: '' },
  'not-utf8': {
    text: () => loadPolicy(small, { read: memoryReader({ [small]: bytes(0x61, 0x3a, 0x20, 0xd5, 0xfe) }) }),
    at: '',
  },
  'path-not-relative': { text: whole('政策: 试\n词汇: /etc/passwd\n'), at: '/etc/passwd' },
  'path-missing': { text: whole('政策: 试\n词汇: ../nothing.yaml\n'), at: '../nothing.yaml' },
  'path-not-a-file': {
    text: () => {
      const reader = memoryReader({ [small]: '政策: 试\n词汇: pipe\n', '/project/policies/small/pipe': '' });
      const kind = (path: string) => (path.endsWith('pipe') ? 'other' : reader.kind(path));
      return loadPolicy(small, { read: { ...reader, kind } });
    },
    at: 'pipe',
  },
  'path-outside': { text: whole('政策: 试\n词汇: ../../../x.yaml\n'), at: '../../../x.yaml' },

  // YAML
  'yaml-fullwidth-colon': { text: '卡类:\n  红卡：\n    当: 建档立卡\n', at: '：', suggestion: '红卡: ' },
  'yaml-no-space': { text: '卡类:\n  红卡:\n    当:建档立卡\n    编号: red\n', at: ':', suggestion: '当: ' },
  'yaml-two-colons': { text: '卡类: {红卡:: {编号: red, 当: 建档立卡}}\n' },
  'yaml-text-before-keys': { text: '卡类:\n  红卡: 甲\n    编号: red\n    当: 建档立卡\n', at: '甲' },
  'yaml-no-colon': { text: '说明: 甲\n判定\n', at: '判定' },
  'yaml-fullwidth-comma': { text: '卡类: {红卡: {编号: red，当: 建档立卡}}\n', at: '，' },
  'yaml-flow-comma': {
    text: `${card}帮扶: {修缮: {编号: a, 金额: 最小(修缮费用, 5 元)}}\n`,
    at: ',',
    suggestion: '"最小(修缮费用, 5 元)"',
  },
  'yaml-flow-figure': {
    text: `${card}帮扶: {修: {编号: a, 金额: 1,000 元}}\n`,
    at: ',',
    suggestion: '1000 元',
  },
  'yaml-flow-brace': { text: `${card}依据: {甲: {标题: 见{附件}一}}\n`, at: '{', suggestion: '"见{附件}一"' },
  'yaml-comment-cut': { text: '说明: 文件 #3 号\n', at: '#' },
  'yaml-colon-in-text': { text: '说明: 村民说: 好\n', at: '村民说: 好', suggestion: '"村民说: 好"' },
  'yaml-special-start': { text: '说明: "甲"\n版本: @二\n', at: '@二', suggestion: '"@二"' },
  'yaml-text-after-quote': { text: '版本: "第一" 稿\n', at: '稿', suggestion: '\'"第一" 稿\'' },
  'yaml-escape': { text: '版本: "第\\q稿"\n', at: '\\q' },
  'yaml-tab': { text: '卡类:\n\t红卡: {当: 建档立卡}\n', at: '\t' },
  'yaml-wide-blank': { text: '卡类:\n  红卡:\n　　编号: red\n    当: 建档立卡\n', at: '　　' },
  'yaml-indent': { text: '卡类:\n  红卡:\n    编号: red\n     当: 建档立卡\n', at: '当: 建档立卡' },
  'yaml-unclosed-bracket': { text: '卡类: {红卡: {编号: red, 当: 建档立卡}\n版本: 一\n', at: '{' },
  'yaml-stray-bracket': { text: '卡类: {红卡: {编号: red, 当: 建档立卡}}}\n', at: '}' },
  'yaml-unclosed-quote': { text: `${card}版本: "一\n`, at: '"' },
  'yaml-syntax': { text: whole('- a\nb: c\n'), at: 'b' },
  'yaml-alias': { text: '说明: &a 甲\n版本: *a\n', at: '&a' },
  'yaml-complex-key': { text: '? [a, b]\n: c\n', at: '[a, b]' },
  'yaml-empty-key': { text: '资金: {: 甲}\n', at: '' },
  'yaml-documents': { text: '---\n政策: 二\n' },
  'yaml-empty': { text: whole('# 什么也没有\n'), at: '#' },
  'yaml-too-deep': { text: `说明: ${'['.repeat(70)}${']'.repeat(70)}\n`, at: '[' },
  'duplicate-key': { text: '版本: 一\n版本: 二\n', at: '版本' },
  'reserved-name': { text: '参数: {__proto__: 5 元}\n', at: '__proto__' },

  // forms
  'not-a-map': { text: whole('只有一句话\n'), at: '只' },
  'unknown-key': { text: '参树: {线: 5 元}\n', at: '参树', suggestion: '参数' },
  'unknown-key-here': { text: `${card}帮扶: {修缮: {编号: a, zzzzqqq: 5 元}}\n`, at: 'zzzzqqq' },
  'misplaced-key': { text: '卡类: {红卡: {编号: red, 当: 建档立卡, 词汇: x}}\n', at: '词汇' },
  'fullwidth-in-key': { text: '卡类: {红卡: {编号: red, "当，建档立卡": x}}\n', at: '"当，建档立卡"' },
  'same-key-twice': { text: '卡类: {红卡: {编号: red, 当: 建档立卡, when: 有汽车}}\n', at: 'when' },
  'missing-key': { text: whole('政策: 试\n词汇: ../vocabulary.yaml\n'), at: '政' },
  'wrong-shape': { text: '卡类: [红卡, 黄卡]\n', at: '卡类' },
  'list-of-conditions': { text: '卡类: {红卡: {编号: red, 当: [建档立卡, 有汽车]}}\n', at: '当' },
  'empty-value': { text: '卡类: {红卡: {编号: red, 当: }}\n', at: '当' },
  'wrong-count': { text: '参数: {线: {值: 5 元, 范围: [1 元]}}\n', at: '范围' },
  'number-too-large': { text: vocabulary('事实: {户: {a: {类型: 数量, 小数位: 9}}}\n'), at: '9' },
  'number-too-small': { text: vocabulary('事实: {户: {a: {类型: 数量, 小数位: -1}}}\n'), at: '-1' },
  'unknown-word': { text: '判定: 依此\n', at: '依此', suggestion: '依次' },
  'bad-date': { text: whole('政策: 试\n施行: 2020年3月\n'), at: '2020年3月' },
  'bad-id': { text: '参数: {线: {编号: a b, 值: 5 元}}\n', at: 'a b', suggestion: 'a-b' },
  'key-needs-id': { text: '卡类: {red card: {when: registered}}\n', at: 'red card', suggestion: 'red-card' },
  'duplicate-id': { text: '卡类: {红卡: {编号: a, 当: 建档立卡}, 黄卡: {编号: a, 当: 有汽车}}\n', at: 'a' },
  'duplicate-name': {
    text: '卡类: {红卡: {编号: a, 当: 建档立卡}, 黄卡: {编号: b, 标签: 红卡, 当: 有汽车}}\n',
    at: '黄卡',
  },

  // names and rules
  'name-taken': { text: '参数: {建档立卡: 5 元}\n', at: '建档立卡' },
  cycle: { text: '定义: {甲: 乙, 乙: 非 甲}\n', at: '甲' },
  'name-reserved': { text: '定义: {以上: 建档立卡}\n', at: '以上' },
  'definitions-too-deep': { text: `定义:\n  定0: 家庭人口\n${chain(101)}`, at: '定99' },
  'unknown-entity': { text: '定义: {甲: {对象: 家族, 值: 建档立卡}}\n', at: '家族' },
  'entity-ring': { text: ring(), at: '乙' },
  'no-household': {
    text: whole('政策: 试\n词汇: v.yaml\n施行: 2020-01-01\n', {
      files: { 'policies/small/v.yaml': '词汇: 试\n实体: {village: {标签: 村}}\n事实: {}\n' },
    }),
    at: 'v.yaml',
  },
  'unknown-card': {
    text: `${card}排除: {车: {不得评为: 红咔, 当: 有汽车}}\n`,
    at: '红咔',
    suggestion: '红卡',
  },
  'unknown-benefit': { text: '限额: {甲: {项目: [修缮], 计: 最高}}\n', at: '修缮' },
  'unknown-fund': {
    text: `${card}资金: {special: 专项资金}\n帮扶: {修: {金额: 5 元, 资金: speciel}}\n`,
    at: 'speciel',
    suggestion: 'special',
  },
  'listed-twice': { text: `${card}帮扶: {修: {对象: [红卡, red], 金额: 5 元}}\n`, at: 'red' },
  'bad-unit': { text: vocabulary('事实: {户: {a: {类型: 数量, 单位: 元 元}}}\n'), at: '元 元' },
  'unit-not-money': { text: vocabulary('事实: {户: {a: {类型: 金额, 单位: 亩}}}\n'), at: '亩' },
  'fact-needs-facts': {
    text: vocabulary('事实: {户: {a: {类型: 是否}, b: {类型: 是否, 当: 甲}}}\n定义: {甲: a}\n'),
    at: '甲',
  },
  'bad-bound': { text: vocabulary('事实: {户: {a: {类型: 数量, 最小: 很小}}}\n'), at: '很小' },
  'bounds-crossed': { text: vocabulary('事实: {户: {a: {类型: 数量, 最小: 5, 最大: 3}}}\n'), at: 'a' },
  'choice-without-values': { text: vocabulary('事实: {户: {a: {类型: 选项}}}\n'), at: 'a' },
  'values-without-choice': { text: vocabulary('事实: {户: {a: {类型: 是否, 取值: [甲, 乙]}}}\n'), at: 'a' },
  'too-many-values': {
    text: vocabulary(
      `事实: {户: {a: {类型: 选项, 取值: [${Array.from({ length: 251 }, (_, k) => `v${k}`)}]}}}\n`,
    ),
    at: 'a',
  },
  'table-too-flat': {
    text: '定义: {甲: {表: {按: [建档立卡, 有汽车], 是: 5 元, 其余: 1 元}}}\n',
    at: '是',
  },
  'empty-list': { text: '定义: {甲: {任一项: []}}\n', at: '任一项' },
  'whole-or-marginal': { text: '定义: {甲: {按: 家庭收入}}\n', at: '家庭收入' },
  'nobody-to-pay': { text: `${card}帮扶: {修: {对象: [], 金额: 5 元}}\n`, at: '对象' },
  'no-amounts': { text: `${card}帮扶: {修: {金额: {}}}\n`, at: '金额' },
  'household-amount-each': { text: `${card}帮扶: {修: {对象: {每: 成员}, 金额: 5 元/户}}\n`, at: '5 元/户' },
  'too-many-cards': {
    text: `卡类:\n${Array.from({ length: 31 }, (_, k) => `  c${k}: {当: 家庭收入 低于 ${k + 1} 元}\n`).join('')}`,
    at: 'c30',
  },
  'card-its-own-rest': { text: '卡类: {红卡: {其余: [红卡]}}\n', at: '[红卡]' },
  'amount-twice': { text: `${card}帮扶: {修: {金额: {红卡: 5 元, red: 6 元}}}\n`, at: 'red' },
  'bad-beneficiary': { text: `${card}帮扶: {修: {对象: {每: 村}, 金额: 5 元}}\n`, at: '村' },
  'mixed-beneficiaries': {
    text: '卡类: {红卡: {当: 建档立卡}, 黄卡: {当: 有汽车}}\n帮扶: {修: {金额: {红卡: 5 元/人, 黄卡: 6 元/户}}}\n',
    at: '6 元/户',
  },
  'per-person-twice': { text: `${card}帮扶: {修: {对象: {每: 成员, 人均: 是}, 金额: 5 元}}\n`, at: '修' },
  'no-persons': {
    text: whole('政策: 试\n词汇: v.yaml\n施行: 2020-01-01\n帮扶: {修: {金额: 5 元/人}}\n', {
      files: { 'policies/small/v.yaml': '词汇: 试\n实体: {household: {标签: 户}}\n事实: {}\n' },
    }),
    at: '修',
  },
  'periods-of-once': { text: '帮扶: {修: {金额: 5 元, 期数: 3}}\n', at: '修' },
  'bad-rounding': { text: '帮扶: {修: {金额: 5 元, 取整: 10 亩}}\n', at: '10 亩' },
  'benefit-later': { text: '帮扶: {甲: {金额: 乙 × 2}, 乙: {金额: 5 元}}\n', at: '乙' },
  'bad-group-over': {
    text: '帮扶: {修: {金额: 5 元}}\n限额: {甲: {项目: 修, 每: 村, 计: 最高}}\n',
    at: '村',
  },
  'group-mixed-periods': {
    text: '帮扶: {修: {金额: 5 元}, 补: {金额: 5 元, 每: 月}}\n限额: {甲: {项目: [修, 补], 计: 最高}}\n',
    at: '甲',
  },
  'amount-of-others': {
    text: '分类: 村\n卡类: {穷村: {编号: poor, 当: 村类型 = 贫困村}}\n帮扶: {救: {对象: {每: 户, 卡: 穷村}, 金额: 5 元/人}}\n',
    at: '5 元/人',
  },
  'cap-of-others': {
    text: '分类: 村\n卡类: {穷村: {编号: poor, 当: 村类型 = 贫困村}}\n帮扶: {救: {编号: aid, 对象: 穷村, 金额: 5 元}}\n限额: {总: {项目: aid, 封顶: 9 元/户}}\n',
    at: '9 元/户',
  },
  'group-needs-members': {
    text: '帮扶: {修: {金额: 5 元}}\n限额: {甲: {项目: 修, 每: 成员, 计: 最高}}\n',
    at: '甲',
  },
  'group-without-amount': { text: '帮扶: {修: {方式: 服务}}\n限额: {甲: {项目: 修, 计: 最高}}\n', at: '甲' },
  'two-groups': {
    text: '帮扶: {修: {金额: 5 元}}\n限额: {甲: {项目: 修, 计: 最高}, 乙: {项目: 修, 计: 首项}}\n',
    at: '乙',
  },

  // drafts
  'only-in-drafts': { text: '移除: [卡类.红卡]\n', at: '[卡类.红卡]' },
  'extends-itself': { text: whole('政策: 草案\n扩展: policy.yaml\n'), at: 'policy.yaml' },
  'card-needs-place': { text: draft('卡类: {黄卡: {编号: yellow, 当: 有汽车}}\n'), at: '黄卡' },
  'unknown-rule': { text: draft('移除: {卡类: [红咔]}\n'), at: '红咔', suggestion: '红卡' },
  'remove-what': { text: draft('移除: [红卡]\n'), at: '红卡' },
  'removed-in-use': {
    text: draft('移除: {卡类: [red]}\n', `${base}排除: {车: {编号: car, 不得评为: 红卡, 当: 有汽车}}\n`),
    at: 'red',
  },

  // sources
  'no-sources': { text: '卡类: {红卡: {编号: red, 当: 建档立卡, 出处: 方案 二}}\n', at: '方案 二' },
  'unknown-source': {
    text: '依据: {方案: 工作方案}\n卡类: {红卡: {编号: red, 当: 建档立卡, 出处: 方安 二}}\n',
    at: '方安 二',
    suggestion: '方案',
  },
  'rule-without-cite': { text: `依据: {方案: 工作方案}\n${card}`, at: '红卡' },
  'source-unused': { text: `依据: {方案: 工作方案}\n${card}`, at: '方案' },

  // parameters
  'bad-parameter-value': { text: '参数: {线: 1 元 至 2 岁}\n', at: '1 元 至 2 岁' },
  'parameter-computed': { text: '参数: {标准: 5 元, 线: 标准 × 1.5}\n', at: '标准 × 1.5' },
  'parameter-without-value': { text: '参数: {线: {说明: 没有值}}\n', at: '线' },
  'open-without-unit': { text: '参数: {线: 待定}\n', at: '待定' },
  'mixed-units': { text: '参数: {线: {2019-01-01: 5 元, 2020-01-01: 6 岁}}\n', at: '6 岁' },
  'range-crossed': { text: '参数: {线: 9 元 至 5 元}\n', at: '9 元 至 5 元' },
  'value-outside-range': { text: '参数: {线: {值: 9 元, 范围: 1 元 至 5 元}}\n', at: '9 元' },
  'before-first-date': { text: '参数: {线: {2021-01-01: 5 元}}\n', at: '线' },
  'by-what': { text: '参数: {线: {按: 村类别, 表: {贫困村: 5 元}}}\n', at: '村类别', suggestion: '村类型' },
  'by-not-a-choice': { text: '参数: {线: {按: 家庭收入, 表: {甲: 5 元}}}\n', at: '家庭收入' },
  'cells-without-by': { text: '参数: {线: {值: {贫困村: 5 元}}}\n', at: '线' },
  'not-understood': {
    text: () => ({
      diagnostics: unexplained([{ file: small, start: 0, end: 2 }], []),
      sources: new Map([[small, '甲乙']]),
    }),
    at: '甲乙',
  },
  'by-without-cells': { text: '参数: {线: {按: 村类型, 值: 5 元}}\n', at: '5 元' },
  'unknown-cell': {
    text: '参数: {线: {按: 村类型, 表: {贫因村: 5 元}}}\n',
    at: '贫因村',
    suggestion: '贫困村',
  },
  'set-unknown': { text: '参数: {线: 5 元}\n', options: { set: { 限: '5 元' } }, at: '限' },
  'set-unit': { text: '参数: {线: 5 元}\n', options: { set: { 线: '5 亩' } }, at: '5 亩' },
  'set-plain': {
    text: '帮扶: {会: {编号: meet, 当: 建档立卡, 金额: 20 元, 期数: 2}}\n名额: {首批: {编号: first, 对象: 会, 席位: {村: 待定}, 总数: 5, 排序: 有汽车}}\n',
    options: { set: { '首批.村': '20户' } },
    at: '20户',
  },
  'set-needs-unit': { text: '参数: {比例: 15 %}\n', options: { set: { 比例: '0.2' } }, at: '0.2' },
  'set-outside-range': {
    text: '参数: {比例: 1.2 至 1.5 倍}\n',
    options: { set: { 比例: '1.6 倍' } },
    at: '1.6 倍',
  },

  // lints
  'two-wordings': {
    text: '参数: {线: 5000 元/人年}\n定义: {甲: 人均收入 低于 线, 乙: 人均收入 在 线 以下}\n',
    at: '以下',
  },
  'unused-parameter': { text: '参数: {线: 5 元}\n', at: '线' },
  'unused-definition': { text: '定义: {甲: 建档立卡}\n', at: '甲' },
  'unused-fund': { text: '资金: {special: 专项资金}\n', at: 'special' },
  'card-unreachable': { text: '卡类: {红卡: {当: 建档立卡}, 黄卡: {当: 建档立卡 且 有汽车}}\n', at: '黄卡' },
  'amount-missing-card': {
    text: '卡类: {红卡: {当: 建档立卡}, 黄卡: {当: 有汽车}}\n帮扶: {修: {对象: [红卡, 黄卡], 金额: {红卡: 5 元}}}\n',
    at: '修',
  },
  'amount-card-not-served': {
    text: '卡类: {红卡: {当: 建档立卡}, 黄卡: {当: 有汽车}}\n帮扶: {修: {对象: 红卡, 金额: {红卡: 5 元, 黄卡: 1 元}}}\n',
    at: '修',
  },
  'draft-drops-amounts': {
    text: draft(
      '帮扶: {修: {编号: repair, 金额: {红卡: 6 元}}}\n',
      `${base.replace('卡类: {', '卡类: {黄卡: {当: 有汽车}, ')}帮扶: {修: {编号: repair, 金额: {红卡: 5 元, 黄卡: 4 元}}}\n`,
    ),
    at: '金额',
  },
  'setting-to-fill': { text: scenario('设定: {警戒线: ____}\n'), at: '____' },
  'setting-to-fill-unit': { text: scenario('设定: {警戒线: ____ 元/人年}\n'), at: '____ 元/人年' },
  'unknown-case': {
    text: cases('案例: [{名称: 甲, 应: {卡: 红卡}}, {名称: 乙, 同: 申, 应: {卡: 红卡}}]\n'),
    at: '申',
  },
};

/** Definitions one on another. */
function chain(length: number): string {
  return Array.from({ length }, (_, k) => `  定${k + 1}: 定${k} + 1 人\n`).join('');
}

function ring() {
  const text = '词汇: 试\n实体: {甲: {属于: 乙}, 乙: {属于: 甲}, household: {标签: 户}}\n事实: {}\n';
  return () => loadVocabulary('/v.yaml', { read: memoryReader({ '/v.yaml': text }) });
}

function find(code: string): {
  found: Diagnostic | undefined;
  loaded: Pick<LoadedPolicy, 'diagnostics' | 'sources'>;
} {
  const { text, options } = samples[code as Code];
  const loaded = typeof text === 'string' ? loadRules(text, options) : text();
  return { found: loaded.diagnostics.find(one => one.code === code), loaded };
}

describe('each message', () => {
  test.each(Object.keys(policyMessages))('%s', code => {
    const { found, loaded } = find(code);
    const { at, suggestion } = samples[code as Code];
    expect(found, said({ policy: null, ...loaded }).join('\n')).toBeDefined();
    if (found === undefined) return;
    for (const lang of ['zh', 'en'] as const) {
      const message = messageOf(found, policyMessages, lang);
      expect(message).not.toMatch(/\{\w+\}|undefined|\[object|“”/);
      expect(message).toMatch(lang === 'zh' ? /[\u3400-\u9fff].*[。）？]$/u : /[.?)]$/);
    }
    if (at !== undefined) {
      const { span } = found;
      expect(span && loaded.sources.get(span.file)?.slice(span.start, span.end)).toBe(at);
    }
    if (suggestion !== undefined) expect(found.suggestion).toBe(suggestion);
  });
});

test('a division is shown multiplied out', () => {
  const { diagnostics } = loadRules('定义: {甲: 家庭支出 / 家庭收入 > 60%}\n');
  const found = diagnostics.find(({ code }) => code === 'multiply-out');
  expect(found?.suggestion).toBe('家庭支出 > 60% × 家庭收入');
});

test('a scenario that names nothing', () => {
  const { diagnostics } = scenario('政策: ../x.yaml\n')();
  expect(diagnostics.map(({ code }) => code)).toEqual(['path-outside']);
});
