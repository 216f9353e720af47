import { factsOf } from '../../engine/facts.ts';
import type { Expr } from '../../language/expr.ts';
import type { Label } from '../../language/label.ts';
import type { FormBody, FormField } from '../../policy/form/form.ts';
import type { Form, FormPart, Policy } from '../../policy/policy.ts';
import type { Fact } from '../../policy/vocabulary.ts';
import { chainOf, partsOf } from '../../population/header.ts';
import { decidingDefinitions } from './figures.ts';

const words = {
  form: { zh: '审批表', en: 'approval form' },
  facts: { zh: '基本情况', en: 'Facts' },
  figures: { zh: '核算', en: 'Figures' },
  assessment: { zh: '测算结果（供参考）', en: 'Assessment (for guidance)' },
  due: { zh: '可以享受的帮扶', en: 'Benefits due' },
  opinion: { zh: '审核意见', en: 'Opinion' },
  wording: { zh: '经审核，同意评为：', en: 'After examination, agreed as:' },
  signature: { zh: '审核人', en: 'Examined by' },
} as const satisfies Record<string, Label>;

const fieldOf = ({ label, type, span }: Pick<Fact, 'label' | 'type' | 'span'>, expr: object): FormField => ({
  id: null,
  label,
  fill: { kind: 'value', expr: { ...expr, type, span } as Expr },
  span,
});

/** The facts of an entity that the policy reads, its key first. */
function factFields(policy: Policy, entity: string, read: ReadonlySet<string>): FormField[] {
  const { facts, entities } = policy.vocabulary;
  const key = entities[entity]?.key;
  const own = Object.entries(facts).filter(
    ([name, fact]) => fact.entity === entity && (fact.id === key || read.has(name)),
  );
  return own
    .sort(([, a], [, b]) => Number(b.id === key) - Number(a.id === key))
    .map(([, fact]) => fieldOf(fact, { op: 'fact', entity, id: fact.id }));
}

/** A form for a policy that writes none: the facts it reads, what it decides and why, places for opinions. */
export function standardForm(policy: Policy): Form {
  const { entity, vocabulary } = policy;
  // What comes again asks for a form of its own each time.
  const stages = policy.stages.filter(({ cadence }) => cadence === null);
  const read = factsOf(policy);
  const span = { file: policy.file, start: 0, end: 0 };
  const part = (id: string, label: Label, body: FormBody): FormPart => ({
    id,
    label,
    cite: '',
    clause: [],
    note: {},
    span,
    origin: { policy: policy.id, change: 'original' },
    body,
  });
  const name = policy.label;
  const title: Label = {
    ...(name.zh === undefined ? {} : { zh: `${name.zh}${words.form.zh}` }),
    ...(name.en === undefined ? {} : { en: `${name.en}: ${words.form.en}` }),
  };
  const above = chainOf(entity, vocabulary).reverse();
  const facts = above.flatMap(({ id }) => factFields(policy, id, read));
  const figures = decidingDefinitions(policy)
    .filter(({ kind, type }) => kind === 'derived' && type.kind === 'number')
    .map(one => fieldOf(one, { op: 'definition', entity, id: one.id }));
  const opinion = (stage: string | null, role: string | null): FormBody => ({
    kind: 'opinion',
    wording: words.wording,
    stage,
    role,
    cards: policy.cards.map(({ id }) => id),
    signatures: [words.signature],
    seals: [],
    dated: true,
  });
  return {
    parts: [
      part('title', {}, { kind: 'title', title, copies: 1 }),
      part('facts', words.facts, { kind: 'fields', fields: facts, across: 2 }),
      ...(figures.length === 0
        ? []
        : [part('figures', words.figures, { kind: 'fields', fields: figures, across: 2 })]),
      ...partsOf(entity, vocabulary).map(({ id, pluralLabel }) =>
        part(id, pluralLabel, { kind: 'table', entity: id, columns: factFields(policy, id, read) }),
      ),
      part('assessment', words.assessment, { kind: 'assessment', figures: null }),
      ...(policy.benefits.length === 0 ? [] : [part('due', words.due, { kind: 'due', headings: null })]),
      ...(stages.length === 0
        ? [part('opinion', words.opinion, opinion(null, null))]
        : stages.map(({ id, label, role }) => part(id, label, opinion(id, role)))),
    ],
  };
}
