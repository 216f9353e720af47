import type { Words } from '../language/label.ts';
import { sectionWords } from '../report/sections.ts';

export interface OptionSpec {
  /** What stands for the value in help; absent: a switch. */
  readonly value?: Words;
  readonly short?: string;
  readonly multiple?: true;
  readonly choices?: readonly string[];
  readonly about: Words;
}

export type OptionTable = Readonly<Record<string, OptionSpec>>;

export const commonOptions = {
  lang: {
    value: { zh: 'zh|en', en: 'zh|en' },
    choices: ['zh', 'en'],
    about: { zh: '输出的语言（默认随系统）', en: 'language of what is shown (default: the locale)' },
  },
  'no-color': { about: { zh: '不用颜色', en: 'no colours' } },
  help: { short: 'h', about: { zh: '显示本命令的说明', en: 'show this help' } },
} as const satisfies OptionTable;

export const formatOption = (...choices: string[]): OptionSpec => ({
  value: { zh: choices.join('|'), en: choices.join('|') },
  choices,
  about: {
    zh: `输出的格式（默认 ${choices[0]}）`,
    en: `form of the output (default ${choices[0]})`,
  },
});

export const setOption: OptionSpec = {
  value: { zh: '参数=值', en: 'name=value' },
  multiple: true,
  about: {
    zh: '给参数定值，如 警戒线=5500元/人年；可多次使用',
    en: 'set a parameter, as in "warning_line=5500 yuan/person/year"; may be repeated',
  },
};

export const onOption: OptionSpec = {
  value: { zh: '日期', en: 'DATE' },
  about: {
    zh: '按哪一天的规定（默认政策的施行日），如 2020-06-30',
    en: "which day's rules (default: the day the policy takes effect), as in 2020-06-30",
  },
};

export const populationOption: OptionSpec = {
  value: { zh: '目录', en: 'DIR' },
  short: 'p',
  about: { zh: '住户数据所在的目录', en: 'folder that holds the population' },
};

export const badRowsOptions = {
  'skip-bad-rows': {
    about: {
      zh: '略过有错的行并报告行数（默认有错就不读）',
      en: 'leave bad rows out and say how many (default: refuse the population)',
    },
  },
  rejects: {
    value: { zh: '文件.csv', en: 'FILE.csv' },
    about: {
      zh: '略过的行写到哪里（默认数据目录中的 population.rejected.csv）',
      en: 'where to write rows left out (default: population.rejected.csv in the folder)',
    },
  },
} as const satisfies OptionTable;

export const showOption: OptionSpec = {
  value: { zh: '部分,…', en: 'SECTION,…' },
  about: {
    zh: `只显示这些部分：${Object.values(sectionWords)
      .map(({ zh }) => zh[0])
      .join('、')}`,
    en: `show only these sections: ${Object.keys(sectionWords).join(', ')}`,
  },
};

export const engineOption: OptionSpec = {
  value: { zh: 'columnar|reference', en: 'columnar|reference' },
  choices: ['columnar', 'reference'],
  about: {
    zh: '用哪个求值器：列式（默认，快）或参考（慢，逐户）',
    en: 'which evaluator: columnar (default, fast) or reference (slow, household by household)',
  },
};

/** Against whom the cards given are held. */
export const referenceOptions = {
  reference: {
    value: { zh: '事实|条件|政策', en: 'FACT|CONDITION|POLICY' },
    about: {
      zh: '按这个参照算纳入误差和排除误差：一个事实、一个条件，或另一个方案',
      en: 'inclusion and exclusion error against this group: a fact, a condition, or another scheme',
    },
  },
  target: {
    value: { zh: '含义,…', en: 'ROLE,…' },
    about: {
      zh: '给哪些含义的卡算是帮扶对象（默认 兜底,贫困,风险）',
      en: 'which roles of cards count as reached (default: safety-net,poor,at-risk)',
    },
  },
} as const satisfies OptionTable;
