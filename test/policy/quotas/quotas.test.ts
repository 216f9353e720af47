/** Quotas and limited funds as drafters write them. */
import { describe, expect, test } from 'vitest';
import { policyMessages } from '../../../src/policy/messages.ts';
import type { Policy, Quota } from '../../../src/policy/policy.ts';
import { messageOf } from '../../../src/report/message.ts';
import { loadRules, loadText, policyOf, said } from '../../support/load-text.ts';

const head = `
定义:
  优先评定: {编号: first, 值: 建档立卡 且 任一成员(重病)}
  估计人口: {编号: estimate, 对象: 村, 值: '合计(户, 家庭人口)'}
  乡镇人口: {编号: township-estimate, 对象: 乡镇, 值: '合计(户, 家庭人口)'}
卡类:
  红卡: {编号: red, 当: 建档立卡}
  黄卡: {编号: yellow, 当: 有汽车}
帮扶:
  岗位: {编号: post, 标签: {zh: 岗位, en: public post}, 对象: {每: 成员, 卡: 红卡}, 当: 年龄 满 18 岁, 方式: 岗位, 资金: 岗位资金, 金额: 500 元, 每: 月}
  救助: {编号: relief, 对象: 黄卡, 资金: 救助资金, 金额: 300 元}
`;
const funds = '资金: {岗位资金: {编号: wages}, 救助资金: {编号: aid}}\n';
const load = (text: string) => loadRules(`${head}${text.includes('资金:') ? '' : funds}${text}`);
function policy(text: string): Policy {
  return policyOf(`${head}${text.includes('资金:') ? '' : funds}${text}`);
}
const quota = (fields: string) => policy(`名额: {岗位名额: {编号: posts, ${fields}}}\n`).quotas[0] as Quota;
const codes = (text: string) =>
  load(text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a quota', () => {
  test('binds the claims of a benefit, whose beneficiaries take the seats', () => {
    expect(quota('对象: 岗位, 总数: 520, 排序: 重病')).toMatchObject({
      of: { kind: 'benefit', id: 'post' },
      entity: 'member',
      total: { op: 'number', value: '520' },
      least: null,
      takes: null,
      levels: [],
      shares: [],
      skip: false,
      passesUp: false,
      rank: [{ label: { zh: '重病', en: 'ill' }, order: 'descending' }],
    });
  });

  test('binds households of some cards', () => {
    expect(quota('对象: [红卡, yellow], 总数: 5, 排序: 有汽车')).toMatchObject({
      of: { kind: 'cards', cards: ['red', 'yellow'] },
      entity: 'household',
    });
  });

  test('has seats by level, from the inside out however written', () => {
    const { levels, least, skip, passesUp } = quota(
      '对象: 岗位, 至少: 520 个, 席位: {乡镇: 20 人, 村: {表: {按: 村类型, 贫困村: 2, 其余: 1}}}, 可跳过: 是, 空缺: 上调, 排序: 重病',
    );
    expect(levels.map(({ entity, seats }) => [entity, seats.op])).toEqual([
      ['village', 'if'],
      ['township', 'number'],
    ]);
    expect([least?.op, skip, passesUp]).toEqual(['number', true, true]);
  });

  test('shares out a head count', () => {
    const { takes, total, shares } = quota(
      '对象: 红卡, 占: 家庭人口, 总数: 38200 人, 分解: {乡镇: 乡镇人口, 村: 估计人口}, 排序: 人均收入 从低到高',
    );
    expect(takes).toMatchObject({ op: 'definition', id: 'size' });
    expect(total).toMatchObject({ value: '38200' });
    expect(shares.map(({ entity, weight }) => [entity, 'id' in weight && weight.id])).toEqual([
      ['township', 'township-estimate'],
      ['village', 'estimate'],
    ]);
  });

  test('is the same in English', () => {
    const zh = quota(
      '对象: 岗位, 总数: 90, 席位: {乡镇: 若 合计(户、家庭人口) 高于 900 人 则 30 否则 20}, 空缺: 上调, 排序: [优先评定 从高到低, {按: 年龄, 次序: 从高到低}]',
    );
    const en = policyOf(
      `${head}${funds}quotas: {岗位名额: {id: posts, for: public post, total: 90, seats: {township: "if sum(size over households) above 900 persons then 30 otherwise 20"}, vacant: up, rank: [first high first, {by: age, order: high first}]}}\n`,
    ).quotas[0];
    const bare = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'span' ? undefined : inner)));
    expect({ ...bare(en), rank: bare(en?.rank).map(withoutLabel) }).toEqual({
      ...bare(zh),
      rank: bare(zh.rank).map(withoutLabel),
    });
  });

  test('leaves figures open, which become parameters to set', () => {
    const text =
      '名额: {岗位名额: {编号: posts, 对象: 岗位, 总数: 待定, 席位: {乡镇: 20 至 30}, 排序: 重病}}\n';
    const { parameters } = policy(text);
    expect(parameters['posts.total']).toMatchObject({
      value: { kind: 'open' },
      label: { zh: '岗位名额·总数' },
      implicit: true,
    });
    expect(parameters['posts.township']?.value).toEqual({ kind: 'range', low: '20', high: '30' });
    const set = policyOf(head + funds + text, { set: { 'posts.total': '90', '岗位名额.乡镇': '25' } });
    expect(set.parameters['posts.total']?.value).toEqual({ kind: 'set', value: '90' });
    expect(set.parameters['posts.township']?.value).toEqual({ kind: 'set', value: '25' });
  });
});

