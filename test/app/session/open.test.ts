import { beforeAll, describe, expect, test } from 'vitest';
import type { Detail, FactEdit, TreeNode } from '../../../src/app/protocol.ts';
import { type Driven, figures, loaded } from './drive.ts';

let driven: Driven;
beforeAll(async () => {
  driven = await loaded();
  await figures(driven);
});

async function open(row: number, edits: readonly FactEdit[] = [], lang: 'zh' | 'en' = 'zh'): Promise<Detail> {
  return (await driven.ask('open', { row, edits, lang })).detail;
}
const all = (nodes: readonly TreeNode[]): TreeNode[] => nodes.flatMap(node => [node, ...all(node.children)]);
const changedRow = async () =>
  (
    await driven.ask('page', {
      filter: { a: 'card:green', b: 'card:yellow' },
      sort: { by: 'id', descending: false },
      offset: 0,
      limit: 1,
      lang: 'zh',
    })
  ).rows[0]!.row;

describe('reasons', () => {
  test('the first branch that differs is marked on both sides: what the amendment changed', async () => {
    const { sides } = await open(await changedRow());
    for (const { tree } of sides) {
      const parting = all(tree).filter(node => node.parting);
      expect(parting).toHaveLength(1);
      expect(parting[0]!.text).toBe('警戒线');
      expect(parting[0]!.differs).toBe(true);
    }
    const [a, b] = sides.map(({ tree }) => all(tree).find(({ parting }) => parting)!);
    expect([a!.key, a!.value, a!.cite]).toEqual([b!.key, '5,000 元/人年', '方案 二(二)、二(四)']);
    expect([b!.value, b!.cite]).toEqual(['6,000 元/人年', '修改说明 一']);
  });

  test('keys are unique, depths follow the branches, both languages have all words', async () => {
    for (const row of [5, 8, 68, await changedRow(), 150]) {
      for (const lang of ['zh', 'en'] as const) {
        const { sides } = await open(row, [], lang);
        for (const { tree } of sides) {
          const nodes = all(tree);
          expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length);
          for (const node of nodes) {
            expect(node.text).not.toBe('');
            for (const child of node.children) expect(child.depth).toBe(node.depth + 1);
          }
        }
      }
    }
  });

  test('how many an amount is due to is said in words, not by the text of the file', async () => {
    const { rows } = await driven.ask('page', {
      filter: { a: 'card:red', b: 'card:red' },
      sort: { by: 'id', descending: false },
      offset: 0,
      limit: 1,
      lang: 'zh',
    });
    for (const [lang, words] of [
      ['zh', '计数(成员)'],
      ['en', 'count(members)'],
    ] as const) {
      const nodes = all((await open(rows[0]!.row, [], lang)).sides[0].tree);
      const dividend = nodes.find(({ key }) => key.endsWith('benefit:industry-dividend'))!;
      expect(dividend.children.map(({ text }) => text)).toContain(words);
      for (const { text } of nodes) expect(text).not.toMatch(/[{}]/);
    }
  });

  test('where nothing differs nothing is marked', async () => {
    await figures(driven, { b: 0 });
    const { sides } = await open(5);
    expect(all(sides[0].tree).some(({ differs, parting }) => differs || parting)).toBe(false);
    await figures(driven);
  });
});

describe('what if a fact were another', () => {
  const member = (detail: Detail) => detail.instances.find(({ entity }) => entity === 'member')!;

  test('the decision follows, the data stay', async () => {
    const row = await changedRow();
    const before = await open(row);
    const id = before.id;
    const edited = await open(row, [{ entity: 'household', id, fact: 'poverty_status', value: '未脱贫' }]);
    expect(edited.sides.map(({ outcome }) => outcome)).toEqual(['card:yellow', 'card:yellow']);
    expect(edited.instances[0]!.facts.find(({ fact }) => fact === 'poverty_status')).toMatchObject({
      text: '未脱贫',
      edited: true,
    });
    expect(edited.problems).toEqual([]);
    expect(await open(row)).toEqual(before);
  });

  test('as household files write it: ids or labels, yuan, dates; nothing for unknown', async () => {
    const row = await changedRow();
    const { id } = await open(row);
    const who = member(await open(row)).id;
    const edits: FactEdit[] = [
      { entity: 'household', id, fact: 'wage_income', value: '12,000' },
      { entity: 'household', id, fact: 'poverty_status', value: null },
      { entity: 'member', id: who, fact: 'severe_illness', value: 'yes' },
      { entity: 'member', id: who, fact: 'birth_date', value: '1950-2-3' },
      { entity: 'village', id: 'v01', fact: 'village_type', value: 'poor' },
    ];
    const { instances, problems, sides } = await open(row, edits);
    const fact = (entity: string, name: string) =>
      instances.find(each => each.entity === entity)!.facts.find(each => each.fact === name)!;
    expect(problems).toEqual([]);
    expect(fact('household', 'wage_income').text).toBe('12,000 元/年');
    expect(fact('household', 'poverty_status')).toMatchObject({ missing: true, text: '', edited: true });
    expect(fact('member', 'severe_illness').text).toBe('是');
    expect(fact('member', 'birth_date').text).toBe('1950-02-03');
    expect(sides[0].missing.join()).toContain('脱贫状态');
  });

  test('what makes no sense is told and left out', async () => {
    const row = await changedRow();
    const { id } = await open(row);
    const { problems, sides } = await open(row, [
      { entity: 'household', id, fact: 'wage_income', value: 'much' },
      { entity: 'household', id, fact: 'toString', value: '1' },
      { entity: '__proto__', id, fact: 'x', value: '1' },
      { entity: 'household', id, fact: 'household_id', value: 'other' },
      { entity: 'household', id, fact: 'poverty_status', value: '\u001b[2J' },
      { entity: 'household', id: 'nobody', fact: 'registered', value: 'no' },
    ]);
    expect(problems).toHaveLength(5);
    for (const { zh, en } of problems) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).not.toBe('');
    }
    expect(JSON.stringify(problems)).not.toContain('\u001b');
    expect(sides.map(({ outcome }) => outcome)).toEqual(['card:green', 'card:yellow']);
  });

  test('a row that is not there', async () => {
    for (const row of [-1, 400, 1.5, Number.NaN])
      expect((await driven.fail('open', { row, edits: [], lang: 'en' })).texts).toHaveLength(1);
  });
});

test('answers are those of the run, for every household', async () => {
  const { rows } = await driven.ask('page', {
    filter: {},
    sort: { by: 'id', descending: false },
    offset: 0,
    limit: 400,
    lang: 'zh',
  });
  for (const { row, a, b } of rows.filter((_, k) => k % 9 === 0)) {
    const { sides } = await open(row);
    expect(sides.map(({ outcome }) => outcome)).toEqual([a, b]);
  }
});
