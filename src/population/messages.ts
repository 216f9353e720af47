import type { Catalog } from '../language/diagnostic.ts';

/** Values, the same in a table and in the file of one household. */
const cellMessages = {
  'cell-not-number': { zh: '{place}{value}不是数字。', en: '{place}{value} is not a number.' },
  'cell-exponent': {
    zh: '{place}{value}是科学计数法，看不出原来的数字。请把单元格改成普通数字再导出。',
    en: '{place}{value} is in scientific notation, which hides the figure itself. Write it out in digits.',
  },
  'cell-too-precise': {
    zh: '{place}{value}小数位太多，最多{decimals}位。',
    en: '{place}{value} has too many decimals; at most {decimals} are kept.',
  },
  'cell-too-large': {
    zh: '{place}{value}太大，超出了能准确计算的范围（金额最多 90071992547409.91 元）。',
    en: '{place}{value} is too large to be computed exactly (money: at most 90071992547409.91 yuan).',
  },
  'cell-negative': { zh: '{place}{value}不能是负数。', en: '{place}{value} cannot be negative.' },
  'cell-out-of-range': {
    zh: '{place}{value}不合理，应当在 {least} 至 {most} 之间。',
    en: '{place}{value} cannot be right: expected {least} to {most}.',
  },
  'cell-not-bool': {
    zh: '{place}{value}看不出是或否。请写“是”或“否”，不掌握的留空。',
    en: '{place}{value} is neither yes nor no. Write yes or no, and leave it empty where it is not known.',
  },
  'cell-unknown-value': {
    zh: '{place}没有{value}这个取值。不掌握的请留空。',
    en: '{place}{value} is not a value of this fact. Leave it empty where it is not known.',
  },
  'cell-not-date': {
    zh: '{place}{value}不是日期。日期写成“年-月-日”，例如 2020-03-18。',
    en: '{place}{value} is not a date. Write year-month-day, such as 2020-03-18.',
  },
  'cell-no-such-day': { zh: '{place}没有{value}这一天。', en: '{place}There is no day {value}.' },
  'cell-too-long': {
    zh: '{place}有 {length} 个字，太长，可能是引号没有配对。',
    en: '{place}{length} characters are too long; a quotation mark may be missing.',
  },
} as const satisfies Catalog;

/** Rows of a population. */
const rowMessages = {
  'row-ragged': {
    zh: '{place}有 {cells} 格，表头有 {width} 列。',
    en: '{place}{cells} cells, where the head has {width} columns.',
  },
  'row-broken-quote': {
    zh: '{place}引号没有配对。',
    en: '{place}The quotation marks do not match.',
  },
  'id-empty': { zh: '{place}编号是空的。', en: '{place}The id is empty.' },
  'id-twice': { zh: '{place}编号{id}不止一行。', en: '{place}More than one row has the id {id}.' },
  'part-id-twice': {
    zh: '{place}{of}里，这个编号不止一行。',
    en: '{place}More than one row of {of} has this id.',
  },
  'owner-empty': {
    zh: '{place}没有写属于哪个（{key}是空的）。',
    en: '{place}Whose it is is not said ({key} is empty).',
  },
  'owner-not-found': {
    zh: '{place}找不到编号为{id}的所属对象（{key}）。',
    en: '{place}Nothing has the id {id} ({key}) that it says it belongs to.',
  },
  'owner-contradicted': {
    zh: '{file}：{of}的{key}前面是{first}，后面是{second}。',
    en: '{file}: {key} of {of} is {first} in one row and {second} in another.',
  },
  'owner-rejected': {
    zh: '{place}所属的{id}（{key}）有错，一并剔除。',
    en: '{place}Left out with {id} ({key}), to which it belongs.',
  },
  'part-rejected': {
    zh: '{place}{file} 第 {line} 行有错，该户不完整，一并剔除。',
    en: '{place}Left out whole: line {line} of {file}, which belongs to it, is wrong.',
  },
  'parts-empty': {
    zh: '{place}{file} 里没有这一户的成员。',
    en: '{place}It has no members in {file}.',
  },
  'bad-rows-more': { zh: '{file} 还有 {more} 处错误。', en: '{more} more errors in {file}.' },
  'population-bad-rows': {
    zh: '共有 {rows} 行不能使用。请改正；或者加上 --skip-bad-rows 剔除这些行（有错行的户整户剔除）。',
    en: '{rows} rows cannot be used. Mend them, or leave them out with --skip-bad-rows (households with a bad row are left out whole).',
  },
  'bad-rows-skipped': { zh: '已剔除不能使用的行：{counts}。', en: 'Rows left out: {counts}.' },
} as const satisfies Catalog;

