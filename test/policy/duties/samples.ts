/** A text for each message about duties, as `messages.test.ts` wants them. */
interface Sample {
  readonly text: string;
  readonly at: string;
  readonly suggestion?: string;
}

const card = '卡类: {红卡: {编号: red, 当: 建档立卡}}\n';
const two = '程序:\n  初核: {编号: check, 起: 2020-03-18, 止: 2020-03-22}\n';
const duty = (fields: string) => `职责: {联络: {编号: contact, ${fields}}}\n`;
const sample = (fields: string) => `抽查: {县抽查: {编号: county, ${fields}}}\n`;

export const dutySamples = {
  'unknown-role': {
    text: `角色: {村干部: {编号: cadre}}\n${duty('由: 村干布, 频次: 每月')}`,
    at: '村干布',
    suggestion: '村干部',
  },
  'unused-role': { text: '角色: {村干部: {编号: cadre}}\n', at: '村干部' },
  'unknown-stage': { text: `${two}${duty('自: 初查, 内: 7 天')}`, at: '初查', suggestion: '初核' },
  'nobody-concerned': { text: `${card}${duty('对象: [], 频次: 每月')}`, at: '对象' },
  'bad-frequency': { text: duty('频次: 每月不超过 2 次'), at: '每月不超过 2 次' },
  'bad-times': { text: duty('频次: 每月 0 次'), at: '每月 0 次' },
  'bad-period': { text: duty('频次: {至少: 2, 每: 常}'), at: '常' },
  'bad-time-span': { text: `${two}  上报: {编号: report, 之后: 初核, 内: 尽快}\n`, at: '尽快' },
  'time-span-zero': { text: '程序: {公示: {编号: notice, 公示: 0 天}}\n', at: '0 天' },
  'time-span-crossed': { text: '过渡: {脱贫后: {编号: after, 期限: 2 年 至 1 年}}\n', at: '2 年 至 1 年' },
  'time-span-mixed': {
    text: '过渡: {脱贫后: {编号: after, 期限: 30 天 至 6 个月}}\n',
    at: '30 天 至 6 个月',
  },
  'time-span-long': { text: '过渡: {脱贫后: {编号: after, 期限: 200 年}}\n', at: '200 年' },
  'bad-day': { text: '程序: {初核: {编号: check, 起: 2 月 30 日}}\n', at: '2 月 30 日' },
  'day-needs-year': { text: '程序: {更新: {编号: update, 止: 1 月底}}\n', at: '1 月底' },
  'ends-before-start': {
    text: '程序: {初核: {编号: check, 起: 2020-03-22, 止: 2020-03-18}}\n',
    at: '2020-03-18',
  },
  'stage-after-later': {
    text: '程序:\n  公示: {编号: notice, 之后: 县复核}\n  县复核: {编号: county, 起: 2020-03-30}\n',
    at: '县复核',
  },
  'stage-after-itself': { text: '程序: {公示: {编号: notice, 之后: notice}}\n', at: 'notice' },
  'within-of-what': { text: '程序: {上报: {编号: report, 内: 10 个工作日}}\n', at: '内' },
  'recurring-with-deadline': { text: duty('频次: 每月, 内: 7 天'), at: '内' },
  'after-without-within': { text: `${two}${duty('自: 初核, 频次: 一次')}`, at: '自' },
  'bad-share': { text: sample('比例: 三人'), at: '三人' },
  'share-impossible': { text: sample('比例: 30'), at: '30', suggestion: '30%' },
  'bad-team': { text: sample('比例: 30%, 每组: 0 人'), at: '0 人' },
  'stratum-below': { text: sample('比例: 30%, 分层: [村, 成员]'), at: '成员' },
} as const satisfies Readonly<Record<string, Sample>>;
