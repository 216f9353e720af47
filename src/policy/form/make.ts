/** The approval form out of its section: each entry is one part, and its keys say what it is. */
import type { Expr } from '../../language/expr.ts';
import { type FormKey, formDueKeys } from '../../language/keys-form.ts';
import { noWords, yesWords } from '../../language/words.ts';
import { check, treeOf } from '../desk.ts';
import { labelOf, scalarsOf } from '../fields.ts';
import { entityIdOf, idsOf, unknown } from '../lookup.ts';
import type { YEntry, YNode, YScalar } from '../node.ts';
import type { Form, FormPart } from '../policy.ts';
import { called, type RawRule, ruleOf } from '../rule.ts';
import type { SectionName } from '../sections.ts';
import type { FormBody, FormHeading } from './form.ts';
import {
  type FormDesk,
  fieldsOfForm,
  fillOfBoxes,
  given,
  idOfItem,
  itemsOf,
  keysOf,
  labelFor,
  labelsOf,
} from './items.ts';

export interface FormContext extends FormDesk {
  /** The classified entity. */
  readonly entity: string;
  readonly rules: Readonly<Record<SectionName, readonly RawRule[]>>;
}

/** What makes a part what it is, each with the keys that may stand beside it. */
const kinds = {
  title: ['copies'],
  fields: ['across'],
  boxes: [],
  columns: ['each'],
  due: [],
  assessment: [],
  opinion: ['stage', 'by', 'cards', 'signatures', 'seals', 'dated'],
  remarks: [],
} as const satisfies Partial<Record<FormKey, readonly FormKey[]>>;
type Kind = keyof typeof kinds;

const extras: ReadonlySet<string> = new Set(Object.values(kinds).flat());

/** The form, its parts in the order written; null where the policy has none. */
export function makeForm(context: FormContext, raws: readonly RawRule[]): Form | null {
  if (raws.length === 0) return null;
  const parts = raws.flatMap(raw => partOf(context, raw));
  const [, second] = parts.filter(({ body }) => body.kind === 'title');
  if (second !== undefined)
    context.desk.report({ code: 'form-two-titles', severity: 'error', params: {}, span: second.span });
  return { parts };
}

function partOf(context: FormContext, raw: RawRule): FormPart[] {
  const kind = kindOf(context, raw);
  return kind === null ? [] : [{ ...ruleOf(raw), body: bodies[kind](context, raw) }];
}

function kindOf({ desk }: FormContext, raw: RawRule): Kind | null {
  const { fields } = raw;
  const [kind, other] = [...fields.keys()].filter((key): key is Kind => Object.hasOwn(kinds, key));
  if (kind === undefined) {
    desk.report({ code: 'form-part-empty', severity: 'error', params: { part: called(raw) }, span: raw.at });
    return null;
  }
  const written = (key: string) => (fields.get(key) as YEntry).key;
  if (other !== undefined) {
    const params = { part: called(raw), first: written(kind).text, second: written(other).text };
    desk.report({ code: 'form-part-mixed', severity: 'error', params, span: written(other).span });
  }
  const beside: readonly string[] = kinds[kind];
  for (const key of fields.keys())
    if (extras.has(key) && !beside.includes(key)) {
      const params = { key: written(key).text, kind: written(kind).text };
      desk.report({ code: 'form-key-stray', severity: 'error', params, span: written(key).span });
    }
  return kind;
}

const number = (raw: RawRule, key: FormKey, otherwise: number): number =>
  Number(scalarsOf(given(raw.fields, key))[0]?.text ?? otherwise);

const bodies: Readonly<Record<Kind, (context: FormContext, raw: RawRule) => FormBody>> = {
  title: (_, raw) => ({
    kind: 'title',
    title: labelOf(given(raw.fields, 'title')),
    copies: number(raw, 'copies', 1),
  }),
  fields: (context, raw) => ({
    kind: 'fields',
    fields: fieldsOfForm(context, given(raw.fields, 'fields'), context.entity),
    across: number(raw, 'across', 2),
  }),
  boxes: (context, raw) => {
    const node = given(raw.fields, 'boxes');
    if (node === undefined) return { kind: 'fields', fields: [], across: 1 };
    const fill = fillOfBoxes(context, node, context.entity);
    return { kind: 'fields', fields: [{ id: null, label: {}, fill, span: node.span }], across: 1 };
  },
  columns: (context, raw) => {
    const entity = partEntity(context, raw);
    const columns = entity === null ? [] : fieldsOfForm(context, given(raw.fields, 'columns'), entity);
    return { kind: 'table', entity: entity ?? context.entity, columns };
  },
  due: (context, raw) => ({ kind: 'due', headings: headingsOf(context, given(raw.fields, 'due')) }),
  assessment: (context, raw) => ({
    kind: 'assessment',
    figures: figuresOf(context, given(raw.fields, 'assessment')),
  }),
  opinion: opinionOf,
  remarks: (_, raw) => ({ kind: 'remarks', remarks: labelsOf(given(raw.fields, 'remarks')) }),
};

