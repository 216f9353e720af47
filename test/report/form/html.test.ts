import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { pageEnd, pageStart, sheetHtml } from '../../../src/report/form/html.ts';
import { sheetOf } from '../../../src/report/form/lay-out.ts';
import { formText } from '../../../src/report/form/text.ts';
import type { FormLang } from '../../../src/report/form/words.ts';
import { width } from '../../../src/report/width.ts';
import { filledFor, type Given, rules, shippedPolicy } from './support.ts';

const root = join(import.meta.dirname, '../../..');
const langs: readonly FormLang[] = ['zh', 'en', 'both'];
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Widths of columns are the data of the page, and it has no other style sheet.
    'no-inline-style': 'off',
    'long-title': 'off',
    // Written by a program: blanks at the ends of lines hurt nobody.
    'no-trailing-whitespace': 'off',
  },
});

function page(given: Given, household: unknown, lang: FormLang, copies = 1): string {
  const sheet = sheetOf(filledFor(given, household), given.view);
  return pageStart(sheet.title, lang) + sheetHtml(sheet, lang, copies) + pageEnd;
}

const plan = shippedPolicy(join(root, 'policies/county-four-cards'));
const example = (name: string) => readFileSync(join(root, 'examples/households', name), 'utf8');
const examples = [
  'li-at-the-line.yaml',
  'missing-wages.json',
  'marginal-with-car.yaml',
  'elderly-couple.yaml',
];
const plain = rules(
  '卡类: {红卡: {编号: red, 当: 人均收入 低于 5000 元}}\n帮扶: {修: {编号: repair, 对象: 红卡, 金额: 5 元}}\n',
);

async function problems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

describe('a page to print', () => {
  test.each(langs.flatMap(lang => examples.map(name => [name, lang] as const)))(
    'of %s in %s is valid',
    async (name, lang) => {
      expect(await problems(page(plan, example(name), lang, 2))).toEqual([]);
    },
  );

  test('of a policy without a form is valid', async () => {
    for (const household of [{ 户: {} }, { 户: { 家庭收入: 5 }, 成员: [{}, {}] }])
      expect(await problems(page(plain, household, 'both'))).toEqual([]);
  });

  test('asks for nothing from elsewhere and runs nothing', () => {
    const html = page(plan, example('li-at-the-line.yaml'), 'both');
    expect(html).not.toMatch(/<script|javascript:|https?:|\bsrc=|\bhref=|url\(|@import|\bon\w+=/i);
    expect(html).toContain("default-src 'none'");
    expect(html).toMatch(/@page \{ size: A4/);
  });

  test('has both languages side by side, or the one asked for', () => {
    const both = page(plan, example('li-at-the-line.yaml'), 'both');
    expect(both).toContain('户主姓名 <span class="en" lang="en">Name of the head</span>');
    const en = page(plan, example('li-at-the-line.yaml'), 'en');
    expect(en).not.toMatch(/户主姓名|待核实|签字/);
    expect(page(plan, example('li-at-the-line.yaml'), 'zh')).not.toContain('Name of the head');
  });

  test('prints so many copies, and the working sheet once', () => {
    const html = page(plan, example('li-at-the-line.yaml'), 'zh', 3);
    expect(html.match(/<h1>/g)).toHaveLength(3);
    expect(html.match(/<h2>/g)).toHaveLength(1);
    expect(html).toContain('第 2 份，共 3 份');
  });

  test('leaves the five opinions to be ticked by hand', () => {
    const html = page(plan, example('li-at-the-line.yaml'), 'zh');
    const opinions =
      html.match(
        /<table>(?:(?!<\/table>)[\s\S])*红卡(?:(?!<\/table>)[\s\S])*蓝卡(?:(?!<\/table>)[\s\S])*<\/table>/g,
      ) ?? [];
    expect(opinions).toHaveLength(5);
    for (const opinion of opinions) expect(opinion).not.toContain('✓');
  });
});

const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>&amp;'\u202e\u001b[31m\u0000`;
const hostile = rules(`
卡类: {红卡: {编号: red, 标签: {英文: "<b>red</b>"}, 当: 户编号 = "${'<i>'}"}}
事实: {户: {head_name: {标签: {中文: 姓名, 英文: "<script>name</script>"}, 类型: 文本}}}
审批表:
  表头: {标题: "<title></title><script>x</script>", 份数: 2}
  栏: {标签: {英文: "</td></table><script>"}, 填: [head_name, {标签: '<img src=x onerror=1>', 值: 户编号}]}
  选: {选项: [{标签: "<svg onload=1>", 当: 建档立卡}]}
  员: {列: [{标签: "<th>", 值: 年龄}]}
  意: {意见: "<a href='javascript:1'>", 签字: "<input>", 盖章: "<style>"}
  备注: {备注: ["</ol>&lt;"]}
`);

describe('hostile text', () => {
  const household = { 户: { 户编号: nasty, 姓名: nasty, 建档立卡: null }, 成员: [{ age: 5 }] };

  test.each(langs)('stays text on a page in %s', async lang => {
    const html = page(hostile, household, lang, 2);
    expect(html).not.toMatch(/<(script|img|svg|a|b|i|input)\b/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(await problems(html)).toEqual([]);
  });

  test('cannot steer a terminal', () => {
    const text = formText(sheetOf(filledFor(hostile, household), hostile.view), 'both');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(text).toContain('⟨U+202E⟩');
  });
});

describe('a form as text', () => {
  const sheet = (given: Given, household: unknown) => sheetOf(filledFor(given, household), given.view);
  const wide = (text: string) => text.split('\n').filter(line => width(line) > 80);

  test.each(langs.flatMap(lang => examples.map(name => [name, lang] as const)))(
    'of %s in %s fits 80 columns',
    (name, lang) => {
      const text = formText(sheet(plan, example(name)), lang);
      expect(wide(text)).toEqual([]);
      expect(text.endsWith('\n')).toBe(true);
      expect(text).not.toMatch(/undefined|\[object|NaN| \n/);
    },
  );

  test('fits even with words as long as the line', () => {
    const long = { 户: { 户编号: 'x'.repeat(300), 姓名: '字'.repeat(200) }, 成员: [{ age: 5 }] };
    for (const lang of langs) expect(wide(formText(sheet(hostile, long), lang))).toEqual([]);
  });

  test('breaks no word of a table; where there is no room, each row stands by itself', () => {
    const many = rules(
      `卡类: {红卡: {编号: red, 当: 建档立卡}}\n审批表: {员: {列: [${Array.from({ length: 12 }, (_, k) => `{标签: heading${k}, 值: 年龄}`).join(', ')}]}}\n`,
    );
    const text = formText(sheet(many, { 户: {}, 成员: [{ age: 5 }, { age: 6 }] }), 'zh');
    expect(wide(text)).toEqual([]);
    for (let k = 0; k < 12; k++) expect(text).toContain(`heading${k}：5 岁`);
  });

  test('leaves empty what is not known, and says so', () => {
    const text = formText(sheet(plan, { household: {} }), 'zh');
    expect(text).toContain('工资性收入：[    ] 待核实');
    expect(text).toContain('家庭人口：[    ] 待核实');
    expect(text).toContain('名单待核实');
    expect(text.split('【测算附页')[0]).not.toMatch(/(?<![,\d])0 [元人]/);
    expect(text).not.toContain('☑');
    expect(text).toContain('编号 ________________');
  });
});
