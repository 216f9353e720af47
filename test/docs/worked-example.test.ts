import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mingbai, wordsOfLine } from '../cli/support.ts';
import { projectRoot } from './blocks.ts';
import { tables } from './worked/tables.ts';
import { readVillage, type Schemes } from './worked/village.ts';

const pages = [
  ['docs/worked-example.zh-CN.md', 'zh'],
  ['docs/worked-example.md', 'en'],
] as const;

let village: Schemes;
beforeAll(async () => {
  village = await readVillage();
});

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

/** The rows under `<!-- table: name -->`, without the head. */
function tablesOf(text: string): Map<string, string[][]> {
  return new Map(
    [...text.matchAll(/<!-- table: (\w+) -->\n((?:\|.*\n)+)/g)].map(([, name, lines]) => [
      name!,
      lines!
        .trim()
        .split('\n')
        .slice(2)
        .map(line =>
          line
            .slice(1, -1)
            .split('|')
            .map(cell => cell.trim()),
        ),
    ]),
  );
}

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].flatMap(([, block]) =>
    block!.split('\n').filter(line => line.trim() !== ''),
  );

/** `15000 ÷ 3 = 5000`: both sides in whole ten-thousandths of a fen, near enough for four decimals. */
function holds(line: string): boolean {
  const sides = line.split(/[=<>≤≥]/).map(side => {
    const plain = side
      .replace(/,/g, '')
      .replace(/(\d+(?:\.\d+)?)%/g, '($1/100)')
      .replace(/×/g, '*')
      .replace(/÷/g, '/')
      .replace(/−/g, '-')
      .trim();
    if (!/^[\d\s.()+*/-]+$/.test(plain)) throw new Error(`not arithmetic: ${line}`);
    return Function(`return (${plain});`)() as number;
  });
  const signs = [...line.matchAll(/[=<>≤≥]/g)].map(([sign]) => sign);
  return signs.every((sign, i) => {
    const [a, b] = [sides[i]!, sides[i + 1]!];
    const near = Math.abs(a - b) < 0.005;
    return { '=': near, '<': a < b, '>': a > b, '≤': a <= b || near, '≥': a >= b || near }[sign] ?? false;
  });
}

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => number.replace(/,/g, ''));

/** What the page takes as given: the village and the words of the policies. */
function given(): string[] {
  const folder = 'examples/small-village';
  const policies = [
    'county-four-cards',
    'lancang-five-cards',
    'registration',
    'prevention',
    'assistance-standard',
  ];
  return [
    ...readdirSync(join(projectRoot, folder)).map(file => `${folder}/${file}`),
    ...policies.map(name => `policies/${name}/policy.yaml`),
    'policies/registration/poor-villages/policy.yaml',
  ].flatMap(file => numbersIn(read(file)));
}

describe.each(pages)('%s', (page, lang) => {
  const text = read(page);
  const shown = tablesOf(text);

  test('has every table', () => {
    expect([...shown.keys()].sort()).toEqual(Object.keys(tables).sort());
  });

  test.each(Object.keys(tables))('table %s is what the program finds', name => {
    expect(shown.get(name)).toEqual(tables[name]!(village, lang));
  });

  test('its sums come out', () => {
    const lines = blocks(text, 'calc');
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter(line => !holds(line))).toEqual([]);
  });

  test('no figure of the text is from nowhere', () => {
    const prose = text
      .replace(/```[\s\S]*?```/g, '')
      .replace(/^\|.*$/gm, '')
      .replace(/\]\([^)]*\)|`[^`]*`/g, '');
    const known = new Set([
      ...given(),
      ...numbersIn(blocks(text, 'calc').join('\n')),
      ...[...shown.values()].flat(2).flatMap(numbersIn),
    ]);
    // A month's day or a count of a hand needs no source.
    const strange = numbersIn(prose).filter(number => Number(number) > 12 && !known.has(number));
    expect(strange).toEqual([]);
  });

  test('its commands run', async () => {
    const lines = blocks(text, 'sh');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      const { code, err } = await mingbai(wordsOfLine(line).slice(2));
      expect([line, code, err]).toEqual([line, 0, expect.any(String)]);
    }
  });
});

test('the two pages have the same sections, sums and commands', () => {
  const [chinese, english] = pages.map(([page]) => read(page)) as [string, string];
  const form = (text: string) => [
    [...text.matchAll(/^#+ /gm)].length,
    blocks(text, 'calc'),
    blocks(text, 'sh').map(line => line.replace(/ --lang \w+/, '')),
  ];
  expect(form(english)).toEqual(form(chinese));
});
