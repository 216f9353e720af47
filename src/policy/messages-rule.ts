import type { Catalog } from '../language/diagnostic.ts';

/** What can be wrong with names, rules and drafts. */
export const ruleMessages = {
  'name-taken': {
    zh: '{name}这个名称已经用在别处，表达式里会分不清。',
    en: 'The name {name} is taken: an expression could not tell the two apart.',
  },
  'name-reserved': {
    zh: '{name}在表达式里是用词、单位或数字，写出来不会当成这个名称。请换一个名称。',
    en: 'In an expression {name} is a word, a unit or a figure, and would not be read as this name. Choose another name.',
  },
  cycle: { zh: '定义绕成了圈：{path}。', en: 'These definitions go in a ring: {path}.' },
  'definitions-too-deep': {
    zh: '{name}所用的定义一个套一个，套得太深：最多 {most} 层，运算合起来最多 {levels} 层。请把这一串定义写短。',
    en: '{name} rests on too long a chain of definitions: at most {most}, with {levels} levels of operators in all. Shorten the chain.',
  },
  'unknown-entity': { zh: '词汇里没有{name}这种实体。', en: 'The vocabulary has no entity {name}.' },
  'entity-ring': {
    zh: '实体的从属绕成了圈：{path}。',
    en: 'These entities are parts of one another: {path}.',
  },
  'no-household': {
    zh: '词汇里没有“household”（户）这个实体。',
    en: 'The vocabulary has no entity “household”.',
  },
  'unknown-card': { zh: '没有{name}这类卡。', en: 'There is no card {name}.' },
  'unknown-benefit': { zh: '没有{name}这项帮扶。', en: 'There is no benefit {name}.' },
  'unknown-fund': { zh: '没有声明{name}这笔资金。', en: 'No fund {name} is declared.' },
  'listed-twice': { zh: '{name}列了两次。', en: '{name} is listed twice.' },
  'bad-unit': { zh: '不认识单位{unit}。', en: 'The unit {unit} is not known.' },
  'unit-not-money': {
    zh: '金额的单位要以“元”计，不能是{unit}。',
    en: 'Money needs a unit of money, not {unit}.',
  },
  'fact-needs-facts': {
    zh: '{name}是定义。事实的“当”和“来自”只能用别的事实。',
    en: '{name} is a definition. The “when” and “from” of a fact can only use other facts.',
  },
  'bad-bound': {
    zh: '{text}不能作界限。界限写成数字，单位与这个事实相同。',
    en: '{text} cannot be a bound. Give a plain number, in the unit of the fact.',
  },
  'bounds-crossed': { zh: '{fact}的最小值大于最大值。', en: 'The least value of {fact} is above the most.' },
  'choice-without-values': { zh: '选项{fact}没有列出取值。', en: 'The choice {fact} lists no values.' },
  'values-without-choice': {
    zh: '{fact}列了取值，类型就应当是“选项”。',
    en: '{fact} lists values, so its type should be “choice”.',
  },
  'too-many-values': {
    zh: '{fact}的取值太多，最多 {most} 个。',
    en: '{fact} has too many values; at most {most}.',
  },
  'table-too-flat': {
    zh: '这张表按 {depth} 项分，每一格要写 {depth} 层键。',
    en: 'This table goes by {depth} things, so each cell needs {depth} levels of keys.',
  },
  'empty-list': { zh: '{key}下面没有列出条件。', en: '{key} lists no conditions.' },
  'whole-or-marginal': {
    zh: '要写明是“整额”（全额按所在一段算）还是“分段”（各段分别算），只写一个。',
    en: 'Say either “whole” (all at the rate of its band) or “marginal” (each part at its own rate).',
  },
  'too-many-cards': { zh: '卡类太多，最多 {most} 类。', en: 'There are too many cards; at most {most}.' },
  'card-its-own-rest': {
    zh: '卡类{card}的“其余”里写了它自己。“其余”要写别的卡类。',
    en: 'The card {card} cannot be the rest of itself.',
  },
  'nobody-to-pay': {
    zh: '{benefit}的“对象”里没有列出卡类，谁也得不到。不分卡类的，去掉“对象”。',
    en: '“for” of {benefit} lists no cards, so nobody gets it. If it is for all cards, take “for” away.',
  },
  'no-amounts': {
    zh: '{benefit}的“金额”是空的。不发钱的，去掉“金额”；还没有定的，写“待定 元”。',
    en: '“amount” of {benefit} is empty. If no money is paid, take it away; if it is not settled, write “open yuan”.',
  },
  'household-amount-each': {
    zh: '{benefit}发给每个成员，金额却写了“/户”，每个人都会得到一份。按户发的，去掉“每: 成员”；每人一份的，去掉“/户”。',
    en: '{benefit} goes to each member, but its amount says “/household”, so that each would get it. Take “each: member” away, or “/household”.',
  },
  'amount-twice': { zh: '卡类{card}写了两个金额。', en: 'The card {card} has two amounts.' },
  'bad-beneficiary': {
    zh: '{name}不能作受益对象，只能是{here}，或它下面的对象。',
    en: '{name} cannot be a beneficiary: only the {here} or its parts can.',
  },
  'mixed-beneficiaries': {
    zh: '{benefit}的金额有的按人、有的不按人，分不清按什么发。请写成两项帮扶。',
    en: 'Some amounts of {benefit} are per person and others are not. Make two benefits of it.',
  },
  'amount-of-others': {
    zh: '{benefit}发给每个{each}，金额不能再按户、按人写。',
    en: '{benefit} goes to each {each}, so its amount cannot be per person or household of it.',
  },
  'per-person-twice': {
    zh: '{benefit}已经按成员发，不能再写“人均”。',
    en: '{benefit} goes to each member already, so it cannot be per person as well.',
  },
  'no-persons': {
    zh: '{benefit}按人或按户发，可是没有人或户可数：词汇里没有“member”（成员）或“household”（户）。',
    en: '{benefit} is per person or household, but there are none to count: the vocabulary has no entity “member” or “household” here.',
  },
  'periods-of-once': {
    zh: '{benefit}是一次性的，不能写“期数”。请写“每: 月”或“每: 年”。',
    en: '{benefit} is paid once, so it has no periods. Say “per: month” or “per: year”.',
  },
  'bad-rounding': {
    zh: '不能取整到{text}，要写金额，例如 10 元。',
    en: 'Cannot round to {text}: give an amount, such as 10 yuan.',
  },
  'benefit-later': {
    zh: '帮扶{name}写在后面，这里还用不了。请把它移到前面。',
    en: 'The benefit {name} comes further down and cannot be used here yet. Move it up.',
  },
  'bad-group-over': {
    zh: '限额只能按{here}或它下面的对象计，不能按{name}。',
    en: 'A group goes over the {here} or its parts, not {name}.',
  },
  'group-mixed-periods': {
    zh: '限额{group}里的{benefit}发放周期与其他项目不同。',
    en: 'In the group {group}, {benefit} is paid at other periods than the rest.',
  },
  'group-needs-members': {
    zh: '限额{group}按{over}计，{benefit}却不是发给{over}的。',
    en: 'The group {group} goes over each {over}, but {benefit} is not for it.',
  },
  'cap-of-others': {
    zh: '限额{group}按{over}计，这个封顶不能按户、按人写。',
    en: 'The group {group} goes over each {over}; this cap cannot be per person or household.',
  },
  'group-without-amount': {
    zh: '限额{group}里的{benefit}没有金额。',
    en: 'In the group {group}, {benefit} has no amount.',
  },
  'two-groups': {
    zh: '{benefit}已经在另一个限额里，不能再放进{group}。',
    en: '{benefit} is in another group already, so not in {group} as well.',
  },
  'only-in-drafts': {
    zh: '“移除”和“置于”只用在写了“扩展”的修改草案里。',
    en: '“remove” and “place” are only for drafts, which have “extends”.',
  },
  'extends-itself': {
    zh: '{path}绕回到自己，不能这样扩展。',
    en: 'Extending {path} comes back to this policy itself.',
  },
  'card-needs-place': {
    zh: '新增的卡类{card}要写明“置于”哪类卡之前或之后：先后次序决定评哪类卡。',
    en: 'Say with “place” before or after which card the added card {card} comes: the order decides.',
  },
  'unknown-rule': { zh: '原政策里没有{name}。', en: 'The base policy has no {name}.' },
  'remove-what': {
    zh: '看不出{text}要移除什么。写成“分区.编号”，例如 卡类.yellow。',
    en: 'It is not clear what {text} removes. Write section.id, such as cards.yellow.',
  },
  'removed-in-use': { zh: '移除了{name}，但{by}还在用。', en: '{name} is removed, but {by} still uses it.' },
  'no-sources': {
    zh: '写了出处{cite}，但没有“依据”这一部分。',
    en: '{cite} is cited, but the policy declares no sources.',
  },
  'unknown-source': {
    zh: '出处{cite}不是以“依据”里的文件开头。',
    en: 'The citation {cite} does not begin with a declared source.',
  },
  'rule-without-cite': { zh: '{rule}没有写出处。', en: '{rule} cites no source.' },
  'source-unused': { zh: '“依据”里的{source}没有一条规则引用。', en: 'No rule cites the source {source}.' },
  'unknown-case': { zh: '前面没有叫{name}的案例。', en: 'No case before this one is called {name}.' },
} as const satisfies Catalog;
