import { type Words, wordOf } from '../language/label.ts';
import { count } from './amount.ts';
import { inert } from './inert.ts';
import { judgedUnit, judgedWord } from './judged.ts';
import { type Look, letter, type PolicyView } from './overview-view.ts';

const words = {
  title: { zh: '断言', en: 'Assertions' },
  holds: { zh: '成立', en: 'holds' },
  fails: { zh: '不成立', en: 'fails' },
  unknown: { zh: '还不能判断', en: 'not known yet' },
  households: {
    zh: '{count} {unit}不成立，例如 {witness}',
    en: 'fails for {count} {units}, such as {witness}',
  },
  household: {
    zh: '{count} {unit}不成立：{witness}',
    en: 'fails for {count} {one}: {witness}',
  },
} as const satisfies Record<string, Words>;

/** What the policies state must hold, and whether it does. */
export function assertionSection(views: readonly PolicyView[], { lang, paint }: Look): string[] {
  const lines = views.flatMap(({ summary: { policy }, verdicts }, index) =>
    verdicts.map(({ assertion, holds, failed, witness }) => {
      const whose = views.length > 1 ? `${letter(index, lang)}  ` : '';
      const name = inert(wordOf(assertion.label, lang, assertion.id));
      const mark = holds === null ? paint.warning('?') : holds ? paint.good('✓') : paint.error('✗');
      const said =
        witness !== null
          ? words[failed === 1 ? 'household' : 'households'][lang]
              .replace('{count}', count(failed))
              .replace('{units}', judgedWord(policy, lang))
              .replace('{unit}', judgedUnit(policy, lang))
              .replace('{one}', judgedUnit(policy, lang, true))
              .replace('{witness}', () => inert(witness))
          : words[holds === null ? 'unknown' : holds ? 'holds' : 'fails'][lang];
      return `  ${whose}${mark} ${name}${lang === 'zh' ? '：' : ': '}${said}`;
    }),
  );
  return lines.length === 0 ? [] : [paint.strong(words.title[lang]), ...lines];
}
