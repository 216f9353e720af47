import { describe, expect, test } from 'vitest';
import type { Filled, FilledBody, FilledForm } from '../../../src/analysis/form/filled.ts';
import { filledFor, rules } from '../../report/form/support.ts';

const given = rules(`
参数: {界线: {值: 待定 元/人年}, 幅度: {值: 1 元 至 3 元}}
定义: {低收入: 人均收入 低于 界线, 有重病: 任一成员(重病)}
卡类: {红卡: {编号: red, 当: 建档立卡 且 有重病}, 黄卡: {编号: yellow, 当: 有汽车}}
帮扶:
  修缮: {编号: repair, 对象: 红卡, 金额: 修缮费用 封顶 20000 元}
  建房: {编号: build, 当: 新建房屋, 金额: 待定}
  慰问: {编号: visit, 方式: 服务}
审批表:
  表头: {编号: head, 标题: 表, 份数: 2}
  情况:
    编号: facts
    填:
      - {标签: 姓名}
      - 家庭收入
      - 人均收入
      - {标签: 幅度, 值: 幅度}
      - {标签: 界线, 值: 界线}
      - {标签: 户, 值: 户编号}
  类别:
    编号: kinds
    选项:
      - {编号: a, 标签: 建档立卡户, 当: 建档立卡, 其中: [{标签: 有车, 当: 有汽车}, {标签: 手填}]}
      - {编号: b, 标签: 其他户, 当: 非 建档立卡, 其中: [{标签: 有车, 当: 有汽车}]}
      - {编号: c, 标签: 另注, 其中: [{标签: 低收入, 当: 低收入}]}
  村: {编号: village, 选项: 村类型}
  成员: {编号: members, 列: [年龄, 残疾等级, {标签: 姓名}, {标签: 病, 选项: [重病]}]}
  享受: {编号: due, 可享受: [{标签: 住房, 项目: [修缮, 建房]}, {标签: 教育}]}
  审定: {编号: opinion, 意见: 同意}
`);
const household = {
  户: { 户编号: '甲', 建档立卡: true, 有汽车: false, 家庭收入: 6000, 修缮费用: 3000, 新建房屋: true },
  成员: [
    { age: 70, ill: true, grade: 'none' },
    { age: null, ill: null, grade: 'severe' },
  ],
  村: { 村类型: '贫困村' },
};

function body<Kind extends FilledBody['kind']>(form: FilledForm, id: string, kind: Kind) {
  const found = form.parts.find(part => part.id === id)?.body;
  if (found?.kind !== kind) throw new Error(`${id} is no ${kind}`);
  return found as Extract<FilledBody, { kind: Kind }>;
}
const value = (filled: Filled | undefined) => (filled?.kind === 'value' ? filled.value : filled?.kind);
const boxes = (form: FilledForm, id: string) => {
  const [field] = body(form, id, 'fields').fields;
  return field?.filled.kind === 'boxes' ? field.filled : null;
};

