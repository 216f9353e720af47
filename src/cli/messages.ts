import type { Catalog } from '../language/diagnostic.ts';
import { dutyOptionMessages } from './messages-duties.ts';

/** What the command line itself has to say. */
export const cliMessages = {
  'unknown-command': {
    zh: '没有 {command} 这个命令。可用的有：{commands}。',
    en: 'There is no command {command}. There are: {commands}.',
  },
  'terminal-dumb': {
    zh: '这个终端不能画屏幕（TERM=dumb），只显示文字。',
    en: 'This terminal cannot show screens (TERM=dumb); here is the comparison as text.',
  },
  'unknown-option': { zh: '这个命令没有选项 {option}。', en: 'This command has no option {option}.' },
  'option-needs-value': {
    zh: '选项 {option} 后面要写{value}。',
    en: 'Option {option} needs a value: {value}.',
  },
  'option-takes-no-value': { zh: '选项 {option} 后面不写值。', en: 'Option {option} takes no value.' },
  'option-choice': {
    zh: '选项 {option} 不能是 {value}，可用的有：{choices}。',
    en: 'Option {option} cannot be {value}; it is one of: {choices}.',
  },
  'option-twice': { zh: '选项 {option} 只能写一次。', en: 'Option {option} may be given only once.' },
  'option-missing': { zh: '还缺选项 {option}。', en: 'Option {option} is missing.' },
  'options-exclude': {
    zh: '{option} 和 {other} 不能同时使用。',
    en: '{option} and {other} cannot be used together.',
  },
  'argument-missing': { zh: '还缺{argument}。', en: '{argument} is missing.' },
  'argument-extra': { zh: '多了一个参数：{argument}。', en: 'There is an argument too many: {argument}.' },
  'option-number': {
    zh: '选项 {option} 要 {least} 到 {most} 的整数，不能是 {value}。',
    en: 'Option {option} takes a whole number from {least} to {most}, not {value}.',
  },
  'option-date': {
    zh: '选项 {option} 要一个日期，如 2020-03-18，不能是 {value}。',
    en: 'Option {option} takes a date such as 2020-03-18, not {value}.',
  },
  'set-form': {
    zh: '--set 后面要写“参数=值”，不能是 {value}。',
    en: '--set takes name=value, not {value}.',
  },
  'no-such-file': { zh: '找不到 {path}。', en: 'Cannot find {path}.' },
  'cannot-write': { zh: '写不了 {path}（{reason}）。', en: 'Cannot write {path} ({reason}).' },
  'stdin-twice': {
    zh: '只能有一个文件从标准输入（-）读。',
    en: 'Only one file can be read from standard input (-).',
  },
  'not-a-policy': {
    zh: '{path} 是{kind}，这里要一个政策。',
    en: '{path} is {kind}; a policy is meant here.',
  },
  'over-input': {
    zh: '{path} 是这次读入的文件，不能写在它上面。',
    en: '{path} is one of the files read; it is not written over.',
  },
  'a-folder': { zh: '{path} 是一个目录，这里要一个文件。', en: '{path} is a folder; a file is meant here.' },
  'more-diagnostics': {
    zh: '还有 {count} 处没有列出；改好上面这些再检查，或用 --format json 看全部。',
    en: '{count} more are not shown; mend these and check again, or see all with --format json.',
  },
  'unknown-kind': {
    zh: '看不出这是什么文件：最上层没有“政策”“扩展”“词汇”“案例”“情景”“样本人口”或“户”这样的键。',
    en: 'This is no kind of file known here: its top level has no key like policy, extends, vocabulary, cases, scenario, population or household.',
  },
  'nothing-to-check': {
    zh: '{path} 里没有可以检查的文件（*.yaml）。',
    en: 'There is nothing to check in {path} (no *.yaml).',
  },
  'nothing-to-test': {
    zh: '{path} 里没有案例文件（cases.yaml）。',
    en: 'There are no cases in {path} (no cases.yaml).',
  },
  'clause-without-rule': {
    zh: '没有一条规则写明条款 {clause}，这里也没有用“不计算”说明为什么。',
    en: 'No rule carries the clause {clause}, and no "not_computed" here says why.',
  },
  'clause-unlisted': {
    zh: '{rule}写了条款 {clause}，条款台账里没有。',
    en: '{rule} carries the clause {clause}, which the ledger of clauses does not hold.',
  },
  'already-there': {
    zh: '{path} 已经有了，不覆盖；请换一个名字，或先把它移走。',
    en: '{path} is there already and is not written over; give another name, or move it away first.',
  },
  'scenario-outside': {
    zh: '情景要和政策在同一个项目目录里才能引用它，{path} 不在 {root} 里面。',
    en: 'A scenario can refer to policies of its own project only, and {path} is not inside {root}.',
  },
  'nothing-to-fill': {
    zh: '政策没有可以在情景里定的数，没有写 {path}。',
    en: 'The policy leaves nothing that a scenario could settle; {path} was not written.',
  },
  'nothing-to-trace': {
    zh: '{path} 里没有政策（修改稿不算）。',
    en: 'There is no policy in {path} (drafts do not count).',
  },
  'no-such-household': {
    zh: '{population} 里没有编号为 {id} 的户。',
    en: 'There is no household {id} in {population}.',
  },
  'comparison-needs-two': {
    zh: '比较至少要两个政策。',
    en: 'A comparison needs two policies or more.',
  },
  'unknown-section': {
    zh: '没有 {section} 这一部分，可用的有：{sections}。',
    en: 'There is no section {section}; there are: {sections}.',
  },
  'no-such-parameter': {
    zh: '这些政策都没有参数 {name}。',
    en: 'None of the policies has a parameter {name}.',
  },
  'setting-unused': {
    zh: '情景里的政策都没有参数 {name}。',
    en: 'None of the policies of the scenario has a parameter {name}.',
  },
  'different-entities': {
    zh: '{first}和{second}评的不是同一种对象，不能放在一起比较。',
    en: '{first} and {second} judge different things and cannot stand side by side.',
  },
  'unknown-card-role': {
    zh: '没有 {role} 这种含义，可用的有：{roles}。',
    en: 'There is no role {role}; there are: {roles}.',
  },
  'reference-not-condition': {
    zh: '参照 {text} 不是一个能说“是”或“否”的条件，如 建档立卡、人均纯收入 低于 4000 元。',
    en: 'The reference {text} is no condition that is true or false, such as "registered" or "income_per_head below 4000 yuan".',
  },
  'reference-without-target': {
    zh: '参照方案 {path} 没有含义为{roles}的卡。',
    en: 'The scheme {path} has no card whose role is one of: {roles}.',
  },
  'different-facts': {
    zh: '{first} 和 {second} 对事实 {fact} 的规定不同，不能用同一批住户比较。',
    en: '{first} and {second} declare the fact {fact} differently, so the same households do not serve both.',
  },
  'rejects-written': {
    zh: '略过的行和原因写在 {path}（{rows} 行）。',
    en: 'The rows left out are in {path} with the reasons ({rows} rows).',
  },
  'program-fault': {
    zh: '程序本身出了错，不是您的文件有问题：{reason}。',
    en: 'This is a fault of the program, not of your files: {reason}.',
  },
  ...dutyOptionMessages,
} as const satisfies Catalog;

export type CliCode = keyof typeof cliMessages;
