import type { Catalog } from '../language/diagnostic.ts';

/** What of a document does not fit its form. */
export const shapeMessages = {
  'not-a-map': {
    zh: '文件应当是一组“键: 值”，这里却是{found}。',
    en: 'The file should be a set of keys and values, but is {found}.',
  },
  'unknown-key': { zh: '这里没有{key}这个键。', en: 'There is no key {key} here.' },
  'unknown-key-here': {
    zh: '这里没有{key}这个键，可以写的有：{known}。',
    en: 'There is no key {key} here. Known keys: {known}.',
  },
  'misplaced-key': { zh: '键{key}不能写在这里。', en: 'The key {key} does not belong here.' },
  'fullwidth-in-key': {
    zh: '{key}里有全角逗号或顿号，YAML 把它看成了一个键。请改用半角逗号。',
    en: '{key} holds a full-width comma, so YAML takes it for one key. Use ASCII commas.',
  },
  'same-key-twice': {
    zh: '{key}和{other}是同一个键，只能写一个。',
    en: '{key} and {other} are the same key; give one of them.',
  },
  'missing-key': { zh: '{of}缺少“{key}”。', en: '{of} lacks {key}.' },
  'wrong-shape': {
    zh: '{key}应当是{expected}，这里却是{found}。',
    en: '{key} should be {expected}, but is {found}.',
  },
  'list-of-conditions': {
    zh: '{key}后面是一个列表，没有说是都要符合，还是符合一项就行。请写“全部: […]”或“任一项: […]”。',
    en: 'A list follows {key} without saying whether all of it must hold or one is enough. Write “all_of: […]” or “any_of: […]”.',
  },
  'empty-value': {
    zh: '{key}后面是空的，应当写{expected}。',
    en: 'Nothing follows {key}; it should be {expected}.',
  },
  'wrong-count': { zh: '{key}应当有{expected}项。', en: '{key} should have {expected} items.' },
  'number-too-small': {
    zh: '{text}太小了，这里最小可以写{limit}。',
    en: '{text} is too small; the least that can stand here is {limit}.',
  },
  'number-too-large': {
    zh: '{text}太大了，这里最大可以写{limit}。',
    en: '{text} is too large; the most that can stand here is {limit}.',
  },
  'unknown-word': {
    zh: '这里不能写{word}，可以写：{known}。',
    en: '{word} cannot stand here. Possible: {known}.',
  },
  'bad-date': {
    zh: '{text}不是日期。日期写成“年-月-日”，例如 2020-03-18。',
    en: '{text} is not a date. Write year-month-day, such as 2020-03-18.',
  },
  'bad-id': {
    zh: '{id}不能作编号。编号用字母、数字、汉字、下划线和短横。',
    en: '{id} cannot be an id. Ids are made of letters, digits, underscores and hyphens.',
  },
  'key-needs-id': {
    zh: '{id}里有空格或标点，不能当编号用。请另写“编号”。',
    en: '{id} holds blanks or signs and cannot serve as id. Give an id beside it.',
  },
  'duplicate-id': { zh: '编号{name}用了两次。', en: 'The id {name} is used twice.' },
  'duplicate-name': { zh: '名称{name}用了两次。', en: 'The name {name} is used twice.' },
} as const satisfies Catalog;
