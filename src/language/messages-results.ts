import type { Catalog } from './diagnostic.ts';

/** What can be wrong where results of other policies, quotas and funds are asked for. */
export const resultMessages = {
  'use-alone': {
    zh: '“{name}”是使用的另一项政策。请写明要它的什么，如“{name}.卡”“{name}.金额”，或它的一项帮扶。',
    en: '"{name}" is another policy. Say what of it is meant: "{name}.card", "{name}.amount", or one of its benefits.',
  },
  'not-of-use': {
    zh: '政策“{owner}”里没有“{name}”。可以取它的“卡”“金额”，或它的一项帮扶、名额。',
    en: 'The policy "{owner}" has no "{name}". It has "card", "amount", its benefits and its quotas.',
  },
  'quota-alone': {
    zh: '“{name}”是名额，只能问是否得到，写“{name}.实得”。',
    en: '"{name}" is a quota: all it can be asked is whether a seat was had, "{name}.served".',
  },
  'only-served': {
    zh: '这里的“.”后面只能是“实得”，不能是“{name}”。',
    en: 'After this "." only "served" can stand, not "{name}".',
  },
  'served-not-here': {
    zh: '条件和金额看的是应得，分名额、分资金以后的“实得”还不知道。它只能用在名额和资金的“排序”、名额的“席位”“分解”里，或“对: 总体”的断言里。',
    en: 'Conditions and amounts see entitlements; what is "served" after quotas and funds is not known yet. It can be used in the ranks of quotas and funds, in the seats and shares of quotas, and in assertions on the overall result.',
  },
  'served-of-quota-here': {
    zh: '是否得到名额要问到户（人），这里没有具体的户。',
    en: 'Whether a seat was had is asked of a household or member; there is none here.',
  },
} as const satisfies Catalog;
