/** One page of households. */
import { evaluateOn } from '../../analysis/evaluate.ts';
import { SHIFT } from '../../analysis/gain.ts';
import { range } from '../../analysis/money.ts';
import { peopleOffsets } from '../../analysis/people.ts';
import type { Expr } from '../../language/expr.ts';
import type { Lang } from '../../language/label.ts';
import { instanceOf } from '../../population/instance-of.ts';
import { rowNames } from '../../population/names.ts';
import { valueText } from '../../report/explain/value.ts';
import { inert } from '../../report/inert.ts';
import type { HouseholdLine, Reply, Request } from '../protocol.ts';
import { areaEntities } from './areas.ts';
import { writeExpression } from './expression.ts';
import { outcomeKey } from './outcome-keys.ts';
import { areaOf, type Progress, rowsOf } from './rows.ts';
import type { Live, World } from './world.ts';

/** More lines than this no page has. */
const MOST = 1000;

export function pageOf(
  world: World,
  live: Live,
  request: Request & { kind: 'page' },
  onProgress?: Progress,
): Reply {
  const { filter, sort, lang } = request;
  const { rows, people, condition, key } = rowsOf(world, live, filter, sort, onProgress);
  const offset = Math.max(0, Math.min(Math.floor(request.offset), rows.length));
  const shown = rows.subarray(offset, offset + Math.max(0, Math.min(MOST, Math.floor(request.limit))));
  return {
    kind: 'page',
    request: request.request,
    run: live.run,
    rows: linesOf(world, live, shown, key, lang),
    offset,
    total: rows.length,
    people,
    expression: condition === null ? null : writeExpression(live.sides[1].policy, condition, lang),
  };
}

export function linesOf(
  world: World,
  live: Live,
  rows: Int32Array,
  key: Expr | null,
  lang: Lang,
): HouseholdLine[] {
  const { population } = world;
  const [a, b] = live.sides;
  const { entity } = a.policy;
  const called = rowNames(world.vocabulary, population, entity);
  const offsets = peopleOffsets(a.policy, population);
  const entities = areaEntities({ entity, vocabulary: world.vocabulary });
  const areaName = (role: 'township' | 'village', row: number): string => {
    const at = areaOf(world, live, entities[role])[row]!;
    return at < 0 ? '' : inert(population.tables[entities[role]!]!.ids[at] ?? '');
  };
  const { kind, low, high, unset } = live.pair;
  return Array.from(rows, row => ({
    row,
    id: inert(called(row)),
    township: areaName('township', row),
    village: areaName('village', row),
    people: offsets ? offsets[row + 1]! - offsets[row]! : null,
    a: outcomeKey(a.outcomes[a.rows[row]!]!),
    b: outcomeKey(b.outcomes[b.rows[row]!]!),
    gain: kind[row] === SHIFT.unknown ? null : range(low[row]!, high[row]!),
    unset: unset[row] === 1,
    value: key === null ? null : valueOn(world, live, key, row, lang),
  }));
}

/** What is sorted by, exactly, as the reader writes it. */
function valueOn(world: World, live: Live, key: Expr, row: number, lang: Lang): string {
  const { policy } = live.sides[1];
  const household = instanceOf(world.population, policy.vocabulary, row, policy.entity);
  const [value] = evaluateOn(policy, household, [key]);
  return valueText(value!, key.type, {}, policy, lang);
}
