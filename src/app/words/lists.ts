import { words } from '../words.ts';

/** Words that the lists of households and villages share. */
export const listWords = {
  households: words('{n} 户', '{n} households'),
  people: words('{n} 人', '{n} people'),
  oneHousehold: words('1 户', '1 household'),
  onePerson: words('1 人', '1 person'),
  villages: words('{n} 村', '{n} villages'),
  oneVillage: words('1 村', '1 village'),
  stale: words('上次的结果，正在更新', 'of an earlier run, updating'),
  staleShort: words('旧', 'old'),
  fetching: words('正在取…', 'fetching …'),
  more: words('… 还有 {n} 行', '… {n} more'),
  township: words('乡镇', 'township'),
  village: words('村', 'village'),
  townshipShort: words('镇', 'town'),
  villageShort: words('村', 'vill.'),
  joiner: words('、', ', '),
  colon: words('：', ': '),
} as const;
