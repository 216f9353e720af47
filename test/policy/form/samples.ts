import type { formMessages } from '../../../src/policy/form/messages.ts';

const cards = '卡类: {红卡: {编号: red, 当: 建档立卡}}\n';
const form = (part: string) => `审批表: {栏: {编号: part, ${part}}}\n`;

/** A form for each thing that can be wrong with one. */
export const formSamples: Readonly<
  Record<
    keyof typeof formMessages,
    { readonly text: string; readonly at: string; readonly suggestion?: string }
  >
> = {
  'form-part-empty': { text: form('说明: 空的'), at: '栏' },
  'form-part-mixed': { text: form('填: [家庭人口], 备注: [甲]'), at: '备注' },
  'form-key-stray': { text: form('备注: [甲], 每行: 2'), at: '每行' },
  'form-two-titles': {
    text: '审批表: {甲: {标题: 一}, 乙: {标题: 二}}\n',
    at: '乙: {标题: 二',
  },
  'form-label-missing': { text: form('填: [家庭人口 + 1 人]'), at: '家庭人口 + 1 人' },
  'form-not-boxes': { text: form('选项: 家庭人口'), at: '家庭人口' },
  'form-not-parts': { text: form('每: 村, 列: [村类型]'), at: '村' },
  'form-unknown-stage': {
    text: `程序: {初核申报: {编号: first}}\n${form('意见: 同意, 环节: 初核申保')}`,
    at: '初核申保',
    suggestion: '初核申报',
  },
  'form-unknown-role': {
    text: `角色: {village-cadre: 村干部}\n${form('意见: 同意, 由: 村干')}`,
    at: '村干',
    suggestion: '村干部',
  },
  'form-benefit-twice': {
    text: `${cards}帮扶: {修: {金额: 5 元}}\n${form('可享受: [修, {标签: 住房, 项目: [修]}]')}`,
    at: '{标签: 住房, 项目: [修]}',
  },
};
