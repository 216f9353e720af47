/** Policies that build on what others decide and give. */
import { describe, expect, test } from 'vitest';
import type { Expr } from '../../../src/language/expr.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { loadRules, loadText, policyOf, said, type TextOptions } from '../../support/load-text.ts';
import { files, registration, using } from './registration.ts';

const load = (text: string, options: TextOptions = {}) =>
  loadRules(using + text, { ...options, files: { ...files, ...options.files } });
const loaded = (text: string, options: TextOptions = {}): Policy =>
  policyOf(using + text, { ...options, files: { ...files, ...options.files } });
const definition = (text: string): Expr | undefined =>
  loaded(`定义: {甲: ${text}}\n`).definitions['household.甲']?.expr;
const bare = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'span' ? undefined : inner)));

describe('a used policy', () => {
  test('is loaded for the same day', () => {
    const line = (on: string) => loaded('', { on }).uses['registration']?.policy.parameters['line']?.value;
    expect(line('2019-06-01')).toEqual({ kind: 'set', value: '31225' });
    expect(line('2020-06-01')).toEqual({ kind: 'set', value: '100000/3' });
    expect(loaded('').uses['registration']?.policy.on).toBe('2020-03-18');
  });

  test('may be named in short, by its folder', () => {
    const text = registration.replace('vocabulary.yaml', '../vocabulary.yaml');
    const { uses } = policyOf('使用: {reg: ../reg}\n定义: {甲: reg.card = poor}\n', {
      files: { 'policies/reg/policy.yaml': text },
    });
    expect(Object.keys(uses)).toEqual(['reg']);
  });

  test('gives its card, its amounts and what was served', () => {
    expect(bare(definition('登记.卡 = 贫困户'))).toMatchObject({
      op: 'eq',
      left: { op: 'used', use: 'registration', entity: 'household', what: { kind: 'card' } },
      right: { op: 'enum', type: { of: '#card:registration' }, value: 'poor' },
    });
    expect(bare(definition('登记.慰问金'))).toEqual({
      op: 'used',
      type: { kind: 'number', dimension: { money: 1 } },
      use: 'registration',
      entity: 'household',
      what: { kind: 'benefit', id: 'gift' },
    });
    expect(bare(definition('登记.规模控制.实得'))).toEqual({
      op: 'served',
      type: { kind: 'bool' },
      use: 'registration',
      entity: 'household',
      what: { kind: 'quota', id: 'size-control' },
    });
  });

  test('pays by the month or year what may be added to an income', () => {
    for (const text of ['登记.金额 + 家庭收入', '登记.年度补贴 + 家庭收入', '登记.临时救助 + 家庭收入'])
      expect(definition(text)?.type).toEqual({ kind: 'number', dimension: { money: 1, month: -1 } });
  });

  test('says the same in both languages', () => {
    const zh = '求和(家庭人口, 户 当 登记.卡 属于 （贫困户、一般户） 且 登记.临时救助.实得 低于 500 元/月)';
    const en =
      'sum(size over households where registration.card in (poor, ordinary) and registration.temporary-relief.served below 500 yuan/month)';
    const { definitions } = loaded(`定义:\n  甲: {对象: 村, 值: '${zh}'}\n  乙: {对象: 村, 值: '${en}'}\n`);
    expect(bare(definitions['village.甲']?.expr)).toEqual(bare(definitions['village.乙']?.expr));
    expect(definitions['village.甲']?.type).toEqual({ kind: 'number', dimension: { person: 1 } });
  });

  test('may be used through definitions that bear the names of what it has', () => {
    const { definitions } = loaded(
      '定义:\n  金额: 登记.金额 × 2\n  临时救助: {编号: own, 值: 登记的临时救助}\n',
    );
    expect(Object.keys(definitions)).toContain('household.own');
  });

  test('has cards that may be called like things of one’s own', () => {
    const { definitions, cards } = loaded(
      '定义: {贫困户: 登记.卡 = 贫困户, 另: 贫困户 且 非 登记.卡 属于 （一般户）}\n卡类: {一般户: {当: 登记.卡 = 一般户 且 另}}\n',
    );
    expect(bare(definitions['household.贫困户']?.expr)).toMatchObject({ right: { value: 'poor' } });
    expect(cards.map(({ id }) => id)).toEqual(['一般户']);
  });

  test('adds its own facts to the words', () => {
    const own = registration.replace(
      '参数:',
      '事实: {户: {poor_last_year: {标签: 上年贫困, 类型: 是否}}}\n参数:',
    );
    const { vocabulary } = loaded('定义: {甲: 上年贫困}\n', { files: { 'policies/registration.yaml': own } });
    expect(vocabulary.facts['household.poor_last_year']?.type).toEqual({ kind: 'bool' });
  });

  test('may use others itself, once for all', () => {
    const third = registration.replace('编号: registration', '编号: third');
    const second = registration.replace('参数:', '使用: {第三: {编号: third, 政策: third.yaml}}\n参数:');
    const { uses } = policyOf('使用: {甲: ../registration.yaml, 乙: ../third.yaml}\n', {
      files: { 'policies/registration.yaml': second, 'policies/third.yaml': third },
    });
    expect(uses['乙']?.policy).toBe(uses['甲']?.policy.uses['third']?.policy);
  });
});

