import type { Expr, Rational } from '../language/expr.ts';
import type { Label } from '../language/label.ts';
import { nearest } from '../language/nearest.ts';
import { nameKey } from '../language/normal.ts';
import { operandsOf } from '../language/operands.ts';
import { parseExpression } from '../language/parse.ts';
import { rational, times } from '../language/rational.ts';
import { excerpt } from '../language/source.ts';
import type { UnitText } from '../language/tree.ts';
import { BOOL, DATE, TEXT, type Type } from '../language/types.ts';
import { type Measure, measureOf, type Period, type UnitTable } from '../language/units.ts';
import { check, type Desk, declare, treeOf } from './desk.ts';
import { fieldOf, labelOf, scalarOf } from './fields.ts';
import type { YScalar } from './node.ts';
import { orderByNeed } from './order.ts';
import type { RawFact, RawWords } from './raw-words.ts';
import { called } from './rule.ts';
import type { Fact } from './vocabulary.ts';

const RATIO: Measure = { dimension: {}, factor: '1', period: null };
const CALENDAR_YEAR: Measure = { dimension: { 'calendar-year': 1 }, factor: '1', period: null };

export function factKey(fact: { readonly entity: string; readonly id: string }): string {
  return `${fact.entity}.${fact.id}`;
}

/** The unit written in a field: `元/年`. */
export function readUnit(desk: Desk, written: YScalar): UnitText | null {
  const { text, offsets } = written.source;
  const source = {
    file: written.source.file,
    text: `1 ${text}`,
    offsets: [offsets[0] ?? 0, offsets[0] ?? 0, ...offsets],
  };
  const { tree, diagnostics } = parseExpression(source, desk.lexicon);
  if (diagnostics.length === 0 && tree?.kind === 'number' && tree.unit !== null) return tree.unit;
  const suggestion = nearest(text, desk.lexicon.units.byName.keys());
  desk.report({
    code: 'bad-unit',
    severity: 'error',
    params: { unit: text },
    span: written.span,
    ...(suggestion === undefined || nameKey(suggestion) === nameKey(text) ? {} : { suggestion }),
  });
  return null;
}

/** How a unit is written in either language. */
export function unitLabel(unit: UnitText, units: UnitTable): Label {
  const word = (name: string, lang: 'zh' | 'en') => units.byName.get(name)?.[lang][0] ?? name;
  const up = (lang: 'zh' | 'en') =>
    unit.up.map(name => word(name, lang)).join(lang === 'zh' ? '' : ' ') || '1';
  const down = (lang: 'zh' | 'en') => unit.down.map(name => word(name, lang));
  const zh = down('zh').length > 0 ? `${up('zh')}/${down('zh').map(shortZh).join('')}` : up('zh');
  return { zh, en: [up('en'), ...down('en').map(singular)].join('/') };
}

/** 元/个月 is written 元/月. */
const shortZh = (name: string) => (name === '个月' ? '月' : name);
const singular = (name: string) => (name.length > 3 ? name.replace(/s$/, '') : name);

interface Shape {
  readonly type: Type;
  readonly measure: Measure | null;
  readonly unit: UnitText | null;
  readonly decimals: number;
}

function shapeOf(desk: Desk, fact: RawFact): Shape | null {
  const plain = (type: Type): Shape => ({ type, measure: null, unit: null, decimals: 0 });
  switch (fact.kind) {
    case 'yes_no':
      return plain(BOOL);
    case 'choice':
      return plain({ kind: 'enum', of: factKey(fact) });
    case 'date':
      return plain(DATE);
    case 'text':
      return plain(TEXT);
    case 'year':
      return { ...plain({ kind: 'number', dimension: CALENDAR_YEAR.dimension }), measure: CALENDAR_YEAR };
    case 'money':
    case 'number':
      return numberShape(desk, fact);
    default:
      return null;
  }
}

function numberShape(desk: Desk, fact: RawFact): Shape | null {
  const money = fact.kind === 'money';
  const written = scalarOf(fact.fields, 'unit');
  const places = scalarOf(fact.fields, 'decimals')?.text;
  const decimals = places !== undefined && /^[0-6]$/.test(places) ? Number(places) : money ? 2 : 0;
  const unit =
    written === undefined
      ? money
        ? readUnit(desk, {
            kind: 'scalar',
            text: '元',
            plain: true,
            source: excerpt('', '元'),
            span: fact.at,
          })
        : null
      : readUnit(desk, written);
  if (unit === null) {
    if (written !== undefined) return null;
    return { type: { kind: 'number', dimension: {} }, measure: RATIO, unit, decimals };
  }
  const measure = measureOf(unit, desk.lexicon.units);
  if (measure === null || (money && measure.dimension['money'] !== 1)) {
    desk.report({
      code: measure === null ? 'bad-unit' : 'unit-not-money',
      severity: 'error',
      params: { unit: written?.text ?? '' },
      span: written?.span ?? fact.at,
    });
    return null;
  }
  return { type: { kind: 'number', dimension: measure.dimension }, measure, unit, decimals };
}