const withoutLabel = ({ label: _, ...key }: { readonly label: unknown }) => key;

describe('a rank', () => {
  const rank = (text: string) => quota(`对象: 红卡, 总数: 5, 排序: ${text}`).rank;

  test.each([
    ['[人均收入 从低到高]', 'ascending'],
    ['[人均收入从低到高]', 'ascending'],
    ['人均收入 由低到高', 'ascending'],
    ['[人均收入 升序]', 'ascending'],
    ['[income_per_head low first]', 'ascending'],
    ['[家庭收入 从高到低]', 'descending'],
    ['[{按: 家庭收入, 次序: 降序}]', 'descending'],
    ['[{by: income, order: high first}]', 'descending'],
    ['[{按: 家庭收入 从高到低}]', 'descending'],
    ['[建档立卡]', 'descending'],
    ['[建档立卡 从低到高]', 'ascending'],
    ['[任一成员(重病)]', 'descending'],
    ['[村类型 从低到高]', 'ascending'],
  ])('%s', (text, order) => {
    expect(rank(text).map(key => key.order)).toEqual([order]);
  });

  test('has a label: its own, that of what it names, or its words', () => {
    expect(
      rank('[{按: 家庭收入, 次序: 升序, 标签: 收入低的在前}, 家庭收入 降序, 任一成员(重病)]').map(
        key => key.label,
      ),
    ).toEqual([
      { zh: '收入低的在前', en: 'income' },
      { zh: '家庭收入', en: 'income' },
      { zh: '任一成员(重病)' },
    ]);
  });

  test('may ask for the card and for what other quotas left', () => {
    const found = policy(
      '名额: {甲: {对象: 岗位, 总数: 5, 排序: 年龄 从高到低}, 乙: {对象: 红卡, 总数: 5, 排序: [卡 = 红卡, 任一成员(甲.实得), 救助.实得 从低到高]}}\n',
    );
    expect(found.quotas[1]?.rank.map(({ expr }) => expr.op)).toEqual(['eq', 'any', 'served']);
  });

  test('of an unknown fact suggests the nearest', () => {
    const { diagnostics } = load('名额: {甲: {对象: 红卡, 总数: 5, 排序: 人均收人 从低到高}}\n');
    const found = diagnostics.find(({ code }) => code === 'unknown-name');
    expect(found?.suggestion).toBe('人均收入');
  });

  test('does not see amounts', () => {
    expect(codes('名额: {甲: {对象: 红卡, 总数: 5, 排序: 救助 从低到高}}\n')).toEqual(['benefit-not-here']);
  });
});

