import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageMessages } from '../../src/language/messages.ts';
import { household, lexicon, member, overall, read } from './fixture.ts';

/** Expressions as drafts write them; the mutations start from here. */
const sound = [
  '建档立卡 且 (脱贫状态 ≠ 已脱贫 或 (人均纯收入 在 警戒线 以下 且 因病风险))',
  '家庭人口 = 1 人 且 任一成员(年龄 不满 60 岁 且 非 重病 且 残疾等级 = 无)',
  '每个成员(劳动能力 属于 （丧失劳动力、无劳动力）)',
  '若 村类型 = 贫困村 则 3000 元 否则 若 建档立卡 则 2000 元 否则 1000 元',
  '医疗自付费用 超过 10000 元 的部分 的 50% 封顶 20000 元',
  '自 脱贫日期 起 24 个月内 且 脱贫年度 在 2014 年 至 2016 年 之间',
  'registered and (poverty_status ≠ exited or (income_per_head at most warning_line and illness_risk))',
  'count of members (labour in (full, weak)) at least 1 person',
  'sum(wage over members where age at least 18 years old) ÷ size',
  'at least 2 of (registered, illness_risk, wage_income else 0 yuan/year below 5000 yuan)',
  'round(80% of repair_costs, 10 yuan, up) capped at 20000 yuan',
  '红卡.户数 ≥ 2 × 绿卡.户数 且 每户恰有一卡',
];
const pieces = [
  ...'（）()[]、，,+-×÷/=≠<>≤≥.·~"%\'',
  '且',
  '或',
  '非',
  '若',
  '则',
  '否则',
  '的',
  '的部分',
  '在',
  '至',
  '以下',
  '超过',
  '属于',
  '其中',
  '自',
  '起',
  '内',
  '封顶',
  '任一',
  '成员',
  '计数',
  '5000',
  '3/0',
  '2020-13-45',
  '元',
  '年',
  '待定',
  '上年',
  'of',
  'at least',
  'else',
  'where',
  'over',
  '\u0000',
  '\ud83d\ude00',
  '\u001b[31m',
  '__proto__',
  'constructor',
  'toString',
  '人均',
  '𠮷',
  '一',
  '两项',
];

const mutated = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(
      fc.tuple(
        fc.nat(200),
        fc.nat(200),
        fc.constantFrom('drop', 'add', 'swap', 'replace'),
        fc.constantFrom(...pieces),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    fc.constantFrom('', ' '),
  )
  .map(([text, changes, glue]) => {
    const tokens = text.split(/(?<=[（()），,、 ])|(?=[（()），,、 ])/);
    for (const [i, j, change, piece] of changes) {
      const [a, b] = [i % tokens.length, j % tokens.length];
      if (change === 'drop') tokens.splice(a, 1);
      else if (change === 'add') tokens.splice(a, 0, piece);
      else if (change === 'replace') tokens[a] = piece;
      else [tokens[a], tokens[b]] = [tokens[b]!, tokens[a]!];
      if (tokens.length === 0) tokens.push('');
    }
    return tokens.join(glue);
  });

const known = new Set<string>(Object.keys(languageMessages));

test('no mutation makes the parser or the checker fail, and every error lies inside the text', () => {
  fc.assert(
    fc.property(mutated, fc.constantFrom(household, member, overall), (text, scope) => {
      const { expr, diagnostics } = read(text, scope);
      const errors = diagnostics.filter(one => one.severity === 'error');
      if (expr === null) expect(errors.length, text).toBeGreaterThan(0);
      for (const { code, span } of diagnostics) {
        expect(known.has(code), code).toBe(true);
        expect(span!.start).toBeGreaterThanOrEqual(0);
        expect(span!.end).toBeLessThanOrEqual(text.length);
        expect(span!.start).toBeLessThanOrEqual(span!.end);
      }
    }),
    { numRuns: 1500 },
  );
});

test('nor does any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      const { expr, diagnostics } = read(text);
      if (expr === null) expect(diagnostics.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('names that objects have by nature are no names here', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
    expect(lexicon.words.has(name)).toBe(false);
    expect(read(`${name} 且 建档立卡`).codes).toEqual(['unknown-name']);
    expect(read(`5 ${name}`).expr).toBeNull();
  }
});