describe('what goes wrong', () => {
  test('in the other policy is told of it, and nothing more here', () => {
    const broken = {
      files: { 'policies/registration.yaml': registration.replace('人均收入 低于', '人均收人 低于') },
    };
    const found = load('定义: {甲: 登记.卡 = 贫困户 且 登记的临时救助 低于 5 元/月}\n', broken);
    expect(found.policy).toBeNull();
    expect(said(found)).toEqual(['unknown-name 9:"人均收人"']);
    expect(found.diagnostics[0]?.span?.file).toBe('/project/policies/registration.yaml');
  });

  test('warnings of the other policy are its own affair', () => {
    const { diagnostics } = load('定义: {甲: 登记.金额}\n');
    expect(diagnostics.map(({ span }) => span?.file).filter(file => file?.includes('registration'))).toEqual(
      [],
    );
  });

  test.each([
    ['登记.临时就助 低于 5 元/月', 'not-of-use', '临时救助'],
    ['登记.卡 = 贫穷户', 'not-a-value', '贫困户'],
    ['登即.卡 = 贫困户', 'unknown-name', '登记'],
    ['登记 = 贫困户', 'use-alone', undefined],
    ['登记.规模控制', 'quota-alone', undefined],
    ['登记.金额 低于 5 人', 'unlike-units', undefined],
  ])('%s', (text, code, suggestion) => {
    const { diagnostics } = load(`定义: {甲: ${text}}\n`);
    const found = diagnostics.find(({ severity }) => severity === 'error');
    expect([found?.code, found?.suggestion]).toEqual([code, suggestion]);
  });

  test('a figure without period against what is paid by the month', () => {
    expect(load('定义: {甲: 登记.临时救助 低于 500 元}\n').policy).toBeNull();
  });

  test.each([
    ['../../../etc/policy.yaml', 'path-outside'],
    ['/etc/policy.yaml', 'path-not-relative'],
    ['https://example.org/policy.yaml', 'path-not-relative'],
    ['../nothing.yaml', 'path-missing'],
  ])('a path to %s', (path, code) => {
    const { diagnostics } = loadRules(`使用: {甲: ${path}}\n`);
    expect(diagnostics.map(one => one.code)).toEqual([code]);
  });

  test('a link that leads outside', () => {
    const { diagnostics } = loadRules('使用: {甲: ../out.yaml}\n', {
      links: { '/project/policies/out.yaml': '/elsewhere/policy.yaml' },
      files: { '../elsewhere/policy.yaml': registration },
    });
    expect(diagnostics.map(one => one.code)).toEqual(['path-outside']);
  });

  test('a ring is told with its path, once', () => {
    const back = registration.replace('参数:', '使用: {third: third.yaml}\n参数:');
    const third = registration
      .replace('编号: registration', '编号: third')
      .replace('参数:', '使用: {reg: registration.yaml}\n参数:');
    const { diagnostics } = loadRules(using, {
      files: { 'policies/registration.yaml': back, 'policies/third.yaml': third },
    });
    const rings = diagnostics.filter(({ code }) => code === 'uses-ring');
    expect(rings.map(({ params }) => params['path'])).toEqual(['registration → third → registration']);
  });

  test('a policy that uses itself', () => {
    const { diagnostics } = loadRules('编号: own\n使用: {甲: policy.yaml}\n');
    expect(diagnostics.map(({ code, params }) => [code, params['path']])).toEqual([
      ['uses-ring', 'own → own'],
    ]);
  });

  test('a use called like a fact, an entity, a card or a word', () => {
    for (const name of ['家庭收入', '村', '红卡', '且']) {
      const found = loadRules(`使用: {${name}: ../registration.yaml}\n卡类: {红卡: {当: 建档立卡}}\n`, {
        files,
      });
      expect(
        said(found).filter(one => /^name-(taken|reserved)/.test(one)),
        name,
      ).toHaveLength(1);
    }
  });

  test('results of another policy do not decide whether a fact applies', () => {
    const found = load('事实: {户: {late: {标签: 晚, 类型: 是否, 当: 登记.卡 = 贫困户}}}\n');
    expect(said(found).map(one => one.split(' ')[0])).toContain('use-not-here');
  });
});

