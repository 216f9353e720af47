/** Who has a seat under one side and not under the other. */
import { related } from '../../analysis/outcome.ts';
import { PLACE, type QuotaResult } from '../../engine/allocation/allocation.ts';
import { areaOfRow } from '../../engine/allocation/places.ts';
import type { Standing } from '../../engine/allocation/standing/line.ts';
import { standingOf } from '../../engine/allocation/standing.ts';
import type { Lang } from '../../language/label.ts';
import { rowNames } from '../../population/names.ts';
import { deciderText } from '../../report/explain/places/rank.ts';
import { tell } from '../../report/explain/places/words.ts';
import type { ExplainView } from '../../report/explain/view.ts';
import { inert } from '../../report/inert.ts';
import { noPaint } from '../../report/paint.ts';
import type { SeatChange } from '../protocol.ts';
import { areaRowsOf } from './areas.ts';
import { fileOf } from './run.ts';
import { named } from './texts.ts';
import type { Live, World } from './world.ts';

/** A quota of both sides, whose seats the same instances stand for. */
interface Shared {
  /** Index among the quotas of B. */
  readonly index: number;
  readonly a: QuotaResult;
  readonly b: QuotaResult;
}

function sharedQuotas({ sides: [a, b] }: Live): Shared[] {
  if (!related(a.policy, b.policy)) return [];
  return (b.run.allocation?.quotas ?? []).flatMap((own, index) => {
    const other = a.run.allocation?.quotas.find(({ id }) => id === own.id);
    return other && other.entity === own.entity ? [{ index, a: other, b: own }] : [];
  });
}

/** By area of the entity (those of none at the end), how many are served under A and not under B. */
export function lostSeats(
  { population, vocabulary }: World,
  live: Live,
  entity: string,
  rows: number,
): Float64Array {
  const lost = new Float64Array(rows + 1);
  for (const { a, b } of sharedQuotas(live)) {
    const area = areaRowsOf(population, vocabulary, b.entity, entity);
    for (let row = 0; row < a.place.length; row++)
      if (a.place[row] === PLACE.served && b.place[row] !== PLACE.served)
        lost[area[row]! < 0 ? rows : area[row]!]!++;
  }
  return lost;
}

/** So many are told why they stand where they do: that takes a look at everybody before them. */
const MOST_REASONS = 12;
const MOST = 500;

const NAMES = {
  [PLACE.none]: 'none',
  [PLACE.served]: 'served',
  [PLACE.unserved]: 'unserved',
  [PLACE.contesting]: 'contesting',
} as const;

const nameOf = (place: number | undefined): SeatChange['a'] =>
  NAMES[(place ?? PLACE.none) as keyof typeof NAMES] ?? 'none';

/** Those of one area who have a seat under one side only, quota by quota. */
export function seatChanges(
  world: World,
  live: Live,
  entity: string,
  village: number,
  lang: Lang,
): SeatChange[] {
  const { population, vocabulary } = world;
  const [, side] = live.sides;
  const view: ExplainView = {
    policy: side.policy,
    lang,
    paint: noPaint,
    sources: fileOf(world, live.b).sources,
  };
  let told = 0;
  return sharedQuotas(live).flatMap(({ index, a, b }) => {
    const quota = side.policy.quotas[index]!;
    const area = areaRowsOf(population, vocabulary, b.entity, entity);
    const called = rowNames(vocabulary, population, b.entity);
    const found: SeatChange[] = [];
    for (let row = 0; row < b.place.length && found.length < MOST; row++) {
      if (area[row] !== village) continue;
      if ((a.place[row] === PLACE.served) === (b.place[row] === PLACE.served)) continue;
      const isAsked = b.place[row] !== PLACE.none && told++ < MOST_REASONS;
      const standing = isAsked
        ? standingOf(side.policy, population, side.run, { kind: 'quota', index }, row)
        : null;
      const household = areaOfRow(population, vocabulary, b.entity, row, side.policy.entity);
      found.push({
        quota: quota.id,
        label: named(quota).label,
        id: inert(called(row)),
        row: household,
        a: nameOf(a.place[row]),
        b: nameOf(b.place[row]),
        reason: standing === null ? '' : reasonOf(standing, view),
      });
    }
    return found;
  });
}

/** `排第 4，席位 3；最后一个得到席位的是 …，按“…”在前`. */
function reasonOf(standing: Standing, view: ExplainView): string {
  const { lang } = view;
  const pool = standing.kind === 'quota' ? standing.pools.at(-1) : undefined;
  if (!pool) return '';
  if (pool.seats === 0) return tell('noSeats', lang);
  const own = tell(pool.seats === 1 ? 'poolOfOne' : 'pool', lang, {
    rank: pool.rank,
    seats: String(pool.seats),
  });
  const other = pool.served ? pool.missed : pool.last;
  if (other === null) return own;
  const name = inert(other.id);
  const words = tell(pool.served ? 'missed' : 'last', lang, { other: name });
  const [comma, stop] = lang === 'zh' ? ['，', '；'] : [', ', '; '];
  return `${own}${stop}${words}${comma}${deciderText(other, pool.served ? 'behind' : 'before', view)}`;
}
