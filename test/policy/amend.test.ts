import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { loadText, memoryReader, said, smallVocabulary } from '../support/load-text.ts';

const base = `
政策: 原稿
版本: 一稿
词汇: ../vocabulary.yaml
施行: 2020-03-18
依据: {方案: 工作方案}
说明: 原来的说明
参数:
  警戒线: {编号: line, 值: 5000 元/人年, 出处: 方案 一, 说明: 原来的线}
定义:
  低收入: {编号: low, 值: 人均收入 低于 警戒线}
卡类:
  红卡: {编号: red, 当: 低收入 且 建档立卡, 出处: 方案 二}
  黄卡: {编号: yellow, 当: 低收入, 出处: 方案 二}
排除:
  汽车: {编号: car, 不得评为: [红卡, 黄卡], 当: 有汽车, 出处: 方案 三}
帮扶:
  修缮: {编号: repair, 对象: [红卡, 黄卡], 金额: 修缮费用 封顶 20000 元, 出处: 方案 四}
`;

function load(text: string, more: Readonly<Record<string, string>> = {}) {
  const files = { 'policies/small/base.yaml': base, ...more };
  return loadText(`政策: 草案\n编号: draft\n扩展: base.yaml\n${text}`, { files });
}

function amended(text: string): Policy {
  const loaded = load(text);
  if (loaded.policy === null) throw new Error(said(loaded).join('\n'));
  return loaded.policy;
}

const original = loadPolicy('/b/base.yaml', {
  read: memoryReader({
    '/mingbai.yaml': '',
    '/vocabulary.yaml': smallVocabulary,
    '/b/base.yaml': base,
  }),
}).policy as Policy;
/** Spans name files, which differ. */
const plain = (policy: unknown) =>
  JSON.parse(JSON.stringify(policy, (key, value: unknown) => (key === 'span' ? undefined : value)));

describe('a draft', () => {
  test('that changes nothing gives an equal policy', () => {
    const same = amended('');
    expect(plain({ ...same, id: '', label: {}, file: '', version: '一稿' })).toEqual(
      plain({ ...original, id: '', label: {}, file: '' }),
    );
  });

  test('that says the same again changes nothing', () => {
    const same = amended(
      '参数: {警戒线: {编号: line, 值: 5000 元/人年}}\n卡类: {红卡: {编号: red, 当: 低收入 且 建档立卡}}\n',
    );
    expect(plain(same.parameters)).toEqual(plain(original.parameters));
    expect(plain(same.cards)).toEqual(plain(original.cards));
  });

  test('replaces the fields that it gives and keeps the others', () => {
    const line = amended('参数: {警戒线: {值: 6000 元/人年}}\n').parameters['line'];
    expect(line).toMatchObject({
      value: { value: '50000' },
      cite: '方案 一',
      note: { zh: '原来的线' },
      label: { zh: '警戒线' },
      origin: { policy: 'draft', change: 'replaced' },
    });
    expect(line?.span.file).toBe('/project/policies/small/policy.yaml');
  });

  test('finds rules by id, key or label', () => {
    for (const text of ['line: 6000 元/人年', '警戒线: 6000 元/人年', '警戒: {编号: line, 值: 6000 元/人年}'])
      expect(amended(`参数: {${text}}\n`).parameters['line']?.value).toEqual({ kind: 'set', value: '50000' });
  });

  test('finds a rule by a label with blanks', () => {
    const named = base.replace('编号: line,', '编号: line, 标签: {英文: warning line},');
    const loaded = load('参数: {warning line: {值: 6000 元/人年}}\n', { 'policies/small/base.yaml': named });
    expect(said(loaded)).toEqual([]);
    expect(loaded.policy?.parameters['line']?.origin.change).toBe('replaced');
  });

  test('has a name of its own, in whichever language', () => {
    const both = base.replace('政策: 原稿', '政策: {中文: 原稿, 英文: Original}');
    const files = { 'policies/small/base.yaml': both };
    const { policy } = loadText('policy: Draft two\nextends: base.yaml\n', { files });
    expect(policy?.label).toEqual({ en: 'Draft two' });
    expect(loadText('扩展: base.yaml\n', { files }).policy?.label).toEqual({ zh: '原稿', en: 'Original' });
  });

  test('gives amounts to cards by any of their names', () => {
    const byCard = base.replace('金额: 修缮费用 封顶 20000 元', '金额: {red: 5 元, yellow: 4 元}');
    const files = { 'policies/small/base.yaml': byCard };
    const drops = (amount: string) => said(load(`帮扶: {修缮: {金额: ${amount}}}\n`, files));
    expect(drops('{红卡: 6 元, 黄卡: 4 元}')).toEqual([]);
    expect(drops('{"红卡、黄卡": 6 元}')).toEqual([]);
    expect(drops('{红卡: 6 元, 其余: 4 元}')).toEqual([]);
    expect(drops('{红卡: 6 元}')).toContain('draft-drops-amounts 4:"金额"');
  });

  test('adds exceptions', () => {
    const [car] = amended('排除: {汽车: {例外: [任一成员(重病)]}}\n').exclusions;
    expect(car?.when).toMatchObject({ op: 'and', args: [{ op: 'fact' }, { op: 'not' }] });
    expect(car?.cite).toBe('方案 三');
    expect(car?.origin.change).toBe('replaced');
  });

  test('leaves everything else as original', () => {
    const policy = amended('参数: {line: 6000 元/人年}\n');
    expect(policy.cards.map(({ origin }) => origin)).toEqual([
      { policy: 'base', change: 'original' },
      { policy: 'base', change: 'original' },
    ]);
  });

  test('adds a card where it says', () => {
    const order = (place: string) =>
      amended(`卡类: {橙卡: {编号: orange, 当: 新建房屋, 置于: ${place}}}\n`).cards.map(({ id }) => id);
    expect(order('{之前: 黄卡}')).toEqual(['red', 'orange', 'yellow']);
    expect(order('{after: yellow}')).toEqual(['red', 'yellow', 'orange']);
    expect(order('{之前: red}')).toEqual(['orange', 'red', 'yellow']);
    expect(
      said(load('卡类: {橙卡: {编号: orange, 当: 新建房屋, 出处: 方案 二, 置于: {之前: 绿卡}}}\n'))[0],
    ).toMatch(/^unknown-rule 4:"绿卡"/);
  });

  test('moves a card', () => {
    const { cards } = amended('卡类: {黄卡: {置于: {之前: 红卡}}}\n');
    expect(cards.map(({ id, origin }) => [id, origin.change])).toEqual([
      ['yellow', 'replaced'],
      ['red', 'original'],
    ]);
  });

  test('adds other rules at the end', () => {
    const { benefits } = amended('帮扶: {建房: {编号: build, 金额: 5 元}}\n');
    expect(benefits.map(({ id, origin }) => [id, origin.policy, origin.change])).toEqual([
      ['repair', 'base', 'original'],
      ['build', 'draft', 'added'],
    ]);
  });

  test('adds notes and sources', () => {
    const policy = amended('说明: 新说明\n依据: {修改说明: 关于修改的说明}\n');
    expect(policy.notes).toEqual([{ zh: '原来的说明' }, { zh: '新说明' }]);
    expect(Object.keys(policy.sources)).toEqual(['方案', '修改说明']);
    expect(policy).toMatchObject({ version: '', label: { zh: '草案' }, id: 'draft' });
  });
});

