import { words } from '../words.ts';

/** Words of the first screen. */
export const startWords = {
  policies: words('一、选政策', '1  Policies'),
  population: words('二、选人口', '2  Population'),
  policiesHint: words('空格选入，先选的是甲，后选的是乙', 'space chooses: the first is A, the next B'),
  populationHint: words('回车打开', 'Enter opens'),
  chosen: words('已选 {names}', 'chosen: {names}'),
  noneChosen: words('未选，回车取光标所在的一个', 'none chosen: Enter takes the one under the cursor'),
  recent: words('最近用过', 'recent'),
  noPolicies: words('没有找到政策。', 'No policies were found.'),
  noPopulations: words('没有找到人口。', 'No populations were found.'),
} as const;
