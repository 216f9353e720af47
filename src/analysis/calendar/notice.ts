import type { Notice } from '../../policy/policy.ts';
import type { DayNumber } from './days.ts';
import { dayAfter, workingDays } from './working-days.ts';

/** The length of a notice by one way of counting. */
export interface NoticeCount {
  readonly countsFirst: boolean;
  readonly countsLast: boolean;
  readonly days: number;
  readonly workingDays: number;
  /** Whether it stands as long as its rule asks (the short end of a range). */
  readonly enough: boolean;
}

export interface NoticeLength {
  readonly notice: Notice;
  /** One way where the text says which days count; otherwise also the other. The last day counts unless the text says it does not. */
  readonly ways: readonly NoticeCount[];
}

/** The last day that a notice has to stand if it begins on `from`. */
export function noticeEnd(
  from: DayNumber,
  { lasts }: Notice,
  countsFirst: boolean,
  countsLast: boolean,
  count: number = lasts.low,
): DayNumber {
  const end = dayAfter(countsFirst ? from - 1 : from, count, lasts.unit);
  return countsLast ? end : dayAfter(end, 1, lasts.unit === 'working-day' ? 'working-day' : 'day');
}

function countOf(
  from: DayNumber,
  to: DayNumber,
  notice: Notice,
  countsFirst: boolean,
  countsLast: boolean,
): NoticeCount {
  const first = countsFirst ? from : from + 1;
  const last = countsLast ? to : to - 1;
  return {
    countsFirst,
    countsLast,
    days: Math.max(0, last - first + 1),
    workingDays: workingDays(first, last),
    enough: to >= noticeEnd(from, notice, countsFirst, countsLast),
  };
}

/** How long a notice from `from` to `to` stands, in each way of counting that the text leaves open. */
export function noticeLength(from: DayNumber, to: DayNumber, notice: Notice): NoticeLength {
  const firsts = notice.countsFirst === null ? [true, false] : [notice.countsFirst];
  const last = notice.countsLast ?? true;
  return { notice, ways: firsts.map(first => countOf(from, to, notice, first, last)) };
}
