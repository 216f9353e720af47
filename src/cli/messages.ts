import type { Catalog } from '../language/diagnostic.ts';

/** What the command line itself has to say. */
export const cliMessages = {
  'unknown-command': {
    zh: '没有{command}这个命令;可用的有:{commands}',
    en: 'there is no command {command}; there are: {commands}',
  },
  'unknown-option': { zh: '本命令没有选项{option}', en: 'this command has no option {option}' },
  'option-needs-value': { zh: '选项{option}后面要写{value}', en: 'option {option} needs {value} after it' },
  'option-takes-no-value': { zh: '选项{option}后面不写值', en: 'option {option} takes no value' },
  'option-choice': {
    zh: '选项{option}不能是{value},可用的有:{choices}',
    en: 'option {option} cannot be {value}; it is one of: {choices}',
  },
  'option-twice': { zh: '选项{option}只能写一次', en: 'option {option} may be given only once' },
  'option-missing': { zh: '还缺{option}', en: '{option} is missing' },
  'options-exclude': {
    zh: '{option}和{other}不能同时使用',
    en: '{option} and {other} cannot be used together',
  },
  'argument-missing': { zh: '还缺{argument}', en: '{argument} is missing' },
  'argument-extra': { zh: '多余的参数:{argument}', en: 'too many arguments: {argument}' },
  'option-number': {
    zh: '选项{option}要一个整数({least} 至 {most}),不能是{value}',
    en: 'option {option} takes a whole number from {least} to {most}, not {value}',
  },
  'option-date': {
    zh: '选项{option}要一个日期,如 2020-03-18,不能是{value}',
    en: 'option {option} takes a date such as 2020-03-18, not {value}',
  },
  'set-form': {
    zh: '--set 要写成“参数=值”,不能是{value}',
    en: '--set takes name=value, not {value}',
  },
  'set-twice': { zh: '参数{name}用 --set 定了两次', en: 'parameter {name} is set twice' },
  'no-such-file': { zh: '找不到{path}', en: 'cannot find {path}' },
  'cannot-read': { zh: '读不了{path}:{reason}', en: 'cannot read {path}: {reason}' },
  'cannot-write': { zh: '写不了{path}:{reason}', en: 'cannot write {path}: {reason}' },
  'not-utf8': {
    zh: '{path}不是 UTF-8 编码,请另存为 UTF-8',
    en: '{path} is not UTF-8; save it as UTF-8',
  },
  'input-too-large': {
    zh: '{path}太大({size} MB),最多 {most} MB',
    en: '{path} is too large ({size} MB); at most {most} MB',
  },
  'unknown-kind': {
    zh: '看不出{path}是什么文件:它的最上层没有 政策、扩展、词汇、案例、情景 或 规格 这几个键',
    en: '{path} is no kind of file known here: its top level has none of the keys policy, extends, vocabulary, cases, scenario or population',
  },
  'nothing-to-check': {
    zh: '{path}里没有可检查的文件(*.yaml)',
    en: 'there is nothing to check in {path} (no *.yaml)',
  },
  'nothing-to-test': {
    zh: '{path}里没有案例文件(cases.yaml)',
    en: 'there are no cases in {path} (no cases.yaml)',
  },
  'no-such-household': {
    zh: '{population}里没有户编号为{id}的户',
    en: 'there is no household {id} in {population}',
  },
  'folder-not-empty': {
    zh: '目录{path}里已有文件;换一个目录,或加 --force 覆盖',
    en: 'the folder {path} holds files already; name another one, or say --force to replace them',
  },
  'scenario-needs-two': {
    zh: '比较至少要两个政策;情景文件{path}只有一个',
    en: 'a comparison needs two policies or more; the scenario {path} has one',
  },
  'different-vocabularies': {
    zh: '{first}和{second}用的词汇不同,不能放在同一批住户上比较',
    en: '{first} and {second} use different vocabularies, so the same households do not serve both',
  },
  'engine-refused': {
    zh: '列式求值器不能计算{policy}({reason}),改由参考求值器逐户计算,会慢一些',
    en: 'the columnar engine cannot do {policy} ({reason}); the reference evaluator does it household by household, more slowly',
  },
  'program-fault': {
    zh: '程序本身出错了,不是您的文件有问题:{reason}',
    en: 'this is a fault of the program, not of your files: {reason}',
  },
} as const satisfies Catalog;

export type CliCode = keyof typeof cliMessages;
