import { fillGaps, type Lang, type Words } from '../../language/label.ts';

const sampleWords = {
  title: { zh: '{policy} {name}', en: '{policy}: {name}' },
  draw: { zh: '抽查', en: 'sample' },
  size: {
    zh: '可抽 {households} 户，按 {share} 应抽 {asked} 户（有零头进一户），抽中 {drawn} 户，占 {coverage}。',
    en: 'Of {households} households, {share} is {asked} (rounded up); drawn: {drawn}, which is {coverage}.',
  },
  cards: { zh: '从这些卡里抽：{cards}。', en: 'Drawn from these cards: {cards}.' },
  undecided: {
    zh: '另有 {count} 户的卡没有定下来，不在可抽的户里。',
    en: 'Of {count} more households the card is not decided; they are not drawn from.',
  },
  seed: {
    zh: '种子 {seed}：同样的政策、住户和种子抽中同样的户，与数据里行的先后无关。',
    en: 'Seed {seed}: the same policy, households and seed draw the same households, whatever the order of rows in the files.',
  },
  strata: {
    zh: '分层：{strata}，共 {count} 层。各层按户数分配，最大余数法；按比例不足一户的层抽一户。',
    en: 'Strata: {strata}, {count} in all. Each has its share by largest remainder; one whose share is less than one household has one.',
  },
  few: {
    zh: '应抽的户数比层数少，有的层一户也没有抽。',
    en: 'There are fewer households to draw than strata, so some have none.',
  },
  plain: { zh: '不分层。', en: 'Not stratified.' },
  card: { zh: '卡', en: 'card' },
  households: { zh: '可抽的户', en: 'households' },
  drawn: { zh: '抽中', en: 'drawn' },
  share: { zh: '占比', en: 'share' },
  total: { zh: '合计', en: 'total' },
  unrecorded: { zh: '（没有记载）', en: '(not recorded)' },
  teams: {
    zh: '分组（每组至少 {people} 人，共 {count} 组、至少 {all} 人）',
    en: 'Teams (at least {people} people each; {count} teams, at least {all} people)',
  },
  teamsOnly: { zh: '分组（{count} 组）', en: 'Teams ({count})' },
  team: { zh: '组', en: 'team' },
  list: { zh: '抽中的户', en: 'Households drawn' },
  household: { zh: '户编号', en: 'household' },
  more: {
    zh: '还有 {count} 户没有列出；用 --format csv 看全部。',
    en: '{count} more are not shown; see all with --format csv.',
  },
} as const satisfies Record<string, Words>;

type SampleWord = keyof typeof sampleWords;

/** One of the words, with `{name}` filled in by text that is safe already. */
export function say(
  word: SampleWord,
  lang: Lang,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fillGaps(sampleWords[word][lang], params);
}