/** Files of a population. */
const fileMessages = {
  'population-not-found': { zh: '没有{path}这个文件夹。', en: 'There is no folder {path}.' },
  'population-not-a-folder': {
    zh: '{path}不是文件夹。人口数据是一个文件夹，里面有 households.csv、members.csv 等。',
    en: '{path} is not a folder. A population is a folder with households.csv, members.csv and so on.',
  },
  'population-no-file': { zh: '{path}里没有{file}。', en: '{path} holds no {file}.' },
  'population-two-files': {
    zh: '{file}和{first}说的是同一种对象，只能留一个。',
    en: '{file} and {first} hold the same things; keep one.',
  },
  'population-unread-file': {
    zh: '{file}没有读：词汇里没有这样的对象。',
    en: '{file} was not read: the vocabulary has nothing of that name.',
  },
  'population-file-unreadable': {
    zh: '{file}打不开（{reason}）。',
    en: '{file} cannot be opened ({reason}).',
  },
  'population-empty': { zh: '没有一户可以使用。', en: 'There is not a single household that can be used.' },
  'csv-empty': { zh: '{file}是空的，连表头也没有。', en: '{file} is empty; it has not even a head.' },
  'csv-broken-head': {
    zh: '{file}的表头引号没有配对。',
    en: 'The quotation marks in the head of {file} do not match.',
  },
  'csv-separator': {
    zh: '{file}用{separator}分隔，应当用半角逗号。',
    en: '{file} separates its columns by {separator}; use commas.',
  },
  'csv-utf16': {
    zh: '{file}是 UTF-16 编码。请另存为“CSV UTF-8”。',
    en: '{file} is in UTF-16. Save it as CSV UTF-8.',
  },
  'csv-not-text': {
    zh: '{file}第 {line} 行有空字符，不是文本文件。请另存为“CSV UTF-8”。',
    en: '{file} holds a NUL character on line {line}: it is no text file. Save it as CSV UTF-8.',
  },
  'csv-encoding': {
    zh: '{file}第 {line} 行有读不出的字。请统一存为 UTF-8 或 GB18030。',
    en: '{file} holds characters that cannot be read on line {line}. Save all of it as UTF-8 or GB18030.',
  },
  'csv-line-too-long': {
    zh: '{file}有一行超过 {most} MB，不是表格。',
    en: '{file} has a line of more than {most} MB: it is no table.',
  },
  'csv-unknown-column': {
    zh: '{file}：词汇里没有{column}这一列。不要读的列，列名前加 #。',
    en: '{file}: the vocabulary has no column {column}. Put # before the name of a column that is not to be read.',
  },
  'csv-duplicate-column': {
    zh: '{file}：{column}和{first}是同一列。',
    en: '{file}: {column} and {first} are the same column.',
  },
  'csv-column-unit': {
    zh: '{file}：{column}的单位写成了{unit}，与词汇不符。',
    en: '{file}: {unit} is not the unit of {column}.',
  },
  'csv-missing-key': { zh: '{file}缺少{key}列。', en: '{file} lacks the column {key}.' },
  'parquet-unreadable': { zh: '{file}读不出来：{reason}。', en: '{file} cannot be read: {reason}.' },
  'parquet-column-type': {
    zh: '{file}：{column}列的类型{type}不能用。',
    en: '{file}: column {column} has a type that cannot be used, {type}.',
  },
  'write-folder-taken': {
    zh: '{path}里有{file}，不是人口数据文件夹，没有写。请换一个空文件夹。',
    en: '{path} holds {file} and is no population; nothing was written. Choose an empty folder.',
  },
  'write-failed': { zh: '写不进{path}（{reason}）。', en: '{path} cannot be written ({reason}).' },
} as const satisfies Catalog;