describe('a fund', () => {
  test('with a total is handed out by rank', () => {
    const { funds: found } = policy(
      '资金: {岗位资金: {编号: wages}, 救助资金: {编号: aid, 总额: 12 万元, 排序: 人均收入 从低到高}}\n',
    );
    expect(found['aid']).toMatchObject({
      total: { op: 'number', value: '12000000' },
      rank: [{ order: 'ascending' }],
    });
    expect(found['wages']).toMatchObject({ total: null, rank: [] });
  });

  test('counts what it has each month for a year', () => {
    const { funds: found } = policy(
      '资金: {岗位资金: {编号: wages}, 救助资金: {编号: aid, 总额: 1 万元/月, 排序: 有汽车}}\n',
    );
    expect(found['aid']?.total).toMatchObject({ op: 'multiply', type: { dimension: { money: 1 } } });
  });

  test('may be left open', () => {
    const text = '资金: {岗位资金: {编号: wages}, 救助资金: {编号: aid, 总额: 待定, 排序: 有汽车}}\n';
    expect(policy(text).parameters['aid.total']).toMatchObject({ value: { kind: 'open' }, unit: '元' });
  });

  test('takes no share and no number of people', () => {
    for (const total of ['30%', '5 人'])
      expect(
        codes(`资金: {岗位资金: {编号: wages}, 救助资金: {编号: aid, 总额: ${total}, 排序: 有汽车}}\n`),
      ).toEqual(['amount-needed']);
  });
});

describe('what goes wrong', () => {
  test.each([
    ['总数: 50, 席位: {乡镇: 60}', 'seats-short'],
    ['总数: 50, 席位: {村: 1, 乡镇: 50}', 'seats-short'],
    ['总数: -1', 'seats-not-whole'],
    ['总数: 2.5', 'seats-not-whole'],
    ['总数: 30%', 'seats-share'],
    ['席位: {村: 若 村类型 = 贫困村 则 30% 否则 2}', 'seats-share'],
    ['总数: 5 万元', 'seats-unit'],
    ['席位: {县: 5}', 'unknown-entity'],
    ['席位: {户: 有汽车}', 'number-needed'],
    ['席位: {村: 家庭收入}', 'fact-of-parts'],
  ])('%s', (fields, code) => {
    expect(codes(`名额: {岗位名额: {对象: 岗位, ${fields}, 排序: 重病}}\n`)).toEqual([code]);
  });

  test('what seats are counted in is said of more than one', () => {
    const { diagnostics } = load('名额: {岗位名额: {对象: 岗位, 总数: 5 户, 排序: 重病}}\n');
    const [one] = diagnostics;
    expect(messageOf(one!, policyMessages, 'en')).toBe(
      'Seats are counted in persons here, not in households.',
    );
  });

  test('a total that reaches exactly is enough, and a share of a count is a number', () => {
    expect(codes('名额: {甲: {对象: 岗位, 总数: 51, 席位: {村: 1, 乡镇: 50}, 排序: 重病}}\n')).toEqual([]);
    expect(
      codes('名额: {甲: {对象: 红卡, 占: 家庭人口, 席位: {村: 估计人口 × 30%}, 排序: 有汽车}}\n'),
    ).toEqual([]);
  });

  test('a total set too low from outside', () => {
    const text =
      '参数: {总: {编号: all, 值: 90}}\n名额: {甲: {对象: 岗位, 总数: 总, 席位: {乡镇: 50}, 排序: 重病}}\n';
    expect(load(text).policy).not.toBeNull();
    expect(loadRules(head + funds + text, { set: { all: '40' } }).diagnostics.map(one => one.code)).toContain(
      'seats-short',
    );
  });

  test('rings, through definitions, benefits and funds', () => {
    const ring = (text: string) =>
      load(text).diagnostics.find(({ code }) => code === 'quota-cycle')?.params['path'];
    expect(ring('名额: {甲: {对象: 红卡, 总数: 5, 排序: 甲.实得}}\n')).toMatchObject({ zh: '“甲” → “甲”' });
    expect(ring('名额: {甲: {对象: 岗位, 总数: 5, 排序: 岗位.实得 从低到高}}\n')).toMatchObject({
      zh: '“甲” → “甲”',
    });
    expect(
      ring(
        '资金: {岗位资金: {编号: wages}, 救助资金: {编号: aid, 总额: 9 元, 排序: 甲.实得}}\n名额: {甲: {对象: 红卡, 总数: 5, 排序: 救助.实得 从低到高}}\n',
      ),
    ).toMatchObject({ zh: '“甲” → “救助资金” → “甲”' });
    expect(
      ring(
        '名额: {甲: {对象: 红卡, 总数: 5, 排序: 乙.实得}, 乙: {对象: 黄卡, 总数: 5, 席位: {村: 计数(户 当 甲.实得)}, 排序: 有汽车}}\n',
      ),
    ).toMatchObject({ zh: '“甲” → “乙” → “甲”' });
  });

  test('what was served in conditions and amounts', () => {
    for (const text of [
      '定义: {丁: 甲.实得}\n',
      '排除: {丁: {不得评为: 红卡, 当: 甲.实得}}\n',
      '评分: {丁: {项: [{当: 救助.实得 高于 5 元, 分: 1}]}}\n',
    ]) {
      const own = text.startsWith('定义') ? head.replace('定义:\n', '定义:\n  丁: 甲.实得\n') : head + text;
      const found = loadRules(`${own}${funds}名额: {甲: {对象: 红卡, 总数: 5, 排序: 有汽车}}\n`);
      expect(said(found).map(one => one.split(' ')[0])).toContain('served-not-here');
    }
  });

  test('a name that another thing bears', () => {
    expect(codes('名额: {岗位: {对象: 红卡, 总数: 5, 排序: 有汽车}}\n')).toEqual(['name-taken']);
    expect(codes('名额: {甲: {编号: aid, 对象: 红卡, 总数: 5, 排序: 有汽车}}\n')).toEqual([]);
  });

  test('seats without a rank are pointed out', () => {
    const { diagnostics } = load('名额: {甲: {对象: 红卡, 总数: 5}}\n');
    expect(diagnostics.filter(({ code }) => code === 'quota-without-rank')).toHaveLength(1);
  });
});

