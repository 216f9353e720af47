import type { Catalog } from '../language/diagnostic.ts';

/** What the engine room has to tell, in both languages: assertions of a policy that do not hold, or not yet. */
export const engineMessages = {
  'assertion-failed': {
    zh: '断言“{name}”不成立。',
    en: 'The assertion "{name}" does not hold.',
  },
  'assertion-open': {
    zh: '断言“{name}”还不能判断：{open}待定。',
    en: 'Whether the assertion "{name}" holds is not known yet: {open} left open.',
  },
  'assertion-unknown': {
    zh: '断言“{name}”还不能判断。',
    en: 'Whether the assertion "{name}" holds is not known.',
  },
  'assertion-failed-households': {
    zh: '断言“{name}”对 {count} 户不成立，例如 {household}。',
    en: 'The assertion "{name}" does not hold for {count} of the households, such as {household}.',
  },
  'assertion-unknown-households': {
    zh: '断言“{name}”对 {count} 户不能判断（资料不全或政策待定），例如 {household}。',
    en: 'Whether the assertion "{name}" holds is not known for {count} of the households, such as {household}.',
  },
} as const satisfies Catalog;
