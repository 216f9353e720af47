import { describe, expect, test } from 'vitest';
import { checkExpression } from '../../src/language/check.ts';
import { lex } from '../../src/language/lexer.ts';
import { type Lexicon, makeLexicon } from '../../src/language/lexicon.ts';
import { normalise } from '../../src/language/normal.ts';
import { parseExpression } from '../../src/language/parse.ts';
import { addReferent, type Referent, type Scope } from '../../src/language/scope.ts';
import { excerpt } from '../../src/language/source.ts';
import { splitRun } from '../../src/language/split.ts';
import { namesIn, withoutNames } from '../../src/language/tree.ts';
import { BOOL, type Type } from '../../src/language/types.ts';
import { household, lexicon, read } from './fixture.ts';

const wordsOf = (text: string, own: Lexicon): string =>
  lex(normalise(text), own)
    .tokens.map(token => token.image)
    .join('|');

const named = (...names: string[]): Lexicon => makeLexicon(names, []);

describe('Han text without blanks', () => {
  test.each([
    ['建档立卡且人均纯收入低于5000元', '建档立卡|且|人均纯收入|低于|5000|元'],
    ['若建档立卡则5000元/人年否则0元', '若|建档立卡|则|5000|元|/|人|年|否则|0|元'],
    ['脱贫年度在2014年至2016年之间', '脱贫年度|在|2014|年|至|2016|年|之间'],
    ['任一成员(劳动能力=弱劳动力或半劳动力)', '任一|成员|(|劳动能力|=|弱劳动力或半劳动力|)'],
    ['自脱贫日期起24个月内', '自|脱贫日期|起|24|个月|内'],
    ['家庭人口＝一人', '家庭人口|＝|一|人'.replace('＝', '=')],
    ['registered且income_per_head≥5000元', 'registered|且|income_per_head|≥|5000|元'],
  ])('%s', (text, words) => {
    expect(wordsOf(text, lexicon)).toBe(words);
  });

  test('a longest word that leaves a stub gives way to shorter ones', () => {
    const own = named('人均收入', '人均收入低', '收入');
    expect(wordsOf('人均收入低于5000元', own)).toBe('人均收入|低于|5000|元');
    expect(wordsOf('无劳动力人数', named('无', '无劳动力', '劳动力人数'))).not.toContain('无劳动力|人|');
    expect(wordsOf('整户无劳动力人数', named('整户无', '整户', '无劳动力', '劳动力人数', '整户无劳动'))).toBe(
      '整户无|劳动力人数',
    );
  });

  test('of ways with as few words the one with the longer first word', () => {
    expect(wordsOf('低保户口粮', named('低保户', '口粮', '低保', '户口粮'))).toBe('低保户|口粮');
  });

  test('a blank always ends a word', () => {
    expect(wordsOf('贫困 村', named('贫困村', '贫困', '村'))).toBe('贫困|村');
    expect(read('贫困 村 = 村类型').codes).not.toEqual([]);
  });

  test('what no word covers stays in one piece, and connectives are still found', () => {
    expect(wordsOf('甲乙丙且丁戊或己', lexicon)).toBe('甲乙丙|且|丁戊|或|己');
    expect(wordsOf('人均存收入低于5000元', lexicon)).toBe('人均存收入|低于|5000|元');
  });

  test('labels with blanks, digits, brackets and signs in them are names too', () => {
    const own = named(
      'A类',
      '2014年脱贫户',
      '红卡（兜底）',
      'net income per head',
      '住房C、D级',
      'weak or half worker',
      'house-repair',
    );
    expect(wordsOf('A类且2014年脱贫户 或 红卡（兜底） 且 住房C、D级', own)).toBe(
      'A类|且|2014年脱贫户|或|红卡(兜底)|且|住房C、D级',
    );
    expect(wordsOf('net  income per head + weak or half worker - house-repair', own)).toBe(
      'net  income per head|+|weak or half worker|-|house-repair',
    );
    expect(wordsOf('a-b', named('a', 'b'))).toBe('a|-|b');
    expect(wordsOf('a-b-c', named('a-b', 'c'))).toBe('a-b|-|c');
    expect(wordsOf('net income per heads', own)).toBe('net|income|per|heads');
  });

  test('full-width letters, digits and signs are the plain ones', () => {
    expect(wordsOf('ｒｅｇｉｓｔｅｒｅｄ　且　人均纯收入＜５０００元', lexicon)).toBe(
      'registered|且|人均纯收入|<|5000|元',
    );
  });

  test('a run has at most a dozen ways, cheapest first, however many there are', () => {
    const own = named('甲', '甲甲', '甲甲甲');
    const text = '甲'.repeat(60);
    const paths = splitRun(text, 0, text.length, own);
    expect(paths.length).toBeLessThanOrEqual(12);
    expect(paths[0]!.length).toBe(20);
  });
});

