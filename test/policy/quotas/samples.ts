/** A text for each message about quotas and funds, as `messages.test.ts` wants them. */
const card = '卡类: {红卡: {编号: red, 当: 建档立卡}, 黄卡: {编号: yellow, 当: 有汽车}}\n';
const post = '帮扶: {岗位: {编号: post, 对象: {每: 成员, 卡: 红卡}, 方式: 岗位}}\n';
const quota = (fields: string) => `${card}${post}名额: {岗位数: {编号: posts, ${fields}}}\n`;
const seats = (fields: string) => quota(`对象: 岗位, ${fields}, 排序: 重病`);
const fund = (fields: string) =>
  `${card}资金: {救助金: {编号: relief, ${fields}}}\n帮扶: {救助: {对象: 红卡, 金额: 5 元, 资金: 救助金}}\n`;

export const quotaSamples = {
  'unknown-claimant': { text: quota('对象: 岗立, 总数: 5'), at: '岗立', suggestion: '岗位' },
  'quota-of-several': { text: quota('对象: [岗位, 红卡], 总数: 5'), at: '红卡' },
  'quota-without-seats': { text: quota('对象: 岗位, 排序: 重病'), at: '岗位数' },
  'total-and-least': { text: seats('总数: 5, 至少: 3'), at: '至少' },
  'seats-and-shares': { text: seats('总数: 5, 席位: {村: 1}, 分解: {村: 1}'), at: '分解' },
  'shares-need-total': { text: seats('分解: {村: 1}'), at: '分解' },
  'level-twice': { text: seats('席位: {村: 1, village: 2}'), at: 'village' },
  'level-not-around': { text: seats('席位: {成员: 1}'), at: '成员' },
  'shares-inside-out': { text: seats('总数: 9, 分解: {村: 1, 乡镇: 1}'), at: '村' },
  'seats-share': { text: seats('总数: 30%'), at: '30%' },
  'seats-not-whole': { text: seats('席位: {村: 若 村类型 = 贫困村 则 1.5 否则 1}'), at: '1.5' },
  'seats-unit': { text: seats('总数: 60 户'), at: '60 户' },
  'takes-unit': { text: quota('对象: 红卡, 占: 家庭收入, 总数: 5, 排序: 有汽车'), at: '家庭收入' },
  'seats-short': { text: seats('总数: 50, 席位: {乡镇: 60}'), at: '50' },
  'rank-of-what': { text: quota('对象: 岗位, 总数: 5, 排序: [从低到高]'), at: '从低到高' },
  'rank-needs-order': { text: quota('对象: 岗位, 总数: 5, 排序: [年龄]'), at: '年龄' },
  'quota-cycle': {
    text: `${card}名额:
  甲: {对象: 红卡, 总数: 5, 排序: [乙.实得]}
  乙: {对象: 黄卡, 总数: 5, 排序: [甲.实得]}
`,
    at: '甲: {对象: 红卡, 总数: 5, 排序: [乙.实得',
  },
  'quota-without-rank': { text: quota('对象: 岗位, 总数: 5') },
  'fund-total-each': { text: fund('总额: 5 元/户, 排序: 有汽车'), at: '5 元/户' },
  'fund-total-negative': { text: fund('总额: -5 元, 排序: 有汽车'), at: '-5 元' },
  'fund-rank-unused': { text: fund('排序: 有汽车'), at: '排序' },
} as const;