/** A bound in the unit of the fact, as base units. */
function boundOf(desk: Desk, fact: RawFact, key: 'least' | 'most', measure: Measure | null): Rational | null {
  const written = scalarOf(fact.fields, key);
  if (written === undefined) return null;
  if (measure === null || !/^-?\d{1,15}(\.\d{1,6})?$/.test(written.text)) {
    desk.report({ code: 'bad-bound', severity: 'error', params: { text: written.text }, span: written.span });
    return null;
  }
  return times(written.text, measure.factor);
}

interface Typed {
  readonly raw: RawFact;
  readonly fact: Fact;
  readonly period: Period | null;
}

function typeFact(desk: Desk, raw: RawFact): Typed | null {
  const shape = shapeOf(desk, raw);
  if (raw.kind === 'choice' && raw.values.length === 0)
    desk.report({
      code: 'choice-without-values',
      severity: 'error',
      params: { fact: called(raw) },
      span: raw.at,
    });
  else if (raw.kind !== 'choice' && raw.kind !== null && raw.values.length > 0)
    desk.report({
      code: 'values-without-choice',
      severity: 'error',
      params: { fact: called(raw) },
      span: raw.at,
    });
  else if (raw.values.length > 250)
    desk.report({
      code: 'too-many-values',
      severity: 'error',
      params: { fact: called(raw), most: 250 },
      span: raw.at,
    });
  if (shape === null) return null;
  const { type, measure, unit, decimals } = shape;
  const least = boundOf(desk, raw, 'least', measure);
  const most = boundOf(desk, raw, 'most', measure);
  if (least !== null && most !== null && rational(least).compare(rational(most)) > 0)
    desk.report({ code: 'bounds-crossed', severity: 'error', params: { fact: called(raw) }, span: raw.at });
  const fact: Fact = {
    id: raw.id,
    entity: raw.entity,
    label: raw.label,
    type,
    values: raw.values,
    unit:
      measure === null
        ? null
        : {
            label: unit === null ? {} : unitLabel(unit, desk.lexicon.units),
            perUnit: measure.factor,
            decimals,
          },
    least,
    most,
    when: null,
    from: null,
    collected: labelOf(fieldOf(raw.fields, 'collected')),
    span: raw.at,
  };
  return { raw, fact, period: measure?.period ?? null };
}

function factsUsed(expr: Expr | null): string[] {
  const used: string[] = [];
  const stack = expr === null ? [] : [expr];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.op === 'fact') used.push(factKey(top));
    stack.push(...operandsOf(top));
  }
  return used;
}

/** Facts with their conditions; those whose `when` or `from` go in a ring lose them, which is reported. */
function withConditions(desk: Desk, typed: readonly Typed[]): Record<string, Fact> {
  const facts: Record<string, Fact> = {};
  const needs = new Map<string, string[]>();
  for (const { raw, fact } of typed) {
    const when = fieldOf(raw.fields, 'when');
    const from = fieldOf(raw.fields, 'from');
    const condition = when === undefined ? null : check(desk, treeOf(desk, when), fact.entity, BOOL);
    const source = from === undefined ? null : check(desk, treeOf(desk, from), fact.entity, fact.type);
    facts[factKey(fact)] = { ...fact, when: condition, from: source };
    needs.set(factKey(fact), [...factsUsed(condition), ...factsUsed(source)]);
  }
  for (const ring of orderByNeed(needs).rings) {
    const first = facts[ring[0] as string] as Fact;
    const path = [...ring, ring[0] as string].join(' → ');
    desk.report({ code: 'cycle', severity: 'error', params: { path }, span: first.span });
    facts[ring[0] as string] = { ...first, when: null, from: null };
  }
  return facts;
}

/** Types the facts, declares them and their values, and checks their conditions, which may speak of facts only. */
export function makeFacts(desk: Desk, { facts: raws, definitions }: RawWords): Record<string, Fact> {
  for (const { names } of definitions) for (const name of names) desk.derived.add(name);
  const typed: Typed[] = [];
  for (const raw of raws) {
    const one = typeFact(desk, raw);
    const { entity, id } = raw;
    declare(desk, raw.names, {
      kind: 'fact',
      entity,
      id,
      type: one?.fact.type ?? null,
      period: one?.period ?? null,
    });
    for (const value of raw.values)
      declare(desk, [value.id, ...Object.values(value.label)], {
        kind: 'value',
        of: factKey(raw),
        id: value.id,
      });
    if (one !== null) typed.push(one);
  }
  const facts = withConditions(desk, typed);
  desk.derived.clear();
  return facts;
}
