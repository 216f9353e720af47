import type { Run } from '../../engine/results.ts';
import type { Type } from '../../language/types.ts';
import { sameDimension } from '../../language/units.ts';
import type { Definition, Parameter, Policy } from '../../policy/policy.ts';
import type { Population } from '../../population/columns.ts';
import { visitThrough } from '../conditions.ts';
import { peopleOffsets } from '../people.ts';
import { ascending, type Incomes, type Indices, indicesOf } from '../poverty.ts';
import { columnOf } from './column.ts';

/** Money per person and year. */
const PER_HEAD = { money: 1, month: -1, person: -1 } as const;
/** What the usual definition is called. */
const USUAL = 'income_per_head';

const isPerHead = (type: Type) => type.kind === 'number' && sameDimension(type.dimension, PER_HEAD);

/** The definition of income per head: the one so called, else the first of that dimension; null: there is none. */
export function incomePerHead(policy: Policy): Definition | null {
  const named = policy.definitions[`${policy.entity}.${USUAL}`];
  if (named && isPerHead(named.type)) return named;
  const found = Object.values(policy.definitions).filter(
    ({ entity, type }) => entity === policy.entity && isPerHead(type),
  );
  return found.find(({ kind }) => kind === 'derived') ?? found[0] ?? null;
}

/**
 * The parameter that income per head is compared with on the way to a card: the poverty line that the policy draws. Null
 * where it draws none.
 */
export function povertyLine(policy: Policy): Parameter | null {
  const income = incomePerHead(policy);
  const candidates: string[] = [];
  for (const card of policy.cards) {
    const condition = policy.definitions[card.condition]?.expr;
    if (!condition || !income) continue;
    visitThrough(policy, condition, expr => {
      if (!COMPARISONS.has(expr.op) || !('left' in expr)) return;
      const sides = [expr.left, expr.right];
      const line = sides.find(side => side.op === 'parameter');
      const isIncome = sides.some(side => side.op === 'definition' && side.id === income.id);
      if (isIncome && line?.op === 'parameter') candidates.push(line.id);
    });
  }
  const all = [...candidates, ...Object.keys(policy.parameters)];
  const lines = all.flatMap(id => policy.parameters[id] ?? []).filter(({ type }) => isPerHead(type));
  return lines.find(line => lineOf(line) !== null) ?? lines[0] ?? null;
}

const COMPARISONS: ReadonlySet<string> = new Set(['lt', 'le', 'gt', 'ge']);

/** Fen per person and year; the low end of a range; null: left open, or differing by facts. */
export function lineOf({ value }: Parameter): number | null {
  const text = value.kind === 'set' ? value.value : value.kind === 'range' ? value.low : null;
  if (typeof text !== 'string') return null;
  const [top = '0', bottom = '1'] = text.split('/');
  return (Number(top) * 12) / Number(bottom);
}

const MONTHS = 12;

/** Income per head by household, before benefits; not a number where a fact is missing or a parameter open. */
export function incomesOf(policy: Policy, population: Population, run: Run): Incomes | null {
  const definition = incomePerHead(policy);
  const offsets = peopleOffsets(policy, population);
  if (!definition || !offsets) return null;
  const perHead = columnOf(policy, population, run, definition.expr)?.map(monthly => monthly * MONTHS);
  if (!perHead) return null;
  const people = perHead.map((_, row) => offsets[row + 1]! - offsets[row]!);
  return { perHead, people };
}

/** The measures before and after sums (fen in a year, by household) that are handed out in cash. */
export function afterCash(before: Incomes, cash: Float64Array, line: number | null): Indices {
  const { people } = before;
  const perHead = new Float64Array(before.perHead.length);
  for (let row = 0; row < perHead.length; row++)
    perHead[row] = Math.max(0, before.perHead[row]!) + (people[row]! > 0 ? cash[row]! / people[row]! : 0);
  const incomes = { perHead, people };
  return indicesOf(incomes, ascending(incomes), line);
}
