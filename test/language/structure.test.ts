import { describe, expect, test } from 'vitest';
import { checkExpression } from '../../src/language/check.ts';
import type { Expected } from '../../src/language/expected.ts';
import { parseExpression } from '../../src/language/parse.ts';
import { excerpt, type Span } from '../../src/language/source.ts';
import {
  allOf,
  anyOf,
  atLeastOf,
  bandsOf,
  noneOf,
  parseBandKey,
  parseTableKey,
  scoreOf,
  tableOf,
} from '../../src/language/structure.ts';
import type { Band, TableKey, Tree } from '../../src/language/tree.ts';
import { household, lexicon, print } from './fixture.ts';

const span: Span = { file: 'policy.yaml', start: 0, end: 0 };
const tree = (text: string): Tree => parseExpression(excerpt('policy.yaml', text), lexicon).tree!;

function band(key: string, value: string): Band {
  const { key: read, diagnostics } = parseBandKey(excerpt('policy.yaml', key), lexicon);
  expect(diagnostics, key).toEqual([]);
  return { from: read!.from, upTo: read!.upTo, value: tree(value), span };
}

interface Options {
  readonly base?: string;
  readonly otherwise?: string;
}

function bands(
  mode: 'whole' | 'marginal',
  by: string,
  rows: Record<string, string>,
  { base, otherwise }: Options = {},
): Tree {
  return bandsOf(
    {
      by: tree(by),
      base: base ? tree(base) : null,
      mode,
      bands: Object.entries(rows).map(([key, value]) => band(key, value)),
      otherwise: otherwise ? tree(otherwise) : null,
    },
    span,
  );
}

function meaning(of: Tree, expected?: Expected): string {
  const { expr, diagnostics } = checkExpression(of, household, expected);
  return expr ? print(expr, 'zh') : `✗ ${diagnostics.map(({ code }) => code).join(' ')}`;
}

describe('lists of conditions', () => {
  const [a, b, c] = ['建档立卡', '因病风险', '因灾风险'].map(tree) as [Tree, Tree, Tree];
  test('any, all, none, at least', () => {
    expect(meaning(allOf([a, anyOf([b, c], span)], span))).toBe('建档立卡 且 (因病风险 或 因灾风险)');
    expect(meaning(noneOf([a, b], span))).toBe('非 (建档立卡 或 因病风险)');
    expect(meaning(atLeastOf(2, [a, b, c], span))).toBe('至少 2 项(建档立卡, 因病风险, 因灾风险)');
    expect(meaning(atLeastOf(4, [a, b, c], span))).toBe('✗ at-least-count');
    expect(meaning(allOf([a], span))).toBe('建档立卡');
  });
});