/** The entity whose instances have a row each: below the classified one. */
function partEntity(context: FormContext, raw: RawRule): string | null {
  const { desk, entity, vocabulary } = context;
  const [written] = scalarsOf(given(raw.fields, 'each'));
  const id = written === undefined ? 'member' : entityIdOf(desk, written);
  if (id === null) return null;
  for (
    let at = vocabulary.entities[id]?.within ?? null;
    at !== null;
    at = vocabulary.entities[at]?.within ?? null
  )
    if (at === entity) return id;
  const label = vocabulary.entities[entity]?.label ?? {};
  const params = {
    name: written?.text ?? id,
    entity: { zh: label.zh ?? label.en ?? entity, en: label.en ?? label.zh ?? entity },
  };
  desk.report({ code: 'form-not-parts', severity: 'error', params, span: written?.span ?? raw.at });
  return null;
}

const says = (node: YNode | undefined, words: readonly string[]): boolean =>
  node?.kind === 'scalar' && words.includes(node.text);
/** `全部`, `是`: without a list of its own. */
const allWords = [...yesWords, '全部', 'all'];

function headingsOf(context: FormContext, node: YNode | undefined): FormHeading[] | null {
  if (node === undefined || says(node, allWords)) return null;
  const { desk, rules } = context;
  const taken = new Set<string>();
  return itemsOf(node).map(item => {
    const fields = keysOf(context, item, formDueKeys);
    const named = item.kind === 'scalar' ? item : given(fields, 'benefits');
    const ids = idsOf(desk, 'benefit', named);
    for (const id of ids)
      if (taken.has(id)) {
        const params = { name: called(rules.benefits.find(one => one.id === id) ?? { id, label: {} }) };
        desk.report({ code: 'form-benefit-twice', severity: 'error', params, span: item.span });
      } else taken.add(id);
    const own = rules.benefits.find(({ id }) => id === ids[0]);
    const label = item.kind === 'scalar' ? (own?.label ?? {}) : labelFor(context, fields, item, null, true);
    return { id: idOfItem(fields), label, benefits: ids, rest: says(given(fields, 'otherwise'), yesWords) };
  });
}

function figuresOf({ desk, entity }: FormContext, node: YNode | undefined): Expr[] | null {
  if (node === undefined || says(node, allWords)) return null;
  return itemsOf(node).flatMap(item => check(desk, treeOf(desk, item), entity, undefined) ?? []);
}

function opinionOf(context: FormContext, raw: RawRule): FormBody {
  const { desk, rules } = context;
  const field = (key: FormKey) => given(raw.fields, key);
  const listed = raw.fields.has('cards') ? idsOf(desk, 'card', field('cards')) : null;
  return {
    kind: 'opinion',
    wording: labelOf(field('opinion')),
    stage: ruleNamed(context, rules.procedure, scalarsOf(field('stage'))[0], 'form-unknown-stage'),
    role: ruleNamed(context, rules.roles, scalarsOf(field('by'))[0], 'form-unknown-role'),
    cards: listed ?? rules.cards.map(({ id }) => id),
    signatures: labelsOf(field('signatures')),
    seals: labelsOf(field('seals')),
    dated: !says(field('dated'), noWords),
  };
}

function ruleNamed(
  { desk }: FormContext,
  rules: readonly RawRule[],
  written: YScalar | undefined,
  code: string,
): string | null {
  if (written === undefined) return null;
  const name = written.text.trim();
  const found = rules.find(({ id }) => id === name) ?? rules.find(({ names }) => names.includes(name));
  return (
    found?.id ??
    unknown(
      desk,
      code,
      written,
      rules.flatMap(({ names }) => names),
    )
  );
}
