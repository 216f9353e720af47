/** What the columnar engine can't do, in words for people. */
import type { Words } from '../../language/label.ts';

export const refusals = {
  rangedTwice: (parameter: string): Words => ({
    zh: `一个算式里两次用到范围参数 ${parameter}`,
    en: `the ranged parameter ${parameter} twice in one expression`,
  }),
  rangedSum: (parameter: string): Words => ({
    zh: `合计里范围参数 ${parameter} 的系数有正有负`,
    en: `the ranged parameter ${parameter} in a sum, with factors of either sign`,
  }),
  quotients: {
    zh: '把各成员分母不同的商相加',
    en: 'a sum of quotients that differ from part to part',
  },
  order: (kind: string): Words => ({ zh: `给 ${kind} 类的值排先后`, en: `an order of ${kind} values` }),
  unlike: (a: string, b: string): Words => ({
    zh: `${a} 与 ${b} 相比`,
    en: `${a} compared with ${b}`,
  }),
  card: { zh: '卡类条件里用到所评的卡', en: 'the card in a condition for cards' },
  benefit: (id: string): Words => ({
    zh: `帮扶 ${id} 还没有算出就用到它`,
    en: `the benefit ${id} before it is settled`,
  }),
  used: (use: string): Words => ({
    zh: `用到别的政策（${use}）的结果`,
    en: `results of another policy (${use})`,
  }),
  served: { zh: '用到名额和资金分配的结果', en: 'what quotas and funds leave' },
  eachBenefit: (id: string): Words => ({
    zh: `从中间一级看每个受益人的帮扶 ${id}`,
    en: `the benefit ${id} of each beneficiary, seen from a level between`,
  }),
  total: { zh: '用到总体结果的数', en: 'a figure of the whole result' },
  cells: { zh: '表格里套表格', en: 'cells within cells' },
  cards: (most: number): Words => ({ zh: `卡类多于 ${most} 种`, en: `more than ${most} cards` }),
  population: (entity: string): Words => ({
    zh: `人口资料里没有 ${entity}`,
    en: `a population without ${entity}`,
  }),
  above: (entity: string, from: string): Words => ({
    zh: `从 ${from} 看 ${entity}`,
    en: `${entity} seen from ${from}`,
  }),
  aboveIsOpen: { zh: '适用条件要看上级的汇总', en: 'a condition on what stands above' },
  unrecorded: (parts: string, of: string): Words => ({
    zh: `有的 ${of} 没有记录，却要看它的 ${parts}`,
    en: `${parts} of a ${of} that is not recorded everywhere`,
  }),
  largeAbove: {
    zh: '村、乡镇的汇总里有过大的数',
    en: 'large figures in what villages and townships sum up',
  },
  takes: { zh: '所占席位要作除法', en: 'a number of seats taken that is a quotient of facts' },
  largeKeys: {
    zh: '名额、资金的排序和分配用到过大的数',
    en: 'large figures in what quotas and funds go by',
  },
  large: { zh: '有的数可能超过 2^53', en: 'figures that may pass 2^53' },
  vast: { zh: '有的数可能超过 2^3900', en: 'figures that may pass 2^3900' },
  deep: { zh: '算式嵌套太深', en: 'expressions nested too deeply' },
} as const satisfies Readonly<Record<string, Words | ((...args: never[]) => Words)>>;
