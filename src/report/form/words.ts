import type { Label, Words } from '../../language/label.ts';
import { fillGaps, wordOf } from '../../language/label.ts';
import { inert } from '../inert.ts';

/** The languages of a form: one, or both side by side. */
export type FormLang = 'zh' | 'en' | 'both';

/** Words that every form may need. */
export const formWords = {
  verify: { zh: '待核实', en: 'to be verified' },
  inapplicable: { zh: '不适用', en: 'not applicable' },
  annex: {
    zh: '测算附页（不是审批表的一部分，供参考）',
    en: 'Working sheet (no part of the form, for guidance)',
  },
  suggested: { zh: '建议', en: 'Suggested' },
  barred: { zh: '符合条件但不得评', en: 'Conditions met, but barred' },
  settles: { zh: '核实这些才能确定', en: 'To be verified before it can be decided' },
  reasons: { zh: '理由', en: 'Reasons' },
  figures: { zh: '核算', en: 'Figures' },
  others: { zh: '其他', en: 'other' },
  noList: { zh: '名单待核实', en: 'the list is to be verified' },
  nobody: { zh: '没有', en: 'none' },
  sign: { zh: '（签字）', en: ' (signature)' },
  seal: { zh: '（公章）', en: ' (seal)' },
  household: { zh: '编号', en: 'No.' },
  copies: { zh: '一式 {n} 份', en: 'in {n} copies' },
  copy: { zh: '第 {n} 份，共 {of} 份', en: 'copy {n} of {of}' },
  standard: {
    zh: '政策没有写审批表，这是按它的词汇列出的通用表',
    en: 'the policy writes no form; this general one is made of its vocabulary',
  },
  unset: { zh: '金额未定', en: 'amount not settled' },
  more: { zh: '……另有 {n} 项', en: '… and {n} more' },
} as const satisfies Record<string, Words>;

export function fillWords(words: Words, params: Readonly<Record<string, string | number>>): Words {
  const filled = (text: string) => fillGaps(text, params);
  return { zh: filled(words.zh), en: filled(words.en) };
}

/** A label in both languages, safe to show; null where it has none. */
export function wordsOf(label: Label, fallback = ''): Words | null {
  const words = { zh: inert(wordOf(label, 'zh', fallback)), en: inert(wordOf(label, 'en', fallback)) };
  return words.zh === '' && words.en === '' ? null : words;
}

/** The same thing said in each language. */
export function inBoth(say: (lang: 'zh' | 'en') => string): Words {
  return { zh: say('zh'), en: say('en') };
}
