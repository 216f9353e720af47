/** Schemes that build on others, duties, and places among others, as people read them. */
import { describe, expect, test } from 'vitest';
import { explainIn } from '../../../src/analysis/explain-in.ts';
import type { Lang } from '../../../src/language/label.ts';
import { answerJson } from '../../../src/report/explain/json.ts';
import { answerText } from '../../../src/report/explain/text.ts';
import { noPaint } from '../../../src/report/paint.ts';
import { loadRules, said } from '../../support/load-text.ts';
import { makePlaces } from '../../support/places.ts';
import { explained, household, json, type Loaded, member, yearly } from './village.ts';

const register = `
政策: {中文: 建档方案, 英文: Registration}
编号: register
词汇: ../vocabulary.yaml
施行: 2020-03-18
版本: 2014
依据: {办法: {标题: 建档办法}}
参数: {贫困线: {编号: line, 标签: {英文: line}, 值: 2800 元/人年, 出处: 办法 一}}
卡类:
  贫困户: {编号: poor, 标签: {英文: poor}, 当: 人均收入 低于 贫困线, 出处: 办法 二}
帮扶:
  救助: {编号: relief, 标签: {英文: relief}, 对象: 贫困户, 金额: 300 元, 每: 月, 出处: 办法 三}
`;

const rules = `
依据: {方案: {标题: 岗位方案}}
使用:
  登记: {编号: register, 标签: {英文: register}, 政策: ../register/policy.yaml}
角色:
  干部: {编号: official, 标签: {英文: official}}
卡类:
  红卡: {编号: red, 标签: {英文: red}, 当: 登记.卡 = 贫困户, 出处: 方案 一}
  绿卡: {编号: green, 标签: {英文: green}, 其余: 是, 出处: 方案 二}
帮扶:
  补差: {编号: rest, 标签: {英文: rest}, 对象: 红卡, 金额: 5000 元/年 − 登记.救助, 每: 年, 资金: 补差资金, 出处: 方案 三}
  岗位: {编号: post, 标签: {英文: post}, 对象: {每: 成员, 卡: 红卡}, 当: 年龄 不满 60 岁, 方式: 岗位, 出处: 方案 四}
资金:
  补差资金: {编号: fund, 标签: {英文: top-up fund}, 总额: 2000 元, 排序: 人均收入 从低到高}
名额:
  岗位名额:
    编号: posts
    标签: {英文: posts}
    对象: 岗位
    席位: {村: 1}
    总数: 2
    排序: [重病, {按: 年龄, 次序: 从高到低, 标签: {中文: 年龄, 英文: age}}]
    出处: 方案 五
职责:
  走访: {编号: visit, 标签: {英文: visit}, 对象: 红卡, 由: 干部, 做: 走访, 频次: 每月 不少于 2 次, 出处: 方案 六}
  照料: {编号: nurse, 标签: {英文: nurse}, 当: 任一成员(重病), 做: 联络, 频次: 每周, 出处: 方案 七}
`;

function right(text: string): Loaded {
  const loaded = loadRules(text, { files: { 'policies/register/policy.yaml': register } });
  if (loaded.policy === null) throw new Error(said(loaded).join('\n'));
  return { ...loaded, policy: loaded.policy };
}
const loaded = right(rules);
const { policy, sources } = loaded;

const person = (age: number | null, ill = false) => ({ age: age === null ? null : String(age * 12), ill });
const alone = (yuan: number | null) =>
  household({ income: yuan === null ? null : yearly(yuan) }, [member('甲', person(40))]);

/** One person each, but for the household of two. */
const village = makePlaces(
  {
    东乡: {
      villages: {
        桥头: {
          households: {
            h1: { facts: { income: yearly(1200) }, members: { 甲: person(40), 乙: person(30) } },
            h2: { facts: { income: yearly(1800) }, members: { 丙: person(50) } },
            h3: { facts: { income: yearly(2400) }, members: { 丁: person(35, true) } },
            h4: { facts: { income: yearly(2400) }, members: { 戊: person(null) } },
            h5: { facts: { income: yearly(9000) }, members: { 己: person(20) } },
          },
        },
      },
    },
  },
  policy.vocabulary,
);
const among = (row: number, lang: Lang = 'zh') => {
  const { answer, standings } = explainIn(policy, village, row);
  return answerText(answer, { policy, sources, lang, paint: noPaint }, standings);
};
const section = (text: string, title: string): string => {
  const from = text.indexOf(`\n${title}\n`) + 1;
  const end = text.indexOf('\n\n', from);
  return text.slice(from, end < 0 ? undefined : end).trimEnd();
};

