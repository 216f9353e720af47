/** A filled form as `form --format json` prints it: fields and values, texts in both languages. */
import type {
  Filled,
  FilledBody,
  FilledBox,
  FilledForm,
  FilledPart,
  Tick,
} from '../../analysis/form/filled.ts';
import type { Label, Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { type AnswerJson, answerJson } from '../explain/json.ts';
import { type ValueJson, valueJson } from '../explain/values-json.ts';
import { contentOf } from './content.ts';
import type { FormView } from './lay-out.ts';
import { placesJson } from './places.ts';
import { wordsOf } from './words.ts';

/** `partly`: a number known within bounds. `value` is null where it is not known or not applicable. */
export type State = 'known' | 'partly' | 'unknown' | 'inapplicable' | 'blank';

export interface BoxJson {
  readonly id?: string;
  readonly label: Words;
  readonly tick: Tick;
  readonly boxes?: readonly BoxJson[];
}

export interface FilledJson {
  readonly state: State;
  readonly value?: ValueJson;
  /** As it is printed. */
  readonly text?: Words;
  readonly boxes?: readonly BoxJson[];
}

export interface FormJson extends Omit<AnswerJson, 'reasons'> {
  readonly form: {
    readonly title: Words;
    readonly copies: number;
    /** The policy writes no form. */
    readonly standard?: true;
    readonly parts: readonly Readonly<Record<string, unknown>>[];
  };
}

const NOTHING: Words = { zh: '', en: '' };
const words = (label: Label): Words => wordsOf(label) ?? NOTHING;
const named = (id: string | null, label: Label) => ({ ...(id === null ? {} : { id }), label: words(label) });

function boxJson({ id, label, tick, boxes }: FilledBox): BoxJson {
  return { ...named(id, label), tick, ...(boxes.length === 0 ? {} : { boxes: boxes.map(boxJson) }) };
}

function filledJson(filled: Filled, policy: Policy): FilledJson {
  switch (filled.kind) {
    case 'blank':
      return { state: 'blank' };
    case 'boxes': {
      const { value } = filled;
      const boxes = filled.boxes.map(boxJson);
      if (value === null) return { state: 'known', boxes };
      if (value.kind === 'inapplicable') return { state: 'inapplicable', value: null, boxes };
      const found = value.kind === 'word' ? value.value : null;
      return { state: found === null ? 'unknown' : 'known', value: found, boxes };
    }
    case 'value': {
      const content = contentOf(filled, policy);
      const value = valueJson(filled.value, filled.type);
      if (content.kind !== 'text') return { state: 'unknown', value };
      const state =
        filled.value.kind === 'inapplicable' ? 'inapplicable' : content.unsure ? 'partly' : 'known';
      return { state, value, text: content.text };
    }
  }
}

function bodyJson(body: FilledBody, { policy, places }: FilledForm): Readonly<Record<string, unknown>> {
  switch (body.kind) {
    case 'fields':
      return {
        fields: body.fields.map(({ id, label, filled }) => ({
          ...named(id, label),
          ...filledJson(filled, policy),
        })),
      };
    case 'table':
      return {
        of: body.entity,
        columns: body.columns.map(({ id, label }) => named(id, label)),
        rows:
          body.rows?.map(({ id, cells }) => ({ id, cells: cells.map(cell => filledJson(cell, policy)) })) ??
          null,
      };
    case 'due':
      return {
        headings: body.headings.map(({ id, label, tick, benefits }) => ({
          ...named(id, label),
          tick,
          benefits: benefits.map(benefit => benefit.id),
          ...placesJson(
            benefits.map(({ id }) => id),
            places,
          ),
        })),
      };
    case 'opinion': {
      const { wording, stage, role, cards, signatures, seals, dated } = body;
      return {
        wording: words(wording),
        stage,
        role,
        cards,
        signatures: signatures.map(words),
        seals: seals.map(words),
        dated,
      };
    }
    case 'remarks':
      return { remarks: body.remarks.map(words) };
    case 'title':
    case 'assessment':
      return {};
  }
}

function partJson(
  { id, label, cite, body }: FilledPart,
  form: FilledForm,
): Readonly<Record<string, unknown>> {
  return {
    id,
    ...named(null, label),
    ...(cite === '' ? {} : { cite }),
    kind: body.kind,
    ...bodyJson(body, form),
  };
}

/** The form and the answer that fills it; the reasons at length are those of `explain`. */
export function formJson(form: FilledForm, { sources, set }: FormView): FormJson {
  const { policy, answer } = form;
  const { reasons: _, ...decided } = answerJson({ ...answer, reasons: [] }, policy, sources, set);
  return {
    ...decided,
    form: {
      title: words(form.title),
      copies: form.copies,
      ...(form.standard ? { standard: true as const } : {}),
      parts: form.parts.filter(({ body }) => body.kind !== 'title').map(part => partJson(part, form)),
    },
  };
}
