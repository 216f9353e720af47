/** Every key of every screen, and what it does: read by the reducers, the help and the line of keys at the bottom. */
import type { Words } from '../../language/label.ts';

export interface Binding {
  /** What the reducers know it by. */
  readonly action: string;
  /** Names of keys, see `keyName`. */
  readonly keys: readonly string[];
  readonly words: Words;
  /** Place in the line of keys, those that matter most first; without one it is only in the help. */
  readonly line?: number;
}

const words = (zh: string, en: string): Words => ({ zh, en });

const moves = [
  { action: 'up', keys: ['up', 'k'], words: words('上移', 'up') },
  { action: 'down', keys: ['down', 'j'], words: words('下移', 'down') },
  { action: 'page-up', keys: ['page-up', 'ctrl-b'], words: words('上一屏', 'page up') },
  { action: 'page-down', keys: ['page-down', 'ctrl-f'], words: words('下一屏', 'page down') },
  { action: 'first', keys: ['home', 'g'], words: words('到开头', 'to the first') },
  { action: 'last', keys: ['end', 'G'], words: words('到末尾', 'to the last') },
] as const satisfies readonly Binding[];

const always = [
  { action: 'help', keys: ['?'], words: words('帮助', 'help'), line: 90 },
  { action: 'language', keys: ['L'], words: words('English', '中文'), line: 95 },
  { action: 'quit', keys: ['q'], words: words('退出', 'quit'), line: 92 },
  { action: 'leave', keys: ['ctrl-c'], words: words('立即退出', 'quit at once') },
] as const satisfies readonly Binding[];

/** On all screens that show figures. */
const anywhere = [
  { action: 'back', keys: ['escape'], words: words('返回', 'back'), line: 60 },
  { action: 'tab-1', keys: ['1'], words: words('总览', 'overview') },
  { action: 'tab-2', keys: ['2'], words: words('变动', 'transitions') },
  { action: 'tab-3', keys: ['3'], words: words('参数', 'parameters') },
  { action: 'tab-4', keys: ['4'], words: words('农户', 'households') },
  { action: 'tab-5', keys: ['5'], words: words('各村', 'villages') },
  { action: 'next-screen', keys: ['tab'], words: words('下一页面', 'next screen'), line: 50 },
  { action: 'previous-screen', keys: ['shift-tab'], words: words('上一页面', 'previous screen') },
  { action: 'type-filter', keys: ['/'], words: words('输入筛选条件', 'type a filter'), line: 70 },
  { action: 'undo', keys: ['u'], words: words('撤销改动', 'undo a change'), line: 40 },
  { action: 'redo', keys: ['ctrl-r', 'U'], words: words('重做改动', 'redo a change') },
  { action: 'reset', keys: ['R'], words: words('全部还原', 'reset all changes') },
  { action: 'save', keys: ['s'], words: words('存为草案', 'save as draft'), line: 72 },
  { action: 'export', keys: ['e'], words: words('导出本页', 'export this view'), line: 74 },
  { action: 'side', keys: ['b'], words: words('选乙方政策', 'choose policy B') },
  { action: 'others', keys: ['O'], words: words('另选政策和人口', 'choose other policies') },
  ...always,
] as const satisfies readonly Binding[];

const typing = [
  { action: 'submit', keys: ['enter'], words: words('确定', 'enter'), line: 10 },
  { action: 'cancel', keys: ['escape'], words: words('取消', 'cancel'), line: 20 },
  { action: 'caret-left', keys: ['left', 'ctrl-b'], words: words('光标左移', 'caret left') },
  { action: 'caret-right', keys: ['right', 'ctrl-f'], words: words('光标右移', 'caret right') },
  { action: 'caret-first', keys: ['home', 'ctrl-a'], words: words('到行首', 'to the beginning') },
  { action: 'caret-last', keys: ['end', 'ctrl-e'], words: words('到行尾', 'to the end') },
  { action: 'rub-out', keys: ['backspace', 'ctrl-h'], words: words('删前一字', 'delete before') },
  { action: 'delete', keys: ['delete', 'ctrl-d'], words: words('删后一字', 'delete after') },
  { action: 'clear-before', keys: ['ctrl-u'], words: words('删到行首', 'delete to the beginning'), line: 30 },
  { action: 'clear-after', keys: ['ctrl-k'], words: words('删到行尾', 'delete to the end') },
  { action: 'clear-word', keys: ['ctrl-w'], words: words('删前一词', 'delete the word before') },
  { action: 'leave', keys: ['ctrl-c'], words: words('立即退出', 'quit at once') },
] as const satisfies readonly Binding[];

