import { describe, expect, it } from 'vitest';
import type { Catalog, Diagnostic } from '../../src/language/diagnostic.ts';
import type { Lang } from '../../src/language/label.ts';
import { diagnosticJson, diagnosticText } from '../../src/report/diagnostics.ts';
import { noPaint } from '../../src/report/paint.ts';
import { width } from '../../src/report/width.ts';

const catalog: Catalog = {
  'unknown-name': { zh: '没有叫 {name} 的名称。', en: 'There is no name {name}.' },
  'wanted-one-of': { zh: '要 {wanted} 之一。', en: 'One of {wanted} is wanted.' },
  twice: { zh: '{name} 写了两次。', en: '{name} is given twice.' },
};
const file = '/home/li/county/policy.yaml';

/** Marks the place meant in a text by ⟦ and ⟧. */
function marked(text: string): { source: string; span: { file: string; start: number; end: number } } {
  const start = text.indexOf('⟦');
  const end = text.indexOf('⟧') - 1;
  return { source: text.replace('⟦', '').replace('⟧', ''), span: { file, start, end } };
}

function show(text: string, diagnostic: Omit<Diagnostic, 'span' | 'severity'>, lang: Lang = 'zh'): string {
  const { source, span } = marked(text);
  const view = { lang, paint: noPaint, catalog, sources: new Map([[file, source]]), cwd: '/home/li/county' };
  return diagnosticText({ severity: 'error', ...diagnostic, span }, view);
}

describe('diagnosticText', () => {
  it('shows the place, the line, carets as wide as Han is, and a suggestion', () => {
    const text = '卡类:\n  红卡:\n    当: 建档立卡 且 ⟦警戒县⟧ 以下\n';
    expect(show(text, { code: 'unknown-name', params: { name: '警戒县' }, suggestion: '警戒线' })).toBe(
      [
        'policy.yaml:3:15: 错误：没有叫“警戒县”的名称。',
        '  3 │     当: 建档立卡 且 警戒县 以下',
        '    │                     ^^^^^^',
        '  是不是“警戒线”？',
        '',
      ].join('\n'),
    );
  });

  it('speaks English, with lists', () => {
    const diagnostic = {
      code: 'wanted-one-of',
      params: { wanted: ['red', { zh: '一个数', en: 'a number' }] },
    };
    expect(show('a: ⟦b⟧', diagnostic, 'en')).toBe(
      ['policy.yaml:1:4: error: One of "red", a number is wanted.', '  1 │ a: b', '    │    ^', ''].join(
        '\n',
      ),
    );
  });

  it('cuts a long line around the place meant', () => {
    const text = `x: ${'很长的条件 且 '.repeat(200)}⟦这里⟧${' 或 再长'.repeat(300)}`;
    const [, line, carets] = show(text, { code: 'twice', params: { name: 'x' } }).split('\n') as [
      string,
      string,
      string,
    ];
    expect(line.length).toBeLessThan(120);
    expect(line).toContain('这里');
    expect(line).toMatch(/│ ….*…$/);
    expect(width(carets.slice(0, carets.indexOf('^')))).toBe(width(line.slice(0, line.indexOf('这里'))));
    expect(carets).toMatch(/ \^{4}$/);
  });

  it('underlines to the end of the line where the place goes on below', () => {
    const text = 'a: ⟦one\n  two⟧\n';
    expect(show(text, { code: 'twice', params: { name: 'a' } }, 'en').split('\n')[2]).toBe('    │    ^^^');
  });

  it('points just past the end of a file', () => {
    expect(show('a:⟦⟧', { code: 'twice', params: { name: 'a' } }, 'en').split('\n')[2]).toBe('    │   ^');
  });

  it('never lets text of the user steer the terminal', () => {
    const shown = show('a: ⟦\u001b[2J\u202e⟧', { code: 'unknown-name', params: { name: '\u001b[31m' } });
    expect(shown).not.toMatch(/[\u001b\u202e]/);
  });

  it('shows the other places that belong to it', () => {
    const { source, span } = marked('red: 1\n⟦red⟧: 2\n');
    const view = {
      lang: 'en' as const,
      paint: noPaint,
      catalog,
      sources: new Map([[file, source]]),
      cwd: '/',
    };
    const related = [{ file, start: 0, end: 3 }];
    const shown = diagnosticText(
      { code: 'twice', severity: 'warning', params: { name: 'red' }, span, related },
      view,
    );
    expect(shown).toBe(
      [
        'home/li/county/policy.yaml:2:1: warning: "red" is given twice.',
        '  2 │ red: 2',
        '    │ ^^^',
        '  home/li/county/policy.yaml:1:1: see also',
        '    1 │ red: 1',
        '      │ ^^^',
        '',
      ].join('\n'),
    );
  });

  it('does without a text that is not at hand', () => {
    const view = { lang: 'en' as const, paint: noPaint, catalog, sources: new Map(), cwd: '/home' };
    const diagnostic: Diagnostic = {
      code: 'twice',
      severity: 'error',
      params: { name: 'a' },
      span: { file, start: 3, end: 4 },
    };
    expect(diagnosticText(diagnostic, view)).toBe('li/county/policy.yaml: error: "a" is given twice.\n');
  });
});

describe('diagnosticJson', () => {
  it('counts lines and columns from one, in UTF-16 units', () => {
    const { source, span } = marked('甲: 1\n𠮷乙: ⟦错⟧\n');
    const view = { lang: 'en' as const, catalog, sources: new Map([[file, source]]), cwd: '/home/li/county' };
    expect(
      diagnosticJson({ code: 'unknown-name', severity: 'error', params: { name: '错' }, span }, view),
    ).toEqual({
      code: 'unknown-name',
      severity: 'error',
      message: 'There is no name "错".',
      file: 'policy.yaml',
      line: 2,
      column: 6,
      end_line: 2,
      end_column: 7,
      params: { name: '错' },
    });
  });
});

it.each([40, 60, 80, 100, 300])(
  'a source line keeps to a terminal of %d columns, with carets below the words meant',
  columns => {
    const { source, span } = marked(
      `卡类:\n  红卡:\n    当: ${'建档立卡 且 '.repeat(9)}⟦警戒县⟧ 以下${' 且 有汽车'.repeat(9)}\n`,
    );
    const sources = new Map([[file, source]]);
    const view = { lang: 'zh' as const, paint: noPaint, catalog, sources, cwd: '/home/li/county', columns };
    const params = { name: '警戒县' };
    const [, line = '', carets = ''] = diagnosticText(
      { code: 'unknown-name', severity: 'error', params, span },
      view,
    ).split('\n');
    expect(width(line)).toBeLessThanOrEqual(Math.max(columns, 50));
    expect(width(line)).toBeLessThanOrEqual(100);
    expect(carets.indexOf('^')).toBe(width(line.slice(0, line.indexOf('警戒县'))));
    expect(carets.match(/\^/g)).toHaveLength(6);
  },
);
