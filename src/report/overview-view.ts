import type { DutySummary } from '../analysis/allocation/duties.ts';
import type { FundShift } from '../analysis/allocation/fund-shifts.ts';
import type { LimitedFund } from '../analysis/allocation/funds.ts';
import type { QuotaSummary } from '../analysis/allocation/quotas.ts';
import type { QuotaShift } from '../analysis/allocation/shifts.ts';
import type { AssertionVerdict } from '../analysis/assertions.ts';
import type { Comparison } from '../analysis/compare.ts';
import type { Cross } from '../analysis/cross/roles.ts';
import type { Doubt } from '../analysis/doubt.ts';
import type { NoCard } from '../analysis/nocard.ts';
import type { Summary } from '../analysis/summary.ts';
import type { Lang } from '../language/label.ts';
import type { TargetingView } from './cross/view.ts';
import { judgedWord } from './judged.ts';
import type { Paint } from './paint.ts';
import type { Sources } from './place.ts';
import type { Settings } from './rules-of.ts';

/** What is known of one policy on the population. */
export interface PolicyView {
  readonly summary: Summary;
  readonly noCard: NoCard;
  readonly doubt: Doubt;
  readonly verdicts: readonly AssertionVerdict[];
  readonly quotas: readonly QuotaSummary[];
  /** Those with a total. */
  readonly funds: readonly LimitedFund[];
  readonly duties: readonly DutySummary[];
  /** The policy as the reader named it; for the commands that are suggested. */
  readonly path: string;
  /** Parameters set from outside. */
  readonly set: Settings;
}

export interface Overview {
  /** At least one; the others are compared with the first. */
  readonly views: readonly PolicyView[];
  /** One for each policy after the first. */
  readonly comparisons: readonly Comparison[];
  /** One for each comparison; null where both are drafts of one scheme, whose cards are the same by id. */
  readonly crosses: readonly (Cross | null)[];
  /** One for each comparison: who gains and who loses a seat. */
  readonly seatShifts: readonly (readonly QuotaShift[])[];
  /** One for each comparison: to whom funds with a total pay more or less. */
  readonly fundShifts: readonly (readonly FundShift[])[];
  /** Null where no reference is given. */
  readonly targeting: TargetingView | null;
  /** Texts of the policies, from which conditions are quoted. */
  readonly sources: Sources;
  /** The population as the reader named it; null where it was not read from a folder. */
  readonly populationPath: string | null;
  /** Options of the run that a suggested command needs too: the day asked for, whether bad rows are left out. */
  readonly options: readonly string[];
}

export interface Look {
  readonly lang: Lang;
  readonly paint: Paint;
}

/** Short names of the policies where several stand side by side. */
const LETTERS = { zh: [...'甲乙丙丁戊己庚辛壬'], en: [...'ABCDEFGHI'] } as const;

export const letter = (index: number, lang: Lang): string => LETTERS[lang][index] ?? String(index + 1);

/** Heads a column of households: of one policy among several by its letter alone, which keeps tables narrow. */
export function judgedTitle(views: readonly PolicyView[], index: number, lang: Lang): string {
  const word = judgedWord(views[index]!.summary.policy, lang);
  if (views.length === 1) return word;
  return lang === 'zh' ? `${letter(index, lang)} ${word}` : letter(index, lang);
}
