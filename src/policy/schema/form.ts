import { formBoxKeys, formDueKeys, formFieldKeys, formKeys } from '../../language/keys-form.ts';
import { byKind, closed, listOf, named, oneOrList, ref, type Schema, text, textOr } from './build.ts';
import { ruleForms } from './common.ts';

const item = { id: ref('name'), label: ref('labels') };
const value = ref('value');
const fields = listOf(textOr(ref('formField')));
const boxes = byKind({ text: true, array: { items: textOr(ref('formBox')) } });
/** One label, or a list of them. */
const labels = ref('notes');

/** Parts of the approval form. */
export const formParts: Readonly<Record<string, Schema>> = {
  formPart: closed(formKeys, {
    ...ruleForms,
    title: ref('labels'),
    copies: { type: 'integer', minimum: 1, maximum: 20 },
    fields,
    across: { type: 'integer', minimum: 1, maximum: 4 },
    boxes,
    each: ref('name'),
    columns: fields,
    due: byKind({ text: true, array: { items: textOr(ref('formDue')) } }),
    assessment: oneOrList(text),
    opinion: ref('labels'),
    stage: ref('name'),
    by: ref('name'),
    cards: ref('names'),
    signatures: labels,
    seals: labels,
    dated: ref('yes'),
    remarks: labels,
  }),
  formField: closed(formFieldKeys, { ...item, value, boxes }),
  formBox: closed(formBoxKeys, { ...item, when: value, of_which: boxes }),
  formDue: closed(formDueKeys, { ...item, benefits: ref('names'), otherwise: ref('yes') }),
};

/** Its section. */
export const formForms: Readonly<Record<string, Schema>> = { form: named(ref('formPart')) };
