/** The sections as a whole: two languages, one tree; drafts; what is checked on the household. */
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/policy/policy.ts';
import { loadRules, loadText, policyOf, said } from '../../support/load-text.ts';

const zh = `
卡类:
  红卡: {编号: red, 当: 建档立卡}
  蓝卡: {编号: blue, 其余: 是}
角色:
  village-cadre: {标签: 村干部, 级别: 村}
  office: 扶贫办
程序:
  初核: {编号: check, 由: village-cadre, 起: 3 月 18 日, 止: 2020-03-22}
  公示: {编号: notice, 由: 扶贫办, 起: 2020-04-03, 止: 2020-04-10, 公示: {期限: 7 天, 首日: 不计, 末日: 计}}
  上报: {编号: report, 之后: 公示, 内: 10 个工作日, 并行: 是}
  调整: {编号: adjust, 每: 半年}
职责:
  联络: {编号: contact, 对象: 红卡, 由: 村干部, 做: 联络, 频次: 每月 不少于 2 次}
  走访: {编号: visit, 当: 有汽车, 例外: 建档立卡, 做: 走访, 频次: {至少: 6, 每: 年}}
  一户一策: {编号: plan, 做: 计划, 内: 15 个工作日, 自: 公示}
  关心: {编号: care, 做: 其他}
复核:
  红卡复核: {编号: review, 对象: [红卡], 每: 半年}
抽查:
  县抽查: {编号: county, 对象: [红卡, 蓝卡], 比例: 30%, 分层: [卡, 村], 每组: 2 人, 由: office, 环节: 公示}
帮扶:
  低保: {编号: dibao, 金额: 100 元/户, 每: 月}
过渡:
  脱贫后: {编号: after, 期限: 1 年 至 2 年, 项目: 低保}
`;
const en = `
cards:
  red: {label: 红卡, when: registered}
  blue: {label: 蓝卡, otherwise: yes}
roles:
  village-cadre: {label: 村干部, level: village}
  office: 扶贫办
procedure:
  check: {label: 初核, by: village-cadre, from: 18 March, to: 2020-03-22}
  notice: {label: 公示, by: office, from: 2020-04-03, to: 2020-04-10, notice: {lasts: 7 days, first: not counted, last: counted}}
  report: {label: 上报, after: notice, within: 10 working days, parallel: yes}
  adjust: {label: 调整, every: half-year}
duties:
  contact: {label: 联络, for: red, by: village-cadre, do: contact, often: at least twice a month}
  visit: {label: 走访, when: has_car, except: registered, do: visit, often: {at_least: 6, per: year}}
  plan: {label: 一户一策, do: plan, within: 15 working days, after: notice}
  care: {label: 关心, do: other}
reviews:
  review: {label: 红卡复核, for: [red], every: half a year}
samples:
  county: {label: 县抽查, for: [red, blue], share: 30%, by: [card, village], team: 2 people, role: office, stage: notice}
benefits:
  dibao: {label: 低保, amount: 100 yuan/household, per: month}
transitions:
  after: {label: 脱贫后, lasts: 1 to 2 years, benefits: dibao}
`;

const parts = ({ roles, stages, duties, samples, transitions }: Policy) =>
  JSON.parse(
    JSON.stringify({ roles, stages, duties, samples, transitions }, (key, value) =>
      key === 'span' ? undefined : value,
    ),
  );

test('two languages, one tree', () => {
  expect(parts(policyOf(en))).toEqual(parts(policyOf(zh)));
});

