import { describe, expect, test } from 'vitest';
import type { FormBody, FormField } from '../../../src/policy/form/form.ts';
import { loadRules, loadText, policyOf, said } from '../../support/load-text.ts';

const zh = `
卡类: {红卡: {编号: red, 当: 建档立卡}, 黄卡: {编号: yellow, 当: 有汽车}}
帮扶: {修缮: {编号: repair, 对象: 红卡, 金额: 修缮费用 封顶 20000 元}, 建房: {编号: build, 当: 新建房屋, 金额: 5 元}}
审批表:
  表头: {编号: head, 标题: {中文: 审批表, 英文: Form}, 份数: 2}
  基本情况:
    编号: basics
    标签: {英文: Household}
    填:
      - {标签: {中文: 户主姓名, 英文: Head}}
      - 家庭人口
      - {编号: spare, 标签: {中文: 结余, 英文: Left over}, 值: 家庭收入 - 家庭支出}
      - {选项: 村类型}
    每行: 3
  类别:
    编号: category
    选项:
      - 建档立卡
      - {标签: {中文: 非贫困户, 英文: Others}, 当: 非 建档立卡, 其中: [{标签: {中文: 有车, 英文: Car}, 当: 有汽车}]}
      - {标签: {中文: 其他, 英文: Other}}
  成员: {编号: members, 列: [年龄, 重病, {标签: {中文: 姓名, 英文: Name}}]}
  可享受: {编号: due, 可享受: [{标签: {中文: 住房, 英文: Housing}, 项目: [修缮]}, {标签: {中文: 其他, 英文: Other}, 其余: 是}]}
  测算: {编号: why, 测算: [人均收入]}
  初核: {编号: first, 意见: {中文: 建议评为：, 英文: 'Proposed:'}, 卡: [黄卡], 签字: [{中文: 调查人, 英文: Surveyor}], 日期: 否}
  审定: {编号: last, 意见: {中文: 同意, 英文: Agreed}, 盖章: {中文: 县, 英文: County}}
  备注: {编号: remarks, 备注: [{中文: 一式两份, 英文: Two copies}]}
`;
const en = `
cards: {red: {label: 红卡, when: registered}, yellow: {label: 黄卡, when: has_car}}
benefits: {repair: {label: 修缮, for: red, amount: repair_costs capped at 20000 yuan}, build: {label: 建房, when: new_house, amount: 5 yuan}}
form:
  head: {label: 表头, title: {zh: 审批表, en: Form}, copies: 2}
  basics:
    label: {zh: 基本情况, en: Household}
    fields:
      - {label: {zh: 户主姓名, en: Head}}
      - size
      - {id: spare, label: {zh: 结余, en: Left over}, value: income - costs}
      - {boxes: village_type}
    across: 3
  category:
    label: 类别
    boxes:
      - registered
      - {label: {zh: 非贫困户, en: Others}, when: not registered, of_which: [{label: {zh: 有车, en: Car}, when: has_car}]}
      - {label: {zh: 其他, en: Other}}
  members: {label: 成员, columns: [age, ill, {label: {zh: 姓名, en: Name}}]}
  due: {label: 可享受, due: [{label: {zh: 住房, en: Housing}, benefits: [repair]}, {label: {zh: 其他, en: Other}, otherwise: yes}]}
  why: {label: 测算, assessment: [income_per_head]}
  first: {label: 初核, opinion: {zh: 建议评为：, en: 'Proposed:'}, cards: [yellow], signatures: [{zh: 调查人, en: Surveyor}], dated: no}
  last: {label: 审定, opinion: {zh: 同意, en: Agreed}, seals: {zh: 县, en: County}}
  remarks: {label: 备注, remarks: [{zh: 一式两份, en: Two copies}]}
`;

/** Without where things stand. */
const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'span' ? undefined : one)));
const bodyOf = (policy: ReturnType<typeof policyOf>, id: string): FormBody => {
  const part = policy.form?.parts.find(one => one.id === id);
  if (part === undefined) throw new Error(id);
  return part.body;
};
const fieldsOf = (body: FormBody): readonly FormField[] =>
  body.kind === 'fields' ? body.fields : body.kind === 'table' ? body.columns : [];

