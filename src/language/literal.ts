import { dashedRange } from './build.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Rational } from './expr.ts';
import type { Lexicon } from './lexicon.ts';
import { parseExpression } from './parse.ts';
import { rational, textOf, times } from './rational.ts';
import type { Excerpt } from './source.ts';
import type { Tree } from './tree.ts';
import type { Dimension } from './types.ts';
import { measureOf, type Period, sameDimension, type UnitTable } from './units.ts';

interface Measured {
  readonly dimension: Dimension;
  readonly period: Period | null;
  /** As written: `元/人年`; empty for a plain number. */
  readonly unit: string;
}

/** A value as parameters and `--set` write it; numbers in base units. */
export type Literal =
  | ({ readonly kind: 'number'; readonly value: Rational } & Measured)
  | ({ readonly kind: 'range'; readonly low: Rational; readonly high: Rational } & Measured)
  /** 待定; `measured` null where no unit is given. */
  | { readonly kind: 'open'; readonly measured: Measured | null }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  /** A word: a value of an enumeration, to be looked up. */
  | { readonly kind: 'name'; readonly name: string };

export interface ReadLiteral {
  readonly literal: Literal | null;
  readonly diagnostics: Diagnostic[];
}

/** Reads a value such as `5000 元/人年`, `1.2 至 1.5 倍`, `待定 元`, `是`, `2020-03-18`. */
export function parseLiteral(source: Excerpt, lexicon: Lexicon): ReadLiteral {
  const { tree, diagnostics } = parseExpression(source, lexicon);
  if (!tree || diagnostics.length > 0) return { literal: null, diagnostics };
  const literal = literalOf(tree, lexicon.units);
  if (literal) return { literal, diagnostics };
  const text = source.text.trim().slice(0, 200);
  return {
    literal: null,
    diagnostics: [{ code: 'not-a-literal', severity: 'error', params: { text }, span: tree.span }],
  };
}

/** The value that a tree writes; null where it is no plain value, or a range upside down or of two units. */
export function literalOf(tree: Tree, units: UnitTable): Literal | null {
  switch (tree.kind) {
    case 'readings':
      return literalOf(tree.readings[0]!.tree, units);
    case 'number': {
      const measure = tree.unit ? measureOf(tree.unit, units) : measureOf({ up: [], down: [] }, units);
      if (!measure) return null;
      const { dimension, period, factor } = measure;
      const value = times(textOf(rational(tree.value)), factor);
      return { kind: 'number', value, dimension, period, unit: tree.unit?.text ?? '' };
    }
    case 'negate': {
      const inner = literalOf(tree.arg, units);
      return inner?.kind === 'number' ? { ...inner, value: textOf(rational(inner.value).neg()) } : null;
    }
    case 'range': {
      const [low, high] = [literalOf(tree.low, units), literalOf(tree.high, units)];
      if (low?.kind !== 'number' || high?.kind !== 'number') return null;
      if (!sameDimension(low.dimension, high.dimension)) return null;
      if (rational(low.value).compare(rational(high.value)) > 0) return null;
      const { dimension, period, unit } = high;
      return { kind: 'range', low: low.value, high: high.value, dimension, period, unit };
    }
    case 'arithmetic': {
      const range = dashedRange(tree);
      return range && literalOf(range, units);
    }
    case 'open': {
      const measure = tree.unit ? measureOf(tree.unit, units) : null;
      if (!measure) return { kind: 'open', measured: null };
      const { dimension, period } = measure;
      return { kind: 'open', measured: { dimension, period, unit: tree.unit!.text } };
    }
    case 'bool':
    case 'date':
    case 'text':
      return tree;
    case 'name':
      return { kind: 'name', name: tree.name };
    default:
      return null;
  }
}