describe('assertions about the whole', () => {
  test('ask what was served', () => {
    const { assertions } = policy(
      '断言: {甲: {对: 总体, 须: 红卡.岗位.实得 不超过 岗位 且 总体.救助.实得 < 5 元}}\n',
    );
    expect(assertions[0]?.expr).toMatchObject({
      args: [
        { left: { op: 'total', card: 'red', served: true }, right: { card: '#all', served: false } },
        { left: { op: 'total', card: '#all', benefit: 'relief', served: true } },
      ],
    });
  });
});

describe('a draft', () => {
  const base = `政策: 原稿\n词汇: ../vocabulary.yaml\n施行: 2020-03-18\n${head}${funds}名额:
  岗位名额: {编号: posts, 对象: 岗位, 总数: 90, 席位: {乡镇: 20}, 排序: [重病, 年龄 从高到低]}
`;
  const draft = (text: string) =>
    loadText(`政策: 草案\n编号: draft\n扩展: base.yaml\n${text}`, {
      files: { 'policies/small/base.yaml': base },
    });

  test('changes single fields of a quota', () => {
    const found = draft('名额: {岗位名额: {总数: 120}}\n').policy?.quotas[0];
    expect(found).toMatchObject({
      total: { value: '120' },
      levels: [{ entity: 'township' }],
      rank: [{}, {}],
      origin: { policy: 'draft', change: 'replaced' },
    });
  });

  test('says the same again without changing anything', () => {
    expect(draft('名额: {posts: {总数: 90}}\n').policy?.quotas[0]?.origin.change).toBe('original');
  });

  test('adds one, limits a fund, takes one away', () => {
    const found = draft(
      '名额: {救助名额: {对象: 救助, 总数: 5, 排序: 有汽车}}\n资金: {救助资金: {总额: 9 万元, 排序: 有汽车}}\n移除: [名额.posts]\n',
    );
    expect(found.policy?.quotas.map(({ id }) => id)).toEqual(['救助名额']);
    expect(found.policy?.funds['aid']?.total).not.toBeNull();
  });

  test('that takes away what a quota binds is told', () => {
    const found = draft('移除: [帮扶.post]\n');
    expect(said(found).map(one => one.split(' ')[0])).toContain('removed-in-use');
  });
});
