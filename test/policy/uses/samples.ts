/** A text for each message about policies that a policy uses, as `messages.test.ts` wants them. */
import { files, using } from './registration.ts';

/** Policies in a row, each using the next. */
function row(length: number): Record<string, string> {
  const text = (k: number) =>
    `政策: 第${k}\n编号: p${k}\n词汇: vocabulary.yaml\n施行: 2020-01-01\n${k < length ? `使用: {下一: p${k + 1}.yaml}\n` : ''}`;
  return Object.fromEntries(Array.from({ length }, (_, k) => [`policies/p${k + 1}.yaml`, text(k + 1)]));
}

const ring = files['policies/registration.yaml']?.replace(
  '参数:',
  '使用: {回来: {编号: back, 政策: small/policy.yaml}}\n参数:',
);

export const useSamples = {
  'uses-ring': {
    text: using,
    options: { files: { 'policies/registration.yaml': ring ?? '' } },
    at: 'small/policy.yaml',
  },
  'uses-too-long': { text: '使用: {甲: ../p1.yaml}\n', options: { files: row(22) } },
  'uses-other-vocabulary': {
    text: '使用: {甲: {编号: other, 政策: ../other.yaml}}\n',
    options: {
      files: {
        'policies/other.yaml': '政策: 别处\n词汇: words.yaml\n施行: 2020-01-01\n',
        'policies/words.yaml': '词汇: 别处\n实体: {household: {标签: 户}}\n事实: {}\n',
      },
    },
    at: '../other.yaml',
  },
  'unused-use': { text: using, options: { files }, at: '登记' },
  'use-not-here': {
    text: `${using}事实: {户: {穷: {编号: x, 类型: 是否, 当: 登记.卡 = 贫困户}}}\n`.replace('编号: x, ', ''),
    options: { files },
    at: '登记',
  },
} as const;
