/** Hand-made populations and results: what a run says, written down household by household. */
import { CLAIM, type Results, type Run, STATUS } from '../../src/engine/results.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Population } from '../../src/population/columns.ts';

/** `due` in yuan, a range of yuan, or one of the doubtful states with what it could add. */
export type Claim =
  | number
  | readonly [number, number]
  | 'unset'
  | { readonly open: readonly [number, number] };

export interface Household {
  /** A card, or one of the others; `none` where left out. */
  readonly is?: string;
  /** How many people; 1 where left out. */
  readonly people?: number;
  readonly township?: number;
  readonly claims?: Readonly<Record<string, Claim>>;
  /** Card → exclusion. */
  readonly barred?: Readonly<Record<string, string>>;
}

export function population(households: readonly Household[], townships = 0): Population {
  const offsets = Int32Array.from([0, ...sums(households.map(({ people = 1 }) => people))]);
  const tables: Record<string, Population['tables'][string]> = {
    household: {
      entity: 'household',
      rows: households.length,
      ids: households.map((_, row) => `h${row + 1}`),
      columns: {},
      owner: townships > 0 ? Int32Array.from(households, ({ township = -1 }) => township) : null,
      parts: { member: offsets },
    },
    member: {
      entity: 'member',
      rows: offsets.at(-1)!,
      ids: [],
      columns: {},
      owner: null,
      parts: {},
    },
  };
  if (townships > 0) {
    const ids = Array.from({ length: townships }, (_, index) => `t${index + 1}`);
    const owner = Int32Array.from(ids, (_, index) => index);
    tables['village'] = { entity: 'village', rows: townships, ids, columns: {}, owner, parts: {} };
    tables['township'] = { entity: 'township', rows: townships, ids, columns: {}, owner: null, parts: {} };
  }
  return { tables, source: 'by hand', seed: 1 };
}

function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map(value => {
    sum += value;
    return sum;
  });
}

const statuses: Readonly<Record<string, number>> = {
  undetermined: STATUS.undetermined,
  'out-of-scope': STATUS.outOfScope,
  conflict: STATUS.conflict,
};

export function results(policy: Policy, households: readonly Household[]): Results {
  const rows = households.length;
  const cards = policy.cards.map(card => card.id);
  return {
    rows,
    status: Uint8Array.from(households, ({ is = 'none' }) => statuses[is] ?? STATUS.decided),
    card: Int8Array.from(households, ({ is = 'none' }) => cards.indexOf(is)),
    possible: new Uint32Array(rows),
    barred: cards.map(card =>
      Uint8Array.from(
        households,
        ({ barred = {} }) => 1 + policy.exclusions.findIndex(({ id }) => id === barred[card]),
      ),
    ),
    benefits: policy.benefits.map(({ id }) => {
      const claims = households.map(({ claims = {} }) => claims[id]);
      const ends = claims.map(endsOf);
      return {
        id,
        state: Uint8Array.from(claims, stateOf),
        low: Float64Array.from(ends, ([low]) => low * 100),
        high: Float64Array.from(ends, ([, high]) => high * 100),
      };
    }),
    duties: policy.duties.map(() => new Uint8Array(rows)),
    claims: [],
  };
}

function stateOf(claim: Claim | undefined): number {
  if (claim === undefined) return CLAIM.none;
  if (claim === 'unset') return CLAIM.unset;
  return typeof claim === 'object' && 'open' in claim ? CLAIM.undetermined : CLAIM.due;
}

function endsOf(claim: Claim | undefined): readonly [number, number] {
  if (claim === undefined || claim === 'unset') return [0, 0];
  if (typeof claim === 'number') return [claim, claim];
  return 'open' in claim ? claim.open : claim;
}

export const asRun = (results: Results): Run => ({
  results,
  engine: 'columnar',
  refused: null,
  handed: 0,
  allocation: null,
  used: {},
});
