/** Values in every way that spreadsheets and people write them. */
import { describe, expect, test } from 'vitest';
import {
  daysOf,
  isoDate,
  looseDate,
  looseNumber,
  looseTruth,
  plainDate,
  plainNumber,
} from '../../src/population/cell.ts';
import { figure, numberForm } from '../../src/population/number-form.ts';
import { rural } from './fixture.ts';

const fact = (key: string) => rural().facts[key]!;
const money = numberForm(fact('household.wage_income'));
const age = numberForm(fact('member.age'));

describe('numbers', () => {
  test.each([
    ['1234', 123400],
    ['1234.5', 123450],
    ['-0', 0],
    ['-20.05', -2005],
    ['0.07', 7],
    ['900719925474.99', 90071992547499],
  ])('plainly written: %s', (text, fen) => {
    expect(plainNumber(text, 2)).toBe(fen);
    expect(looseNumber(text, money)).toBe(fen);
  });

  test.each([
    ['1,234.50 元', 123450],
    ['1，234，567', 123456700],
    ['１２３４．５', 123450],
    ['¥300', 30000],
    ['￥ 1,000.00', 100000],
    [' 300元/年 ', 30000],
    ['1.2万元', 1200000],
    ['5000 yuan', 500000],
    ['+7', 700],
    ['−3', -300],
    ['90071992547409.91', 9007199254740991],
    ['12.5000', 1250],
  ])('as people write them: %s', (text, fen) => {
    expect(plainNumber(text, 2)).toBeNaN();
    expect(looseNumber(text, money)).toBe(fen);
  });

  test.each([
    ['abc', 'cell-not-number'],
    ['NaN', 'cell-not-number'],
    ['Infinity', 'cell-not-number'],
    ['1,23', 'cell-not-number'],
    ['12,34,567', 'cell-not-number'],
    ['1.2.3', 'cell-not-number'],
    ['--5', 'cell-not-number'],
    ['0x10', 'cell-not-number'],
    ['5 kg', 'cell-not-number'],
    ['1e308', 'cell-exponent'],
    ['1.2E+05', 'cell-exponent'],
    ['1.234', 'cell-too-precise'],
    ['90071992547409.92', 'cell-too-large'],
    ['123456789012345678901234567890', 'cell-too-large'],
  ])('refused: %s', (text, code) => {
    expect(plainNumber(text, 2)).toBeNaN();
    expect(looseNumber(text, money)).toMatchObject({ code });
  });

  test('units of the fact itself, and no others', () => {
    expect(looseNumber('35 岁', age)).toBe(35);
    expect(looseNumber('35 元', age)).toMatchObject({ code: 'cell-not-number' });
    expect(looseNumber('35.5', age)).toMatchObject({ code: 'cell-too-precise' });
  });

  test('figures go back as they came', () => {
    for (const text of ['0', '7', '-20.05', '0.07', '1234.5'])
      expect(figure(plainNumber(text, 2), 2)).toBe(text);
  });
});

describe('yes and no', () => {
  test.each(['是', '有', 'TRUE', 'true', 'Yes', 'y', '1', '１', '√', ' 是 '])('yes: %s', text =>
    expect(looseTruth(text)).toBe(true),
  );
  test.each(['否', '无', '没有', 'FALSE', 'no', 'N', '0', '×'])('no: %s', text =>
    expect(looseTruth(text)).toBe(false),
  );
  test.each(['2', '不详', '是的吧', '-'])('neither: %s', text =>
    expect(looseTruth(text)).toMatchObject({ code: 'cell-not-bool' }),
  );
});

describe('dates', () => {
  test.each([
    '2020-03-05',
    '2020-3-5',
    '2020/3/5',
    '2020.03.05',
    '2020年3月5日',
    '20200305',
    '2020-03-05 00:00:00',
    '２０２０－０３－０５',
  ])('%s', text => expect(isoDate(looseDate(text) as number)).toBe('2020-03-05'));
  test.each([
    ['05/03/2020', 'cell-not-date'],
    ['2020-03', 'cell-not-date'],
    ['43895', 'cell-not-date'],
    ['2020-03/05', 'cell-not-date'],
    ['2020-03-05 11:00', 'cell-not-date'],
    ['2019-02-29', 'cell-no-such-day'],
    ['2020-13-01', 'cell-no-such-day'],
    ['2020-04-31', 'cell-no-such-day'],
  ])('refused: %s', (text, code) => expect(looseDate(text)).toMatchObject({ code }));

  test('the quick way counts days as the calendar does', () => {
    // Every day around a century's end, every 37th of two centuries.
    const [from, to] = [daysOf(1890, 1, 1)!, daysOf(2110, 1, 1)!];
    for (let day = from; day < to; day += day > daysOf(1999, 12, 1)! && day < daysOf(2004, 4, 1)! ? 1 : 37) {
      const text = isoDate(day);
      const quick = plainDate(text);
      if (!Number.isNaN(quick)) expect(quick).toBe(day);
      expect(daysOf(...(text.split('-').map(Number) as [number, number, number]))).toBe(day);
    }
  });
});
