import { dashedRange } from '../language/build.ts';
import { constantOf } from '../language/check-context.ts';
import type { Rational } from '../language/expr.ts';
import { rational } from '../language/rational.ts';
import type { Span } from '../language/source.ts';
import { namesIn, type Tree, type UnitText } from '../language/tree.ts';
import { BOOL, DATE, type Type } from '../language/types.ts';
import { measureOf, type Period, sameDimension } from '../language/units.ts';
import { noWords, yesWords } from '../language/words.ts';
import { check, type Desk } from './desk.ts';
import { isEmpty, type YNode, type YScalar } from './node.ts';
import type { ParameterValue, Scalar } from './policy.ts';

/** A value as one text gives it, with what it tells about the type. */
export interface Settled {
  readonly value: ParameterValue;
  /** Null for an open one without a unit. */
  readonly type: Type | null;
  readonly unit: string;
  readonly period: Period | null;
  readonly span: Span;
}

const open: ParameterValue = { kind: 'open' };

/** The unit of the first figure, as written. */
function unitText(tree: Tree): UnitText | null {
  if (tree.kind === 'number' || tree.kind === 'open') return tree.unit;
  if (tree.kind === 'range') return unitText(tree.high) ?? unitText(tree.low);
  if (tree.kind === 'arithmetic') return unitText(tree.left) ?? unitText(tree.right);
  return null;
}

function wrong(desk: Desk, span: Span, text: string): null {
  desk.report({ code: 'bad-parameter-value', severity: 'error', params: { text }, span });
  return null;
}

interface Figure {
  readonly value: Scalar;
  readonly type: Type;
}

/** A constant of any type. */
function figureOf(desk: Desk, tree: Tree, text: string): Figure | null {
  const expr = check(desk, tree, null, undefined);
  if (expr === null) return null;
  if (expr.op === 'bool') return { value: expr.value, type: BOOL };
  if (expr.op === 'date') return { value: expr.value, type: DATE };
  const value = constantOf(expr);
  return value === null ? wrong(desk, tree.span, text) : { value, type: expr.type };
}

/** `1.2 至 1.5 倍`: the unit of one end serves for both. */
function withUnit(tree: Tree, unit: UnitText | null): Tree {
  return tree.kind === 'number' && tree.unit === null && unit !== null ? { ...tree, unit } : tree;
}

function rangeOf(desk: Desk, tree: Tree & { kind: 'range' }, text: string): Figure[] | null {
  const unit = unitText(tree);
  const low = figureOf(desk, withUnit(tree.low, unit), text);
  const high = figureOf(desk, withUnit(tree.high, unit), text);
  if (low === null || high === null) return null;
  if (low.type.kind !== 'number' || high.type.kind !== 'number') return wrong(desk, tree.span, text);
  if (!sameDimension(low.type.dimension, high.type.dimension)) return wrong(desk, tree.span, text);
  if (rational(low.value as Rational).compare(rational(high.value as Rational)) > 0) {
    desk.report({ code: 'range-crossed', severity: 'error', params: { text }, span: tree.span });
    return null;
  }
  return [low, high];
}

/** Reads a value that stands for itself: a figure, a date, yes or no, `待定`, a range. Null after an error. */
export function settleTree(desk: Desk, tree: Tree, text: string): Settled | null {
  if (tree.kind === 'error') return null;
  if (tree.kind === 'readings' && tree.readings[0]) return settleTree(desk, tree.readings[0].tree, text);
  const unit = unitText(tree);
  const measure = unit === null ? null : measureOf(unit, desk.lexicon.units);
  const common = { unit: unit?.text ?? '', period: measure?.period ?? null, span: tree.span };
  if (tree.kind === 'open') {
    if (unit !== null && measure === null) return wrong(desk, tree.span, text);
    const type: Type | null = measure === null ? null : { kind: 'number', dimension: measure.dimension };
    return { ...common, value: open, type };
  }
  const range = tree.kind === 'range' ? tree : dashedRange(tree);
  if (range) {
    const ends = rangeOf(desk, range, text);
    if (ends === null) return null;
    const [low, high] = ends as [Figure, Figure];
    const value: ParameterValue =
      low.value === high.value
        ? { kind: 'set', value: low.value }
        : { kind: 'range', low: low.value as Rational, high: high.value as Rational };
    return { ...common, value, type: low.type };
  }
  const [computed] = tree.kind === 'name' ? [] : namesIn(tree);
  if (computed !== undefined) {
    desk.report({ code: 'parameter-computed', severity: 'error', params: { text }, span: tree.span });
    return null;
  }
  const figure = figureOf(desk, tree, text);
  return figure === null
    ? null
    : { ...common, value: { kind: 'set', value: figure.value }, type: figure.type };
}

export function settleText(desk: Desk, written: YScalar): Settled | null {
  const word = written.text.trim();
  if (yesWords.includes(word) || noWords.includes(word)) {
    const value = yesWords.includes(word);
    return { value: { kind: 'set', value }, type: BOOL, unit: '', period: null, span: written.span };
  }
  const tree = desk.reading.parse(written.source);
  return tree === null ? null : settleTree(desk, tree, written.text);
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is it a day of the calendar, written year-month-day? */
export function isDate(text: string): boolean {
  const parts = datePattern.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A value with the days from which its parts hold; one part without day for one that is not dated. */
export interface Dated {
  readonly from: string | null;
  readonly settled: Settled;
}

/** One date is enough: a key beside it that is none is a date gone wrong. */
function looksDated(node: YNode): boolean {
  return node.kind === 'map' && node.entries.some(({ key }) => datePattern.test(key.text));
}

/** Reads a value that may be dated; in the order of the dates. Null where the node is a table of cells. */
export function settleDated(desk: Desk, node: YNode): Dated[] | null {
  if (node.kind === 'list' || isEmpty(node)) return [];
  if (node.kind === 'scalar') {
    const settled = settleText(desk, node);
    return settled === null ? [] : [{ from: null, settled }];
  }
  if (!looksDated(node)) return null;
  const dated: Dated[] = [];
  for (const { key, value } of node.entries) {
    if (!isDate(key.text))
      desk.report({ code: 'bad-date', severity: 'error', params: { text: key.text }, span: key.span });
    const settled = value.kind === 'scalar' && !isEmpty(value) ? settleText(desk, value) : null;
    if (settled !== null) dated.push({ from: key.text, settled });
  }
  return dated.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

/** What a dated value is worth on a day: that of the last date not after it; open before the first. */
export function valueOn(dated: readonly Dated[], day: string): ParameterValue {
  const past = dated.filter(({ from }) => from === null || from <= day);
  return past.at(-1)?.settled.value ?? open;
}

/** 31 December of the year before. */
export function lastYearEnd(day: string): string {
  return `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}-12-31`;
}
