import { describe, expect, it } from 'vitest';
import { fill } from '../../src/report/message.ts';

const words = (zh: string, en: string) => ({ zh, en });

describe('fill', () => {
  it('puts text of the user in the quotation marks of the language', () => {
    const message = words('没有 {name} 这个名称。', 'There is no {name}.');
    expect(fill(message, { name: '红卡' }, 'zh')).toBe('没有“红卡”这个名称。');
    expect(fill(message, { name: '红卡' }, 'en')).toBe('There is no "红卡".');
  });

  it('does not double marks that the words give already', () => {
    const message = words('没有“{name}”。', 'There is no "{name}".');
    expect(fill(message, { name: '红卡' }, 'zh')).toBe('没有“红卡”。');
    expect(fill(message, { name: '红卡' }, 'en')).toBe('There is no "红卡".');
  });

  it('shows figures and translated words bare, lists joined', () => {
    const message = words('{count} 处：{items}', '{count} places: {items}');
    const params = { count: 2020, items: ['x', words('甲', 'A')] };
    expect(fill(message, params, 'zh')).toBe('2020 处：“x”、甲');
    expect(fill(message, params, 'en')).toBe('2020 places: "x", A');
  });

  it('takes nothing for a pattern, a parameter or a command to the terminal', () => {
    const message = words('{a}', '{a} {toString} {missing}');
    expect(fill(message, { a: '$& {a} \u001b[2J' }, 'en')).toBe('"$& {a} ⟨U+001B⟩[2J" {toString} {missing}');
  });
});
