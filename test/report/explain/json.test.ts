import { describe, expect, test } from 'vitest';
import type { StepJson } from '../../../src/report/explain/json.ts';
import { household, json, load, loadDraft, member, rules, yearly } from './village.ts';

const loaded = load(rules);
const person = (id: string, ill: boolean | null, grade: string | null = 'none') => member(id, { ill, grade });
const decidedHousehold = () =>
  household({ registered: true, has_car: false, income: yearly(10000), repair_costs: '1200000' }, [
    person('m1', true),
    person('m2', false),
  ]);

function find(steps: readonly StepJson[], wanted: (step: StepJson) => boolean): StepJson | undefined {
  for (const step of steps) {
    const found = wanted(step) ? step : find(step.steps ?? [], wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('the answer as JSON', () => {
  test('has the published form', () => {
    const { reasons, ...answer } = json(loaded, decidedHousehold());
    expect(answer).toEqual({
      policy: 'small',
      version: '',
      on: '2020-03-18',
      household: 'h1',
      status: 'decided',
      card: 'yellow',
      possible: ['yellow'],
      barred: [],
      missing: [],
      benefits: [
        {
          id: 'repair',
          low: 12000,
          high: 12000,
          unit: 'yuan',
          period: 'once',
          cite: '方案 六',
          kind: 'cash',
        },
        { id: 'living', low: 200, high: 200, unit: 'yuan', period: 'month', cite: '方案 七', kind: 'cash' },
        { id: 'relief', low: 1000, high: 5000, unit: 'yuan', period: 'year', cite: '方案 九', kind: 'cash' },
      ],
      duties: [],
      places: null,
      unset: ['care'],
    });
    expect(reasons.steps.map(step => [step.role, step.id, step.value])).toEqual([
      ['card', 'red', false],
      ['card', 'yellow', true],
      ['benefit', 'repair', { low: '12000', high: '12000', unit: 'yuan' }],
      ['benefit', 'living', { low: '200', high: '200', unit: 'yuan' }],
      ['benefit', 'care', { low: null, high: null, unit: 'yuan' }],
      ['benefit', 'relief', { low: '1000', high: '5000', unit: 'yuan' }],
    ]);
  });

  test('reasons bear the words, values and citations', () => {
    const { steps } = json(loaded, decidedHousehold()).reasons;
    expect(find(steps, step => step.op === 'le')).toMatchObject({
      words: '人均收入 在 警戒线 以下',
      value: true,
      steps: [
        {
          role: 'definition',
          id: 'income_per_head',
          value: { low: '5000', high: '5000', unit: 'yuan/person/year' },
        },
        { role: 'parameter', id: 'line', cite: '方案 一', label: { zh: '警戒线', en: 'line' } },
      ],
    });
    expect(find(steps, step => step.at?.id === 'm2')).toMatchObject({ role: 'expression', value: false });
    expect(find(steps, step => (step.words ?? '').includes('编号'))).toBeUndefined();
  });

  test('undetermined: what is missing, of the household and of members', () => {
    const open = household({ registered: true, repair_costs: '0' }, [
      person('m1', null, null),
      person('m2', false, 'severe'),
    ]);
    expect(json(loaded, open)).toMatchObject({
      status: 'undetermined',
      card: null,
      possible: ['red', 'yellow', null],
      missing: [
        { fact: 'grade', of: 'm1' },
        { fact: 'income', of: 'household' },
        { fact: 'ill', of: 'm1' },
        { fact: 'has_car', of: 'household' },
      ],
    });
    const [living] = json(loaded, open).benefits;
    expect(living).toMatchObject({ id: 'living', low: 0, high: 200, state: 'undetermined' });
    expect(json(loaded, household({ registered: true }, null)).missing).toContainEqual({
      fact: 'members',
      of: 'household',
    });
  });

  test('an unbounded amount has no highest', () => {
    const whole = load(rules.replace('修缮费用 封顶 20000 元', '修缮费用'));
    const open = household({ registered: true, has_car: false, income: '0' }, [person('m1', true)]);
    expect(json(whole, open).benefits[0]).toMatchObject({
      id: 'repair',
      low: 0,
      high: null,
      missing: [{ fact: 'repair_costs', of: 'household' }],
    });
  });

  test('an open parameter in the way of the card is unset, not missing', () => {
    const open = load(rules.replace('值: 5000 元/人年', '值: 待定 元/人年'));
    expect(json(open, decidedHousehold())).toMatchObject({
      status: 'undetermined',
      missing: [],
      unset: ['care', 'line'],
    });
  });

  test('barred, out of scope, in conflict', () => {
    const barred = household({ registered: true, has_car: true, income: '0' }, [person('m1', true)]);
    expect(json(loaded, barred)).toMatchObject({
      card: null,
      possible: [null],
      barred: [{ card: 'yellow', by: 'car', cite: '方案 五' }],
    });
    const outside = household({ registered: false }, []);
    expect(json(load(`适用: 建档立卡\n${rules}`), outside)).toMatchObject({
      status: 'out-of-scope',
      card: null,
      possible: [],
      benefits: [],
    });
    const both = household({ registered: true, has_car: false, income: '0' }, [person('m1', true, 'severe')]);
    expect(json(load(`判定: 唯一\n${rules}`), both)).toMatchObject({
      status: 'undetermined',
      conflict: true,
      card: null,
      possible: ['red', 'yellow'],
    });
  });

  test('a rule that a draft changed says so', () => {
    const draft = loadDraft('参数: {警戒线: {编号: line, 值: 6000 元/人年}}\n', rules);
    const line = find(json(draft, decidedHousehold()).reasons.steps, step => step.id === 'line');
    expect(line?.origin).toEqual({ policy: 'draft', change: 'replaced' });
  });

  test('reasoning that is used again is told once', () => {
    const doubled = Array.from({ length: 40 }, (_, k) => `  d${k + 1}: {值: d${k} + d${k}}\n`).join('');
    const many = load(`定义:\n  d0: {值: 牛 + 1 头}\n${doubled}卡类: {甲: {编号: a, 当: d40 超过 3 头}}\n`);
    const text = JSON.stringify(json(many, household({ cattle: '3' }, [])));
    expect(text.length).toBeLessThan(50_000);
    expect(text).toContain('"repeated":true');
  });
});
