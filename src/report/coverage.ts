import type { Covered, RuleKind } from '../analysis/coverage.ts';
import { type Lang, type Words, wordOf } from '../language/label.ts';
import { inert } from './inert.ts';
import type { Paint } from './paint.ts';
import { placeOf, type Sources } from './place.ts';
import { tableLines } from './table.ts';

const kinds: Record<RuleKind, Words> = {
  card: { zh: '卡', en: 'card' },
  exclusion: { zh: '排除', en: 'exclusion' },
  benefit: { zh: '帮扶', en: 'benefit' },
  definition: { zh: '定义', en: 'definition' },
  branch: { zh: '分支', en: 'branch' },
};

const words = {
  title: {
    zh: '规则覆盖：{all} 条规则，{both} 条正反两面都试到。',
    en: 'Rule coverage: {all} rules, {both} of them met both ways.',
  },
  rule: { zh: '规则', en: 'rule' },
  line: { zh: '行', en: 'line' },
  lacking: { zh: '还没有试到', en: 'not tried yet' },
  never: { zh: '成立', en: 'where it holds' },
  always: { zh: '不成立', en: 'where it does not' },
  neither: { zh: '成立、不成立', en: 'either way' },
} as const satisfies Record<string, Words>;

/** How much of the policy the cases meet, and the rules that want a case. */
export function coverageLines(
  covered: readonly Covered[],
  sources: Sources,
  { lang, paint }: { readonly lang: Lang; readonly paint: Paint },
): string[] {
  const lacking = covered.filter(({ yes, no }) => yes === 0 || no === 0);
  const title = words.title[lang]
    .replace('{all}', String(covered.length))
    .replace('{both}', String(covered.length - lacking.length));
  if (lacking.length === 0) return [`  ${paint.good(title)}`];
  const columns = [
    { title: '' },
    { title: words.rule[lang] },
    { title: words.line[lang], align: 'right' as const },
    { title: words.lacking[lang] },
  ];
  const rows = lacking.map(({ kind, id, label, span, yes, no }) => [
    kinds[kind][lang],
    inert(wordOf(label, lang, id)),
    String(placeOf(span, sources)?.line ?? ''),
    words[yes === 0 && no === 0 ? 'neither' : yes === 0 ? 'never' : 'always'][lang],
  ]);
  return [`  ${title}`, ...tableLines(columns, rows, paint)];
}
