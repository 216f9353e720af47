/** Random populations for random policies: figures that meet the policies' own, gaps, absent columns and tables. */
import { dayNumber, parseDay } from '../../src/engine/reference/calendar.ts';
import type { Fact, Vocabulary } from '../../src/policy/vocabulary.ts';
import type { Column, Population, Table } from '../../src/population/columns.ts';
import { DATES, kindOf, TEXTS } from './random-expr.ts';
import { below, perhaps, pick, type Tape } from './tape.ts';

const MONEY = [0, 100, 500_000, 590_400, 1_000_000, 500_001, 7, -300, 333] as const;
const YEARS = [0, 60, 59, 18, 1, 16] as const;
const PLAIN = [1, 0, 2, 3, 5] as const;

/** How much is missing: nothing at all, little or much; and whether some figures are beyond what columns compute. */
interface Mood {
  readonly missing: number;
  readonly huge: number;
}

function randomColumn(tape: Tape, vocabulary: Vocabulary, fact: Fact, rows: number, mood: Mood): Column {
  const gaps = mood.missing > 0 && perhaps(tape, 80);
  const valid = gaps ? Uint8Array.from({ length: rows }, () => (perhaps(tape, mood.missing) ? 0 : 1)) : null;
  const known = (row: number) => valid === null || valid[row] === 1;
  const fill =
    <T>(options: readonly T[], code: (value: T) => number) =>
    (_: unknown, row: number) => {
      const value = code(pick(tape, options));
      return known(row) ? value : 0;
    };
  const array = { length: rows };
  const kind = kindOf(vocabulary, `${fact.entity}.${fact.id}`);
  switch (kind) {
    case 'bool':
      return {
        kind: 'bool',
        values: Uint8Array.from(
          array,
          fill([0, 1], value => value),
        ),
        valid,
      };
    case 'date':
      return {
        kind: 'date',
        values: Int32Array.from(
          array,
          fill(DATES, day => dayNumber(parseDay(day))),
        ),
        valid,
      };
    case 'text':
      return {
        kind: 'text',
        values: Int32Array.from(
          array,
          fill([1, 0, 2, 3], value => value),
        ),
        dictionary: ['b', ...TEXTS.slice(0, 2), 'c'],
        valid,
      };
    case 'money':
    case 'months':
    case 'plain': {
      const options = kind === 'money' ? MONEY : kind === 'months' ? YEARS : PLAIN;
      const values = Float64Array.from(
        array,
        fill(options, value => value),
      );
      if (kind === 'money' && mood.huge > 0 && rows > 0 && perhaps(tape, mood.huge)) {
        const row = below(tape, rows);
        if (known(row)) values[row] = 9_007_199_254_740_991;
      }
      const figures = [...values.filter((_, row) => known(row))];
      const [least, most] = [Math.min(...figures, 0), Math.max(...figures, 0)];
      return { kind: 'number', values, valid, factor: kind === 'months' ? [12, 1] : [1, 1], least, most };
    }
    default: {
      const codes = [...fact.values.keys()];
      return {
        kind: 'enum',
        values: Uint8Array.from(
          array,
          fill(codes, value => value),
        ),
        valid,
      };
    }
  }
}

/** Most often in order; else the other way round, none at all, such as differ only within each owner; areas without a name. */
function randomIds(tape: Tape, entity: string, count: number, owner: Int32Array | null): string[] {
  if (owner !== null && (entity === 'member' || entity === 'holding') && perhaps(tape, 40)) {
    const first = Array.from(owner, each => owner.indexOf(each));
    return first.map((from, row) => String(pick(tape, [1, 1, 9]) + (row - from) * (from % 2 === 0 ? 1 : -1)));
  }
  const ids = Array.from({ length: count }, (_, i) => `${entity[0]}${i}`);
  if (count > 0 && (entity === 'village' || entity === 'township') && perhaps(tape, 12))
    ids[below(tape, count)] = '';
  return pick(tape, [ids, ids, ids, ids.toReversed(), ids.toReversed(), []]);
}

function offsetsOf(tape: Tape, owners: number, sizes: readonly number[]): Int32Array {
  const offsets = new Int32Array(owners + 1);
  for (let i = 0; i < owners; i++) offsets[i + 1] = offsets[i]! + pick(tape, sizes);
  return offsets;
}

function ownersOf(offsets: Int32Array): Int32Array {
  const owner = new Int32Array(offsets.at(-1)!);
  for (let i = 1; i < offsets.length; i++) owner.fill(i - 1, offsets[i - 1], offsets[i]);
  return owner;
}

/** A few villages with a few households each; more of them, with hardly any gaps, where `crowded`. */
export function randomPopulation(tape: Tape, vocabulary: Vocabulary, crowded = false): Population {
  const mood: Mood = {
    missing: pick(tape, crowded ? [0, 0, 8] : [0, 12, 45]),
    huge: perhaps(tape, 12) ? 40 : 0,
  };
  const alone = perhaps(tape, 10);
  /** Households at the end whose village nobody recorded. */
  const lost = perhaps(tape, 12) ? 1 : 0;
  const villages = offsetsOf(tape, pick(tape, [2, 2, 1]), [2, 1]);
  /** Villages at the end whose township nobody recorded. */
  const strays = perhaps(tape, 12) ? 1 : 0;
  const households = offsetsOf(tape, villages.at(-1)! + strays, crowded ? [4, 6, 3, 8] : [2, 3, 1, 4]);
  const rows = households.at(-1)! + lost;
  const members = offsetsOf(tape, rows, [1, 2, 3, 0]);
  const holdings = offsetsOf(tape, rows, [0, 1, 2]);
  const unlisted = perhaps(tape, 10);

  const table = (
    entity: string,
    count: number,
    owner: Int32Array | null,
    parts: Readonly<Record<string, Int32Array>>,
  ): Table => {
    const facts = Object.values(vocabulary.facts).filter(fact => fact.entity === entity && !perhaps(tape, 6));
    const columns = facts.map(fact => [fact.id, randomColumn(tape, vocabulary, fact, count, mood)] as const);
    const ids = randomIds(tape, entity, count, owner);
    return { entity, rows: count, ids, columns: Object.fromEntries(columns), owner, parts };
  };

  const village = alone ? null : Int32Array.from([...ownersOf(households), ...new Array(lost).fill(-1)]);
  const below_: Record<string, Int32Array> = { holding: holdings, ...(unlisted ? {} : { member: members }) };
  const tables: Record<string, Table> = {
    household: table('household', rows, village, below_),
    holding: table('holding', holdings.at(-1)!, ownersOf(holdings), {}),
    ...(unlisted ? {} : { member: table('member', members.at(-1)!, ownersOf(members), {}) }),
    ...(alone
      ? {}
      : {
          village: table(
            'village',
            villages.at(-1)! + strays,
            Int32Array.from([...ownersOf(villages), ...new Array(strays).fill(-1)]),
            { household: households },
          ),
          township: table('township', villages.length - 1, null, { village: villages }),
        }),
  };
  return { tables, source: 'random', seed: null };
}
