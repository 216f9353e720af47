/** A policy for others to use, and the files that they need for it. */
export const registration = `
政策: {zh: 建档立卡, en: Registration}
编号: registration
词汇: vocabulary.yaml
施行: 2020-01-01
参数:
  贫困线: {编号: line, 值: {2019-01-01: 3747 元/人年, 2020-01-01: 4000 元/人年}}
卡类:
  贫困户: {编号: poor, 当: 人均收入 低于 贫困线}
  一般户: {编号: ordinary, 其余: 是}
帮扶:
  临时救助: {标签: {zh: 临时救助, en: temporary relief}, 编号: temporary-relief, 对象: 贫困户, 金额: 500 元, 每: 月}
  年度补贴: {编号: yearly, 对象: 贫困户, 金额: 1200 元, 每: 年}
  慰问金: {编号: gift, 对象: 贫困户, 金额: 300 元}
名额:
  规模控制: {编号: size-control, 对象: 贫困户, 占: 家庭人口, 总数: 100 人, 排序: 人均收入 从低到高}
`;

export const using = '使用: {登记: {编号: registration, 政策: ../registration.yaml}}\n';
export const files: Readonly<Record<string, string>> = { 'policies/registration.yaml': registration };
