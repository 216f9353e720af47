import type { Rational } from '../language/expr.ts';
import { rational } from '../language/rational.ts';
import type { Type } from '../language/types.ts';
import { dimensionText, type Period, sameDimension } from '../language/units.ts';
import { type Desk, declare } from './desk.ts';
import { scalarsOf } from './fields.ts';
import { isEmpty } from './node.ts';
import { type Axis, axisOf, type Content, readCells } from './parameter-cells.ts';
import type { Parameter, ParameterValue } from './policy.ts';
import { called, type RawRule, ruleOf } from './rule.ts';
import { type Dated, lastYearEnd, type Settled, settleDated, settleText, valueOn } from './settle.ts';

function contentOf(desk: Desk, raw: RawRule, axes: readonly Axis[]): Content {
  const field = (key: string) => raw.fields.get(key)?.value;
  const value = field('value');
  if (axes.length === 0) {
    const dated = value === undefined ? [] : settleDated(desk, value);
    if (dated === null || field('cells') !== undefined || field('otherwise') !== undefined)
      desk.report({
        code: 'cells-without-by',
        severity: 'error',
        params: { name: called(raw) },
        span: raw.at,
      });
    return { dated: dated ?? [] };
  }
  const cells = new Map<string, readonly Dated[]>();
  const table = field('cells') ?? (value?.kind === 'map' ? value : undefined);
  const odd = value !== undefined && !isEmpty(value) && value !== table ? value : undefined;
  const rest = field('otherwise');
  if ((table === undefined && isEmpty(rest)) || odd !== undefined)
    desk.report({
      code: 'by-without-cells',
      severity: 'error',
      params: { name: called(raw) },
      span: odd?.span ?? raw.at,
    });
  readCells(desk, axes, table, [], cells);
  return { cells, otherwise: rest === undefined || isEmpty(rest) ? [] : (settleDated(desk, rest) ?? []) };
}

function all(content: Content): Settled[] {
  const dated =
    'dated' in content ? content.dated : [...[...content.cells.values()].flat(), ...content.otherwise];
  return dated.map(({ settled }) => settled);
}

export function sameType(a: Type, b: Type): boolean {
  if (a.kind === 'number' && b.kind === 'number') return sameDimension(a.dimension, b.dimension);
  return a.kind === b.kind && (a.kind !== 'enum' || b.kind !== 'enum' || a.of === b.of);
}

/** The type that all values of a parameter share; null where they do not, or none says what it is. */
function typeOf(desk: Desk, raw: RawRule, values: readonly Settled[]): Settled | null {
  const typed = values.filter(({ type }) => type !== null);
  const first = typed[0];
  if (first === undefined) {
    const [openOne] = values;
    if (openOne !== undefined)
      desk.report({
        code: 'open-without-unit',
        severity: 'error',
        params: { name: called(raw) },
        span: openOne.span,
      });
    else if (!raw.fields.has('value') && !raw.fields.has('cells'))
      desk.report({
        code: 'parameter-without-value',
        severity: 'error',
        params: { name: called(raw) },
        span: raw.at,
      });
    return null;
  }
  const odd = typed.find(({ type }) => !sameType(type as Type, first.type as Type));
  if (odd === undefined) return first;
  desk.report({
    code: 'mixed-units',
    severity: 'error',
    params: { name: called(raw), first: first.unit, other: odd.unit },
    span: odd.span,
    related: [first.span],
  });
  return null;
}

interface Bounds {
  readonly least: Rational | null;
  readonly most: Rational | null;
}

