import type { Catalog } from '../../language/diagnostic.ts';

/** What can be wrong with the policies that a policy uses. */
export const useMessages = {
  'uses-ring': {
    zh: '政策互相使用，绕成了圈：{path}。',
    en: 'These policies use one another in a ring: {path}.',
  },
  'uses-too-long': {
    zh: '政策一个用一个，串得太长：最多 {most} 个。',
    en: 'Policies use one another in too long a chain: at most {most}.',
  },
  'uses-other-vocabulary': {
    zh: '{name}用的是另一份词汇。政策之间要能相互使用，“词汇”须是同一个文件。',
    en: '{name} has another vocabulary. To use one another, policies must name the same vocabulary file.',
  },
  'unused-use': {
    zh: '没有一条规则用到政策{name}的结果。',
    en: 'No rule asks for a result of the policy {name}.',
  },
  'use-not-here': {
    zh: '{name}是使用的另一项政策。事实的“当”和“来自”只能用别的事实。',
    en: '{name} is another policy. The “when” and “from” of a fact can only use other facts.',
  },
} as const satisfies Catalog;
