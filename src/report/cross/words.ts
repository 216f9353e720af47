import type { Role } from '../../analysis/cross/roles.ts';
import { fillGaps, type Lang, type Words } from '../../language/label.ts';
import { meaningWords } from '../../language/words.ts';
import { specialWords } from '../overview-words.ts';

const words = {
  cross: { zh: '{a} 对 {b}：按卡的含义', en: '{a} against {b}: by the role of the card' },
  cards: { zh: '{a} 对 {b}：按卡', en: '{a} against {b}: by card' },
  agreement: {
    zh: '两个方案都评定的 {judged}中，含义相同的 {same}，占 {share}{bounds}。',
    en: 'Of {judged} decided by both schemes, {same} come to the same role: {share}{bounds}.',
  },
  agreementBounds: {
    zh: '（另有未定的 {open}，算上是 {low} 至 {high}）',
    en: ' (with {open} undetermined: {low} to {high})',
  },
  targeting: { zh: '与参照对比：{reference}', en: 'Against the reference: {reference}' },
  schemeReference: { zh: '“{policy}”给{roles}类卡的', en: 'given a card of {roles} by "{policy}"' },
  roles: { zh: '帮扶对象：含义为{roles}的卡', en: 'reached: cards of the roles {roles}' },
  given: { zh: '给卡', en: 'reached' },
  group: { zh: '参照', en: 'reference' },
  both: { zh: '两者都是', en: 'both' },
  leaked: { zh: '多给', en: 'leaked' },
  missed: { zh: '漏掉', en: 'missed' },
  open: { zh: '未定', en: 'open' },
  inclusion: { zh: '纳入误差', en: 'inclusion error' },
  exclusion: { zh: '排除误差', en: 'exclusion error' },
  definitions: {
    zh: '纳入误差：给了这些卡的里面不属于参照的占多少；排除误差：属于参照的里面没有给这些卡的占多少（Coady、Grosh、Hoddinott，2004）。有未定的，写出最低和最高。',
    en: 'Inclusion error: the share of those reached who are not in the reference. Exclusion error: the share of the reference who are not reached (Coady, Grosh & Hoddinott 2004). Where something is undetermined, lowest and highest stand.',
  },
  unnamed: { zh: '没有写含义', en: 'no role' },
  people: { zh: '人', en: 'people' },
} as const satisfies Record<string, Words>;

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(
  word: keyof typeof words,
  lang: Lang,
  params: Readonly<Record<string, string>> = {},
): string {
  return fillGaps(words[word][lang], params);
}

export function roleName(role: Role, lang: Lang): string {
  if (role === 'unnamed') return say('unnamed', lang);
  if (Object.hasOwn(specialWords, role)) return specialWords[role as keyof typeof specialWords][lang];
  return meaningWords[role as keyof typeof meaningWords][lang][0]!;
}
