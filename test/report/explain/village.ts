/** A small scheme in a drafter's words, with households to explain. */
import { decide } from '../../../src/engine/reference/decide.ts';
import type { Lang } from '../../../src/language/label.ts';
import type { LoadedPolicy } from '../../../src/policy/load.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Instance } from '../../../src/population/instance.ts';
import { answerJson } from '../../../src/report/explain/json.ts';
import { answerText } from '../../../src/report/explain/text.ts';
import { noPaint } from '../../../src/report/paint.ts';
import { loadRules, loadText, said } from '../../support/load-text.ts';

export const rules = `
依据: {方案: {标题: 两卡方案}}
参数:
  警戒线: {编号: line, 标签: {英文: line}, 值: 5000 元/人年, 出处: 方案 一}
定义:
  有病人: {编号: somebody_ill, 标签: {英文: somebody ill}, 值: 任一成员(重病), 出处: 方案 二}
卡类:
  红卡: {编号: red, 标签: {英文: red card}, 当: 建档立卡 且 每个成员(残疾等级 = 重度), 出处: 方案 三}
  黄卡: {编号: yellow, 标签: {英文: yellow card}, 当: 建档立卡 且 人均收入 在 警戒线 以下 且 有病人, 出处: 方案 四}
排除:
  汽车: {编号: car, 标签: {英文: car}, 不得评为: 黄卡, 当: 有汽车, 出处: 方案 五}
帮扶:
  修缮补助: {编号: repair, 标签: {英文: repair}, 对象: [红卡, 黄卡], 当: 修缮费用 超过 0 元, 金额: 修缮费用 封顶 20000 元, 每: 一次, 出处: 方案 六}
  生活补助: {编号: living, 标签: {英文: living}, 对象: {每: 户, 卡: [红卡, 黄卡], 人均: 是}, 金额: 100 元/人, 每: 月, 出处: 方案 七}
  护理补贴: {编号: care, 标签: {英文: care}, 对象: {每: 成员, 卡: [红卡, 黄卡]}, 当: 重病, 金额: 待定, 每: 年, 出处: 方案 八}
  临时救助: {编号: relief, 标签: {英文: relief}, 对象: 黄卡, 金额: 1000 元 至 5000 元, 每: 年, 出处: 方案 九}
`;

export const member = (id: string, facts: Instance['facts']): Instance => ({
  entity: 'member',
  id,
  facts,
  owner: null,
  parts: {},
});

/** Money in fen (a month's share of a year's for income), ages in months. */
export function household(facts: Instance['facts'], members: Instance[] | null, id = 'h1'): Instance {
  const parts = members === null ? {} : { member: members };
  const made: Instance = { entity: 'household', id, facts, owner: null, parts };
  members?.forEach((each, k) => {
    members[k] = { ...each, owner: made };
  });
  return made;
}

/** Yuan a year in base units. */
export const yearly = (yuan: number): string => {
  const fen = BigInt(yuan) * 100n;
  return fen % 12n === 0n ? String(fen / 12n) : `${fen}/12`;
};

export type Loaded = LoadedPolicy & { readonly policy: Policy };

function right(loaded: LoadedPolicy): Loaded {
  if (loaded.policy === null) throw new Error(said(loaded).join('\n'));
  return { ...loaded, policy: loaded.policy };
}

/** The policy of a text with its sources; what is wrong with it fails the test. */
export const load = (text: string, on?: string): Loaded =>
  right(loadRules(text, on === undefined ? {} : { on }));

/** A draft that `扩展: base.yaml`; both without the lines that every policy needs. */
export function loadDraft(draft: string, base: string): Loaded {
  const head = '政策: 试\n编号: base\n词汇: ../vocabulary.yaml\n施行: 2020-03-18\n';
  const text = `政策: 修改稿\n编号: draft\n扩展: base.yaml\n${draft}`;
  return right(loadText(text, { files: { 'policies/small/base.yaml': head + base } }));
}

export function explained(loaded: Loaded, of: Instance, lang: Lang = 'zh'): string {
  const { policy, sources } = loaded;
  return answerText(decide(policy, of, { trace: true }), { policy, sources, lang, paint: noPaint });
}

export function json(loaded: Loaded, of: Instance) {
  return answerJson(decide(loaded.policy, of, { trace: true }), loaded.policy, loaded.sources);
}
