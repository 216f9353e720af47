import { fillGaps, type Lang, type Words } from '../../language/label.ts';

const workloadWords = {
  title: { zh: '{policy} 工作量', en: '{policy}: workload' },
  span: {
    zh: '{from} 至 {to}，{count} 个月，单位：次',
    en: '{from} to {to}, {count} months; figures are times',
  },
  byMonth: { zh: '按月', en: 'By month' },
  byArea: { zh: '按{area}（{count} 个月合计）', en: 'By {area} ({count} months together)' },
  byDuty: { zh: '各项职责', en: 'By duty' },
  role: { zh: '由', en: 'by' },
  action: { zh: '做', en: 'what' },
  total: { zh: '合计', en: 'total' },
  duty: { zh: '职责', en: 'duty' },
  often: { zh: '频次', en: 'how often' },
  households: { zh: '户', en: 'households' },
  times: { zh: '次', en: 'times' },
  unrecorded: { zh: '（没有记载）', en: '(not recorded)' },
  everywhere: { zh: '全部', en: 'all' },
  notes: { zh: '怎么算的', en: 'How it is counted' },
  even: {
    zh: '按月、季度、半年、年定次数的走访、联络、监测，在每一期的各月里均匀安排；除不尽的往后月归，每一期合计正好是应做的次数。',
    en: 'Visits, contacts and monitoring by month, quarter, half-year or year are spread evenly over the months of the period; what does not divide is carried on, so that a period has exactly its number.',
  },
  due: {
    zh: '复核，以及按天、按周定次数的，算在每一期最后一天所在的月。',
    en: 'Reviews, and what is counted by days or weeks, fall into the month in which each period ends.',
  },
  first: {
    zh: '季度、半年、年按日历；政策施行时剩下不到一半的那个月（复核：那一期）不算。',
    en: 'Quarters, half-years and years are those of the calendar; the month (of reviews: the period) of which less than half is left when the policy takes effect does not count.',
  },
  once: {
    zh: '只做一次的，算在最迟完成的那个月；没有期限的，算在政策施行的那个月。',
    en: 'What is done once falls into the month by which it is due; without a deadline, into that in which the policy takes effect.',
  },
  standing: { zh: '没有写明频次的不计：{names}。', en: 'Not counted, since how often is not said: {names}.' },
  doubt: {
    zh: '“低–高”：低数只计确定要做的户，高数还计资料不全、可能要做的户。',
    en: '“low–high”: low counts households surely concerned, high also those that may be, where facts are missing.',
  },
} as const satisfies Record<string, Words>;

export type WorkloadWord = keyof typeof workloadWords;

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(
  word: WorkloadWord,
  lang: Lang,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fillGaps(workloadWords[word][lang], params);
}
