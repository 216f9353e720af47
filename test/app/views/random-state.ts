/** States with figures of any size and labels of any length. */
import fc from 'fast-check';
import type { Curve, Figures, ParameterInfo, PolicyInfo } from '../../../src/app/protocol.ts';
import { reduce } from '../../../src/app/state/reduce.ts';
import type { State } from '../../../src/app/state/state.ts';
import type { Words } from '../../../src/language/label.ts';

const HAN = '建档立卡贫困户低收入边缘脱贫不稳定因灾因学突发严重困难农户家庭年人均纯收入监测帮扶对象';
const ENGLISH = [
  'household',
  'card',
  'of',
  'registered',
  'unstable',
  'at-risk',
  'extraordinarily',
  'marginal',
  'x',
];

/** Without figures, so that those of the data can be told from what stands in names. */
const words: fc.Arbitrary<Words> = fc.record({
  zh: fc.array(fc.constantFrom(...HAN), { minLength: 1, maxLength: 24 }).map(all => all.join('')),
  en: fc.array(fc.constantFrom(...ENGLISH), { minLength: 1, maxLength: 9 }).map(all => all.join(' ')),
});

/** As many small ones as large ones. */
export const amount: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.double({ min: 1, max: 9.999, noNaN: true }), fc.boolean())
  .map(([power, lead, nothing]) => (nothing && power < 2 ? 0 : Math.floor(lead * 10 ** power)));

interface Randomness {
  readonly amounts: readonly number[];
  readonly shares: readonly number[];
  readonly words: readonly Words[];
}

/** Every figure and every label replaced, round and round. */
export function scrambled(state: State, { amounts, shares, words: labels }: Randomness): State {
  let [at, name, share] = [0, 0, 0];
  const next = () => amounts[at++ % amounts.length]!;
  const label = () => labels[name++ % labels.length]!;
  const span = () => {
    const [one, other] = [next() * 100, next() * 100];
    const kind = at % 4;
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    return kind === 0 ? { low, high: null } : kind === 1 ? { low, high: low } : { low, high };
  };
  const isRatio = new Set(['headcount', 'gap', 'severity', 'gini']);
  function figures(value: unknown, key: string): unknown {
    if (typeof value === 'number') {
      if (key === 'run' || key === 'policy') return value;
      return isRatio.has(key) ? shares[share++ % shares.length]! : next();
    }
    if (Array.isArray(value)) return value.map(each => figures(each, key));
    if (value === null || typeof value !== 'object') return value;
    if ('low' in value && 'high' in value) return span();
    return Object.fromEntries(
      Object.entries(value).map(([of, each]) => [of, of === 'label' ? label() : figures(each, of)]),
    );
  }
  const named = <T extends { readonly label: Words }>(all: readonly T[]): T[] =>
    all.map(each => ({ ...each, label: label() }));
  const policy = (of: PolicyInfo): PolicyInfo => ({
    ...of,
    label: label(),
    outcomes: named(of.outcomes),
    exclusions: named(of.exclusions),
    benefits: named(of.benefits),
    funds: named(of.funds),
    duties: named(of.duties),
    quotas: named(of.quotas),
    parameters: of.parameters.map(parameter),
  });
  const parameter = (of: ParameterInfo): ParameterInfo => ({
    ...of,
    label: label(),
    cite: label().zh,
    note: label(),
    origin: label(),
    unit: at % 3 === 0 ? label() : of.unit,
    usedBy: [label(), label()],
    value:
      of.kind !== 'number' || of.value === null
        ? of.value
        : typeof of.value === 'string'
          ? String(next())
          : [String(next()), String(next())],
    ...(of.kind === 'number' && { from: String(next()), to: String(next()) }),
  });
  const curve = (of: Curve | null): Curve | null =>
    of && { ...of, points: of.points.map(point => ({ value: point.value, ...span() })) };
  return {
    ...state,
    policies: state.policies.map(policy),
    figures: figures(state.figures, '') as Figures,
    parameters: { ...state.parameters, curve: curve(state.parameters.curve) },
  };
}

export const randomness: fc.Arbitrary<Randomness> = fc.record({
  amounts: fc.array(amount, { minLength: 5, maxLength: 40 }),
  shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
  words: fc.array(words, { minLength: 2, maxLength: 12 }),
});

export const size = fc.record({
  columns: fc.oneof(fc.integer({ min: 40, max: 90 }), fc.integer({ min: 40, max: 220 })),
  rows: fc.integer({ min: 15, max: 60 }),
});

export const resized = (state: State, to: State['size']): State =>
  reduce(state, { kind: 'resize', size: to }).state;
