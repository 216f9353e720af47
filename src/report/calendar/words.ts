import { fillGaps, type Lang, type Words } from '../../language/label.ts';

const calendarWords = {
  title: { zh: '{policy} 时间表', en: '{policy}: timetable' },
  span: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  procedure: { zh: '程序', en: 'Procedure' },
  stage: { zh: '环节', en: 'stage' },
  role: { zh: '由', en: 'by' },
  from: { zh: '起', en: 'from' },
  to: { zh: '止', en: 'to' },
  days: { zh: '天数', en: 'days' },
  working: { zh: '工作日', en: 'working' },
  computed: { zh: '* 按“之后”“内”推算', en: '* worked out from what it follows and within which time' },
  deadlineOnly: { zh: '只写了截止日', en: 'only a last day' },
  outside: { zh: '另有 {count} 个环节不在这段时间里', en: '{count} more stages lie outside of these days' },
  notices: { zh: '公示', en: 'Notices' },
  lasts: { zh: '应公示 {span}', en: '{span} asked' },
  withFirst: { zh: '首日算', en: 'first day counted' },
  withoutFirst: { zh: '首日不算', en: 'first day not counted' },
  withoutLast: { zh: '末日不算', en: 'last day not counted' },
  statute: { zh: '（民法典第二百零一条）', en: ' (Civil Code art. 201)' },
  count: { zh: '{days} 天，其中工作日 {working} 天', en: '{days} days, {working} of them working days' },
  enough: { zh: '够', en: 'enough' },
  short: { zh: '不够', en: 'too short' },
  ends: { zh: '| 截止日', en: '| last day' },
  begins: { zh: '> 从这天起', en: '> from this day on' },
  legend: {
    zh: '# 有工作日  - 全是休息日  每格 {unit}',
    en: '# working days  - days off only  one column: {unit}',
  },
  oneDay: { zh: '1 天', en: '1 day' },
  oneWeek: { zh: '1 周', en: '1 week' },
  months: { zh: '{count} 个月', en: '{count} months' },
  oneMonth: { zh: '1 个月', en: '1 month' },
  recurring: { zh: '定期要做的', en: 'What comes again' },
  monthsOf: { zh: '月份', en: '' },
  what: { zh: '事项', en: 'what' },
  often: { zh: '频次', en: 'how often' },
  cards: { zh: '卡', en: 'cards' },
  allCards: { zh: '全部', en: 'all' },
  next: { zh: '首期截止', en: 'first by' },
  turns: { zh: '期数', en: 'periods' },
  dueByMonth: {
    zh: '各月的次数（每户；复核等在每一期的最后一个月）',
    en: 'Times in each month for one household; reviews at the end of their period',
  },
  once: { zh: '只做一次的', en: 'What is done once' },
  within: { zh: '时间', en: 'within' },
  by: { zh: '最迟', en: 'by' },
  afterCard: { zh: '看评定那天', en: 'from the decision on' },
  standing: { zh: '没有写明频次的', en: 'Owed all along, without saying how often' },
  transitions: { zh: '过渡期', en: 'Transitions' },
  start: { zh: '从', en: 'from' },
  goesOn: { zh: '继续享受', en: 'goes on' },
  notSaid: { zh: '（未写明）', en: '(not said)' },
  findings: { zh: '要注意的', en: 'Findings' },
  fine: { zh: '没有发现问题。', en: 'Nothing found wrong.' },
  nothing: {
    zh: '这个政策没有写程序、职责和复核。',
    en: 'This policy says nothing of procedure, duties or reviews.',
  },
} as const satisfies Record<string, Words>;

export type CalendarWord = keyof typeof calendarWords;

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(
  word: CalendarWord,
  lang: Lang,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fillGaps(calendarWords[word][lang], params);
}

const SEVERITY = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  note: { zh: '说明', en: 'note' },
} as const satisfies Record<string, Words>;

export const severityName = (severity: keyof typeof SEVERITY, lang: Lang): string => SEVERITY[severity][lang];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A month, 1 to 12, in at most four columns. */
export const monthName = (month: number, lang: Lang): string =>
  lang === 'zh' ? `${month}月` : MONTHS[month - 1]!;
