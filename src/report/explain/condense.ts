import type { Step, Value } from '../../engine/answer.ts';

const truthOf = (value: Value): boolean | null =>
  value.kind === 'inapplicable' ? false : value.kind === 'bool' ? value.value : null;

export const truthOfStep = (step: Step): boolean | null => truthOf(step.value);

/** Of the operands of a condition, those that made it what it is: one false `and`, the unknown ones, all where all count. */
export function decisive(step: Step): readonly Step[] {
  return operandsThatCount(step).filter(isFirstOfItsWords);
}

/** `在 A 至 B 之间` and the like are two comparisons of the same words: said once where both come out alike. */
function isFirstOfItsWords(step: Step, at: number, all: readonly Step[]): boolean {
  const alike = (other: Step) =>
    step.role === 'expression' &&
    other.role === 'expression' &&
    other.span?.file === step.span?.file &&
    other.span?.start === step.span?.start &&
    other.span?.end === step.span?.end &&
    truthOf(other.value) === truthOf(step.value);
  const first = step.span === null ? -1 : all.findIndex(alike);
  return first === -1 || first === at;
}

function operandsThatCount(step: Step): readonly Step[] {
  const value = truthOf(step.value);
  const { op, steps } = step;
  const worth = (wanted: boolean | null) => steps.filter(each => truthOf(each.value) === wanted);
  if (value === null) return op === 'and' || op === 'or' || op === 'atLeast' ? worth(null) : steps;
  if (op === 'and') return value ? steps : worth(false).slice(0, 1);
  if (op === 'or') return value ? worth(true).slice(0, 1) : steps;
  if (op === 'atLeast') return value ? worth(true) : steps.filter(each => truthOf(each.value) !== true);
  return steps;
}

/** Conditions that are made of other conditions only. */
export function isConnective(step: Step): boolean {
  return step.role === 'expression' && (step.op === 'and' || step.op === 'or' || step.op === 'atLeast');
}

/** The steps of one part under an aggregate: its `where` and its body, or one of the two. */
export interface PartSteps {
  readonly entity: string;
  readonly id: string;
  readonly steps: readonly Step[];
}

function partsOf(step: Step): PartSteps[] {
  const parts = new Map<string, { entity: string; id: string; steps: Step[] }>();
  for (const each of step.steps) {
    if (each.at === null) continue;
    const { entity, id } = each.at;
    const key = `${entity} ${id}`;
    const part = parts.get(key) ?? { entity, id, steps: [] };
    part.steps.push(each);
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** The parts that made an aggregate what it is, each with the step that shows it. */
export function decisiveParts(step: Step): { part: PartSteps; step: Step }[] {
  const parts = partsOf(step);
  const both = parts.some(part => part.steps.length > 1);
  const value = truthOf(step.value);
  const shown = parts.flatMap(part => {
    const last = part.steps.at(-1)!;
    const first = part.steps[0]!;
    // Where parts are chosen by a condition, one that was not chosen has no body to show.
    if (both && part.steps.length === 1)
      return step.op === 'any' && value === false ? [{ part, step: first }] : [];
    const doubtful = truthOf(first.value) === null && part.steps.length > 1 ? first : last;
    return [{ part, step: step.op === 'any' || step.op === 'every' ? doubtful : last }];
  });
  const worth = (wanted: boolean | null) => shown.filter(each => truthOf(each.step.value) === wanted);
  if (step.op === 'any')
    return value === true ? worth(true).slice(0, 1) : value === null ? worth(null) : shown;
  if (step.op === 'every')
    return value === false ? worth(false).slice(0, 1) : value === null ? worth(null) : shown;
  return step.op === 'count' ? shown.filter(each => truthOf(each.step.value) !== false) : shown;
}
