import { expect, test } from 'vitest';
import type { HouseholdRow } from '../../src/analysis/rows.ts';
import type { Cause } from '../../src/engine/answer.ts';
import { classifyRecord } from '../../src/report/classify.ts';
import { fact, nowhere } from '../support/expr.ts';
import { makePolicy } from '../support/policy.ts';

const policy = makePolicy({ cards: { red: fact('household.registered') } });

function reason(lang: 'zh' | 'en', ...causes: Cause[]): string {
  const row: HouseholdRow = {
    id: 'h1',
    above: [],
    outcome: { kind: 'undetermined', card: null },
    possible: ['red', null],
    barred: [],
    money: { low: 0, high: 0 },
    served: null,
    places: [],
    benefits: [],
    unset: [],
    causes,
  };
  return classifyRecord(policy, row, lang).trimEnd().split(',').at(-1)!;
}

test('a household that cannot be judged: what somebody has to find out, and what no fact would mend', () => {
  const missing: Cause = { kind: 'missing', entity: 'household', fact: 'car', of: 'h1' };
  const large: Cause = { kind: 'too-large', span: nowhere };
  const zero: Cause = { kind: 'zero-division', span: nowhere };
  expect(reason('en', large, large)).toBe('figures too large to compute');
  expect(reason('zh', large)).toBe('数字大到无法计算');
  expect(reason('en', missing, zero)).toMatch(/^lacking: [a-z ]+; a division by zero$/);
  expect(reason('en')).toBe('facts are missing');
});
