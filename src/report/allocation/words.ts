import { fillGaps, type Lang, type Words } from '../../language/label.ts';

const words = {
  quotas: { zh: '名额', en: 'Seats' },
  quota: { zh: '名额', en: 'quota' },
  seats: { zh: '席位', en: 'seats' },
  taken: { zh: '占用', en: 'taken' },
  vacant: { zh: '空缺', en: 'vacant' },
  served: { zh: '得到', en: 'served' },
  unserved: { zh: '没有得到', en: 'without' },
  contesting: { zh: '未定', en: 'open' },
  byLevel: { zh: '按级（占用/席位）', en: 'by level (taken/seats)' },
  whole: { zh: '全部', en: 'the whole' },
  byArea: { zh: '{quota}：按{area}', en: '{quota}: by {area}' },
  unrecorded: { zh: '（没有记载）', en: '(not recorded)' },
  gained: { zh: '新得到 {count} {unit}{examples}', en: '{count} {unit} gain{s} a seat{examples}' },
  lost: { zh: '失去 {count} {unit}{examples}', en: '{count} lose{s} one{examples}' },
  kept: { zh: '都有 {count}', en: '{count} keep{s} theirs' },
  more: {
    zh: '多得的 {count} {unit}{examples}，共 {sum}',
    en: '{sum} more to {count} {unit}{examples}',
  },
  less: {
    zh: '少得的 {count} {unit}{examples}，共 {sum}',
    en: '{sum} less to {count} {unit}{examples}',
  },
  paidSame: { zh: '各户得到的不变', en: 'each is paid the same' },
  unknown: { zh: '不能判断 {count}', en: 'not known: {count}' },
  examples: { zh: '（如 {ids}）', en: ' (such as {ids})' },
  funds: { zh: '有总额的资金（一年）', en: 'Funds with a total (in a year)' },
  fund: { zh: '资金', en: 'fund' },
  total: { zh: '总额', en: 'total' },
  asked: { zh: '应付', en: 'asked' },
  paid: { zh: '实付', en: 'served' },
  full: { zh: '全额', en: 'in full' },
  part: { zh: '部分', en: 'in part' },
  none: { zh: '没有', en: 'none' },
  notKnown: { zh: '不知道', en: 'not known' },
  duties: { zh: '职责和复核', en: 'Duties and reviews' },
  duty: { zh: '职责', en: 'duty' },
  often: { zh: '频次', en: 'how often' },
  perhaps: { zh: '未定', en: 'open' },
} as const satisfies Record<string, Words>;

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(
  word: keyof typeof words,
  lang: Lang,
  params: Readonly<Record<string, string>> = {},
): string {
  return fillGaps(words[word][lang], params);
}
