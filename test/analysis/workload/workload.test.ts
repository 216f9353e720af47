import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageDays } from '../../../src/analysis/calendar/stages.ts';
import { spreadOf } from '../../../src/analysis/workload/spread.ts';
import { type Amount, type Load, workloadOf } from '../../../src/analysis/workload/workload.ts';
import { OWED, type Results } from '../../../src/engine/results.ts';
import { policyOf } from '../../support/load-text.ts';
import { population } from '../world.ts';

const MARCH = 2020 * 12 + 2;
const year = { first: MARCH, count: 12 };

/** Times in each of twelve months from March 2020, for so many households. */
function spread(fields: string, households = 1, months = year): number[] {
  const policy = policyOf(
    `程序: {公示: {编号: notice, 起: 2020-04-03, 止: 2020-04-10}}\n职责: {甲: {编号: a, ${fields}}}\n`,
  );
  return spreadOf(policy.duties[0]!, policy, stageDays(policy), months)(households);
}

describe('how a duty falls on months', () => {
  test('every month, from the first of which half is left', () => {
    expect(spread('做: 联络, 频次: 每月 2 次')).toEqual([0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  test('visits of longer periods evenly, what does not divide carried on', () => {
    expect(spread('做: 走访, 频次: 每年 6 次')).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
    expect(spread('做: 走访, 频次: 每年 6 次', 5)).toEqual([0, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
    expect(spread('做: 走访, 频次: 每季度 1 次', 100)).toEqual([
      0, 33, 33, 34, 33, 33, 34, 33, 33, 34, 33, 33,
    ]);
    expect(spread('做: 走访, 频次: 每两年 1 次', 24, { first: MARCH, count: 3 })).toEqual([0, 1, 1]);
  });

  test('reviews in the last month of their period', () => {
    const review = (every: string) => {
      const policy = policyOf(`复核: {甲: {编号: a, 每: ${every}}}\n`);
      return spreadOf(policy.duties[0]!, policy, [], year)(7);
    };
    expect(review('季度')).toEqual([0, 0, 0, 7, 0, 0, 7, 0, 0, 7, 0, 0]);
    expect(review('半年')).toEqual([0, 0, 0, 7, 0, 0, 0, 0, 0, 7, 0, 0]);
  });

  test('weeks by their last day', () => {
    expect(spread('做: 联络, 频次: 每周').slice(0, 3)).toEqual([2, 4, 5]);
  });

  test('once: when it is due, else in the month of the policy', () => {
    expect(spread('做: 计划, 频次: 一次', 9)).toEqual([9, ...new Array(11).fill(0)]);
    expect(spread('做: 计划, 内: 15 个工作日, 自: 公示', 9).slice(0, 3)).toEqual([0, 9, 0]);
    expect(spread('做: 计划, 内: 1 个月', 9).slice(0, 3)).toEqual([0, 9, 0]);
    expect(spread('做: 其他', 9)).toEqual(new Array(12).fill(0));
  });

  test('a whole period has exactly its number', () => {
    const policy = policyOf('职责: {甲: {编号: a, 做: 走访, 频次: 每年 7 次}}\n');
    const of2021 = spreadOf(policy.duties[0]!, policy, [], { first: 2021 * 12, count: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), households => {
        const times = of2021(households);
        expect(times.reduce((a, b) => a + b, 0)).toBe(7 * households);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const policy = policyOf(`角色: {cadre: {标签: 村干部}, office: {标签: 扶贫办}}
职责:
  联络: {编号: contact, 由: cadre, 做: 联络, 频次: 每月 2 次}
  走访: {编号: visit, 由: cadre, 做: 走访, 频次: 每年 6 次}
  回访: {编号: revisit, 由: cadre, 做: 走访, 频次: 每季度 1 次}
  计划: {编号: plan, 做: 计划, 频次: 一次}
复核:
  复核: {编号: review, 由: office, 每: 半年}
`);

/** By duty, what is owed towards each household. */
function results(duties: readonly (readonly number[])[]): Results {
  const rows = duties[0]!.length;
  return {
    rows,
    status: new Uint8Array(rows),
    card: new Int8Array(rows),
    possible: new Uint32Array(rows),
    barred: [],
    benefits: [],
    duties: duties.map(states => Uint8Array.from(states)),
    claims: [],
  };
}

const sum = (amounts: readonly Amount[]): Amount =>
  amounts.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }), { low: 0, high: 0 });
const column = (loads: readonly Load[], at: number) => sum(loads.map(({ months }) => months[at]!));

describe('a workload', () => {
  test('by township, role and kind of duty, low and high', () => {
    const { yes, no, perhaps } = OWED;
    const owed = results([
      [yes, perhaps, no],
      [yes, yes, yes],
      [no, no, yes],
      [yes, no, no],
      [no, no, perhaps],
    ]);
    const people = population([{ township: 0 }, { township: 0 }, { township: 1 }], 2);
    const workload = workloadOf(policy, people, owed, year);
    expect(workload.areaEntity).toBe('township');
    expect(workload.rows.map(row => [row.area, row.role, row.action, row.total.low, row.total.high])).toEqual(
      [
        ['t1', 'cadre', 'visit', 11, 11],
        ['t1', 'cadre', 'contact', 22, 44],
        ['t1', null, 'plan', 1, 1],
        ['t2', 'cadre', 'visit', 9, 9],
        ['t2', 'office', 'review', 0, 2],
      ],
    );
    expect(workload.duties.map(({ duty, households }) => [duty.id, households.low, households.high])).toEqual(
      [
        ['contact', 1, 2],
        ['visit', 3, 3],
        ['revisit', 1, 1],
        ['plan', 1, 1],
        ['review', 0, 1],
      ],
    );
  });

  test('where no areas are recorded there is one row for all', () => {
    const workload = workloadOf(
      policy,
      population([{}, {}]),
      results(new Array(5).fill([OWED.yes, OWED.yes])),
      year,
    );
    expect(workload.areaEntity).toBeNull();
    expect(new Set(workload.rows.map(({ area }) => area))).toEqual(new Set([null]));
  });

  test('everything adds up: months to totals, areas to roles, roles and duties to the total', () => {
    const state = fc.constantFrom(OWED.yes, OWED.no, OWED.perhaps);
    const household = fc.record({
      township: fc.integer({ min: -1, max: 3 }),
      owed: fc.array(state, { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(household, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        (all, count) => {
          const people = population(
            all.map(({ township }) => ({ township })),
            4,
          );
          const owed = results(policy.duties.map((_, duty) => all.map(one => one.owed[duty]!)));
          const workload = workloadOf(policy, people, owed, { first: MARCH, count });
          for (const load of [...workload.rows, ...workload.roles, ...workload.duties, workload.total]) {
            expect(sum(load.months)).toEqual(load.total);
            for (const { low, high } of load.months) expect(low).toBeLessThanOrEqual(high);
          }
          for (let at = 0; at < count; at++)
            for (const loads of [workload.rows, workload.roles, workload.duties])
              expect(column(loads, at)).toEqual(workload.total.months[at]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
