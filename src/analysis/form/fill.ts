/** Fills the approval form of a policy for one household after another. */
import { onlyUsed, withServed } from '../../engine/allocation/at-hand.ts';
import type { Answer, BenefitAnswer, Value } from '../../engine/answer.ts';
import { decide } from '../../engine/reference/decide.ts';
import { type Frame, partsOf, pathDown } from '../../engine/reference/frame.ts';
import { programOf } from '../../engine/reference/policy-program.ts';
import type { Run } from '../../engine/reference/program.ts';
import { collect } from '../../engine/reference/steps.ts';
import { toValue } from '../../engine/reference/values.ts';
import type { Expr } from '../../language/expr.ts';
import type { FormBody, FormBox, FormField, FormHeading } from '../../policy/form/form.ts';
import type { FormPart, Policy } from '../../policy/policy.ts';
import type { Instance } from '../../population/instance.ts';
import { decidingFigures } from './figures.ts';
import type {
  Assessment,
  Filled,
  FilledBody,
  FilledBox,
  FilledField,
  FilledForm,
  FilledHeading,
  Tick,
} from './filled.ts';
import { type ClaimPlace, formPlaces, type Others } from './places.ts';
import { standardForm } from './standard.ts';

/** What a household is looked at with: its frame, another that notes steps, and its answer. */
interface Case {
  readonly frame: Frame;
  readonly traced: Frame;
  readonly answer: Answer;
  readonly places: ReadonlyMap<string, ClaimPlace>;
}

type Fill<T> = (of: Case) => T;

/** Fills the form of a household of the policy's entity; `row`: where it stands in the population at hand. */
export type FormFiller = (household: Instance, row?: number) => FilledForm;

/** Compiles the form once; with the others at hand it also tells what quotas and limited funds leave. */
export function formFiller(policy: Policy, others: Others | null = null): FormFiller {
  const program = programOf(policy, false);
  const tracing = programOf(policy, true);
  const form = policy.form ?? standardForm(policy);
  const parts = form.parts.map(part => partFiller(policy, part));
  const heading = form.parts.find(({ body }) => body.kind === 'title')?.body;
  const assessed = form.parts.some(({ body }) => body.kind === 'assessment');
  const annex = assessed ? null : assessmentFiller(policy, null);
  const placesOf = formPlaces(policy, others);
  const fill: FormFiller = (household, row) => {
    const answer = decide(policy, household, { trace: true });
    const places = placesOf(row ?? null);
    const of = { frame: program.frame(household), traced: tracing.frame(household), answer, places };
    return {
      policy,
      id: household.id,
      title: heading?.kind === 'title' ? heading.title : policy.label,
      copies: heading?.kind === 'title' ? heading.copies : 1,
      standard: policy.form === null,
      answer,
      places,
      parts: parts.map((part, index) => {
        const { id, label, cite, note } = form.parts[index]!;
        return { id, label, cite, note, body: part(of) };
      }),
      annex: annex === null ? null : annex(of),
    };
  };
  if (others === null) return fill;
  const { population, run } = others;
  // What the policies that this one uses served is known, to conditions and to steps alike.
  const atHand = onlyUsed(run.used);
  return (household, row) =>
    withServed(policy, population, atHand, () =>
      withServed(policy, population, atHand, () => fill(household, row), { trace: true }),
    );
}

function partFiller(policy: Policy, { body }: FormPart): Fill<FilledBody> {
  switch (body.kind) {
    case 'fields': {
      const fields = body.fields.map(field => fieldFiller(policy, field, policy.entity));
      return ({ frame }) => ({
        kind: 'fields',
        across: body.across,
        fields: fields.map(fill => fill(frame)),
      });
    }
    case 'table':
      return tableFiller(policy, body);
    case 'due':
      return dueFiller(policy, body.headings);
    case 'assessment':
      return assessmentFiller(policy, body.figures);
    default:
      return () => body;
  }
}

function tableFiller(
  policy: Policy,
  { entity, columns }: Extract<FormBody, { kind: 'table' }>,
): Fill<FilledBody> {
  const path = pathDown(policy.vocabulary, policy.entity, entity);
  const cells = columns.map(column => fieldFiller(policy, column, entity));
  const heads = columns.map(({ id, label }) => ({ id, label }));
  return ({ frame }) => {
    const { frames } = partsOf(frame, path);
    const rows = frames?.map(part => ({
      id: part.instance.id,
      cells: cells.map(fill => fill(part).filled),
    }));
    return { kind: 'table', entity, columns: heads, rows: rows ?? null };
  };
}

function fieldFiller(
  policy: Policy,
  { id, label, fill }: FormField,
  entity: string,
): (frame: Frame) => FilledField {
  const filler = filling(policy, fill, entity);
  return frame => ({ id, label, filled: filler(frame) });
}

