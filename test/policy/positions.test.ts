import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { YNode, YScalar } from '../../src/policy/node.ts';
import { readYaml } from '../../src/policy/yaml-document.ts';

function scalars(node: YNode): YScalar[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalars);
  return node.entries.flatMap(({ key, value }) => [key, ...scalars(value)]);
}

function read(text: string): YScalar[] {
  const { root, diagnostics } = readYaml('x.yaml', text);
  expect(diagnostics).toEqual([]);
  return root === null ? [] : scalars(root);
}

/** The last scalar of a text, with each character as the file has it at its offset. */
function seen(text: string): { text: string; inFile: string } {
  const last = read(text).at(-1) as YScalar;
  return { text: last.text, inFile: [...last.source.offsets.slice(0, -1)].map(at => text[at]).join('') };
}

describe('where each character of a scalar stands', () => {
  test.each([
    ['plain', '当: 建档立卡 且 x > 5\n'],
    ['plain over lines', '当: 建档立卡\n  且 有汽车\n\n  且 y\n'],
    ['double quotes', '当: "建档立卡 且 x"\n'],
    ['double quotes over lines', '当: "建档立卡\n   且 x  \\\n   或 y"\n'],
    ['single quotes', "当: '建档立卡 且 x'\n"],
    ['literal', '当: |\n  建档立卡\n    且 x\n  或 y\n'],
    ['literal, indented by number, comment', '当: |2-   # 说明\n    建档立卡\n   且 x\n'],
    ['folded', '当: >-\n  建档立卡\n  且 x\n\n  或 y\n     更深\n  完\n'],
    ['carriage returns', '当: >-\r\n  建档立卡\r\n  且 x\r\n版本: 一\r\n'],
    ['in braces', 'x: {当: 建档立卡 且 x, 版本: 一 }\n'],
  ])('%s', (_, text) => {
    for (const scalar of read(text)) {
      const { offsets } = scalar.source;
      expect(offsets).toHaveLength(scalar.text.length + 1);
      for (let k = 0; k < scalar.text.length; k++) {
        const unit = scalar.text[k] as string;
        if (/\s/.test(unit)) expect(text[offsets[k] as number]).toMatch(/\s/);
        else expect(text[offsets[k] as number]).toBe(unit);
      }
    }
  });

  test('escapes stand where they are written', () => {
    const text = `x: "\\u5efa\\x41 \\"卡\\" \\U0001F600尾"\n`;
    const [, scalar] = read(text);
    expect(scalar?.text).toBe('建A "卡" 😀尾');
    const at = scalar?.source.offsets ?? [];
    expect(text.slice(at[0], at[1])).toBe('\\u5efa');
    expect(text[at[scalar?.text.indexOf('卡') as number] as number]).toBe('卡');
    expect(text[at[(scalar?.text.length ?? 0) - 1] as number]).toBe('尾');
  });

  test('a doubled quote', () => {
    expect(seen("x: 'a''b 卡'\n")).toEqual({ text: "a'b 卡", inFile: "a'b 卡" });
  });

  test('whatever the style and the text', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'建档且 x5:#\'"\\-元\n\t'),
      minLength: 1,
      maxLength: 60,
    });
    const style = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
    fc.assert(
      fc.property(word, style, fc.integer({ min: 20, max: 60 }), (value, type, lineWidth) => {
        const text = stringify({ k: { v: value } }, { defaultStringType: type as never, lineWidth });
        const scalar = readYaml('x.yaml', text).root;
        const last = scalar === null ? undefined : scalars(scalar).at(-1);
        expect(last?.text).toBe(value);
        for (let k = 0; k < value.length; k++) {
          const unit = value[k] as string;
          const inFile = text[last?.source.offsets[k] as number] as string;
          if (!/\s/.test(unit) && inFile !== '\\') expect(inFile).toBe(unit);
        }
      }),
      { numRuns: 600, seed: 20200318 },
    );
  });
});