const picking = [
  ...moves,
  { action: 'pick', keys: ['enter', 'space'], words: words('选定', 'choose'), line: 10 },
  { action: 'cancel', keys: ['escape', 'q'], words: words('取消', 'cancel'), line: 20 },
  { action: 'leave', keys: ['ctrl-c'], words: words('立即退出', 'quit at once') },
] as const satisfies readonly Binding[];

const asking = [
  { action: 'yes', keys: ['enter', 'y'], words: words('是', 'yes'), line: 10 },
  { action: 'no', keys: ['escape', 'n', 'q'], words: words('否', 'no'), line: 20 },
  { action: 'leave', keys: ['ctrl-c'], words: words('立即退出', 'quit at once') },
] as const satisfies readonly Binding[];

export const keyTables = {
  'start-policies': [
    ...moves,
    {
      action: 'choose',
      keys: ['space'],
      words: words('选入（先选为甲，后选为乙）', 'choose (first A, then B)'),
      line: 5,
    },
    { action: 'go-on', keys: ['enter', 'right', 'l'], words: words('下一步', 'go on'), line: 10 },
    { action: 'back', keys: ['escape'], words: words('返回或退出', 'back, or quit') },
    ...always,
  ],
  'start-population': [
    ...moves,
    { action: 'go-on', keys: ['enter', 'right', 'l', 'space'], words: words('打开', 'open'), line: 10 },
    { action: 'back', keys: ['escape', 'left', 'h'], words: words('回到政策', 'back to policies'), line: 20 },
    ...always,
  ],
  loading: [
    { action: 'cancel', keys: ['escape'], words: words('取消', 'cancel'), line: 20 },
    { action: 'language', keys: ['L'], words: words('English', '中文'), line: 95 },
    { action: 'quit', keys: ['q'], words: words('退出', 'quit'), line: 92 },
    { action: 'leave', keys: ['ctrl-c'], words: words('立即退出', 'quit at once') },
  ],
  overview: [...moves, ...anywhere],
  transitions: [
    ...moves,
    { action: 'left', keys: ['left', 'h'], words: words('左移', 'left') },
    { action: 'right', keys: ['right', 'l'], words: words('右移', 'right') },
    { action: 'open', keys: ['enter'], words: words('看这些户', 'these households'), line: 10 },
    { action: 'mode', keys: ['v'], words: words('热力表或流向', 'heat or flows'), line: 20 },
    { action: 'count', keys: ['p'], words: words('按户或按人', 'households or people'), line: 30 },
    ...anywhere,
  ],
  parameters: [
    ...moves,
    { action: 'less', keys: ['left', 'h'], words: words('减', 'less'), line: 5 },
    { action: 'more', keys: ['right', 'l'], words: words('加', 'more'), line: 6 },
    { action: 'much-less', keys: ['shift-left', 'H', '<'], words: words('减十步', 'ten steps less') },
    { action: 'much-more', keys: ['shift-right', '>'], words: words('加十步', 'ten steps more') },
    // Digits are values here: other screens are reached by these alone.
    { action: 'next-screen', keys: ['tab'], words: words('下一页', 'next screen'), line: 8 },
    { action: 'previous-screen', keys: ['shift-tab'], words: words('上一页', 'previous'), line: 12 },
    { action: 'edit', keys: ['enter'], words: words('输入数值', 'type a value'), line: 10 },
    {
      action: 'type',
      keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '.'],
      words: words('直接输入数值', 'type a value'),
    },
    { action: 'low-end', keys: ['['], words: words('动区间下限', 'move the low end of a range') },
    { action: 'high-end', keys: [']'], words: words('动区间上限', 'move the high end of a range') },
    { action: 'open', keys: ['o'], words: words('留作待定', 'leave it open'), line: 30 },
    { action: 'restore', keys: ['backspace', 'delete'], words: words('还原这一项', 'as the policy has it') },
    { action: 'figure', keys: ['f'], words: words('曲线看什么', 'figure of the curve'), line: 32 },
    ...anywhere,
  ],
  households: [
    ...moves,
    { action: 'open', keys: ['enter', 'right', 'l'], words: words('打开这一户', 'open it'), line: 10 },
    { action: 'filter', keys: ['f'], words: words('筛选', 'filters'), line: 20 },
    { action: 'sort', keys: ['S'], words: words('排序', 'sort'), line: 22 },
    { action: 'turn', keys: ['r'], words: words('倒序', 'turn the order round') },
    { action: 'clear', keys: ['x'], words: words('清除筛选', 'clear filters'), line: 24 },
    ...anywhere,
  ],
  household: [
    ...moves,
    { action: 'pane', keys: ['tab', 'shift-tab'], words: words('情况或理由', 'facts or reasons'), line: 5 },
    { action: 'fold', keys: ['space'], words: words('折叠或展开', 'fold or unfold'), line: 12 },
    {
      action: 'enter',
      keys: ['enter'],
      words: words('改情况、展开理由', 'edit a fact, unfold a reason'),
      line: 10,
    },
    {
      action: 'less',
      keys: ['left', 'h'],
      words: words('折叠；上一个取值', 'fold; previous value of a fact'),
    },
    {
      action: 'more',
      keys: ['right', 'l'],
      words: words('展开；下一个取值', 'unfold; next value of a fact'),
    },
    { action: 'missing', keys: ['o', 'delete'], words: words('这项情况作缺失', 'take a fact as missing') },
    { action: 'difference', keys: ['d'], words: words('下一处不同', 'next difference'), line: 20 },
    { action: 'drop-edits', keys: ['x'], words: words('放弃所改情况', 'drop edits of facts'), line: 24 },
    ...anywhere,
  ],
  villages: [
    ...moves,
    { action: 'open', keys: ['enter', 'right', 'l'], words: words('打开这个村', 'open it'), line: 10 },
    { action: 'sort', keys: ['S'], words: words('排序', 'sort'), line: 22 },
    { action: 'turn', keys: ['r'], words: words('倒序', 'turn the order round') },
    { action: 'households', keys: ['f'], words: words('看本村各户', 'its households'), line: 20 },
    ...anywhere,
  ],
  village: [
    ...moves,
    {
      action: 'open',
      keys: ['enter', 'right', 'l'],
      words: words('打开这一户', 'open the household'),
      line: 10,
    },
    { action: 'households', keys: ['f'], words: words('看本村各户', 'its households'), line: 20 },
    ...anywhere,
  ],
  typing,
  filters: [
    ...moves,
    { action: 'change', keys: ['enter', 'space'], words: words('更改', 'change'), line: 10 },
    { action: 'previous', keys: ['left', 'h'], words: words('前一取值', 'previous value') },
    { action: 'next', keys: ['right', 'l'], words: words('后一取值', 'next value'), line: 12 },
    { action: 'clear', keys: ['x'], words: words('全部清除', 'clear all'), line: 24 },
    { action: 'cancel', keys: ['escape', 'f', 'q'], words: words('关闭', 'close'), line: 20 },
    { action: 'leave', keys: ['ctrl-c'], words: words('立即退出', 'quit at once') },
  ],
  picking,
  asking,
  'export-path': [
    { action: 'next-format', keys: ['tab', 'down'], words: words('换格式', 'other format'), line: 15 },
    { action: 'previous-format', keys: ['shift-tab', 'up'], words: words('换格式（反向）', 'format before') },
    ...typing,
  ],
  help: [
    ...moves,
    { action: 'close', keys: ['escape', '?', 'q', 'enter'], words: words('关闭', 'close'), line: 10 },
    { action: 'language', keys: ['L'], words: words('English', '中文'), line: 95 },
    { action: 'leave', keys: ['ctrl-c'], words: words('立即退出', 'quit at once') },
  ],
} as const satisfies Readonly<Record<string, readonly Binding[]>>;

export type Context = keyof typeof keyTables;

/** What the keys of one context do. */
export type ActionOf<C extends Context> = (typeof keyTables)[C][number]['action'];
