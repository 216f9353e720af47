import { describe, expect, test } from 'vitest';
import { isError } from '../../src/language/diagnostic.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { ParameterValue, Policy } from '../../src/policy/policy.ts';
import { pathOf, rulesOf, schemes, shipped } from './shipped.ts';

/** Rules that say what is to be done; parameters and definitions may be helpers. */
const cited = new Set([
  'card',
  'exclusion',
  'benefit',
  'group',
  'assertion',
  'quota',
  'duty',
  'stage',
  'sample',
  'transition',
]);

describe.each(schemes)('%s', scheme => {
  test('loads without an error', () => {
    expect(loadPolicy(pathOf(scheme)).diagnostics.filter(isError)).toEqual([]);
  });

  test('every rule cites a section and carries a clause', () => {
    const bare = rulesOf(shipped(scheme))
      .filter(([section]) => cited.has(section))
      .filter(([, { cite, clause }]) => cite === '' || clause.length === 0);
    expect(bare.map(([section, { id }]) => `${section} ${id}`)).toEqual([]);
  });

  test('everything has labels in both languages', () => {
    const policy = shipped(scheme);
    const bare = rulesOf(policy).filter(
      ([section, rule]) =>
        !(section === 'parameter' && (rule as Policy['parameters'][string]).implicit) &&
        !rule.id.includes('.') &&
        (rule.label.zh === undefined || rule.label.en === undefined) &&
        !(
          section === 'definition' && ['card', 'score'].includes((rule as Policy['definitions'][string]).kind)
        ),
    );
    const others = [
      ...Object.values(policy.roles),
      ...Object.values(policy.funds),
      ...Object.values(policy.uses),
      ...policy.quotas.flatMap(({ rank }) => rank),
    ].filter(({ label }) => label.zh === undefined || label.en === undefined);
    expect(bare.map(([section, { id }]) => `${section} ${id}`)).toEqual([]);
    expect(others).toEqual([]);
  });
});

/** What `mingbai check` warns of, as the words it points at. */
function warnings(scheme: string): (string | (string | undefined)[])[][] {
  const { diagnostics, sources } = loadPolicy(pathOf(scheme));
  return diagnostics
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, span, related }) => [
      code,
      ...[span, ...(related ?? [])].map(at => (at && sources.get(at.file)?.slice(at.start, at.end)) ?? ''),
    ]);
}

test('the plan words one line in two ways, and the check points at both', () => {
  expect(warnings('county-four-cards')).toEqual([['two-wordings', '以下', '低于']]);
});

test('entry and exit of the assistance standard leave a gap on the line, which is told', () => {
  expect(warnings('assistance-standard')).toEqual([['two-wordings', '低于', '超过']]);
});

test.each(['lancang-five-cards', 'registration', 'registration/poor-villages', 'prevention'])(
  '%s loads without a warning',
  scheme => {
    expect(warnings(scheme)).toEqual([]);
  },
);

const opened: Readonly<Record<string, string>> = {
  'county-four-cards':
    'dividend_rate education_burden few_workers green_industry_funds rigid_cost_ratio solar_wage_share yellow_industry_funds',
  registration: 'county_line',
  'registration/poor-villages': 'province_incidence province_income',
  prevention:
    'dibao_line education_limit fourth_deductible fourth_premium fourth_rate supplementary_premium supplementary_rate',
  'assistance-standard': 'dibao_rate grant_rate medical_premium relief_rate transport_rate yulu_rate',
  'assistance-standard/indicators': 'local_growth',
};

test.each(Object.entries(opened))(
  'what the source of %s leaves open is open, and nothing else',
  (scheme, ids) => {
    const open = Object.values(shipped(scheme).parameters).filter(
      ({ value, implicit }) => value.kind === 'open' && !implicit,
    );
    expect(
      open
        .map(({ id }) => id)
        .sort()
        .join(' '),
    ).toBe(ids);
  },
);

describe('poverty lines', () => {
  const line = (scheme: string, id: string, on: string): ParameterValue | undefined =>
    shipped(scheme, { on }).parameters[id]?.value;
  /** Fen a month from yuan a year. */
  const yuan = (amount: number): ParameterValue => {
    const [above, below] = amount % 3 === 0 ? [(amount * 100) / 12, 1] : [amount * 25, 3];
    return { kind: 'set', value: below === 1 ? String(above) : `${above}/${below}` };
  };

  test('the standard of Lancang is the one of the year', () => {
    expect(line('lancang-five-cards', 'exit_line', '2017-09-12')).toEqual(yuan(2952));
    expect(line('lancang-five-cards', 'exit_line', '2014-06-30')).toEqual(yuan(2800));
    expect(line('lancang-five-cards', 'exit_line', '2012-12-31')).toEqual({ kind: 'open' });
  });

  const years = Array.from({ length: 12 }, (_, i) => `${2010 + i}-06-30`);
  test.each(['prevention', 'assistance-standard'])('%s has both series as registration has them', scheme => {
    for (const id of ['statistical_line', 'operational_line'])
      for (const on of years) expect([on, line(scheme, id, on)]).toEqual([on, line('registration', id, on)]);
  });

  test('both series, by year', () => {
    const statistical = [2300, 2536, 2625, 2736, 2800, 2855, 2952, 2952, 2952, 3218, 4000];
    for (const [i, amount] of statistical.entries())
      expect(line('registration', 'statistical_line', `${2010 + i}-12-31`)).toEqual(yuan(amount));
    const operational = [2800, 2968, 3146, 3335, 3535, 3747, 3972];
    for (const [i, amount] of operational.entries())
      expect(line('registration', 'operational_line', `${2014 + i}-01-01`)).toEqual(yuan(amount));
    expect(line('registration', 'operational_line', '2013-12-31')).toEqual({ kind: 'open' });
  });
});