describe('settings', () => {
  test('of a use are written with its name', () => {
    for (const name of ['registration.line', '登记.贫困线', 'registration.贫困线']) {
      const { uses } = loaded('', { set: { [name]: '6000' } });
      expect(uses['registration']?.policy.parameters['line']?.value).toEqual({ kind: 'set', value: '50000' });
    }
  });

  test('without its name are of the policy itself', () => {
    const found = load('', { set: { line: '6000' } });
    expect(said(found)).toEqual(['set-unknown 1:"line"']);
  });

  test('with its name misspelt suggest how to write it', () => {
    expect(load('', { set: { 'registraton.line': '6000' } }).diagnostics[0]?.suggestion).toBe(
      'registration.line',
    );
  });

  test('that are wrong are shown where they stand', () => {
    const found = load('', { set: { 'registration.lime': '6000', 'registration.line': '5 人' } });
    expect(said(found)).toEqual(['set-unknown 1:"lime"', 'set-unit 2:"5 人"']);
    expect(found.diagnostics[0]?.suggestion).toBe('line');
  });
});

describe('a draft', () => {
  const base = `政策: 原稿\n词汇: ../vocabulary.yaml\n施行: 2020-03-18\n${using}定义: {甲: 登记.卡 = 贫困户}\n`;
  const draft = (text: string) =>
    loadText(`政策: 草案\n编号: draft\n扩展: base/policy.yaml\n${text}`, {
      files: {
        ...files,
        'policies/small/base/policy.yaml': base
          .replace('../vocabulary', '../../vocabulary')
          .replace('../registration', '../../registration'),
        'policies/other.yaml': registration.replace('编号: registration', '编号: other'),
      },
    });

  test('inherits what its base uses, from where the base stands', () => {
    expect(draft('').policy?.uses['registration']?.policy.id).toBe('registration');
  });

  test('uses another one instead', () => {
    expect(draft('使用: {登记: ../other.yaml}\n').policy?.uses['registration']?.policy.id).toBe('other');
  });

  test('that takes a use away is told who needs it', () => {
    const found = draft('移除: {使用: registration}\n');
    expect(said(found).map(one => one.split(' ')[0])).toContain('removed-in-use');
  });
});
