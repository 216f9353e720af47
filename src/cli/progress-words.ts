import type { Words } from '../language/label.ts';

export const progressWords = {
  reading: { zh: '读取住户数据', en: 'Reading households' },
  running: { zh: '计算', en: 'Running' },
  writing: { zh: '写入', en: 'Writing' },
  generating: { zh: '生成住户', en: 'Generating households' },
} as const satisfies Record<string, Words>;