/** `范围`: text with both ends, or a list of two. */
function statedRange(desk: Desk, raw: RawRule, type: Type): Bounds {
  const none = { least: null, most: null };
  const node = raw.fields.get('range')?.value;
  if (node === undefined || isEmpty(node) || node.kind === 'map') return none;
  const ends = scalarsOf(node).map(scalar => settleText(desk, scalar));
  const values = ends.flatMap(end => (end === null ? [] : [end]));
  const [low, high] = values;
  if (low === undefined || ends.includes(null)) return none;
  if (values.some(one => one.type === null || !sameType(one.type, type))) {
    const params = { name: raw.id, first: dimensionOf(desk, type), other: low.unit };
    desk.report({ code: 'mixed-units', severity: 'error', params, span: low.span });
    return none;
  }
  const least =
    low.value.kind === 'range' ? low.value.low : low.value.kind === 'set' ? low.value.value : null;
  const end = high ?? low;
  const most =
    end.value.kind === 'range' ? end.value.high : end.value.kind === 'set' ? end.value.value : null;
  if (typeof least !== 'string' || typeof most !== 'string') return none;
  if (rational(least).compare(rational(most)) > 0)
    desk.report({
      code: 'range-crossed',
      severity: 'error',
      params: { text: scalarsOf(node)[0]?.text ?? '' },
      span: node.span,
    });
  return { least, most };
}

function dimensionOf(desk: Desk, type: Type): string {
  return type.kind === 'number' ? dimensionText(type.dimension, 'zh', desk.lexicon.units) : type.kind;
}

/** Does a value keep within bounds (all of it)? */
export function isWithin(value: ParameterValue, { least, most }: Bounds): boolean {
  const inside = (text: unknown) =>
    typeof text !== 'string' ||
    ((least === null || rational(text).compare(rational(least)) >= 0) &&
      (most === null || rational(text).compare(rational(most)) <= 0));
  if (value.kind === 'set') return inside(value.value);
  return value.kind !== 'range' || (inside(value.low) && inside(value.high));
}

function valueAt(content: Content, day: string): ParameterValue {
  if ('dated' in content) return valueOn(content.dated, day);
  const cells = Object.fromEntries([...content.cells].map(([key, dated]) => [key, valueOn(dated, day)]));
  return { kind: 'cells', cells, otherwise: valueOn(content.otherwise, day) };
}

/** From when there is a value; null where some hold from ever. */
function firstDate(content: Content): string | null {
  const dated = 'dated' in content ? content.dated : [...content.cells.values(), content.otherwise].flat();
  const dates = dated.map(({ from }) => from ?? '').sort();
  return dates[0] || null;
}

export interface MadeParameter {
  readonly parameter: Parameter;
  readonly period: Period | null;
}

function makeParameter(desk: Desk, raw: RawRule, on: string): MadeParameter | null {
  const by = raw.fields.get('by')?.value;
  const axes = scalarsOf(by).map(written => axisOf(desk, written));
  if (axes.includes(null)) return null;
  const content = contentOf(desk, raw, axes as Axis[]);
  const first = typeOf(desk, raw, all(content));
  if (first === null || first.type === null) return null;
  const stated = statedRange(desk, raw, first.type);
  const value = valueAt(content, on);
  const own = value.kind === 'range' ? { least: value.low, most: value.high } : { least: null, most: null };
  const bounds = raw.fields.has('range') ? stated : own;
  const outside = all(content).find(one => !isWithin(one.value, stated));
  if (outside !== undefined)
    desk.report({
      code: 'value-outside-range',
      severity: 'error',
      params: { name: called(raw) },
      span: outside.span,
    });
  const start = firstDate(content);
  if (start !== null && start > on)
    desk.report({
      code: 'before-first-date',
      severity: 'warning',
      params: { name: called(raw), on, first: start },
      span: raw.at,
    });
  return {
    parameter: {
      ...ruleOf(raw),
      type: first.type,
      value,
      lastYear: valueAt(content, lastYearEnd(on)),
      ...(start === null ? {} : { first: start }),
      by: (axes as Axis[]).map(({ key }) => key),
      ...bounds,
      overridden: false,
      unit: first.unit,
      implicit: false,
    },
    period: first.period,
  };
}

/** Reads the parameters and declares them under their names; one that is wrong is known, but not what it is. */
export function makeParameters(desk: Desk, raws: readonly RawRule[], on: string): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const raw of raws) {
    const made = makeParameter(desk, raw, on);
    const by = made?.parameter.by ?? [];
    const type = made?.parameter.type ?? null;
    declare(desk, raw.names, { kind: 'parameter', id: raw.id, type, by, period: made?.period ?? null });
    if (made !== null) parameters.set(raw.id, made.parameter);
  }
  return parameters;
}