describe('what another policy gives', () => {
  test('stands where a rule asks for it, with that policy’s own reasons once', () => {
    const text = explained(loaded, alone(1200));
    expect(section(text, '理由')).toBe(`理由
  ✓ 红卡  方案 一
    ✓ 登记.卡（贫困户） = 贫困户
      登记（建档方案（2014））：贫困户
        ✓ 贫困户  办法 二
          ✓ 人均收入（1,200 元/人年） 低于 贫困线（2,800 元/人年）
            人均收入 = 1,200 元/人年 ← 家庭收入（1,200 元/年） ÷ 家庭人口（1 人）
              家庭人口 = 1 人 ← 计数(成员)`);
    expect(section(text, '帮扶')).toContain(`  补差  1,400 元（每年）  方案 三
    1,400 元 = 5000 元/年 − 登记.救助（300 元）
      登记（建档方案（2014））：救助 300 元`);
  });

  test('in English, though the rules are Chinese', () => {
    const text = explained(loaded, alone(1200), 'en');
    expect(text).toContain('register (Registration (2014)): poor');
    expect(text).toContain('✓ income per head (1,200 yuan/person/year) below line (2,800 yuan/person/year)');
  });

  test('what it lacks is what is missing', () => {
    const text = explained(loaded, alone(null));
    expect(text).toContain('补上这些就能往下定：\n    “登记”：户：家庭收入');
    expect(json(loaded, alone(null)).missing).toEqual([{ fact: 'income', of: 'household' }]);
  });

  test('its steps stand below the step that asks for it', () => {
    const { steps } = json(loaded, alone(1200)).reasons;
    const [used] = steps[0]!.steps![0]!.steps!;
    expect(used).toMatchObject({ role: 'used', id: 'register', value: 'poor', words: '登记.卡' });
    expect(used!.steps!.map(step => [step.role, step.id])).toEqual([
      ['card', 'poor'],
      ['benefit', 'relief'],
    ]);
  });
});

describe('duties', () => {
  test('how often, by whom, and what they hang on', () => {
    expect(section(explained(loaded, alone(1200)), '职责')).toBe(`职责
  走访（干部）  每月至少 2 次  方案 六`);
    expect(section(among(2), '职责')).toBe(`职责
  走访（干部）  每月至少 2 次  方案 六
  照料  每周至少 1 次  方案 七
    ✓ 任一成员(重病)
      成员 h3#丁：✓ 重病（是）`);
  });

  test('in JSON', () => {
    expect(json(loaded, alone(1200)).duties).toEqual([
      { id: 'visit', at_least: 2, per: 'month', role: 'official', action: 'visit', cite: '方案 六' },
    ]);
    const open = json(loaded, household({ income: yearly(1200) }, [member('甲', { age: null, ill: null })]));
    expect(open.duties[1]).toEqual({
      id: 'nurse',
      at_least: 1,
      per: 'week',
      action: 'contact',
      cite: '方案 七',
      state: 'undetermined',
      missing: [{ fact: 'ill', of: '甲' }],
    });
  });
});