describe('a form', () => {
  test('is the same tree in both languages', () => {
    expect(said(loadRules(zh))).toEqual([]);
    expect(said(loadRules(en))).toEqual([]);
    expect(plain(policyOf(zh).form)).toEqual(plain(policyOf(en).form));
  });

  test('has its parts in the order written, each of its kind', () => {
    const kinds = policyOf(zh).form?.parts.map(({ id, body }) => `${id} ${body.kind}`);
    expect(kinds).toEqual([
      'head title',
      'basics fields',
      'category fields',
      'members table',
      'due due',
      'why assessment',
      'first opinion',
      'last opinion',
      'remarks remarks',
    ]);
  });

  test('takes the labels of fields from what they name', () => {
    const fields = fieldsOf(bodyOf(policyOf(zh), 'basics'));
    expect(fields.map(({ label, fill }) => [label.zh, label.en, fill.kind])).toEqual([
      ['户主姓名', 'Head', 'blank'],
      ['家庭人口', 'household size', 'value'],
      ['结余', 'Left over', 'value'],
      ['村类型', 'village type', 'choice'],
    ]);
  });

  test('puts boxes into boxes', () => {
    const [field] = fieldsOf(bodyOf(policyOf(zh), 'category'));
    const shown = field?.fill.kind === 'boxes' ? field.fill.boxes : [];
    expect(shown.map(({ label, when, boxes }) => [label.en, when === null, boxes.length])).toEqual([
      ['registered', false, 0],
      ['Others', false, 1],
      ['Other', true, 0],
    ]);
  });

  test('offers every card where an opinion names none', () => {
    const policy = policyOf(zh);
    expect(bodyOf(policy, 'first')).toMatchObject({
      cards: ['yellow'],
      dated: false,
      stage: null,
      role: null,
    });
    expect(bodyOf(policy, 'last')).toMatchObject({ cards: ['red', 'yellow'], dated: true, signatures: [] });
    expect(bodyOf(policyOf('审批表: {甲: {意见: 同意, 卡: []}}\n'), '甲')).toMatchObject({ cards: [] });
  });

  test('is none where the policy writes none', () => {
    expect(policyOf('卡类: {红卡: {当: 建档立卡}}\n').form).toBeNull();
  });

  test('counts as a use of what it shows', () => {
    expect(said(loadRules('定义: {甲: 家庭收入 - 家庭支出}\n审批表: {乙: {填: [甲]}}\n'))).toEqual([]);
  });
});

describe('what is wrong with a form', () => {
  test.each([
    ['a fact that there is none of', '填: [家庭人囗]', 'unknown-name'],
    ['an expression of the wrong entity', '填: [年龄]', 'fact-of-parts'],
    ['a column above the part', '列: [每个成员(重病)]', ''],
    ['a box that is no condition', '选项: [家庭收入]', ''],
    ['a card that there is none of', '意见: 同意, 卡: [红咔]', 'unknown-card'],
    ['a benefit that there is none of', '可享受: [修房]', 'unknown-benefit'],
    ['a key that there is none of', '填写: [家庭人口]', 'unknown-key'],
    ['too many copies', '标题: 表, 份数: 99', 'number-too-large'],
    ['a list without items that are fields', '填: {甲: 乙}', 'wrong-shape'],
  ])('%s', (_, part, code) => {
    const loaded = loadRules(`审批表: {栏: {${part}}}\n`);
    expect(loaded.policy).toBeNull();
    const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length, said(loaded).join('\n')).toBeGreaterThan(0);
    expect(errors.every(({ span }) => span !== undefined)).toBe(true);
    if (code !== '') expect(errors.map(one => one.code)).toContain(code);
  });
});

describe('a draft', () => {
  const base = `政策: 原稿\n词汇: ../vocabulary.yaml\n施行: 2020-01-01\n${zh}`;
  const amended = (text: string) => {
    const loaded = loadText(`政策: 草案\n编号: draft\n扩展: base.yaml\n${text}`, {
      files: { 'policies/small/base.yaml': base },
    });
    if (loaded.policy === null) throw new Error(said(loaded).join('\n'));
    return loaded.policy;
  };

  test('replaces what it gives of a part', () => {
    const policy = amended('审批表: {head: {份数: 3}}\n');
    expect(bodyOf(policy, 'head')).toMatchObject({ title: { zh: '审批表' }, copies: 3 });
    expect(policy.form?.parts[0]?.origin).toEqual({ policy: 'draft', change: 'replaced' });
  });

  test('adds a part where it says, and takes one away', () => {
    const policy = amended(
      '审批表: {住房: {填: [新建房屋], 置于: {之后: basics}}}\n移除: [审批表.remarks]\n',
    );
    expect(policy.form?.parts.map(({ id }) => id).slice(1, 3)).toEqual(['basics', '住房']);
    expect(policy.form?.parts.some(({ id }) => id === 'remarks')).toBe(false);
  });

  test('is told which card of the form it removes', () => {
    const loaded = loadText('政策: 草案\n扩展: base.yaml\n移除: [卡类.yellow]\n', {
      files: { 'policies/small/base.yaml': base },
    });
    expect(said(loaded)).toEqual(['removed-in-use 3:"卡类.yellow"']);
    expect(loaded.diagnostics[0]?.params['by']).toEqual({ zh: '“初核”', en: '"初核"' });
  });
});