describe('filling a form', () => {
  const form = filledFor(given, household);

  test('works out each field', () => {
    const fields = body(form, 'facts', 'fields').fields.map(({ filled }) => value(filled));
    expect(fields).toMatchObject([
      'blank',
      { low: '50000', high: '50000' },
      { low: '25000', high: '25000' },
      { low: '100', high: '300', causes: [{ kind: 'open' }] },
      { low: null, high: null, causes: [{ kind: 'open' }] },
      { value: '甲' },
    ]);
  });

  test('ticks what holds, and nothing in what does not', () => {
    expect(boxes(form, 'kinds')?.boxes).toMatchObject([
      { tick: 'ticked', boxes: [{ tick: 'clear' }, { tick: 'by-hand' }] },
      { tick: 'clear', boxes: [{ tick: 'clear' }] },
      { tick: 'by-hand', boxes: [{ tick: 'unknown' }] },
    ]);
    expect(boxes(form, 'village')).toMatchObject({
      value: { value: 'poor' },
      boxes: [
        { id: 'poor', tick: 'ticked' },
        { id: 'ordinary', tick: 'clear' },
      ],
    });
  });

  test('says of what is missing that it is not known, never zero or no', () => {
    const empty = filledFor(given, { 户: {}, 成员: [{}] });
    expect(boxes(empty, 'kinds')?.boxes).toMatchObject([
      { tick: 'unknown', boxes: [{ tick: 'unknown' }, { tick: 'by-hand' }] },
      { tick: 'unknown', boxes: [{ tick: 'unknown' }] },
      { tick: 'by-hand' },
    ]);
    expect(boxes(empty, 'village')?.boxes.every(({ tick }) => tick === 'clear')).toBe(true);
    const [, income] = body(empty, 'facts', 'fields').fields;
    expect(value(income?.filled)).toMatchObject({ low: null, high: null });
    expect(body(empty, 'due', 'due').headings[0]).toMatchObject({ tick: 'unknown' });
  });

  test('has a row for each member, and none where they are not known', () => {
    const rows = body(form, 'members', 'table').rows;
    expect(rows?.map(({ cells }) => cells.map(value))).toMatchObject([
      [{ low: '840' }, { value: 'none' }, 'blank', 'boxes'],
      [{ low: null }, { value: 'severe' }, 'blank', 'boxes'],
    ]);
    expect(body(filledFor(given, { 户: {} }), 'members', 'table').rows).toBeNull();
  });

  test('lists what is due under its headings, and what no heading names besides', () => {
    expect(form.answer.card).toBe('red');
    const found = body(form, 'due', 'due').headings.map(({ label, tick, benefits }) => [
      label.zh ?? '',
      tick,
      benefits.map(({ id }) => id),
    ]);
    expect(found).toEqual([
      ['住房', 'ticked', ['repair', 'build']],
      ['教育', 'by-hand', []],
      ['', 'ticked', ['visit']],
    ]);
  });

  test('has a working sheet apart where no part of the form has it', () => {
    expect(form).toMatchObject({ copies: 2, standard: false, title: { zh: '表' } });
    expect(form.annex).not.toBeNull();
    const own = rules(
      '卡类: {红卡: {编号: red, 当: 家庭收入 低于 5 元}}\n审批表: {测: {测算: [家庭收入]}}\n',
    );
    const filled = filledFor(own, household);
    expect(filled.annex).toBeNull();
    expect(body(filled, '测', 'assessment').figures.map(({ id }) => id)).toEqual(['income']);
  });

  test('fills one household after another, each with its own', () => {
    const other = filledFor(given, { ...household, 户: { ...household.户, 户编号: '乙', 家庭收入: 8000 } });
    const [, income] = body(other, 'facts', 'fields').fields;
    expect([other.id, value(income?.filled)]).toMatchObject(['乙', { low: '200000/3', high: '200000/3' }]);
  });
});

describe('a policy without a form', () => {
  const plain = rules(
    '卡类: {红卡: {编号: red, 当: 人均收入 低于 5000 元 且 任一成员(重病)}}\n帮扶: {修: {对象: 红卡, 金额: 5 元}}\n',
  );
  const form = filledFor(plain, household);

  test('gets one of the facts that it reads', () => {
    expect(form.standard).toBe(true);
    expect(form.title).toEqual({ zh: expect.stringContaining('审批表') });
    const labels = body(form, 'facts', 'fields').fields.map(({ label }) => label.zh);
    expect(labels).toEqual(['户编号', '家庭收入']);
    expect(body(form, 'figures', 'fields').fields.map(({ label }) => label.zh)).toEqual([
      '家庭人口',
      '人均收入',
    ]);
    expect(body(form, 'member', 'table').columns.map(({ label }) => label.zh)).toEqual(['重病']);
    expect(body(form, 'due', 'due').headings).toHaveLength(1);
    expect(body(form, 'opinion', 'opinion').cards).toEqual(['red']);
    expect(form.annex).toBeNull();
  });
});
