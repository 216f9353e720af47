import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../src/app/state/key-tables.ts';
import { bindingsOf, keySign } from '../../src/app/state/keys.ts';
import type { Size, State } from '../../src/app/state/state.ts';
import { frameText } from '../../src/app/views/frame.tsx';
import { dialogWords } from '../../src/app/words/dialogs.ts';
import { frameWords } from '../../src/app/words/frame.ts';
import type { Lang, Words } from '../../src/language/label.ts';
import { root } from '../app/session/drive.ts';
import { play, seen } from '../app/views/fixture.ts';

/**
 * Screens and tables of keys in the documentation are what the program shows. After a change that is meant:
 * `npx vitest run test/docs/simulator.test.ts -u` writes them anew.
 */
const pages = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
  ['docs/simulator.md', 'en'],
  ['docs/simulator.zh-CN.md', 'zh'],
] as const satisfies readonly (readonly [string, Lang])[];

const size: Size = { columns: 92, rows: 28 };
let screens: Readonly<Record<string, State>>;

beforeAll(async () => {
  // `npx mingbai sim policies/county-four-cards policies/county-four-cards/drafts/line-6000 --households 10000`
  const spec = join(root, 'policies/populations/rural-county.yaml');
  const population = { kind: 'generated', spec, households: 10_000, seed: 1 } as const;
  const { press, state } = await play({ size, population });
  const overview = state();
  const transitions = await press('2');
  const parameters = await press('3', 'shift-right');
  screens = { overview, transitions, parameters };
});

/** Without how long it took, which is never the same. */
const screen = (name: string, lang: Lang): string =>
  frameText(seen(screens[name]!, lang, size)).replace(/(?: ·)? +\d+ (?:ms|毫秒)$/m, '');

const contexts: readonly (readonly [Context, Words])[] = [
  ['overview', { zh: '各个页面', en: 'On every screen' }],
  ['transitions', frameWords.transitions],
  ['parameters', frameWords.parameters],
  ['households', frameWords.households],
  ['household', dialogWords.household],
  ['villages', frameWords.villages],
  ['village', dialogWords.village],
  ['typing', dialogWords.typing],
  ['picking', dialogWords.menu],
  ['filters', { zh: '筛选', en: 'Filters' }],
  ['export-path', dialogWords.export],
  ['start-policies', dialogWords.startPolicies],
  ['start-population', dialogWords.startPopulation],
];

/** Every key, where it does something else than on every screen. */
function keyTable(lang: Lang): string {
  const namesOf = (context: Context) => bindingsOf(context).map(({ action, keys }) => `${action} ${keys}`);
  const common = new Set(namesOf('overview'));
  const typing = new Set(namesOf('typing'));
  const rows = contexts.flatMap(([context, name]) => {
    const own = bindingsOf(context).filter(({ action, keys }) => {
      const name = `${action} ${keys}`;
      const known = context === 'export-path' ? typing : common;
      return context === 'overview' || !known.has(name);
    });
    return own.map(({ keys, words }, at) => {
      const signs = keys.map(key => `\`${keySign(key, lang)}\``).join(lang === 'zh' ? '、' : ', ');
      return `| ${at === 0 ? `**${name[lang]}**` : ''} | ${signs} | ${words[lang]} |`;
    });
  });
  const head = lang === 'zh' ? '| 在哪里 | 按键 | 做什么 |' : '| where | keys | what they do |';
  return [head, '|---|---|---|', ...rows].join('\n');
}

const drawn = (what: string, lang: Lang): string =>
  what === 'keys' ? keyTable(lang) : `\`\`\`screen\n${screen(what, lang)}\n\`\`\``;

describe.each(pages)('%s', (page, lang) => {
  test('shows what the program shows', async () => {
    const file = join(root, page);
    const text = readFileSync(file, 'utf8');
    const marks = /(<!-- drawn: (\w+) -->\n)[\s\S]*?(\n?<!-- end -->)/g;
    expect([...text.matchAll(marks)].length).toBeGreaterThan(0);
    const fresh = text.replace(
      marks,
      (_, begin: string, what: string, end: string) => `${begin}${drawn(what, lang)}\n${end.trim()}`,
    );
    await expect(fresh).toMatchFileSnapshot(file);
  });
});

test('the pages in both languages have the same parts', () => {
  const headings = (page: string) => readFileSync(join(root, page), 'utf8').match(/^#+ /gm);
  expect(headings('docs/simulator.md')).toEqual(headings('docs/simulator.zh-CN.md'));
});
