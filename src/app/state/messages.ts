/** What the state has to say by itself. */
import type { Words } from '../../language/label.ts';
import type { Named } from '../protocol.ts';
import type { Message } from './state.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

export const plain = (...texts: Words[]): Message => ({ tone: 'plain', texts });
export const good = (...texts: Words[]): Message => ({ tone: 'good', texts });
export const bad = (texts: readonly Words[]): Message => ({ tone: 'bad', texts });

export const says = {
  nothingToUndo: words('没有可撤销的改动。', 'There is nothing to undo.'),
  nothingToRedo: words('没有可重做的改动。', 'There is nothing to redo.'),
  nothingChanged: words('参数没有改动。', 'No parameter has been changed.'),
  atBound: words('已到政策允许的边界。', 'This is as far as the policy allows.'),
  onlyTyped: words('这一项要输入（回车）。', 'This one has to be typed: press Enter.'),
  chosenByArrows: words('这一项用左右键换取值。', 'This one is chosen with the left and right keys.'),
  asPolicyHasIt: words('这一项没有改动。', 'This one is as the policy has it.'),
  notARange: words('这一项不是区间。', 'This one is not a range.'),
  movesLow: words('左右键现在动下限。', 'The arrow keys now move the low end.'),
  movesHigh: words('左右键现在动上限。', 'The arrow keys now move the high end.'),
  openAlready: words('这一项已经待定。', 'This one is open already.'),
  emptyCell: words('这一格没有户。', 'There are no households here.'),
  noPeople: words('人口资料里没有人员。', 'The population has no rows for people.'),
  noneUnderCursor: words('这一行还没有取到。', 'This line has not come yet.'),
  nothingHere: words('这里没有可打开的。', 'There is nothing to open here.'),
  noVillages: words(
    '没有记录所在村的户，不能按村筛选。',
    'Households whose village is not recorded cannot be filtered.',
  ),
  noFilters: words('没有筛选条件。', 'There are no filters.'),
  noDifference: words('两边的理由没有不同。', 'The reasons of both sides are the same.'),
  onlyFacts: words('要在情况一栏里改。', 'This is done among the facts.'),
  noEdits: words('没有改过情况。', 'No fact has been edited.'),
  editsDropped: words('已放弃所改情况。', 'Edits of facts are dropped.'),
  notEditable: words('这一项是算出来的，不能改。', 'This fact is computed; it cannot be edited.'),
  missingAlready: words('这一项本来就缺失。', 'This fact is missing already.'),
  noFold: words('这一行没有可折叠的。', 'This line has nothing to fold.'),
  onePolicy: words('只载入了一个政策。', 'Only one policy is loaded.'),
  notLoadedYet: words('还没有取到。', 'It has not come yet.'),
  nothingToChoose: words('没有可选的政策。', 'There are no policies to choose from.'),
  noPopulation: words('没有可选的人口。', 'There are no populations to choose from.'),
  noName: words('请给草案起个名字。', 'Please give the draft a name.'),
  noPath: words('请输入文件路径。', 'Please type a path.'),
  loading: words('正在载入', 'Loading'),
  deciding: words('逐户判定', 'Deciding household by household'),
  saved: (path: string) => words(`草案已存到 ${path}`, `The draft is saved in ${path}`),
  exported: (path: string, rows: number) =>
    words(`已导出 ${rows} 行到 ${path}`, `${rows} ${rows === 1 ? 'row' : 'rows'} exported to ${path}`),
};

/** Figures stand in messages as they are; words of users in quotation marks. */
export const valueProblems = {
  empty: words('请输入数值，或用 o 留作待定。', 'Type a value, or press o to leave it open.'),
  number: (text: string, unit: Words): Words => {
    const [zh, en] = [unit.zh && `（${unit.zh}）`, unit.en && ` in ${unit.en}`];
    return words(
      `“${text}”不是数${zh}，写作 6000，区间写作 1.2 至 1.5。`,
      `"${text}" is no figure${en}: write 6000, or 1.2 to 1.5 for a range.`,
    );
  },
  date: (text: string): Words =>
    words(`“${text}”不是日期，写作 2020-01-31。`, `"${text}" is no date: write 2020-01-31.`),
  choice: (text: string, choices: readonly Named[]): Words => {
    const list = (lang: 'zh' | 'en') =>
      choices.map(({ label }) => label[lang]).join(lang === 'zh' ? '、' : ', ');
    return words(`“${text}”不在可选之列：${list('zh')}。`, `"${text}" is none of ${list('en')}.`);
  },
  outside: (figure: string, least: string | null, most: string | null): Words => {
    if (most === null)
      return words(`${figure} 低于下限 ${least}。`, `${figure} is below ${least}, the least allowed.`);
    if (least === null)
      return words(`${figure} 高于上限 ${most}。`, `${figure} is above ${most}, the most allowed.`);
    return words(
      `${figure} 超出范围（${least} 至 ${most}）。`,
      `${figure} is out of range (${least} to ${most}).`,
    );
  },
  crossed: (low: string, high: string): Words =>
    words(`下限 ${low} 高于上限 ${high}。`, `The low end ${low} is above the high end ${high}.`),
};
