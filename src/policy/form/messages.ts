import type { Catalog } from '../../language/diagnostic.ts';

/** What can be wrong with an approval form. */
export const formMessages = {
  'form-part-empty': {
    zh: '审批表的{part}没有内容。写明它是什么：标题、填、选项、列、可享受、测算、意见或备注。',
    en: 'The part {part} of the form has no content. Say what it is: title, fields, boxes, columns, due, assessment, opinion or remarks.',
  },
  'form-part-mixed': {
    zh: '审批表的{part}同时写了“{first}”和“{second}”，请分成两栏。',
    en: 'The part {part} of the form has both "{first}" and "{second}"; make two parts of it.',
  },
  'form-key-stray': {
    zh: '“{key}”不能和“{kind}”写在一栏里。',
    en: '"{key}" does not go with "{kind}" in one part of the form.',
  },
  'form-two-titles': {
    zh: '审批表只能有一个标题。',
    en: 'The form can have only one title.',
  },
  'form-label-missing': {
    zh: '{text}不是单单一个名称，印在表上要另写“标签”。',
    en: '{text} is not just a name, so it needs a label to be printed on the form.',
  },
  'form-not-boxes': {
    zh: '{text}不能作选项：要一个有取值的事实，或者一个是与否的条件。',
    en: '{text} cannot be boxes to tick: give a fact with values, or a condition.',
  },
  'form-not-parts': {
    zh: '{name}不能一行一个列在表里，只能是{entity}下面的成员之类。',
    en: '{name} cannot have a row each: only what a {entity} is made of can.',
  },
  'form-unknown-stage': {
    zh: '“程序”里没有{name}这个环节。',
    en: 'The procedure has no stage {name}.',
  },
  'form-unknown-role': { zh: '“角色”里没有{name}。', en: 'There is no role {name}.' },
  'form-benefit-twice': {
    zh: '{name}已经列在另一项下面，这里不再列。',
    en: '{name} is listed under another heading already.',
  },
} as const satisfies Catalog;