describe('removing', () => {
  test.each([
    ['移除: {排除: [car]}\n'],
    ['移除: {exclusions: 汽车}\n'],
    ['移除: [排除.汽车]\n'],
    ['remove: [exclusions.car]\n'],
  ])('%s', text => {
    expect(amended(text).exclusions).toEqual([]);
  });

  test('what is still used names its user', () => {
    const loaded = load('移除: {参数: [line], 卡类: [yellow]}\n');
    expect(said(loaded)).toEqual([
      'removed-in-use 4:"line"',
      'removed-in-use 4:"yellow"',
      'removed-in-use 4:"yellow"',
    ]);
    expect(loaded.diagnostics.map(({ params }) => params['by'])).toMatchObject([
      { zh: '“低收入”' },
      { zh: '“汽车”' },
      { zh: '“修缮”' },
    ]);
    const [use] = loaded.diagnostics[0]?.related ?? [];
    expect(base.slice(use?.start, use?.end)).toBe('警戒线');
  });

  test('what was removed may be written anew', () => {
    const policy = amended(
      '移除: {卡类: [yellow], 排除: [car]}\n卡类: {黄卡: {编号: yellow, 当: 建档立卡, 置于: {之前: 红卡}}}\n',
    );
    expect(policy.cards.map(({ id, origin }) => [id, origin.change])).toEqual([
      ['yellow', 'added'],
      ['red', 'original'],
    ]);
  });
});

describe('drafts of drafts', () => {
  const middle = '政策: 二稿\n编号: second\n扩展: base.yaml\n参数: {line: 6000 元/人年}\n';

  test('each change keeps who made it', () => {
    const files = { 'policies/small/base.yaml': base, 'policies/small/second.yaml': middle };
    const { policy } = loadText(
      '政策: 三稿\n编号: third\n扩展: second.yaml\n帮扶: {修缮: {金额: 修缮费用 封顶 25000 元}}\n',
      { files },
    );
    expect(policy?.parameters['line']?.origin.policy).toBe('second');
    expect(policy?.benefits[0]?.origin.policy).toBe('third');
    expect(policy?.cards[0]?.origin.policy).toBe('base');
  });

  test('errors point into the file that has them', () => {
    const broken = base.replace('当: 低收入 且 建档立卡', '当: 低收人 且 建档立卡');
    const loaded = loadText('政策: 草案\n扩展: base.yaml\n参数: {line: 6000 岁}\n', {
      files: { 'policies/small/base.yaml': broken },
    });
    const files = loaded.diagnostics.map(({ code, span }) => [code, span?.file.split('/').at(-1)]);
    expect(files).toContainEqual(['unknown-name', 'base.yaml']);
  });
});
