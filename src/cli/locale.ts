import type { Lang } from '../language/label.ts';

/** The reader's language from the environment, as POSIX orders its variables; English where nothing says Chinese. */
export function langFrom(env: Readonly<Record<string, string | undefined>>): Lang {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  const locale = said ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh\b|^zh_|chinese/i.test(locale) ? 'zh' : 'en';
}
