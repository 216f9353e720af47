import type { Catalog } from './diagnostic.ts';
import { resultMessages } from './messages-results.ts';

/** What each code of this room says. */
export const languageMessages = {
  'expression-too-long': {
    zh: '这个表达式太长，有 {length} 个字，最多 {most} 个。请拆成几条定义。',
    en: 'This expression is too long: {length} characters; at most {most}. Split it into definitions.',
  },
  'expression-too-wordy': {
    zh: '这个表达式太长，有 {words} 个词，最多 {most} 个。请拆成几条定义。',
    en: 'This expression is too long: {words} words; at most {most}. Split it into definitions.',
  },
  'expression-too-deep': {
    zh: '这个表达式层次太多（超过 {most} 层）。请拆成几条定义。',
    en: 'This expression is nested too deeply (more than {most} levels). Split it into definitions.',
  },
  'too-many-brackets': {
    zh: '括号套得太深，最多 {most} 层。请拆成几条定义。',
    en: 'Brackets are nested too deeply; at most {most} levels. Split this into definitions.',
  },
  'expression-empty': {
    zh: '这里应写一个表达式，却是空的。',
    en: 'An expression is expected here, but there is nothing.',
  },
  'strange-characters': {
    zh: '“{text}”不是表达式里能用的符号。',
    en: '"{text}" is no sign that expressions use.',
  },
  unfinished: {
    zh: '写到“{after}”就断了，后面还缺内容。',
    en: 'The expression stops after "{after}"; something is missing.',
  },
  'unfinished-expected': {
    zh: '写到“{after}”就断了，后面应有{expected}。',
    en: 'The expression stops after "{after}", where {expected} should follow.',
  },
  'expected-word': {
    zh: '这里应是{expected}，却是“{found}”。',
    en: '{expected} is expected here, not "{found}".',
  },
  'unexpected-word': {
    zh: '“{found}”放在这里读不通。',
    en: '"{found}" makes no sense at this place.',
  },
  'bracket-not-closed': { zh: '括号“{bracket}”没有合上。', en: 'The bracket "{bracket}" is never closed.' },
  'bracket-not-opened': {
    zh: '多了一个“{bracket}”，前面没有与它成对的括号。',
    en: 'This "{bracket}" closes a bracket that was never opened.',
  },
  'chained-comparison': {
    zh: '一个数只能比较一次，“{word}”前面已经比较过了。要说在两数之间，请写“在 甲 至 乙 之间”，或用“且”连接两个比较。',
    en: 'A comparison is already made before "{word}". Write "between A and B", or join two comparisons with "and".',
  },
  'mixed-and-or': {
    zh: '“且”和“或”混在一起，有两种读法：“{first}”，或“{second}”。请加括号。',
    en: '"and" and "or" are mixed, which reads two ways: "{first}" or "{second}". Add brackets.',
  },
  'two-readings': {
    zh: '“{text}”有两种读法：“{first}”，或“{second}”。请写明是哪一种。',
    en: '"{text}" reads two ways: "{first}" or "{second}". Write the one that is meant.',
  },
  'two-splits': {
    zh: '这串字有两种断法，都说得通：“{first}”（现按此读），“{second}”。请用空格断开。',
    en: 'This text splits two ways that both make sense: "{first}" (taken) and "{second}". Put blanks between words.',
  },
  'number-with-separators': {
    zh: '“{number}”里的逗号不能作千位分隔，会当成两个数。',
    en: 'Commas do not separate thousands here: "{number}" would be read as several numbers.',
  },
  'number-with-exponent': {
    zh: '“{number}”不是这里能用的写法，请写成普通小数。',
    en: '"{number}" is not a way to write numbers here; write a plain decimal.',
  },
  'number-too-long': {
    zh: '这个数有 {digits} 位，太长了。',
    en: 'This number has {digits} digits, which is too many.',
  },
  'number-over-zero': { zh: '“{number}”的分母是零。', en: '"{number}" divides by zero.' },
  'no-such-date': { zh: '没有“{date}”这一天。', en: 'There is no such day as "{date}".' },
  'count-not-whole': {
    zh: '“至少 n 项”的 n 应是整数，不是“{count}”。',
    en: 'The count of "at least n" must be a whole number, not "{count}".',
  },
  'limit-needs-brackets': {
    zh: '“{word}”放在分支里，要给这个分支加括号；若要管整个选择，请放到最后。',
    en: 'To put "{word}" inside a branch, put the branch in brackets; to limit the whole choice, put it at the end.',
  },
  'wrong-arguments': {
    zh: '“{name}”括号里应有 {wanted} 项，写了 {given} 项。',
    en: '"{name}" takes {wanted} values in its brackets, not {given}.',
  },
  'where-without-parts': { zh: '“{name}”后面不能用“其中”。', en: '"{name}" takes no "where".' },
  'part-of-what': {
    zh: '“{word}”和“的部分”配不上。请写“超过 … 的部分”或“低于 … 的部分”。',
    en: '"{word}" does not go with a part. Write "the part of … above …" or "the shortfall of … below …".',
  },
  'part-needs-brackets': {
    zh: '“{text}”和后面的“的部分”怎样结合说不清，请给“{text}”加括号。',
    en: 'How "{text}" goes with the part that follows is unclear; put "{text}" in brackets.',
  },
  'else-needs-brackets': {
    zh: '“未知时取”和前后的算式怎样结合说不清，请加括号。',
    en: 'How "else" goes with the arithmetic around it is unclear; add brackets.',
  },
  'between-one-end': {
    zh: '“{text}”只有一头，“之间”要有两头：在 甲 至 乙 之间。',
    en: '"{text}" is one end only; write "between A and B".',
  },
  'inclusion-of-another': {
    zh: '“{bracket}”说的不是前面的“{line}”。',
    en: '"{bracket}" is not about "{line}" before it.',
  },
  'range-reversed': {
    zh: '前面的数比后面的大，什么也落不进去。',
    en: 'The first end lies above the second, so nothing is in between.',
  },

  'unknown-name': { zh: '没有“{name}”这个名称。', en: 'There is nothing named "{name}".' },
  'unknown-unit': { zh: '没有“{unit}”这个单位。', en: 'There is no unit "{unit}".' },
  'not-a-value': {
    zh: '“{name}”不是“{fact}”的取值。可以是：{values}。',
    en: '"{name}" is no value of "{fact}". Its values: {values}.',
  },
  'value-of-which': {
    zh: '“{name}”是几个选项共有的取值，请写明是哪一项，如“残疾等级 = 无”。',
    en: '"{name}" is a value of several facts; say which one, as in "disability_grade = none".',
  },
  'not-of-owner': { zh: '“{owner}”没有“{name}”这一项。', en: 'A {owner} has nothing named "{name}".' },
  'fact-of-parts': {
    zh: '“{name}”属于“{owner}”，一个“{here}”可能有几个。请写“任一{owner}(…)”“每个{owner}(…)”或“合计({owner}, …)”。',
    en: '"{name}" belongs to a {owner}, of which a {here} may have several. Use "any {owner}(…)", "every {owner}(…)" or "sum(…)".',
  },
  'fact-out-of-reach': {
    zh: '“{name}”属于“{owner}”，从“{here}”这里够不着。',
    en: '"{name}" belongs to a {owner}, which cannot be reached from a {here}.',
  },
  'no-instance-here': {
    zh: '这里说的是全局，不能用“{owner}”的“{name}”。',
    en: 'This is about the whole, so "{name}" of a {owner} means nothing here.',
  },
  'entity-as-value': {
    zh: '“{name}”是一类对象，不是数也不是条件。',
    en: '"{name}" is a kind of thing, no value.',
  },
  'not-an-entity': {
    zh: '“{name}”不是一类对象（如成员）。',
    en: '"{name}" is no kind of thing, such as members.',
  },
  'not-parts': { zh: '“{name}”不是“{here}”的组成部分。', en: '"{name}" are no parts of a {here}.' },
  'not-of-parts': { zh: '“{name}”不能这样用在组成部分上。', en: '"{name}" is not computed over parts.' },
  'not-a-function': { zh: '“{name}”后面不能跟括号。', en: '"{name}" takes no brackets.' },
  'card-not-here': {
    zh: '这里还没有定卡，不能用“卡”。',
    en: 'No card is given yet at this place, so "card" cannot be used.',
  },
  'parameter-needs-card': {
    zh: '参数“{name}”按卡而不同，这里还没有定卡，请在括号里写明。',
    en: 'The parameter "{name}" differs by card, and no card is given yet at this place; give it in brackets.',
  },
  'card-alone': {
    zh: '后面要跟“.户数”“.人数”或一项帮扶。',
    en: 'A figure has to follow: ".households", ".people" or a benefit.',
  },
  'benefit-not-here': {
    zh: '帮扶的金额要等定了卡才算得出，这里不能用“{name}”。',
    en: 'What the benefit "{name}" pays is known only once the card is, so it cannot be used here.',
  },
  'parameter-needs-keys': {
    zh: '参数“{name}”按“{fact}”而不同，这里不知道是哪一个，请在括号里写明。',
    en: 'The parameter "{name}" differs by "{fact}", which is not known here; give it in brackets.',
  },

  'unlike-units': {
    zh: '单位不同，不能比较或相加减：左边是“{left}”，右边是“{right}”。',
    en: 'Unlike units cannot be compared or added: "{left}" on the left, "{right}" on the right.',
  },
  'limit-for-whom': {
    zh: '金额按人，这个限额却没有说是每人的还是全户的。每人的写“{limit}/人”，全户合计的写“{limit}/户”。',
    en: 'The amount is per person, but this limit does not say whose it is. Write "{limit}/person" for each person, or "{limit}/household" for the household together.',
  },
  'expected-unit': {
    zh: '这里应以“{left}”计，写的却以“{right}”计。',
    en: 'This should be in {left}, but is in {right}.',
  },
  'period-needed': {
    zh: '另一边按{period}计，“{text}”没有写时间，请写明，如“/月”或“/年”。',
    en: 'The other side is counted by the {period}; "{text}" has to say its period, such as "/month" or "/year".',
  },
  'multiple-of-what': {
    zh: '“{text}”有两种读法：是 {count} 倍，还是多 {count} 倍（即 {more} 倍）；也没有写明是谁的几倍。请写如“甲 高于 乙 的 {more} 倍”。另一边以“{left}”计。',
    en: '"{text}" reads two ways, {count} times as much or {count} times more (that is {more} times as much), and does not say of what. Write "A above {more} × B". The other side is in {left}.',
  },
  'compare-unlike': {
    zh: '不能比较：左边是{left}，右边是{right}。',
    en: 'Cannot be compared: {left} on the left, {right} on the right.',
  },
  'no-order': {
    zh: '{type}没有大小，只能用“=”“≠”“属于”。',
    en: 'There is no order among values such as {type}; use "=", "≠" or "in".',
  },
  'branches-differ': {
    zh: '各分支应是同一类：一个是{left}，一个是{right}。',
    en: 'The branches must be alike: one is {left}, one {right}.',
  },
  'condition-needed': { zh: '这里应是条件，却是{found}。', en: 'A condition is needed here, not {found}.' },
  'value-as-condition': {
    zh: '“{name}”只是一个取值，不是条件。请写“某项 = {name}”；几个取值写“某项 属于（甲、乙）”。',
    en: '"{name}" is only a value, no condition. Write "fact = {name}", or "fact in (a, b)" for several values.',
  },
  'number-needed': { zh: '这里应是数，却是{found}。', en: 'A number is needed here, not {found}.' },
  'date-needed': { zh: '这里应是日期，却是{found}。', en: 'A date is needed here, not {found}.' },
  'duration-needed': {
    zh: '这里应是一段时间（如 24 个月），却是{found}。',
    en: 'A length of time (such as 24 months) is needed here, not {found}.',
  },
  'duration-not-whole': { zh: '应是整月或整日。', en: 'Whole months or days are needed here.' },
  'expected-type': { zh: '这里应是{expected}，却是{found}。', en: '{expected} is needed here, not {found}.' },
  'amount-needed': {
    zh: '这里应是金额，却是{found}。',
    en: 'An amount of money is needed here, not {found}.',
  },
  'amount-has-period': {
    zh: '金额以“{found}”计，但这项帮扶没有说按月还是按年发，请写“每”。',
    en: 'The amount is in {found}, but the benefit does not say that it is paid by the month or year; give "per".',
  },
  'date-arithmetic': {
    zh: '{left}和{right}不能相加减。',
    en: '{left} and {right} cannot be added or subtracted.',
  },
  'calendar-year-arithmetic': {
    zh: '年份只能加减年数，不能乘除、合计。',
    en: 'To a calendar year one can only add or subtract years.',
  },
  'unit-too-high': { zh: '这样相乘得出的单位没有意义。', en: 'The unit of this product makes no sense.' },
  'division-by-zero': { zh: '除数是零。', en: 'This divides by zero.' },
  'multiply-out': {
    zh: '除数为零时比较没有结果。可以两边同乘，写成“支出 > 60% × 收入”。',
    en: 'Where the divisor is zero this stays unknown. Multiply out: "costs > 60% × income".',
  },
  'not-a-share': {
    zh: '“的”后面应是百分比或倍数，却是{found}。',
    en: 'A share or multiple is needed here, not {found}.',
  },

  'open-here': { zh: '这里不能写“待定”。', en: '"open" cannot stand here.' },
  'range-here': { zh: '这里不能写范围。', en: 'A range cannot stand here.' },
  'list-here': {
    zh: '这里不能写几项，列表只用在“属于”后面。',
    en: 'A list cannot stand here; lists follow "in".',
  },
  'at-least-count': {
    zh: '“至少 {count} 项”，但只列了 {given} 项。',
    en: 'At least {count} are asked for, but {given} are listed.',
  },
  'aggregate-form': {
    zh: '“{name}”的写法应是“{name}(对象, 算什么, 其中 条件)”，如“合计(成员, 年龄)”“计数(成员, 重病)”。',
    en: 'Write "{name}" as "sum(members, what, where condition)" or "count of members (condition)".',
  },
  'extreme-of-one': {
    zh: '“{name}”要有两个以上的数，或一类对象。',
    en: '"{name}" needs two numbers or more, or a kind of parts.',
  },
  'round-form': {
    zh: '取整的写法是“取整(数, 10 元, 向上)”。',
    en: 'Rounding is written "round(x, 10 yuan, up)".',
  },
  'round-step': {
    zh: '取整的单位应是一个大于零的数。',
    en: 'The step to round to must be a number above zero.',
  },
  'last-year-form': { zh: '“上年(…)”里应是一个参数。', en: '"last_year(…)" takes a parameter.' },
  'owner-of-what': {
    zh: '对象的“的”后面应是它的一项名称。',
    en: 'After an owner the name of one of its facts is needed.',
  },
  'total-of-entity': {
    zh: '户数、人数只能按卡计，如“红卡.户数”。',
    en: 'Households and people are counted by card: "red.households".',
  },
  'dot-of-what': {
    zh: '“.”前面应是卡、一类对象、使用的政策，或名额、帮扶。',
    en: 'Before "." a card, a kind of thing, a policy that is used, a quota or a benefit is needed.',
  },
  ...resultMessages,
  'total-of-what': {
    zh: '卡后面应是“户数”“人数”或一项帮扶。',
    en: 'After a card "households", "people" or a benefit is needed.',
  },
  'total-not-here': {
    zh: '这里不能用全局的合计数，只能用在“对: 总体”的断言里。',
    en: 'Figures of the whole result can only be used in assertions on the overall result.',
  },

  'bands-empty': { zh: '没有写档次。', en: 'There are no bands.' },
  'bands-after-last': {
    zh: '前一档已经没有上限（或这一档没有下限），这一档永远用不上。',
    en: 'The band before has no upper end, so this one is never reached.',
  },
  'bands-not-rising': {
    zh: '档次应从低到高，这一档的上限不高于下限。',
    en: 'Bands must rise; this one ends where or before it begins.',
  },
  'bands-overlap': { zh: '这一档和前一档重叠。', en: 'This band overlaps the one before.' },
  'bands-hole': {
    zh: '这一档和前一档之间有空缺。请补上，或用“其余”写明。',
    en: 'There is a hole between this band and the one before. Close it, or say "otherwise".',
  },
  'bands-end-open': {
    zh: '最后一档以上没有规定。请加“以上”一档，或用“其余”写明。',
    en: 'Nothing is said above the last band. Add "above", or say "otherwise".',
  },
  'bands-start-open': {
    zh: '第一档以下没有规定。请补上，或用“其余”写明。',
    en: 'Nothing is said below the first band. Add it, or say "otherwise".',
  },
  'base-without-shares': {
    zh: '写了“基数”，但各档不是百分比或倍数。',
    en: 'A base is given, but the bands hold no shares.',
  },
  'marginal-base': {
    zh: '分段计算只按自身的各段，不能另有“基数”。',
    en: 'Marginal bands apply to their own parts; there is no other base.',
  },
  'marginal-otherwise': { zh: '分段计算不能有“其余”。', en: 'Marginal bands take no "otherwise".' },
  'not-a-band': {
    zh: '“{text}”不是一档，请写如“至 10000 元”“5000 元 以上”“以上”。',
    en: '"{text}" is no band; write "up to 10000 yuan", "above 5000 yuan" or "above".',
  },
  'table-keys': {
    zh: '这一行应有 {wanted} 个键，写了 {given} 个。',
    en: 'This row needs {wanted} keys, not {given}.',
  },
  'table-without-otherwise': {
    zh: '表里没有列到的情形没有规定，请用“其余”写明。',
    en: 'Nothing is said for what the table does not list; say "otherwise".',
  },
  'further-form': {
    zh: '“每增一”只能用在按一个数列出、末行是一个数的表里，且不能有“其余”。',
    en: '"each further" needs a table over one number whose last key is a number, without "otherwise".',
  },
  'not-a-literal': {
    zh: '“{text}”不是一个值（如 5000 元/人年、待定、是）。',
    en: '"{text}" is no value (such as 5000 yuan/person/year, open, yes).',
  },
} as const satisfies Catalog;