describe('bands', () => {
  test('the band decides for the whole amount; shares are of what selects it', () => {
    expect(
      meaning(bands('whole', '医疗自付费用', { '至 10000 元': '20%', '至 20000 元': '30%', 以上: '40%' })),
    ).toBe(
      '若 医疗自付费用 不超过 10000 元 则 20% × 医疗自付费用 否则 若 医疗自付费用 不超过 20000 元 则 30% × 医疗自付费用 否则 40% × 医疗自付费用',
    );
  });
  test('shares of a base', () => {
    expect(
      meaning(
        bands('whole', '人均纯收入', { 'up to 3000 yuan': '90%', above: '50%' }, { base: '医疗自付费用' }),
      ),
    ).toBe('若 人均纯收入 不超过 3000 元/人年 则 90% × 医疗自付费用 否则 50% × 医疗自付费用');
    expect(
      meaning(
        bands('whole', '人均纯收入', { '至 3000 元': '500 元', 以上: '0 元' }, { base: '医疗自付费用' }),
      ),
    ).toBe('✗ base-without-shares');
  });
  test('figures stand for themselves', () => {
    expect(
      meaning(
        bands(
          'whole',
          '家庭人口',
          { '1 至 2 人': '500 元', '3 至 5 人': '800 元', '6 人 以上': '900 元' },
          { otherwise: '0 元' },
        ),
      ),
    ).toBe(
      '若 家庭人口 不低于 1 人 且 家庭人口 不超过 2 人 则 500 元 否则 若 家庭人口 不低于 3 人 且 家庭人口 不超过 5 人 则 800 元 否则 若 家庭人口 不低于 6 人 则 900 元 否则 0 元',
    );
    expect(meaning(bands('whole', '家庭人口', { '至 2 人': '500 元', '3 人 以上': '800 元' }))).toBe(
      '若 家庭人口 不超过 2 人 则 500 元 否则 800 元',
    );
    expect(meaning(bands('whole', '人均纯收入', { '低于 3000 元': '5 分', '3000 元 以上': '0 分' }))).toBe(
      '若 人均纯收入 低于 3000 元/人年 则 5 分 否则 0 分',
    );
    expect(meaning(bands('whole', '家庭人口 ÷ 1 人', { '至 2': '1.2', 以上: '1.5' }))).toBe(
      '若 家庭人口 ÷ 1 人 不超过 2 则 1.2 否则 1.5',
    );
  });
  test('each part at its own rate', () => {
    expect(
      meaning(bands('marginal', '医疗自付费用', { '至 10000 元': '20%', '至 20000 元': '30%', 以上: '40%' })),
    ).toBe(
      '20% × 最小(最大(0 元, 医疗自付费用), 10000 元) + 30% × 最小(最大(0 元, 医疗自付费用 - 10000 元), 20000 元 - 10000 元) + 40% × 最大(0 元, 医疗自付费用 - 20000 元)',
    );
  });
  test.each([
    ['holes', { '至 3000 元': '1 元', '4000 元 以上': '2 元' }, 'bands-hole'],
    ['holes of one point', { '低于 3000 元': '1 元', '超过 3000 元': '2 元' }, 'bands-hole'],
    ['overlaps', { '至 3000 元': '1 元', '2000 元 以上': '2 元' }, 'bands-overlap'],
    ['overlaps of one point', { '至 3000 元': '1 元', '3000 元 以上': '2 元' }, 'bands-overlap'],
    ['falling edges', { '至 3000 元': '1 元', '至 2000 元': '2 元', 以上: '3 元' }, 'bands-not-rising'],
    ['something after the last', { 以上: '1 元', '至 2000 元': '2 元' }, 'bands-after-last'],
    ['nothing at the end', { '至 3000 元': '1 元', '至 4000 元': '2 元' }, 'bands-end-open'],
    ['nothing at the beginning', { '超过 3000 元': '1 元' }, 'bands-start-open'],
    ['another unit', { '至 3000 亩': '1 元', 以上: '2 元' }, 'unlike-units'],
    ['values of two units', { '至 3000 元': '1 元', 以上: '2 人' }, 'unlike-units'],
  ])('refuse %s', (_, rows, code) => {
    expect(meaning(bands('whole', '人均纯收入', rows))).toBe(`✗ ${code}`);
  });
  test('a hole may be filled by the rest', () => {
    const rows = { '1000 元 至 3000 元': '1 元', '超过 4000 元': '2 元' };
    expect(meaning(bands('whole', '医疗自付费用', rows, { otherwise: '0 元' }))).toBe(
      '若 医疗自付费用 不低于 1000 元 且 医疗自付费用 不超过 3000 元 则 1 元 否则 若 医疗自付费用 超过 4000 元 则 2 元 否则 0 元',
    );
  });
  test('behind a hole the lower edge is asked for, also further on', () => {
    const rows = { '至 1000 元': '1 元', '超过 2000 元 至 3000 元': '2 元', '至 4000 元': '3 元' };
    expect(meaning(bands('whole', '医疗自付费用', rows, { otherwise: '0 元' }))).toBe(
      '若 医疗自付费用 不超过 1000 元 则 1 元 否则 若 医疗自付费用 超过 2000 元 且 医疗自付费用 不超过 3000 元 则 2 元 否则 若 医疗自付费用 超过 3000 元 且 医疗自付费用 不超过 4000 元 则 3 元 否则 0 元',
    );
  });
  test('an end that two ranges name belongs to the first', () => {
    const rows = { '0 元 至 3000 元': '1 元', '3000 元 至 5000 元': '2 元', '5000 元 以外': '3 元' };
    expect(meaning(bands('whole', '医疗自付费用', rows))).toBe(
      '若 医疗自付费用 不超过 3000 元 则 1 元 否则 若 医疗自付费用 不超过 5000 元 则 2 元 否则 3 元',
    );
  });
  test('keys with both ends, as tables are written', () => {
    const ages = { '不满 60 岁': '0 元', '60 岁以上不满80岁': '50 元', '80岁以上': '100 元' };
    const chain =
      '若 最大(成员, 年龄) 低于 60 岁 则 0 元 否则 若 最大(成员, 年龄) 低于 80 岁 则 50 元 否则 100 元';
    expect(meaning(bands('whole', '最大(成员, 年龄)', ages))).toBe(chain);
    const joined = { '不满 60 岁': '0 元', '60 岁以上且不满80岁': '50 元', '80岁以上': '100 元' };
    expect(meaning(bands('whole', '最大(成员, 年龄)', joined))).toBe(chain);
    const money = {
      不满5000元: '1 元',
      '5000元以上8000元以下': '2 元',
      超过8000元不足1万元: '3 元',
      '1万元以上': '4 元',
    };
    expect(meaning(bands('whole', '医疗自付费用', money))).toBe(
      '若 医疗自付费用 低于 5000 元 则 1 元 否则 若 医疗自付费用 不超过 8000 元 则 2 元 否则 若 医疗自付费用 低于 10000 元 则 3 元 否则 4 元',
    );
  });
  test.each(['60-79岁', '60—79岁', '60～79岁', '60~79岁', '60——79 岁', '60岁-79岁', '60岁以上至79岁以下'])(
    '%s has both ends',
    key => {
      const chain =
        '若 最大(成员, 年龄) 低于 60 岁 则 0 元 否则 若 最大(成员, 年龄) 不超过 79 岁 则 50 元 否则 100 元';
      const ages = { 不满60岁: '0 元', [key]: '50 元', 超过79岁: '100 元' };
      expect(meaning(bands('whole', '最大(成员, 年龄)', ages))).toBe(chain);
    },
  );
  test('edges that are parameters', () => {
    expect(
      meaning(
        bands('whole', '人均纯收入', {
          '低于 警戒线': '3 分',
          '警戒线 至 1.5 × 警戒线': '2 分',
          以上: '0 分',
        }),
      ),
    ).toBe(
      '若 人均纯收入 低于 警戒线 则 3 分 否则 若 人均纯收入 不低于 警戒线 且 人均纯收入 不超过 1.5 × 警戒线 则 2 分 否则 0 分',
    );
  });
  test('marginal bands take neither base nor rest', () => {
    const rows = { '至 10000 元': '20%', 以上: '40%' };
    expect(meaning(bands('marginal', '医疗自付费用', rows, { base: '实际修缮费用' }))).toBe(
      '✗ marginal-base',
    );
    expect(meaning(bands('marginal', '医疗自付费用', rows, { otherwise: '0 元' }))).toBe(
      '✗ marginal-otherwise',
    );
  });
  test.each(['因病风险', '5000 元', '', '等于 5 元', '甲 乙', '5000元以上8000元以上'])(
    '%s is no band',
    key => {
      const { key: read, diagnostics } = parseBandKey(excerpt('policy.yaml', key), lexicon);
      expect(read).toBeNull();
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const one of diagnostics) expect(one.span!.end).toBeLessThanOrEqual(key.length);
    },
  );
});