describe('places', () => {
  test('depend on the others, who are not known with one household', () => {
    expect(section(explained(loaded, alone(1200)), '名额和资金')).toBe(`名额和资金
  岗位名额、补差资金：有没有、得多少，要和其他户一起排。`);
    expect(json(loaded, alone(1200)).places).toBeNull();
    expect(explained(loaded, alone(9000))).not.toContain('名额和资金');
  });

  test('who got none learns who stood before, and by which key', () => {
    expect(section(among(0), '名额和资金')).toBe(`名额和资金
  ✗ 岗位名额（成员 h1#甲）  没有名额，总排名第 3，共 4 名  方案 五
    村 桥头：第 3 名，共 1 个名额；最后一名是 h3#丁，按“重病”在前（对方：是，这里：否）
    全体：第 2 名，共 1 个名额；最后一名是 h2#丙，按“年龄从高到低”在前（50 岁 > 40 岁）
    另有 1 个未定的申请不占名额
  ✗ 岗位名额（成员 h1#乙）  没有名额，总排名第 4，共 4 名  方案 五
    村 桥头：第 4 名，共 1 个名额；最后一名是 h3#丁，按“重病”在前（对方：是，这里：否）
    全体：第 3 名，共 1 个名额；最后一名是 h2#丙，按“年龄从高到低”在前（50 岁 > 30 岁）
    另有 1 个未定的申请不占名额
  ✓ 补差资金  申请 1,400 元，全部得到，总排名第 1，共 4 名
    总额 2,000 元，共申请 5,600 元
    下一名 h2 没有得全，按“人均收入从低到高”在后（1,800 元/人年 > 600 元/人年）`);
  });

  test('who got the last one learns who missed it; a fund pays the last one in part', () => {
    expect(section(among(1), '名额和资金')).toBe(`名额和资金
  ✓ 岗位名额（成员 h2#丙）  得到名额，总排名第 2，共 4 名  方案 五
    村 桥头：第 2 名，共 1 个名额；最后一名是 h3#丁，按“重病”在前（对方：是，这里：否）
    全体：第 1 名，共 1 个名额，得到名额；下一名 h1#甲 没有排上，按“年龄从高到低”在后（40 岁 < 50 岁）
    另有 1 个未定的申请不占名额
  ✓ 补差资金  申请 1,400 元，得到 600 元，总排名第 2，共 4 名
    总额 2,000 元，共申请 5,600 元`);
  });

  test('who comes too late for a fund; who cannot be ranked', () => {
    expect(section(among(3), '名额和资金')).toBe(`名额和资金
  ? 岗位名额（成员 h4#戊）  还不能排名  方案 五
    是否符合条件还不能确定
    排名依据不全：年龄从高到低
    ? 成员 h4#戊：年龄
  ✗ 补差资金  申请 1,400 元，没有得到，总排名第 4，共 4 名
    总额 2,000 元，共申请 5,600 元
    最后得到的是 h2，按“人均收入从低到高”在前（1,800 元/人年 < 2,400 元/人年）`);
  });

  test('nothing is said to those who claim nothing', () => {
    expect(among(4)).not.toContain('名额和资金');
    expect(answerJson(explainIn(policy, village, 4).answer, policy, sources, {}, []).places).toEqual([]);
  });

  test('in English', () => {
    expect(section(among(0, 'en'), 'Places and funds')).toBe(`Places and funds
  ✗ posts (member h1#甲)  no place, number 3 of 4  方案 五
    village 桥头: number 3 for 1 place; the last one is h3#丁, ahead by "ill" (yes there, no here)
    all: number 2 for 1 place; the last one is h2#丙, ahead by "age, high first" (50 years old > 40 years old)
    1 more cannot be ranked yet and take no place
  ✗ posts (member h1#乙)  no place, number 4 of 4  方案 五
    village 桥头: number 4 for 1 place; the last one is h3#丁, ahead by "ill" (yes there, no here)
    all: number 3 for 1 place; the last one is h2#丙, ahead by "age, high first" (50 years old > 30 years old)
    1 more cannot be ranked yet and take no place
  ✓ top-up fund  asks for 1,400 yuan and gets all of it, number 1 of 4
    5,600 yuan asked of a total of 2,000 yuan
    the next one, h2, does not get all, behind by "income per head, low first" (1,800 yuan/person/year > 600 yuan/person/year)`);
  });

  test('in JSON', () => {
    const { answer, standings } = explainIn(policy, village, 1);
    const { places } = answerJson(answer, policy, sources, {}, standings);
    expect(places![0]).toEqual({
      quota: 'posts',
      entity: 'member',
      of: 'h2#丙',
      place: 'served',
      rank: 2,
      claimants: 4,
      contesting: 1,
      keys: [
        { key: { zh: '重病', en: 'ill' }, order: 'descending', value: false },
        {
          key: { zh: '年龄', en: 'age' },
          order: 'descending',
          value: { low: '50', high: '50', unit: 'year' },
        },
      ],
      takes: '1',
      pools: [
        {
          area: { entity: 'village', id: '桥头' },
          seats: 1,
          taken: 1,
          contenders: 4,
          contesting: 1,
          rank: 2,
          served: false,
          last: {
            id: 'h3#丁',
            rank: 1,
            by: { key: { zh: '重病', en: 'ill' }, order: 'descending', own: false, other: true },
          },
          missed: null,
        },
        {
          area: { entity: 'township', id: null },
          seats: 1,
          taken: 1,
          contenders: 3,
          contesting: 1,
          rank: 1,
          served: true,
          last: null,
          missed: {
            id: 'h1#甲',
            rank: 2,
            by: {
              key: { zh: '年龄', en: 'age' },
              order: 'descending',
              own: { low: '50', high: '50', unit: 'year' },
              other: { low: '40', high: '40', unit: 'year' },
            },
          },
        },
      ],
      problems: [],
    });
    expect(places![1]).toMatchObject({
      fund: 'fund',
      place: 'served',
      total: 2000,
      asked: { low: 1400, high: 1400 },
      served: { low: 600, high: 600 },
      last: null,
      missed: null,
    });
  });
});