function filling(policy: Policy, fill: FormField['fill'], entity: string): (frame: Frame) => Filled {
  const { compiling } = programOf(policy, false);
  const { facts } = policy.vocabulary;
  switch (fill.kind) {
    case 'blank':
      return () => fill;
    case 'value': {
      const { expr } = fill;
      const run = compiling.compile(expr, entity);
      const unit = expr.op === 'fact' ? (facts[`${expr.entity}.${expr.id}`]?.unit ?? null) : null;
      return frame => ({ kind: 'value', value: toValue(run(frame)), type: expr.type, unit });
    }
    case 'choice': {
      const { expr } = fill;
      const run = compiling.compile(expr, entity);
      const values = expr.type.kind === 'enum' ? (facts[expr.type.of]?.values ?? []) : [];
      return frame => {
        const value = toValue(run(frame));
        const found = value.kind === 'word' ? value.value : null;
        const boxes = values.map(
          ({ id, label }): FilledBox => ({ id, label, tick: id === found ? 'ticked' : 'clear', boxes: [] }),
        );
        return { kind: 'boxes', boxes, value };
      };
    }
    case 'boxes': {
      const boxes = fill.boxes.map(box => boxFiller(box, when => compiling.compile(when, entity)));
      return frame => ({ kind: 'boxes', boxes: boxes.map(each => each(frame, true)), value: null });
    }
  }
}

type BoxFiller = (frame: Frame, within: boolean | null) => FilledBox;

/** A box inside one that is not ticked is not ticked either. */
function boxFiller({ id, label, when, boxes }: FormBox, compile: (expr: Expr) => Run): BoxFiller {
  const run = when === null ? null : compile(when);
  const inner = boxes.map(box => boxFiller(box, compile));
  return (frame, within) => {
    const own = run === null ? null : truthOf(toValue(run(frame)));
    const truth = within === false || own === false ? false : within === null ? null : own;
    const tick: Tick =
      within === false
        ? 'clear'
        : run === null
          ? 'by-hand'
          : truth === null
            ? 'unknown'
            : truth
              ? 'ticked'
              : 'clear';
    // What is ticked by hand says nothing of the boxes in it.
    const below = run === null ? within : truth;
    return { id, label, tick, boxes: inner.map(box => box(frame, below)) };
  };
}

const truthOf = (value: Value): boolean | null =>
  value.kind === 'bool' ? value.value : value.kind === 'inapplicable' ? false : null;

function dueFiller({ benefits }: Policy, headings: readonly FormHeading[] | null): Fill<FilledBody> {
  const own =
    headings ?? benefits.map(({ id, label }): FormHeading => ({ id, label, benefits: [id], rest: false }));
  const named = new Set(own.flatMap(heading => heading.benefits));
  const rest = benefits.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  const hasRest = own.some(heading => heading.rest);
  return ({ answer, places }) => {
    const among = (ids: readonly string[]) => answer.benefits.filter(({ id }) => ids.includes(id));
    const filled = own.map((heading): FilledHeading => {
      const ids = heading.rest ? [...heading.benefits, ...rest] : heading.benefits;
      const claims = among(ids);
      return {
        id: heading.id,
        label: heading.label,
        tick: ids.length === 0 ? 'by-hand' : tickOf(claims, answer, places),
        benefits: claims,
      };
    });
    // What is due is never left out for want of a heading.
    const others = hasRest ? [] : among(rest);
    if (others.length > 0)
      filled.push({ id: null, label: {}, tick: tickOf(others, answer, places), benefits: others });
    return { kind: 'due', headings: filled };
  };
}

/**
 * A benefit whose amount the policy leaves open is due all the same, once the card is decided; one that quotas or funds
 * are known not to reach is not ticked.
 */
function tickOf(
  claims: readonly BenefitAnswer[],
  { status }: Answer,
  places: ReadonlyMap<string, ClaimPlace>,
): Tick {
  const reached = claims.filter(({ id }) => places.get(id)?.state !== 'none');
  if (reached.length === 0) return 'clear';
  const sure = reached.some(
    ({ id, state }) =>
      places.get(id)?.state !== 'open' && (state === 'due' || (state === 'unset' && status === 'decided')),
  );
  return sure ? 'ticked' : 'unknown';
}

function assessmentFiller(policy: Policy, figures: readonly Expr[] | null): Fill<Assessment> {
  const { compiling } = programOf(policy, true);
  const runs = (figures ?? decidingFigures(policy)).map(expr => compiling.compile(expr, policy.entity));
  return ({ traced }) => ({
    kind: 'assessment',
    figures: runs.flatMap(run => collect(compiling.state, () => run(traced)).steps),
  });
}
