import type { Catalog } from '../language/diagnostic.ts';

/** What can be wrong with parameters, and what the linter points out. */
export const valueMessages = {
  'bad-parameter-value': {
    zh: '{text}不能作参数的值。写一个数和单位、“待定”、日期，或者“A 至 B”。',
    en: '{text} cannot be the value of a parameter. Give a figure with its unit, “open”, a date, or “A to B”.',
  },
  'parameter-computed': {
    zh: '{text}是算出来的，不能作参数的值；参数只写数。要算的写在“定义”里。',
    en: '{text} is worked out, so it cannot be the value of a parameter, which is a figure. Write it as a definition.',
  },
  'parameter-without-value': {
    zh: '参数{name}没有值。还没有定的写“待定”加单位。',
    en: 'The parameter {name} has no value. If it is not settled, say “open” and its unit.',
  },
  'open-without-unit': {
    zh: '参数{name}待定，但要写明单位，例如“待定 元”。',
    en: 'The parameter {name} is open, but needs a unit, such as “open yuan”.',
  },
  'mixed-units': {
    zh: '参数{name}的单位不一致：{first}和{other}。',
    en: 'The units of the parameter {name} differ: {first} and {other}.',
  },
  'range-crossed': { zh: '{text}的低端高于高端。', en: 'The low end of {text} is above its high end.' },
  'value-outside-range': {
    zh: '参数{name}的值不在写明的范围里。',
    en: 'The value of {name} lies outside its stated range.',
  },
  'before-first-date': {
    zh: '参数{name}从 {first} 起才有值，{on} 这天按未定处理。',
    en: '{name} has no value before {first}; on {on} it is unset.',
  },
  'by-what': { zh: '没有{name}这个事实，不能按它分。', en: 'There is no fact {name} to go by.' },
  'by-not-a-choice': {
    zh: '参数只能按选项、是否或文本类的事实分，不能按{name}。',
    en: 'A parameter can differ by choices, yes/no and text, not by {name}.',
  },
  'cells-without-by': {
    zh: '参数{name}写了几格，要用“按”写明按什么分。',
    en: '{name} has cells; say with “by” what they go by.',
  },
  'not-understood': { zh: '这里看不懂写的是什么。', en: 'This could not be understood.' },
  'by-without-cells': {
    zh: '参数{name}写了“按”，就要在“表”里给每个取值写上一格，其余的写在“其余”里；不分的，去掉“按”。',
    en: '{name} goes by something, so write a cell for each value below “cells”, and what is left below “otherwise”. If it does not differ, take “by” away.',
  },
  'unknown-cell': { zh: '没有{name}这个取值。', en: 'There is no value {name}.' },
  'set-unknown': { zh: '没有参数{name}可以设定。', en: 'There is no parameter {name} to set.' },
  'set-unit': {
    zh: '{text}的单位与参数{name}的{unit}不合。',
    en: 'The unit of {text} does not fit {name}, which is in {unit}.',
  },
  'set-plain': {
    zh: '参数{name}是不带单位的数，{text}与它不合。',
    en: '{name} is a number without a unit; {text} does not fit it.',
  },
  'set-needs-unit': {
    zh: '{name}的单位是{unit}，{text}要写明单位（20% 还是 0.2 倍）。',
    en: '{name} is in {unit}: say {text} of what (20% or 0.2 times).',
  },
  'set-outside-range': {
    zh: '{text}不在参数{name}写明的范围里。',
    en: '{text} lies outside the stated range of {name}.',
  },
  'two-wordings': {
    zh: '{line}这条线，一处写{first}，一处写{second}：恰在线上的，一处算，一处不算。',
    en: 'For the line {line}, one place says {first} and another {second}: what is exactly on it counts in one and not in the other.',
  },
  'unused-parameter': { zh: '参数{name}没有用到。', en: 'The parameter {name} is never used.' },
  'unused-definition': { zh: '定义{name}没有用到。', en: 'The definition {name} is never used.' },
  'unused-fund': { zh: '资金{name}没有用到。', en: 'The fund {name} is never used.' },
  'card-unreachable': {
    zh: '卡类{card}永远评不上：符合它的户都先评了{before}。',
    en: 'No household ever gets the card {card}: whoever meets it gets {before} first.',
  },
  'amount-missing-card': {
    zh: '{benefit}的对象有{card}，金额里却没有，这类户得不到。',
    en: '{benefit} is for {card}, but no amount is given for it, so these households get nothing.',
  },
  'amount-card-not-served': {
    zh: '{benefit}给{card}写了金额，对象里却没有这类卡。',
    en: '{benefit} has an amount for {card}, which is not among those it is for.',
  },
  'draft-drops-amounts': {
    zh: '修改稿的金额没有写{cards}；金额是整体替换的，原来这几类的金额就没有了。',
    en: 'The draft gives no amount for {cards}. Amounts are replaced as a whole, so theirs are gone.',
  },
} as const satisfies Catalog;
