import { words } from '../words.ts';

/** Words of the transitions. */
export const transitionWords = {
  corner: words('甲 ↓  乙 →', 'A ↓  B →'),
  total: words('合计', 'total'),
  byHouseholds: words('按户', 'households'),
  byPeople: words('按人', 'people'),
  changed: words('结果有变 {households} 户', '{households} households with another outcome'),
  changedShort: words('有变 {households} 户', '{households} changed'),
  people: words('{people} 人', '{people} people'),
  share: words('占 {share}', '{share}'),
  gains: words('增 {households} 户', '{households} gain'),
  losses: words('减 {households} 户', '{households} lose'),
  cell: words('{from} → {to}', '{from} → {to}'),
  households: words('{households} 户', '{households} households'),
  gain: words('一年 {gain}元', '{gain} yuan a year'),
  noneThere: words('没有户', 'none'),
  from: words('甲', 'A'),
  to: words('乙', 'B'),
  householdsHead: words('户', 'households'),
  peopleHead: words('人', 'people'),
  gainHead: words('一年增减（元）', 'yuan a year'),
  gainShort: words('增减（元）', 'yuan'),
  same: words('不变', 'the same'),
  flows: words('流向', 'Flows'),
} as const;
