import { normalise } from '../../language/normal.ts';
import type { Cadence } from '../policy.ts';
import {
  anyOf,
  CHINESE_STEPS,
  countOf,
  ENGLISH_ADVERBS,
  ENGLISH_FIGURE,
  ENGLISH_STEPS,
  FIGURE,
  type Step,
} from './counting.ts';

export interface Frequency {
  readonly atLeast: number;
  /** Null: once, or so many times, in all. */
  readonly cadence: Cadence | null;
}

/** `unread`: no frequency; `count`: not a whole number of times from 1 to `MOST_TIMES`. */
export type FrequencyProblem = 'unread' | 'count';

export const MOST_TIMES = 1000;
/** No cadence is longer than this many of its units. */
const LONGEST = 1200;

const atLeast = '(?:至少|不少于|不低于|不得少于|最少)?';
const doing = '(?:入户走访|走访|入户|上门|探访|联系|联络|监测|排查|复核|核查|调度|召开)?';
const chinese = {
  /** 每月不少于 2 次；每季度；一年六次；至少每周走访一次 */
  perFirst: new RegExp(
    `^${atLeast}(?:每隔|每|逐|按)?(?<every>${FIGURE})?个?(?<step>${anyOf(CHINESE_STEPS)})(?:内)?${atLeast}${doing}(?:(?<count>${FIGURE})[次回遍](?:及?以上)?)?$`,
    'u',
  ),
  /** 2 次/月；至少两次每季度 */
  countFirst: new RegExp(
    `^${atLeast}(?<count>${FIGURE})[次回遍](?:/|每)(?<every>${FIGURE})?个?(?<step>${anyOf(CHINESE_STEPS)})$`,
    'u',
  ),
  once: new RegExp(`^${atLeast}(?<count>${FIGURE})[次回遍]$`, 'u'),
};

const least = '(?:(?:at least|no less than|not less than|no fewer than|not fewer than|a minimum of) )?';
const times = `(?<count>${ENGLISH_FIGURE})(?: times?)?`;
const english = {
  /** at least twice a month; once every 2 weeks; 6 times per year; every quarter */
  per: new RegExp(
    `^${least}(?:${times} ?)??(?:\\b(?:a|an|per|each|every|in a|in each|in every)\\b ?|/ ?)(?:(?<every>${ENGLISH_FIGURE}|other|second) )?(?<step>${anyOf(ENGLISH_STEPS)})s?$`,
  ),
  adverb: new RegExp(`^${least}(?:${times} )?(?<step>${anyOf(ENGLISH_ADVERBS)})$`),
  once: new RegExp(`^${least}${times}$`),
};

function frequencyOf(
  step: Step | undefined,
  every: string | undefined,
  count: string | undefined,
): Frequency | FrequencyProblem {
  const number = count === undefined ? 1 : countOf(count);
  const steps = every === undefined ? 1 : every === 'other' || every === 'second' ? 2 : countOf(every);
  const isCount = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (!isCount(number, MOST_TIMES) || !isCount(steps, LONGEST)) return 'count';
  if (step === undefined) return { atLeast: number, cadence: null };
  // 每两旬 is nothing that people say: parts of a month are not counted on.
  if (step.times > 1 && steps > 1) return 'unread';
  const cadence = { every: step.every * steps, unit: step.unit };
  return cadence.every > LONGEST ? 'count' : { atLeast: number * step.times, cadence };
}

/**
 * Reads how often something is done, as people write it in either language: `每月不少于2次`, `每季度`, `2次/月`,
 * `at least twice a month`, `every 2 weeks`, `monthly`; `一次` or `once` has no cadence.
 */
export function readFrequency(written: string): Frequency | FrequencyProblem {
  const text = normalise(written).trim().toLowerCase();
  const dense = text.replace(/\s+/g, '');
  for (const pattern of Object.values(chinese)) {
    const groups = pattern.exec(dense)?.groups;
    if (groups === undefined) continue;
    const step = groups['step'] === undefined ? undefined : CHINESE_STEPS[groups['step']];
    return frequencyOf(step, groups['every'], groups['count']);
  }
  const words = text.replace(/[\s-]+(?![0-9])/g, ' ');
  for (const pattern of Object.values(english)) {
    const groups = pattern.exec(words)?.groups;
    if (groups === undefined) continue;
    const name = groups['step'];
    const step = name === undefined ? undefined : (ENGLISH_STEPS[name] ?? ENGLISH_ADVERBS[name]);
    return frequencyOf(step, groups['every'], groups['count']);
  }
  return 'unread';
}

/** Reads what something is counted by: `月`, `每季度`, `half-year`, `2 weeks`. */
export function readPeriod(written: string): Frequency | FrequencyProblem {
  const own = readFrequency(written);
  if (own !== 'unread') return own;
  return readFrequency(`every ${written}`);
}
