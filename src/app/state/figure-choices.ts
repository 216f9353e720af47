/** Figures that a curve may follow. */
import type { Words } from '../../language/label.ts';
import type { FigureChoice, OutcomeKey, PolicyInfo, PopulationInfo } from '../protocol.ts';
import type { State } from './state.ts';

export function figureChoices({ policies, b, population }: State): readonly FigureChoice[] {
  const policy = policies[b];
  return policy ? choicesOf(policy, population) : [];
}

const indices = ['headcount', 'gap', 'severity', 'gini'] as const;

function choicesOf(policy: PolicyInfo, population: PopulationInfo | null): FigureChoice[] {
  const { outcomes, funds, benefits } = policy;
  return [
    { kind: 'money' },
    ...outcomes.map(({ key }): FigureChoice => ({ kind: 'households', outcome: key })),
    ...(population?.people == null
      ? []
      : outcomes.map(({ key }): FigureChoice => ({ kind: 'people', outcome: key }))),
    { kind: 'changed' },
    ...funds.map(({ id }): FigureChoice => ({ kind: 'money', fund: id })),
    ...benefits.filter(({ pays }) => pays).map(({ id }): FigureChoice => ({ kind: 'money', benefit: id })),
    ...indices.map((of): FigureChoice => ({ kind: 'poverty', of })),
  ];
}

export const figureKey = (choice: FigureChoice): string => JSON.stringify(Object.entries(choice).sort());

const INDEX_WORDS: Readonly<Record<(typeof indices)[number], Words>> = {
  headcount: { zh: '贫困发生率', en: 'poverty headcount' },
  gap: { zh: '贫困深度', en: 'poverty gap' },
  severity: { zh: '贫困强度', en: 'poverty severity' },
  gini: { zh: '基尼系数', en: 'Gini' },
};

/** What a figure is called. */
export function figureWords(choice: FigureChoice, policy: PolicyInfo): Words {
  const named = (all: readonly { readonly id: string; readonly label: Words }[], id: string): Words =>
    all.find(each => each.id === id)?.label ?? { zh: id, en: id };
  const outcome = (key: OutcomeKey): Words =>
    policy.outcomes.find(each => each.key === key)?.label ?? { zh: key, en: key };
  const tail = ({ zh, en }: Words, words: Words): Words => ({
    zh: `${zh}${words.zh}`,
    en: `${en}${words.en}`,
  });
  switch (choice.kind) {
    case 'households':
      return tail(outcome(choice.outcome), { zh: '户数', en: ': households' });
    case 'people':
      return tail(outcome(choice.outcome), { zh: '人数', en: ': people' });
    case 'changed':
      return { zh: '变动户数', en: 'households changed' };
    case 'poverty':
      return INDEX_WORDS[choice.of];
    case 'money': {
      if (choice.benefit !== undefined)
        return tail(named(policy.benefits, choice.benefit), { zh: '', en: '' });
      if (choice.fund === undefined) return { zh: '全部资金', en: 'all money' };
      return choice.fund === ''
        ? { zh: '未列资金来源', en: 'no fund named' }
        : named(policy.funds, choice.fund);
    }
  }
}