/** The file of one household. */
const householdMessages = {
  'household-not-a-map': {
    zh: '应当写“户: …”“成员: …”，这里不是。',
    en: 'Expected `household: …` and `members: …`.',
  },
  'household-unknown-key': { zh: '这里没有{key}。', en: 'There is no {key} here.' },
  'household-fact-misplaced': { zh: '{key}要写在“{under}”下面。', en: '{key} belongs under `{under}`.' },
  'household-key-twice': {
    zh: '{key}和{first}是同一项，写了两次。',
    en: '{key} and {first} are the same; one of them has to go.',
  },
  'household-unknown-fact': { zh: '词汇里没有{key}这一项。', en: 'The vocabulary has no fact {key} here.' },
  'household-not-facts': {
    zh: '{key}下面应当逐项写“事实: 值”。',
    en: '{key} should hold facts and their values.',
  },
  'household-not-a-list': {
    zh: '{key}应当是一个列表，每一项以“-”开头。',
    en: '{key} should be a list, each item after a `-`.',
  },
  'household-no-members': {
    zh: '成员列表是空的。每户至少一人；不掌握成员情况就不要写这一项。',
    en: 'The list of members is empty. A household has at least one; leave the list out where they are not known.',
  },
  'household-part-twice': { zh: '{id}写了两次。', en: '{id} is given twice.' },
  'household-exponent': {
    zh: '{place}{value}是科学计数法，看不出原来的数字。请写出全部数字。',
    en: '{place}{value} is in scientific notation, which hides the figure itself. Write it out in digits.',
  },
  'household-not-a-value': { zh: '{key}应当只有一个值。', en: '{key} should have a single value.' },
} as const satisfies Catalog;

/** Specs of synthetic populations. */
const specMessages = {
  'spec-unknown-figure': { zh: '没有{figure}这个数字。', en: 'There is no figure {figure}.' },
  'spec-figures-lacking': { zh: '缺少这些数字：{figures}。', en: 'These figures are lacking: {figures}.' },
  'spec-unknown-source': { zh: '没有列出来源{source}。', en: 'The source {source} is not listed.' },
  'spec-without-source': {
    zh: '{figure}没有写来源。没有来源的数字只能标为“假设”。',
    en: '{figure} names no source. A figure without one can only be `assumed`.',
  },
  'spec-not-a-number': {
    zh: '{figure}应当是不小于零的数字，例如 7.4% 或 17131。',
    en: '{figure} should be a number not below zero, such as 7.4% or 17131.',
  },
  'spec-not-a-share': {
    zh: '{figure}是比例，不能超过 100%。',
    en: '{figure} is a share and cannot pass 100%.',
  },
  'spec-not-by-key': {
    zh: '{figure}要分项写：{ 项: 数字, … }。',
    en: '{figure} has parts: write { part: number, … }.',
  },
  'spec-part-lacking': { zh: '{figure}缺少{part}。', en: '{figure} lacks {part}.' },
  'spec-unknown-part': { zh: '{figure}没有{part}这一项。', en: '{figure} has no part {part}.' },
  'spec-shares-sum': {
    zh: '{figure}各项合计为{sum}，应当是 100%。',
    en: 'The parts of {figure} add up to {sum} instead of 100%.',
  },
  'spec-vocabulary-values': {
    zh: '这份词汇缺少样本人口要用的取值：{values}。',
    en: 'The vocabulary lacks values that synthetic populations need: {values}.',
  },
} as const satisfies Catalog;

/** What readers and the generator of populations say. */
export const populationMessages = {
  ...cellMessages,
  ...rowMessages,
  ...fileMessages,
  ...householdMessages,
  ...specMessages,
} as const satisfies Catalog;
