import { describe, expect, test } from 'vitest';
import { figureText, spanText } from '../../src/report/figures.ts';
import { inert } from '../../src/report/inert.ts';
import { width } from '../../src/report/width.ts';

describe('figures for people', () => {
  test.each([
    ['1234567', { money: 1 }, '12,345.67 元', '12,345.67 yuan'],
    ['-50', { money: 1 }, '-0.5 元', '-0.5 yuan'],
    ['1/3', { money: 1 }, '约 0 元', 'about 0 yuan'],
    ['100/3', { money: 1 }, '约 0.33 元', 'about 0.33 yuan'],
    ['125000/3', { money: 1, person: -1, month: -1 }, '5,000 元/人年', '5,000 yuan/person/year'],
    ['1', { person: 1 }, '1 人', '1 person'],
    ['12000', { person: 1 }, '12,000 人', '12,000 people'],
    ['60', { month: 1 }, '5 年', '5 years'],
    ['12', { month: 1 }, '1 年', '1 year'],
    ['7', { month: 1 }, '7 个月', '7 months'],
    ['30', { day: 1 }, '30 天', '30 days'],
    ['3000', { area: 1 }, '1.5 亩', '1.5 mu'],
    ['2016', { 'calendar-year': 1 }, '2016 年', '2016'],
    ['3/5', {}, '60%', '60%'],
    ['2/3', {}, '约 66.67%', 'about 66.67%'],
    ['3', {}, '3', '3'],
    ['80', { point: 1 }, '80 分', '80 points'],
    ['9007199254740993', {}, '9,007,199,254,740,993', '9,007,199,254,740,993'],
  ])('%s of %j', (value, dimension, zh, en) => {
    expect([figureText(value, dimension, 'zh'), figureText(value, dimension, 'en')]).toEqual([zh, en]);
  });

  test('in the unit that a fact is collected in', () => {
    const years = { label: { zh: '岁', en: 'years' }, perUnit: '12' };
    expect(figureText('804', { month: 1 }, 'zh', { unit: years })).toBe('67 岁');
    expect(figureText('3/20', {}, 'zh', { unit: { label: { zh: '%' }, perUnit: '1/100' } })).toBe('15%');
  });

  test('ranges', () => {
    const money = { money: 1 };
    expect(spanText('100000', '500000', money, 'zh')).toBe('1,000 元 至 5,000 元');
    expect(spanText('0', null, money, 'en')).toBe('at least 0 yuan');
    expect(spanText(null, '100', money, 'zh')).toBe('不超过 1 元');
    expect(spanText(null, null, money, 'zh')).toBe('未知');
    expect(spanText('100', '100', money, 'en')).toBe('1 yuan');
  });
});

describe('text of users', () => {
  test('cannot steer a terminal, hide or turn around', () => {
    expect(inert('a\u001b[31mb\u0007\u009b2J')).toBe('a⟨U+001B⟩[31mb⟨U+0007⟩⟨U+009B⟩2J');
    expect(inert('x\u202ey\u200bz\ufeff\u{e0041}')).toBe('x⟨U+202E⟩y⟨U+200B⟩z⟨U+FEFF⟩⟨U+E0041⟩');
    expect(inert('\ud800a')).toBe('⟨U+D800⟩a');
  });
  test('stays on one line and is otherwise left alone', () => {
    expect(inert('红卡\r\n黄卡\t蓝卡 😀')).toBe('红卡 黄卡 蓝卡 😀');
  });
  test('a Han character takes two columns', () => {
    expect([width('红卡a'), width('\u001b[31m红\u001b[39m'), width('')]).toEqual([5, 2, 0]);
  });
});
