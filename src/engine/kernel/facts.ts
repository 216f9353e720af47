/** Facts as loads from columns; a column that is complete costs no more than its load. */
import Fraction from 'fraction.js';
import type { Fact } from '../../policy/vocabulary.ts';
import type { Column, Table } from '../../population/columns.ts';
import { select } from './choice.ts';
import type { Node } from './graph.ts';
import * as j from './js.ts';
import * as num from './num.ts';
import { arrayOf, type Context, element, type Scope } from './scope.ts';
import * as t from './truth.ts';
import type { Doubt, Val } from './value.ts';
import * as v from './value.ts';
import { textCode, wordsOf } from './words.ts';

/** A fact of the present instance: inapplicable, derived, recorded or missing. */
export function factOn(c: Context, scope: Scope, id: string): Val {
  const { js } = c;
  const fact = c.policy.vocabulary.facts[`${scope.entity}.${id}`];
  if (!fact) throw new Error(`no fact ${scope.entity}.${id}`);
  const missing = v.doubtOf(js, v.OTHER);
  if (fact.when === null) return found(c, scope, fact, missing);
  const when = c.compile(fact.when, scope);
  if (when.kind !== 'bool') throw new Error(`when of ${fact.id} is no condition`);
  const na = j.not(js, v.maybe(js, when));
  const unsettled = v.gather(js, [{ inexact: js.yes, doubt: missing }, v.part(js, when)]);
  return whereApplicable(c, found(c, scope, fact, unsettled), na);
}

function found(c: Context, scope: Scope, fact: Fact, missing: Doubt): Val {
  const recorded = recordedOn(c, scope, fact, missing);
  if (fact.from === null) return recorded;
  const derived = c.compile(fact.from, scope);
  const usable = j.and(c.js, j.not(c.js, v.inexact(c.js, derived)), j.not(c.js, derived.na));
  return select(c.js, usable, v.exactly(c.js, derived), recorded);
}

function whereApplicable({ js }: Context, value: Val, na: Node): Val {
  const either = j.or(js, value.na, na);
  if (value.kind !== 'bool') return { ...value, na: either };
  const applies = j.not(js, na);
  if (value.is) return v.decided(js, j.and(js, applies, value.is), either);
  return v.threeValued(js, j.choose(js, applies, value.tri, j.literal(js, v.FALSE)), value.doubt, either);
}

function recordedOn(c: Context, scope: Scope, fact: Fact, missing: Doubt): Val {
  const column = scope.table?.columns[fact.id];
  if (!column || scope.row === null) return unknown(c, fact, missing);
  const { js } = c;
  const complete =
    column.valid === null ||
    !column.valid.includes(0) ||
    (fact.when !== null && c.recordedWhereApplicable(fact));
  const recorded = complete ? js.yes : element(c, column.valid!, 'v', scope.row, 'bit');
  const known = j.and(js, scope.recorded, recorded);
  return load(c, scope.table!, scope.row, fact, column, known, missing);
}

export function unknown(c: Context, fact: Pick<Fact, 'type'>, doubt: Doubt): Val {
  const { js } = c;
  if (fact.type.kind === 'bool') return v.threeValued(js, j.literal(js, v.UNKNOWN), doubt);
  if (fact.type.kind === 'number') return v.unknownNumber(js, doubt);
  return v.word(js, j.literal(js, 0), wordsOf(c.policy, fact.type), js.no, doubt);
}

function load(
  c: Context,
  table: Table,
  row: Node,
  fact: Fact,
  column: Column,
  known: Node,
  missing: Doubt,
): Val {
  const { js } = c;
  const doubt = known === js.yes ? v.noDoubt(js) : missing;
  switch (column.kind) {
    case 'bool':
      return t.whereKnown(js, known, element(c, column.values, 'c', row, 'bit'), doubt);
    case 'number': {
      const value = element(c, column.values, 'c', row);
      const [factor, divisor] = column.factor;
      return v.point(
        js,
        num.numberOf(value, new Fraction(factor, divisor), bounds(c, table, column)),
        known,
        doubt,
      );
    }
    case 'text': {
      const codes = Int32Array.from(column.dictionary, text => textCode(c.texts, text));
      const code = element(c, column.values, 'c', row);
      const same = codes.every((number, i) => number === i);
      const number = same ? code : j.load(js, arrayOf(c, codes, 'd'), code);
      return v.word(js, number, { kind: 'text' }, known, doubt);
    }
    case 'enum':
    case 'date':
      return v.word(js, element(c, column.values, 'c', row), wordsOf(c.policy, fact.type), known, doubt);
  }
}

/** Bounds of a column's figures, 0 for missing ones included; capped at what is computed here. */
function bounds(c: Context, table: Table, column: Column & { kind: 'number' }): { min: number; max: number } {
  const { least, most, valid } = column;
  if (most > c.limit || least < -c.limit) c.capped.set(column.values, table);
  const clip = (value: number) => Math.max(-c.limit, Math.min(c.limit, value));
  const [min, max] = least > most ? [0, 0] : [clip(least), clip(most)];
  return valid === null ? { min, max } : { min: Math.min(min, 0), max: Math.max(max, 0) };
}
