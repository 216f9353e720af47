import { describe, expect, test } from 'vitest';
import { isError } from '../../src/language/diagnostic.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy, Rule } from '../../src/policy/policy.ts';
import { pathOf, schemes, shipped } from './shipped.ts';

function rulesOf(policy: Policy): [section: string, rule: Rule][] {
  const { parameters, definitions, cards, exclusions, benefits, groups, assertions } = policy;
  return [
    ...Object.values(parameters).map((rule): [string, Rule] => ['parameter', rule]),
    ...Object.values(definitions).map((rule): [string, Rule] => ['definition', rule]),
    ...cards.map((rule): [string, Rule] => ['card', rule]),
    ...exclusions.map((rule): [string, Rule] => ['exclusion', rule]),
    ...benefits.map((rule): [string, Rule] => ['benefit', rule]),
    ...groups.map((rule): [string, Rule] => ['group', rule]),
    ...assertions.map((rule): [string, Rule] => ['assertion', rule]),
  ];
}

describe.each(schemes)('%s', scheme => {
  test('loads without an error', () => {
    expect(loadPolicy(pathOf(scheme)).diagnostics.filter(isError)).toEqual([]);
  });

  test('every card, exclusion, benefit and assertion cites a section and carries a clause', () => {
    const bare = rulesOf(shipped(scheme))
      .filter(([section]) => ['card', 'exclusion', 'benefit', 'group', 'assertion'].includes(section))
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
    expect(bare.map(([section, { id }]) => `${section} ${id}`)).toEqual([]);
  });
});

/** Clauses that this part of the system carries: cards, exclusions, priorities, benefits without quotas, constraints on them. */
const clauses = {
  'county-four-cards':
    'C2.0 C2.1 C2.2 C2.3 C2.4 C2.5 C2.6 C4.1a C4.2a C4.2b C4.2c C4.2d C4.3a C4.3b C4.4 C4.5 C4.6a C4.6b C4.6c C4.6d C4.6e C4.7a C4.7b C4.8',
  'lancang-five-cards': 'L1 L1m L2 L2m L3 L3m L4 L4m L5 L6',
};

test.each(Object.entries(clauses))('%s carries each of its clauses', (scheme, numbers) => {
  const carried = new Set(rulesOf(shipped(scheme)).flatMap(([, { clause }]) => clause));
  expect(numbers.split(' ').filter(clause => !carried.has(clause))).toEqual([]);
});

test('the plan words one line in two ways, and the check points at both', () => {
  const { diagnostics, sources } = loadPolicy(pathOf('county-four-cards'));
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const words = warnings.map(({ code, span, related }) => [
    code,
    ...[span, ...(related ?? [])].map(at => at && sources.get(at.file)?.slice(at.start, at.end)),
  ]);
  expect(words).toHaveLength(1);
  expect(words[0]).toEqual(['two-wordings', '以下', '低于']);
});

test('what the source leaves open is open, and nothing else', () => {
  const { parameters } = shipped('county-four-cards');
  const open = Object.values(parameters).filter(({ value, implicit }) => value.kind === 'open' && !implicit);
  expect(open.map(({ id }) => id).sort()).toEqual([
    'dividend_rate',
    'education_burden',
    'few_workers',
    'green_industry_funds',
    'rigid_cost_ratio',
    'solar_wage_share',
    'yellow_industry_funds',
  ]);
});

test('the standard of Lancang is the one of the year', () => {
  const line = (on: string) => shipped('lancang-five-cards', { on }).parameters['exit_line']?.value;
  // 2952 yuan a year and head, in fen a month.
  expect(line('2017-09-12')).toEqual({ kind: 'set', value: '24600' });
  expect(line('2014-06-30')).toEqual({ kind: 'set', value: '70000/3' });
  expect(line('2012-12-31')).toEqual({ kind: 'open' });
});