const fact = (id: string, type: Type = BOOL): Referent => ({ kind: 'fact', entity: 'household', id, type });

/** A county whose names overlap. */
function overlapping(...names: readonly string[]): { scope: Scope; own: Lexicon } {
  const referents = new Map<string, Referent[]>();
  for (const name of names) addReferent(referents, name, fact(name));
  return { scope: { ...household, referents }, own: makeLexicon(names, []) };
}

describe('several readings', () => {
  test('another way is taken where the likeliest does not parse', () => {
    const { scope, own } = overlapping('有病', '有病且', '贫困', '且贫困');
    const { tree, diagnostics } = parseExpression(excerpt('f', '有病且贫困'), own);
    expect(diagnostics).toEqual([]);
    expect(checkExpression(tree!, scope).expr).toMatchObject({ op: 'and' });
  });

  test('a second way that makes sense too is worth a warning with both', () => {
    const { scope, own } = overlapping('未脱贫', '脱贫', '监测');
    const { tree, diagnostics } = parseExpression(excerpt('f', '监测且未脱贫'), own);
    expect(diagnostics).toEqual([]);
    const result = checkExpression(tree!, scope);
    expect(result.expr).toMatchObject({ op: 'and', args: [{ id: '监测' }, { op: 'fact', id: '未脱贫' }] });
    expect(result.diagnostics).toMatchObject([
      {
        code: 'two-splits',
        severity: 'warning',
        params: { first: '监测 且 未脱贫', second: '监测 且 未 脱贫' },
      },
    ]);
    const apart = parseExpression(excerpt('f', '监测且未 脱贫'), own);
    expect(checkExpression(apart.tree!, scope).diagnostics).toEqual([]);
  });

  test('no warning where the second way has the wrong types', () => {
    const { own } = overlapping('未脱贫', '脱贫', '监测');
    const referents = new Map<string, Referent[]>();
    addReferent(referents, '未脱贫', fact('未脱贫'));
    addReferent(referents, '监测', fact('监测'));
    addReferent(referents, '脱贫', fact('脱贫', { kind: 'date' }));
    const { tree } = parseExpression(excerpt('f', '监测且未脱贫'), own);
    expect(checkExpression(tree!, { ...household, referents }).diagnostics).toEqual([]);
  });

  test('the second way is meant where the first has the wrong types', () => {
    const { own } = overlapping('未脱贫', '脱贫', '监测');
    const referents = new Map<string, Referent[]>();
    addReferent(referents, '未脱贫', fact('未脱贫', { kind: 'date' }));
    addReferent(referents, '监测', fact('监测'));
    addReferent(referents, '脱贫', fact('脱贫'));
    const { tree } = parseExpression(excerpt('f', '监测且未脱贫'), own);
    expect(namesIn(tree!).map(({ name }) => name)).toEqual(['监测', '未脱贫', '监测', '脱贫']);
    const { expr, diagnostics } = checkExpression(tree!, { ...household, referents });
    expect(diagnostics).toEqual([]);
    expect(expr).toMatchObject({ args: [{ id: '监测' }, { op: 'not' }] });
  });
});

test('of a text that seems to use its own name the split that does not is kept', () => {
  const own = makeLexicon([...lexicon.names, '半年内', '未建档立卡'], []);
  const kept = (text: string, ...names: string[]) => {
    const { tree } = parseExpression(excerpt('policy.yaml', text), own);
    return namesIn(withoutNames(tree!, names)).map(({ name }) => name);
  };
  expect(kept('自脱贫日期起半年内', '半年内')).toEqual(['脱贫日期']);
  expect(kept('未建档立卡', '未建档立卡')).toEqual(['建档立卡']);
  expect(kept('未建档立卡')).toEqual(['未建档立卡', '建档立卡']);
  // Where no other way is left it is told as the ring that it is.
  expect(kept('非 未 建档立卡 且 半年内', '半年内')).toContain('半年内');
});
