import type { RuleSection } from '../../analysis/trace/rules.ts';
import type { ClauseState } from '../../analysis/trace/trace.ts';
import { fillGaps, type Lang, type Words } from '../../language/label.ts';

/** What a rule of each section is called. */
export const sectionNames: Record<RuleSection, Words> = {
  parameter: { zh: '参数', en: 'parameter' },
  definition: { zh: '定义', en: 'definition' },
  score: { zh: '评分', en: 'score' },
  card: { zh: '卡类', en: 'card' },
  exclusion: { zh: '排除', en: 'exclusion' },
  exception: { zh: '例外', en: 'exception' },
  benefit: { zh: '帮扶', en: 'benefit' },
  group: { zh: '限额', en: 'group' },
  quota: { zh: '名额', en: 'quota' },
  duty: { zh: '职责', en: 'duty' },
  review: { zh: '复核', en: 'review' },
  stage: { zh: '程序', en: 'stage' },
  sample: { zh: '抽查', en: 'sample' },
  transition: { zh: '过渡', en: 'transition' },
  form: { zh: '审批表', en: 'form' },
  assertion: { zh: '断言', en: 'assertion' },
};

export const stateWords: Record<ClauseState, Words> = {
  computed: { zh: '有规则', en: 'computed' },
  partly: { zh: '部分有规则', en: 'in part' },
  noted: { zh: '只作说明', en: 'noted' },
  missing: { zh: '没有规则', en: 'no rule' },
  unlisted: { zh: '台账没有', en: 'not in the ledger' },
};

const words = {
  clause: { zh: '条款', en: 'clause' },
  scheme: { zh: '方案', en: 'scheme' },
  kind: { zh: '类别', en: 'kind' },
  cite: { zh: '出处', en: 'cite' },
  says: { zh: '内容', en: 'says' },
  state: { zh: '情况', en: 'state' },
  rules: { zh: '规则', en: 'rules' },
  cases: { zh: '案例', en: 'cases' },
  notComputed: { zh: '不计算', en: 'not computed' },
  ledger: { zh: '条款台账', en: 'ledger' },
  noLedger: {
    zh: '没有条款台账（clauses.yaml），只列规则写明的条款。',
    en: 'There is no ledger of clauses (clauses.yaml); only the clauses that rules name are listed.',
  },
  noClauses: { zh: '没有一条规则写明条款。', en: 'No rule names a clause.' },
  draft: { zh: '修改稿', en: 'draft' },
  added: { zh: '增加', en: 'added' },
  replaced: { zh: '修改', en: 'changed' },
  more: { zh: '等 {count} 个', en: '… {count} in all' },
  none: { zh: '没有', en: 'none' },
  missing: {
    zh: '条款 {clause} 没有规则，也没有写明为什么不计算。',
    en: 'No rule carries {clause}, and the ledger does not say why.',
  },
  unlisted: { zh: '台账里没有条款 {clause}：{by}。', en: 'The ledger has no clause {clause}: {by}.' },
  namedByCases: { zh: '案例 {names} 写了它', en: 'named by the cases {names}' },
  allTogether: { zh: '合计', en: 'Altogether' },
} as const satisfies Record<string, Words>;

export type TraceWord = keyof typeof words;

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(word: TraceWord, lang: Lang, params: Readonly<Record<string, string>> = {}): string {
  return fillGaps(words[word][lang], params);
}

/** How many clauses are computed and how many only noted, in one line. */
export function countsLine(counts: Readonly<Record<ClauseState, number>>, lang: Lang): string {
  const { computed, partly, noted, missing, unlisted } = counts;
  const all = computed + partly + noted + missing;
  if (lang === 'zh') {
    const parts = [
      `${computed + partly} 条有规则${partly > 0 ? `（其中 ${partly} 条有一部分不计算）` : ''}`,
      ...(noted > 0 ? [`${noted} 条只作说明`] : []),
      ...(missing > 0 ? [`${missing} 条没有规则`] : []),
      ...(unlisted > 0 ? [`另有 ${unlisted} 条台账里没有`] : []),
    ];
    return `${all} 条条款：${parts.join('，')}。`;
  }
  const parts = [
    `${computed + partly} computed${partly > 0 ? ` (${partly} of them in part)` : ''}`,
    ...(noted > 0 ? [`${noted} noted`] : []),
    ...(missing > 0 ? [`${missing} without a rule`] : []),
    ...(unlisted > 0 ? [`${unlisted} more that the ledger lacks`] : []),
  ];
  return `${all} ${all === 1 ? 'clause' : 'clauses'}: ${parts.join(', ')}.`;
}
