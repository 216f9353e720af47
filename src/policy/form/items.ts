/** Fields, columns and boxes: each a label and what fills it. */
import type { Expr } from '../../language/expr.ts';
import type { KeyTable } from '../../language/keys.ts';
import { type FormKey, formBoxKeys, formFieldKeys } from '../../language/keys-form.ts';
import type { Label } from '../../language/label.ts';
import { BOOL } from '../../language/types.ts';
import { check, type Desk, treeOf } from '../desk.ts';
import { fieldsOf, labelOf, scalarsOf } from '../fields.ts';
import { isEmpty, type YEntry, type YNode } from '../node.ts';
import type { Definition, Parameter } from '../policy.ts';
import { endOf } from '../rule.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { FormBox, FormField, FormFill } from './form.ts';

/** What the words of a form are taken from. */
export interface FormDesk {
  readonly desk: Desk;
  readonly vocabulary: Vocabulary;
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** The fields of an entry of the form by key. */
export type FormFields = ReadonlyMap<FormKey | string, YEntry>;

const NO_FIELDS: FormFields = new Map();

export function given(fields: FormFields, key: string): YNode | undefined {
  const value = fields.get(key)?.value;
  return isEmpty(value) ? undefined : value;
}

/** The items of a list; a single one stands for itself. */
export function itemsOf(node: YNode | undefined): readonly YNode[] {
  if (node === undefined) return [];
  return (node.kind === 'list' ? node.items : [node]).filter(item => !isEmpty(item));
}

/** The keys of an item that is a map; none of one that is a text. */
export function keysOf({ desk }: FormDesk, node: YNode, table: KeyTable): FormFields {
  return node.kind === 'map' ? fieldsOf(node, table, desk.report).byKey : NO_FIELDS;
}

/** A label, or a list of them. */
export function labelsOf(node: YNode | undefined): Label[] {
  return itemsOf(node)
    .map(labelOf)
    .filter(label => Object.keys(label).length > 0);
}

export const idOfItem = (fields: FormFields): string | null =>
  scalarsOf(given(fields, 'id'))[0]?.text ?? null;

/** The name of what an expression names, in both languages; null where it does more than name something. */
function nameOf(expr: Expr, { vocabulary, definitions, parameters }: FormDesk): Label | null {
  if (expr.op === 'fact') return vocabulary.facts[`${expr.entity}.${expr.id}`]?.label ?? null;
  if (expr.op === 'definition') {
    const definition = definitions[`${expr.entity}.${expr.id}`];
    return definition === undefined ? null : labelOrId(definition);
  }
  if (expr.op !== 'parameter') return null;
  const parameter = parameters.get(expr.id);
  return parameter === undefined ? null : labelOrId(parameter);
}

function labelOrId({ id, label }: Definition | Parameter): Label {
  return Object.keys(label).length > 0 ? label : { en: id };
}

/** The label given, or else the name of what the expression names; without either, a mistake. */
export function labelFor(
  at: FormDesk,
  fields: FormFields,
  node: YNode,
  expr: Expr | null,
  wanted: boolean,
): Label {
  const own = labelOf(given(fields, 'label'));
  if (Object.keys(own).length > 0) return own;
  const name = expr === null ? null : nameOf(expr, at);
  if (name !== null || !wanted) return name ?? {};
  const text = node.kind === 'scalar' ? node.text : (scalarsOf(given(fields, 'value'))[0]?.text ?? '…');
  at.desk.report({ code: 'form-label-missing', severity: 'error', params: { text }, span: node.span });
  return {};
}

/** What boxes are offered: one for each value of an enumeration, or a list of conditions. */
export function fillOfBoxes(at: FormDesk, node: YNode, entity: string): FormFill {
  const { desk, vocabulary } = at;
  if (node.kind !== 'scalar') return { kind: 'boxes', boxes: boxesOf(at, node, entity) };
  const expr = check(desk, treeOf(desk, node), entity, undefined);
  if (expr === null) return { kind: 'blank' };
  const { type } = expr;
  if (type.kind === 'enum' && vocabulary.facts[type.of] !== undefined) return { kind: 'choice', expr };
  if (type.kind === 'bool') {
    const label = labelFor(at, NO_FIELDS, node, expr, true);
    return { kind: 'boxes', boxes: [{ id: null, label, when: expr, boxes: [] }] };
  }
  desk.report({
    code: 'form-not-boxes',
    severity: 'error',
    params: { text: node.text },
    span: node.span,
  });
  return { kind: 'blank' };
}

function boxesOf(at: FormDesk, node: YNode, entity: string): FormBox[] {
  const { desk } = at;
  return itemsOf(node).map(item => {
    const fields = keysOf(at, item, formBoxKeys);
    const when = item.kind === 'scalar' ? item : given(fields, 'when');
    const expr = when === undefined ? null : check(desk, treeOf(desk, when), entity, BOOL);
    const label = labelFor(at, fields, item, expr, when === undefined || expr !== null);
    const inner = given(fields, 'of_which');
    const boxes = inner === undefined ? [] : boxesOf(at, inner, entity);
    return { id: idOfItem(fields), label, when: expr, boxes };
  });
}

/** The fields of a part or the columns of a table, each filled on instances of `entity`. */
export function fieldsOfForm(at: FormDesk, node: YNode | undefined, entity: string): FormField[] {
  const { desk } = at;
  return itemsOf(node).map(item => {
    const fields = keysOf(at, item, formFieldKeys);
    const span = { ...item.span, end: Math.max(item.span.start, endOf(item)) };
    const boxes = given(fields, 'boxes');
    const value = item.kind === 'scalar' ? item : given(fields, 'value');
    if (boxes !== undefined && value !== undefined) {
      const params = {
        key: (fields.get('boxes') as YEntry).key.text,
        kind: (fields.get('value') as YEntry).key.text,
      };
      desk.report({ code: 'form-key-stray', severity: 'error', params, span: boxes.span });
    }
    if (boxes !== undefined) {
      const fill = fillOfBoxes(at, boxes, entity);
      const named = fill.kind === 'choice' ? fill.expr : null;
      return { id: idOfItem(fields), label: labelFor(at, fields, item, named, true), fill, span };
    }
    const expr = value === undefined ? null : check(desk, treeOf(desk, value), entity, undefined);
    // What could not be understood has been told of already.
    const label = labelFor(at, fields, item, expr, value === undefined || expr !== null);
    const fill: FormFill = expr === null ? { kind: 'blank' } : { kind: 'value', expr };
    return { id: idOfItem(fields), label, fill, span };
  });
}
