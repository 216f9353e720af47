import type { Catalog } from '../language/diagnostic.ts';

/** What can be wrong with a file and its YAML, before anything is understood. */
export const yamlMessages = {
  'too-many-mistakes': {
    zh: '错误太多，只列出前 {most} 处。',
    en: 'There are too many mistakes; the first {most} are listed.',
  },
  'file-missing': { zh: '没有文件{file}。', en: 'There is no file {file}.' },
  'file-unreadable': {
    zh: '文件{file}读不出来（{cause}）。',
    en: 'The file {file} cannot be read ({cause}).',
  },
  'file-too-large': {
    zh: '文件太大（{size}），最多{most}个字符。',
    en: 'The file is too large ({size}); at most {most} characters are read.',
  },
  'not-utf8': {
    zh: '文件{file}不是 UTF-8 编码（第{line}行起读不通）。请在编辑器里“另存为”UTF-8。',
    en: 'The file {file} is not UTF-8 (it stops making sense on line {line}). Save it as UTF-8 in your editor.',
  },
  'path-not-relative': {
    zh: '这里要写相对路径，例如 ../vocabulary/rural-household.yaml，不能写{path}。',
    en: 'Give a relative path here, such as ../vocabulary/rural-household.yaml, not {path}.',
  },
  'path-missing': { zh: '没有{path}这个文件。', en: 'There is no file {path}.' },
  'path-not-a-file': {
    zh: '{path}不是普通文件（是管道或设备），不能引用。',
    en: '{path} is not a plain file but a pipe or device, so it cannot be referred to.',
  },
  'path-outside': {
    zh: '{path}在工程目录之外。文件只能引用有 mingbai.yaml 的那个目录以内的文件（没有的，只能引用政策自己的目录）。',
    en: '{path} lies outside the project. Files may refer only to files inside the folder that holds mingbai.yaml (without one, inside the folder of the policy).',
  },
  'yaml-fullwidth-colon': {
    zh: '{key}后面是全角冒号“：”，YAML 只认半角冒号加空格。',
    en: '{key} is followed by a full-width colon; YAML only knows the ASCII colon and a blank.',
  },
  'yaml-no-space': { zh: '{key}的冒号后面要空一格。', en: 'A blank has to follow the colon after {key}.' },
  'yaml-two-colons': { zh: '{key}后面多了一个冒号。', en: 'There is one colon too many after {key}.' },
  'yaml-text-before-keys': {
    zh: '{text}和下面缩进的键不能同时作这个键的内容：留一样。',
    en: '{text} and the keys indented below cannot both be the value of this key: keep one.',
  },
  'yaml-no-colon': {
    zh: '{text}后面没有冒号和内容，不知道是键还是文字。',
    en: 'No colon and value follow {text}: it is not clear whether it is a key or text.',
  },
  'yaml-fullwidth-comma': {
    zh: '花括号里用了全角的{found}，YAML 只认半角逗号。',
    en: 'A full-width {found} stands inside braces; YAML only knows the ASCII comma.',
  },
  'yaml-flow-comma': {
    zh: '花括号、方括号里的逗号把{text}切断了。请给整句加上引号，或者不用括号、另起一行写。',
    en: 'The comma cuts {text} apart inside braces or brackets. Put the whole in quotes, or write it on a line of its own.',
  },
  'yaml-flow-figure': {
    zh: '花括号、方括号里的逗号把{text}切断了。数字请不要写千分位。',
    en: 'The comma cuts {text} apart inside braces or brackets. Write figures without separators.',
  },
  'yaml-flow-brace': {
    zh: '{text}里的括号在花括号里有特别的意思。请给整句加上引号。',
    en: 'The bracket in {text} has a meaning of its own inside braces. Put the whole in quotes.',
  },
  'yaml-comment-cut': {
    zh: '“ #”后面的字被当作注释丢掉了，只留下{text}。要保留请给整句加上引号。',
    en: 'What follows “ #” is dropped as a comment, which leaves {text}. To keep it, put the whole in quotes.',
  },
  'yaml-colon-in-text': {
    zh: '{text}里的“: ”会被当作键。请给整句加上引号。',
    en: 'The “: ” in {text} would make a key of it. Put the whole in quotes.',
  },
  'yaml-special-start': {
    zh: '{text}开头的符号在 YAML 里有特别的意思。请给整句加上引号。',
    en: 'The sign at the start of {text} has a meaning of its own in YAML. Put the whole in quotes.',
  },
  'yaml-text-after-quote': {
    zh: '引号后面还有字：{text}。引号要么包住整句，要么不用。',
    en: 'Text goes on after the quotes: {text}. Quote the whole of it, or nothing.',
  },
  'yaml-escape': {
    zh: '双引号里的{found}不是有效的转义。要写反斜杠请写两个，或改用单引号。',
    en: '{found} is no valid escape inside double quotes. Write the backslash twice, or use single quotes.',
  },
  'yaml-tab': {
    zh: '行首用了制表符。YAML 只能用空格缩进。',
    en: 'A tab indents this line. YAML takes blanks only.',
  },
  'yaml-wide-blank': {
    zh: '行首用了全角空格。YAML 只能用半角空格缩进。',
    en: 'A full-width blank indents this line. YAML takes ASCII blanks only.',
  },
  'yaml-indent': {
    zh: '这一行缩进{found}格，上面是{expected}格，对不齐。',
    en: 'This line is indented by {found}, the one above by {expected}: they do not line up.',
  },
  'yaml-unclosed-bracket': { zh: '{open}没有配对的{close}。', en: '{open} has no matching {close}.' },
  'yaml-stray-bracket': { zh: '多了一个{found}。', en: 'There is one {found} too many.' },
  'yaml-unclosed-quote': { zh: '引号{quote}没有配对。', en: 'The quote {quote} is never closed.' },
  'yaml-syntax': {
    zh: 'YAML 写法有误，读到{found}读不下去了。',
    en: 'This is not valid YAML; it makes no sense at {found}.',
  },
  'yaml-alias': {
    zh: '{text}是 YAML 的锚点或引用，这里不用。请把内容写出来；如果是文字，请加引号。',
    en: '{text} is a YAML anchor or alias, which are not used here. Write the content out; if it is text, quote it.',
  },
  'yaml-complex-key': { zh: '键只能是文字。', en: 'A key can only be text.' },
  'yaml-empty-key': { zh: '冒号前面没有键。', en: 'There is no key before the colon.' },
  'yaml-documents': {
    zh: '一个文件只能有一份文档，这里用“---”又起了一份。',
    en: 'A file holds one document; “---” starts another one here.',
  },
  'yaml-empty': { zh: '文件是空的。', en: 'The file is empty.' },
  'yaml-too-deep': { zh: '嵌套太深，最多{most}层。', en: 'Nested too deeply; at most {most} levels.' },
  'duplicate-key': { zh: '键{key}写了两次。', en: 'The key {key} is given twice.' },
  'reserved-name': {
    zh: '{name}是程序保留的词，不能作名称。',
    en: '{name} is a reserved word and cannot be a name.',
  },
} as const satisfies Catalog;
