import type { Expr } from '../../language/expr.ts';
import type { Form } from '../policy.ts';
import type { FormBox, FormField } from './form.ts';

const boxExpressions = ({ when, boxes }: FormBox): Expr[] => [
  ...(when === null ? [] : [when]),
  ...boxes.flatMap(boxExpressions),
];

function fieldExpressions({ fill }: FormField): Expr[] {
  if (fill.kind === 'boxes') return fill.boxes.flatMap(boxExpressions);
  return fill.kind === 'blank' ? [] : [fill.expr];
}

/** Every expression that fills a form. */
export function formExpressions(form: Form | null): Expr[] {
  return (form?.parts ?? []).flatMap(({ body }) => {
    if (body.kind === 'fields') return body.fields.flatMap(fieldExpressions);
    if (body.kind === 'table') return body.columns.flatMap(fieldExpressions);
    return body.kind === 'assessment' ? (body.figures ?? []) : [];
  });
}
