import { words } from '../words.ts';

/** Words around every screen. */
export const frameWords = {
  title: words('明白', 'Mingbai'),
  a: words('甲', 'A'),
  b: words('乙', 'B'),
  tooSmall: words('终端太小，至少要 40 列 15 行。', 'Too small: 40 columns and 15 rows are needed.'),
  tooSmallShort: words('≥ 40 × 15', '≥ 40 × 15'),
  overview: words('总览', 'Overview'),
  transitions: words('变动', 'Transitions'),
  parameters: words('参数', 'What if'),
  households: words('农户', 'Households'),
  villages: words('各村', 'Villages'),
  start: words('选择政策和人口', 'Policies and population'),
  loading: words('载入', 'Loading'),
  changes: words('乙改 {count} 处', '{count} changed in B'),
  unsaved: words('未存', 'unsaved'),
  working: words('计算中…', 'working …'),
  milliseconds: words('{count} 毫秒', '{count} ms'),
  more: words('另有 {count} 条', '{count} more'),
  above: words('↑ 上面还有 {count} 行', '↑ {count} more above'),
  below: words('↓ 下面还有 {count} 行', '↓ {count} more below'),
} as const;
