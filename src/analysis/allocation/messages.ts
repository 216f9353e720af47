import type { Catalog } from '../../language/diagnostic.ts';

/** Why seats could not be counted or shared out, or a fund not handed out. */
export const allocationMessages = {
  'seats-below-minimums': {
    zh: '名额{name}共 {total} 个，少于各级最低数之和 {needed} 个，所以谁都没有分到。请加大总数，或减少各级的席位。',
    en: 'The quota {name} has {total} seats in all, fewer than the {needed} that its levels need together, so nobody is served. Raise the total or lower the seats of the levels.',
  },
  'seats-unknown': {
    zh: '名额{name}：{count} 个{area}有多少席位算不出来（缺资料或参数未定），没有席位：{areas}。',
    en: 'The quota {name}: how many seats there are is not known for {count} of the areas ({area}), for want of facts or open parameters; they have none: {areas}.',
  },
  'areas-unrecorded': {
    zh: '名额{name}按{area}分，但这份住户数据里没有登记任何{area}，所以这一级没有名额。',
    en: 'The quota {name} has seats by {area}, but these households come without any {area}, so there are no seats at that level.',
  },
  'weight-unknown': {
    zh: '名额{name}：{count} 个{area}按什么分算不出来（缺资料或参数未定），同它们一起分的都没有席位：{areas}。',
    en: 'The quota {name}: the weight is not known for {count} of the areas ({area}), for want of facts or open parameters; none of those that share with them has seats: {areas}.',
  },
  'weights-zero': {
    zh: '名额{name}：各处按什么分全是零，分不下去（{count} 处）{areas}。',
    en: 'The quota {name}: all weights are zero, so nothing can be shared out ({count} times) {areas}.',
  },
  'total-unknown': {
    zh: '名额{name}的总数算不出来（缺资料或参数未定），所以谁都没有分到。',
    en: 'The total of the quota {name} is not known, for want of facts or open parameters, so nobody is served.',
  },
  'fund-total-unknown': {
    zh: '资金{name}的总额没有定，所以谁得到多少都不能确定。',
    en: 'The total of the fund {name} is not settled, so what anybody gets of it is not known.',
  },
} as const satisfies Catalog;
