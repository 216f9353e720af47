import type { Catalog, Diagnostic, Param } from '../../language/diagnostic.ts';
import { Fault } from '../fault.ts';

/** What `form` has to say. */
export const formCommandMessages = {
  'form-whose': {
    zh: '要写明填哪一户：--household 文件，或者 --population 目录加上 --id、--card 或 --all。',
    en: 'Say whose form it is: --household FILE, or --population DIR with --id, --card or --all.',
  },
  'form-card': {
    zh: '这个政策没有{card}这类卡。',
    en: 'The policy has no card {card}.',
  },
  'form-nobody': {
    zh: '{population} 里没有这样的住户，没有可填的表。',
    en: 'There is no such household in {population}, so there is no form to fill.',
  },
  'form-copies': {
    zh: '--copies 只用于打印的网页（--format html）。',
    en: '--copies is for pages to be printed (--format html).',
  },
} as const satisfies Catalog;

export function formFault(
  code: keyof typeof formCommandMessages,
  params: Readonly<Record<string, Param>>,
  exit: 1 | 2,
  suggestion?: string,
): Fault {
  const diagnostic: Diagnostic = { code, severity: 'error', params };
  return new Fault([suggestion === undefined ? diagnostic : { ...diagnostic, suggestion }], exit);
}
