/** Reasons of both sides, folded and side by side. */
import { describe, expect, test } from 'vitest';
import type { Detail, TreeNode } from '../../../src/app/protocol.ts';
import { nothingLoaded } from '../../../src/app/state/nothing.ts';
import type { HouseholdState } from '../../../src/app/state/screen-state.ts';
import { nextDifference, reasonRows, toggledWith } from '../../../src/app/state/tree.ts';

function node(key: string, fields: Partial<TreeNode> = {}, children: readonly TreeNode[] = []): TreeNode {
  const plain = { depth: 0, text: key, value: '', tone: 'bad' as const, cite: '', causes: [] };
  return { key, ...plain, differs: false, parting: false, ...fields, children };
}

const different = { differs: true };

/** Red is false on both sides, yellow true under A only, where the income parts them; blue is a card of B alone. */
const a = [
  node('red', {}, [node('red/0')]),
  node('yellow', { differs: true, tone: 'good' }, [
    node('yellow/0', { tone: 'good' }, [node('yellow/0/0')]),
    node('yellow/1', { differs: true, parting: true, tone: 'good' }, [node('yellow/1/0', different)]),
  ]),
  node('none', different),
];
const b = [
  node('red', {}, [node('red/0')]),
  node('yellow', different, [
    node('yellow/0', { tone: 'good' }, [node('yellow/0/0')]),
    node('yellow/1', { differs: true, parting: true }, [node('yellow/1/0', different)]),
  ]),
  node('blue', { differs: true, tone: 'good' }),
  node('none', different),
];

const side = (tree: readonly TreeNode[]) => ({
  outcome: 'none',
  possible: [],
  barred: [],
  missing: [],
  benefits: [],
  duties: [],
  tree,
});

const detail: Detail = { row: 0, id: 'h', edits: [], instances: [], sides: [side(a), side(b)], problems: [] };

const open = (toggled: readonly string[] = []): HouseholdState => ({
  row: 0,
  detail,
  run: 1,
  lang: 'zh',
  pane: 'reasons',
  facts: nothingLoaded.households.cursor,
  reasons: nothingLoaded.households.cursor,
  toggled,
  edits: [],
  applied: [],
  editing: null,
  asked: null,
  awaited: null,
});

const shown = (state: HouseholdState) =>
  reasonRows(state).map(
    ({ key, folded, a, b }) => `${key}${folded ? '+' : ''}${a ? '' : ' B'}${b ? '' : ' A'}`,
  );

describe('reasons', () => {
  test('show at first what differs or is true; steps of one side stand where they follow', () => {
    expect(shown(open())).toEqual([
      'red+',
      'yellow',
      'yellow/0',
      'yellow/0/0',
      'yellow/1',
      'yellow/1/0',
      'blue B',
      'none',
    ]);
  });

  test('are folded and unfolded', () => {
    const state = open(toggledWith(toggledWith([], 'red'), 'yellow'));
    expect(shown(state)).toEqual(['red', 'red/0', 'yellow+', 'blue B', 'none']);
    expect(toggledWith(toggledWith([], 'red'), 'red')).toEqual([]);
  });

  test('the next difference is found after the line, and round, unfolding what hides it', () => {
    const ways: string[] = [];
    let key: string | null = null;
    for (let at = 0; at < 5; at++) {
      key = nextDifference(open(), key)!.key;
      ways.push(key);
    }
    expect(ways).toEqual(['yellow/1', 'yellow/1/0', 'blue', 'none', 'yellow/1']);
    expect(nextDifference(open(['yellow', 'yellow/1']), 'yellow/1')).toEqual({
      key: 'yellow/1/0',
      toggled: [],
    });
  });

  test('of two sides that agree there is none', () => {
    const same = { ...detail, sides: [side([node('red')]), side([node('red')])] as const };
    expect(nextDifference({ ...open(), detail: same }, null)).toBeNull();
  });
});