describe('tables', () => {
  const key = (text: string): TableKey => parseTableKey(excerpt('policy.yaml', text), lexicon).key!;
  const table = (
    by: readonly string[],
    rows: readonly (readonly string[])[],
    rest: { further?: string; otherwise?: string } = {},
  ) =>
    tableOf(
      {
        by: by.map(tree),
        rows: rows.map(row => ({ keys: row.slice(0, -1).map(key), value: tree(row.at(-1)!), span })),
        further: rest.further ? tree(rest.further) : null,
        otherwise: rest.otherwise ? tree(rest.otherwise) : null,
      },
      span,
    );
  test('over several dimensions', () => {
    expect(
      meaning(
        table(
          ['村类型', '建档立卡'],
          [
            ['贫困村', '是', '500 元'],
            ['挂牌督战村', '*', '300 元'],
          ],
          { otherwise: '0 元' },
        ),
      ),
    ).toBe('若 村类型 = 贫困村 且 建档立卡 则 500 元 否则 若 村类型 = 挂牌督战村 则 300 元 否则 0 元');
  });
  test('over a number, each further one adding', () => {
    expect(
      meaning(
        table(
          ['家庭人口'],
          [
            ['1 人', '600 元'],
            ['2 人', '1000 元'],
            ['3 人', '1300 元'],
          ],
          { further: '200 元' },
        ),
      ),
    ).toBe(
      '若 家庭人口 = 1 人 则 600 元 否则 若 家庭人口 = 2 人 则 1000 元 否则 若 家庭人口 = 3 人 则 1300 元 否则 1300 元 + 200 元 × ((家庭人口 - 3 人) ÷ 1 人)',
    );
  });
  test('ranges and comparisons as keys', () => {
    expect(
      meaning(
        table(
          ['家庭人口', '村类型'],
          [
            ['3 人 以下', '贫困村', '5 元'],
            ['4-6 人', '任意', '6 元'],
          ],
          { otherwise: '7 元' },
        ),
      ),
    ).toBe(
      '若 家庭人口 不超过 3 人 且 村类型 = 贫困村 则 5 元 否则 若 家庭人口 不低于 4 人 且 家庭人口 不超过 6 人 则 6 元 否则 7 元',
    );
  });
  test('a row for whatever it is ends the table', () => {
    expect(
      meaning(
        table(
          ['村类型'],
          [
            ['贫困村', '5 元'],
            ['*', '3 元'],
          ],
        ),
      ),
    ).toBe('若 村类型 = 贫困村 则 5 元 否则 3 元');
  });
  test('refuses what it does not say, wrong keys, and odd steps', () => {
    expect(meaning(table(['村类型'], [['贫困村', '5 元']]))).toBe('✗ table-without-otherwise');
    expect(meaning(table(['村类型'], [['贫困村', '是', '5 元']], { otherwise: '0 元' }))).toBe(
      '✗ table-keys',
    );
    expect(meaning(table(['村类型'], [['红卡', '5 元']], { otherwise: '0 元' }))).toBe('✗ not-a-value');
    expect(meaning(table(['村类型'], [['贫困村', '5 元']], { further: '1 元' }))).toBe('✗ further-form');
    expect(meaning(table(['家庭人口'], [['1 人', '5 元']], { further: '1 人' }))).toBe('✗ unlike-units');
  });
});

describe('scores', () => {
  test('weighted conditions, bare figures counting points', () => {
    const score = scoreOf(
      [
        { when: tree('建档立卡'), points: tree('3'), span },
        { when: null, points: tree('2 分 × 家庭人口 ÷ 1 人'), span },
        { when: tree('因病风险'), points: tree('-1'), span },
      ],
      span,
    )!;
    expect(meaning(score, { kind: 'number', dimension: { point: 1 } })).toBe(
      '(若 建档立卡 则 3 分 否则 0 分) + 2 分 × 家庭人口 ÷ 1 人 + (若 因病风险 则 -1 分 否则 0 分)',
    );
  });
  test('bands in points', () => {
    const points = bands('whole', '人均纯收入', { '至 3000 元': '5', '至 6000 元': '2', 以上: '0' });
    expect(
      meaning(scoreOf([{ when: null, points, span }], span)!, { kind: 'number', dimension: { point: 1 } }),
    ).toBe(
      '若 人均纯收入 不超过 3000 元/人年 则 5 分 否则 若 人均纯收入 不超过 6000 元/人年 则 2 分 否则 0 分',
    );
  });
  test('no items, no score', () => {
    expect(scoreOf([], span)).toBeNull();
  });
});
