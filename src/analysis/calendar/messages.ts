import type { Catalog } from '../../language/diagnostic.ts';

/** What can be wrong with a timetable. */
export const calendarMessages = {
  'stage-backwards': {
    zh: '{stage}倒着走：按推算从 {from} 起，却止于 {to}。',
    en: '{stage} runs backwards: it would begin on {from} and end on {to}.',
  },
  'stage-before-preceding': {
    zh: '{stage}在{other}之后，但{other}到 {ends} 才结束，{stage}的日期却是 {begins}。',
    en: '{stage} follows {other}, which ends on {ends}, but has {begins} for its day.',
  },
  'stage-out-of-order': {
    zh: '{stage}写在{other}后面，却从 {begins} 开始，早于{other}的 {first}。同时进行的写“并行: 是”。',
    en: '{stage} is written after {other} but begins on {begins}, before {first}. If they run side by side, say “parallel: yes”.',
  },
  'stage-late': {
    zh: '{stage}止于 {to}，晚于规定时间的最后一天 {latest}。',
    en: '{stage} ends on {to}, past the last day of its time, {latest}.',
  },
  'stages-undated': {
    zh: '推算不出这些环节的日期，因为它们前面的环节没有结束的日期：{stages}。',
    en: 'No days can be worked out for these stages, since what they follow has no last day: {stages}.',
  },
  'stage-on-days-off': {
    zh: '{stage}（{from} 至 {to}）全在休息日，没有一个工作日。',
    en: '{stage} ({from} to {to}) lies wholly on days off, without a working day.',
  },
  'stages-overlap': {
    zh: '{stage}和{other}重叠：{from} 至 {to}，共 {days} 天。同时进行的写“并行: 是”。',
    en: '{stage} and {other} overlap from {from} to {to}, {days} days. If that is meant, say “parallel: yes”.',
  },
  'stages-gap': {
    zh: '{other}结束后到{stage}开始前空着 {days} 天（{from} 至 {to}），其中工作日 {working} 天。',
    en: 'Between {other} and {stage} lie {days} days ({from} to {to}), of which working days: {working}.',
  },
  'notice-too-short': {
    zh: '{stage}的公示短于规定：应公示 {asked} {unit}，怎么算都只有 {counted} {counted_in}。',
    en: 'The notice of {stage} is shorter than its rule asks, {asked} {unit}: at most {counted} {counted_in} by any count.',
  },
  'notice-depends': {
    zh: '{stage}的公示够不够 {asked} {unit}，要看首日算不算：首日算，{counted} {counted_in}；不算（民法典第二百零一条），{without} {counted_in}。请写明。',
    en: 'Whether the notice of {stage} lasts {asked} {unit} depends on its first day: {counted} {counted_in} with it, {without} without it (Civil Code art. 201). Say which.',
  },
  'holidays-unknown': {
    zh: '{years} 年的法定节假日安排不在数据里（只有 {first} 至 {last} 年），这些年份只按周一至周五算工作日，节假日和调休没有计入。',
    en: 'The public holidays of {years} are not known here (only {first} to {last}); there, Mondays to Fridays count as working days, without holidays and make-up days.',
  },
} as const satisfies Catalog;