describe('what is read', () => {
  const policy = policyOf(zh);
  const duty = (id: string) => policy.duties.find(one => one.id === id)!;

  test('duties, then reviews, in the order written', () => {
    expect(policy.duties.map(({ id }) => id)).toEqual(['contact', 'visit', 'plan', 'care', 'review']);
    expect(duty('contact')).toMatchObject({
      cards: ['red'],
      role: 'village-cadre',
      action: 'contact',
      atLeast: 2,
    });
    expect(duty('visit')).toMatchObject({ cards: null, atLeast: 6, cadence: { every: 12, unit: 'month' } });
    expect(duty('visit').when).toMatchObject({ op: 'and' });
    expect(duty('review')).toMatchObject({ action: 'review', cadence: { every: 6, unit: 'month' } });
  });

  test('what is done once, and what is owed without a frequency', () => {
    expect(duty('plan')).toMatchObject({ atLeast: 1, cadence: null, after: 'notice' });
    expect(duty('plan').within).toEqual({ low: 15, high: 15, unit: 'working-day' });
    expect(duty('care')).toMatchObject({ atLeast: 0, cadence: null, within: null });
    const [plan] = policyOf('职责: {一户一策: {编号: plan, 做: 计划}}\n').duties;
    expect(plan).toMatchObject({ atLeast: 1, cadence: null, within: null });
  });

  test('stages and notices', () => {
    expect(policy.stages.map(({ from, to }) => [from, to])).toEqual([
      ['2020-03-18', '2020-03-22'],
      ['2020-04-03', '2020-04-10'],
      [null, null],
      [null, null],
    ]);
    expect(policy.stages[1]!.notice).toEqual({
      lasts: { low: 7, high: 7, unit: 'day' },
      countsFirst: false,
      countsLast: true,
    });
    expect(policy.stages[2]).toMatchObject({ after: 'notice', parallel: true });
  });

  test('a notice that does not say which days count', () => {
    const { stages } = policyOf('程序: {公示: {编号: notice, 公示: 7 天}}\n');
    expect(stages[0]!.notice).toMatchObject({ countsFirst: null, countsLast: null });
  });

  test('samples and transitions', () => {
    expect(policy.samples[0]).toMatchObject({
      share: '3/10',
      strata: ['#card', 'village'],
      team: 2,
      stage: 'notice',
    });
    expect(policy.transitions[0]).toMatchObject({
      lasts: { low: 12, high: 24, unit: 'month' },
      benefits: ['dibao'],
    });
  });

  test('conditions of duties may ask for the card and for benefits', () => {
    const { duties } = policyOf(
      `${zh.slice(0, zh.indexOf('过渡'))}
`.replace('当: 有汽车, 例外: 建档立卡', '当: 卡 = 红卡 且 低保 > 0 元'),
    );
    expect(duties[1]!.when).toMatchObject({ op: 'and' });
  });
});

test('a draft changes, adds and removes by id', () => {
  const base = `政策: 原稿\n词汇: ../vocabulary.yaml\n施行: 2020-03-18\n${zh}`;
  const loaded = loadText(
    `政策: 草案
扩展: base.yaml
职责:
  contact: {频次: 每周}
  叮嘱: {编号: remind, 做: 其他, 频次: 一次}
程序: {公示: {止: 2020-04-13}}
移除: {职责: [care], 复核: [红卡复核]}
`,
    { files: { 'policies/small/base.yaml': base } },
  );
  expect(said(loaded)).toEqual([]);
  const { duties, stages } = loaded.policy!;
  expect(duties.map(({ id, origin }) => `${id} ${origin.change}`)).toEqual([
    'contact replaced',
    'visit original',
    'plan original',
    'remind added',
  ]);
  expect(duties[0]).toMatchObject({ cards: ['red'], cadence: { every: 1, unit: 'week' } });
  expect(stages[1]).toMatchObject({ from: '2020-04-03', to: '2020-04-13' });
});

test('a stage that a draft removes and a duty still names', () => {
  const base = `政策: 原稿\n词汇: ../vocabulary.yaml\n施行: 2020-03-18\n${zh}`;
  const loaded = loadText('政策: 草案\n扩展: base.yaml\n移除: {程序: [notice]}\n', {
    files: { 'policies/small/base.yaml': base },
  });
  expect(loaded.policy).toBeNull();
  expect(new Set(loaded.diagnostics.map(({ code }) => code))).toEqual(new Set(['removed-in-use']));
});

test('all mistakes come at once, each where it stands', () => {
  const loaded = loadRules(`
程序:
  初核: {编号: check, 起: 2020-03-22, 止: 2020-03-18}
  公示: {编号: notice, 公示: 0 天, 之后: 复审}
  复审: {编号: again, 之后: 公示, 内: 3 片}
职责:
  联络: {编号: contact, 频次: 每月 0 次, 由: 谁}
抽查:
  抽: {编号: draw, 比例: 120%, 每组: 0 人, 分层: 省}
`);
  expect(loaded.policy).toBeNull();
  expect(said(loaded)).toEqual([
    'ends-before-start 6:"2020-03-18"',
    'time-span-zero 7:"0 天"',
    'stage-after-later 7:"复审"',
    'bad-time-span 8:"3 片"',
    'bad-times 10:"每月 0 次"',
    'unknown-role 10:"谁"',
    'share-impossible 12:"120%"',
    'bad-team 12:"0 人"',
    'unknown-entity 12:"省"',
  ]);
});
