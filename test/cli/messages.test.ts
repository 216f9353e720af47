import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog, catalogs } from '../../src/cli/catalog.ts';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { diagnosticText } from '../../src/report/diagnostics.ts';
import { noPaint } from '../../src/report/paint.ts';
import { root } from './support.ts';

const codes = Object.keys(catalog);
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** The code with every parameter that its words mention. */
function example(code: string): Diagnostic {
  const names = placeholders(catalog[code]!.zh + catalog[code]!.en);
  const params = Object.fromEntries(names.map(name => [name.slice(1, -1), { zh: '某物', en: 'something' }]));
  return { code, severity: 'error', params };
}
const shown = (code: string, lang: 'zh' | 'en') =>
  diagnosticText(example(code), { lang, paint: noPaint, catalog, sources: new Map(), cwd: '/' });

describe('messages', () => {
  it('have codes that are distinct over all rooms', () => {
    const all = catalogs.flatMap(each => Object.keys(each));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter(code => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it.each(codes)('%s is told in both languages', code => {
    const [zh, en] = [shown(code, 'zh'), shown(code, 'en')];
    expect(zh).toMatch(/^错误：.*\p{Script=Han}/u);
    expect(en).toMatch(/^error: /);
    expect(`${zh}${en}`).not.toMatch(/\{\w+\}|undefined|\[object/);
    expect(zh.replace(/^错误：/, '')).not.toBe(en.replace(/^error: /, ''));
  });

  it.each(codes)('%s mentions the same things in both', code => {
    expect(placeholders(catalog[code]!.zh)).toEqual(placeholders(catalog[code]!.en));
  });

  it('exist for every code that the program names', () => {
    const named = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .flatMap(file => {
        const text = readFileSync(join(root, 'src', file), 'utf8');
        return [...text.matchAll(/\bcode: '([a-z0-9-]+)'|\bproblem\(\s*'([a-z0-9-]+)'/g)].map(
          match => `${match[1] ?? match[2]} (${file})`,
        );
      });
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(name => !Object.hasOwn(catalog, name.split(' ')[0]!))).toEqual([]);
  });
});
