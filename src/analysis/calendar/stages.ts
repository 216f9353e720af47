import type { Policy, Sample, Stage } from '../../policy/policy.ts';
import { type DayNumber, dayOf } from './days.ts';
import { type NoticeLength, noticeEnd, noticeLength } from './notice.ts';
import { dayAfter, workingDays } from './working-days.ts';

/** A stage with its days; null: the text gives none and none follows from it. */
export interface StageDays {
  readonly stage: Stage;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  /** Worked out rather than written. */
  readonly computed: { readonly from: boolean; readonly to: boolean };
  /** The stage that it follows. */
  readonly after: StageDays | null;
  /** The latest end that `within` allows, and the earliest of these where it is a range. */
  readonly deadline: { readonly low: DayNumber; readonly high: DayNumber } | null;
  readonly days: number | null;
  readonly workingDays: number | null;
  readonly notice: NoticeLength | null;
  /** Spot checks made in it. */
  readonly samples: readonly Sample[];
}

function deadlineOf(stage: Stage, from: DayNumber | null, after: StageDays | null): StageDays['deadline'] {
  const { within } = stage;
  const base = after === null ? from : after.to;
  if (within === null || base === null) return null;
  return {
    low: dayAfter(base, within.low, within.unit),
    high: dayAfter(base, within.high, within.unit),
  };
}

/** A notice whose end is not written: it stands as long as its rule asks, its first day not counted unless the text says so. */
function endOfNotice(stage: Stage, from: DayNumber | null): DayNumber | null {
  const { notice } = stage;
  if (notice === null || from === null) return null;
  return noticeEnd(from, notice, notice.countsFirst ?? false, notice.countsLast ?? true);
}

function daysOf(stage: Stage, before: ReadonlyMap<string, StageDays>, samples: readonly Sample[]): StageDays {
  const after = stage.after === null ? null : (before.get(stage.after) ?? null);
  const written = { from: stage.from, to: stage.to };
  const next = after?.to == null ? null : after.to + 1;
  const from = written.from === null ? next : dayOf(written.from);
  const deadline = deadlineOf(stage, from, after);
  const end = deadline?.high ?? endOfNotice(stage, from);
  const to = written.to === null ? end : dayOf(written.to);
  const runs = from !== null && to !== null && from <= to;
  return {
    stage,
    from,
    to,
    computed: { from: written.from === null && from !== null, to: written.to === null && to !== null },
    after,
    deadline,
    days: runs ? to - from + 1 : null,
    workingDays: runs ? workingDays(from, to) : null,
    notice: stage.notice === null || !runs ? null : noticeLength(from, to, stage.notice),
    samples: samples.filter(one => one.stage === stage.id),
  };
}

/** The days of every stage, in the order written. */
export function stageDays({ stages, samples }: Policy): StageDays[] {
  const known = new Map<string, StageDays>();
  for (const stage of stages) known.set(stage.id, daysOf(stage, known, samples));
  return [...known.values()];
}
