/** A session that makes everything up: well-formed answers, each of which bears the number of its run. */
import type {
  Detail,
  Figures,
  HouseholdLine,
  Money,
  PovertyIndices,
  Reply,
  Request,
  SideFigures,
  TreeNode,
  VillageLine,
} from '../../../src/app/protocol.ts';
import { policies, population } from './world.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const below = (random: Random, count: number): number => Math.floor(random() * count);
export const oneOf = <T>(random: Random, all: readonly T[]): T => all[below(random, all.length)]!;

const said = { zh: '做不到。', en: 'It cannot be done.' };
const none = { low: 0, high: 0 };
const money: Money = { households: 0, due: none, undetermined: none, undeterminedHouseholds: 0, unset: 0 };
const known: PovertyIndices = {
  headcount: 0.1,
  gap: 0.05,
  severity: 0.01,
  gini: 0.4,
  people: 100,
  unknown: 3,
};

/** Which runs were asked for, since answers are of the latest of them. */
export interface FakeSession {
  /** All answers to a request, in order. */
  readonly answers: (request: Request) => readonly Reply[];
}

export function fakeSession(random: Random, { failures = 0 } = {}): FakeSession {
  let run = 0;
  let b = 0;
  const some = (most: number) => below(random, most + 1);
  const outcome = (at: number): string => oneOf(random, policies[at]!.outcomes).key;

  function side(policy: number): SideFigures {
    const { outcomes } = policies[policy]!;
    return {
      policy,
      outcomes: outcomes.map(({ key }) => ({ key, households: run, people: some(50), money })),
      barred: random() < 0.5 ? [] : [{ card: 'red', by: 'car', households: 2, people: 5 }],
      benefits: [{ id: 'cash', ...money }],
      funds: [{ id: 'county', ...money, limited: null }],
      total: money,
      duties: Array.from({ length: some(30) }, (_, at) => ({
        id: `duty${at}`,
        households: 1,
        perhaps: 0,
        monthly: 1,
      })),
      quotas: [],
      poverty: { line: 100, parameter: null, before: known, after: known },
      assertions: [],
      engine: 'columnar',
      refused: null,
    };
  }

  function figures(request: Request & { kind: 'run' }): Figures {
    const pairs = policies[0]!.outcomes.flatMap(({ key: from }) =>
      policies[b]!.outcomes.map(({ key: to }) => ({ from, to })),
    );
    const heads = { households: some(9), people: some(30) };
    return {
      run: request.request,
      changes: structuredClone(request.changes),
      sides: [side(0), side(b)],
      matrix: pairs
        .filter(() => random() < 0.4)
        .map(pair => ({
          ...pair,
          same: pair.from === pair.to,
          gain: none,
          households: 1 + some(99),
          people: 1,
        })),
      changed: heads,
      gains: { ...heads, money: none },
      losses: { ...heads, money: none },
      either: heads,
      equal: heads,
      unknown: heads,
      milliseconds: 5,
    };
  }

  /** Every name in a page says which run it is of. */
  const household = (row: number): HouseholdLine => ({
    row,
    id: `run${run}-${row}`,
    township: 't1',
    village: 'v1',
    people: 3,
    a: outcome(0),
    b: outcome(b),
    gain: none,
    unset: false,
    value: null,
  });

  const village = (row: number): VillageLine => ({
    row,
    id: row < 0 ? `run${run}` : `v${row}`,
    township: 't1',
    households: run,
    people: 30,
    outcomes: [policies[0]!.outcomes.map(() => 1), policies[b]!.outcomes.map(() => 1)],
    changed: 1,
    gain: none,
    quotas: [[], []],
    work: [0, 0],
    displaced: 1,
  });

  function tree(depth: number, key: string): TreeNode {
    const differs = random() < 0.4;
    return {
      key,
      depth,
      text: `run${run}`,
      value: '',
      tone: oneOf(random, ['good', 'bad', 'open', 'plain']),
      cite: '',
      causes: [],
      differs,
      parting: differs && random() < 0.3,
      children: Array.from({ length: depth > 2 ? 0 : some(3) }, (_, at) => tree(depth + 1, `${key}/${at}`)),
    };
  }

  function detail({ row, edits }: Request & { kind: 'open' }): Detail {
    const fact = (
      name: string,
      edit: Detail['instances'][0]['facts'][0]['edit'],
      choices: string[] = [],
    ) => ({
      entity: 'household',
      id: 'h',
      fact: name,
      label: name,
      text: '1',
      written: edits.find(each => each.fact === name)?.value ?? choices[0] ?? '1',
      missing: false,
      edit,
      choices: choices.map(id => ({ id, label: id })),
      edited: edits.some(each => each.fact === name),
      read: true,
    });
    const answer = () => ({
      outcome: outcome(0),
      possible: [],
      barred: [],
      missing: [],
      benefits: [],
      duties: [],
      tree: Array.from({ length: 1 + some(3) }, (_, at) => tree(0, `card.${at}`)),
    });
    return {
      row,
      id: `run${run}`,
      edits: structuredClone(edits),
      instances: [
        {
          entity: 'household',
          entityLabel: 'household',
          id: 'h',
          facts: [fact('income', 'number'), fact('car', 'bool', ['true', 'false']), fact('perhead', 'none')],
        },
        {
          entity: 'village',
          entityLabel: 'village',
          id: 'v',
          facts: [fact('road', 'choice', ['a', 'b', 'c'])],
        },
      ],
      sides: [answer(), answer()],
      problems: random() < 0.1 ? [said] : [],
    };
  }

  function answer(asked: Request): Reply[] {
    const { request } = asked;
    switch (asked.kind) {
      case 'load':
        return [
          { kind: 'progress', request, doing: said, share: random() },
          {
            kind: 'loaded',
            request,
            policies: policies.slice(0, Math.max(1, asked.policies.length)),
            population,
          },
        ];
      case 'run':
        run = request;
        b = asked.b;
        return [{ kind: 'figures', request, figures: figures(asked) }];
      case 'sweep': {
        const curve = (done: boolean) => ({
          parameter: asked.parameter,
          cell: asked.cell,
          figure: structuredClone(asked.figure),
          from: '0',
          to: '1',
          points: [{ value: '0', low: run, high: run }],
          jumps: [],
          done,
        });
        return [
          { kind: 'curve', request, run, curve: curve(false) },
          { kind: 'curve', request, run, curve: curve(true) },
        ];
      }
      case 'page': {
        const total = oneOf(random, [0, 1, 7, 150, 1_000_000]);
        const offset = Math.min(asked.offset, total);
        const length = Math.min(asked.limit, total - offset);
        const rows = Array.from({ length }, (_, at) => household(offset + at));
        return [{ kind: 'page', request, run, rows, offset, total, people: total * 3, expression: null }];
      }
      case 'open':
        return [{ kind: 'detail', request, run, detail: detail(asked) }];
      case 'villages': {
        const total = oneOf(random, [0, 3, 400]);
        const offset = Math.min(asked.offset, total);
        const length = Math.min(asked.limit, total - offset);
        const rows = Array.from({ length }, (_, at) => village(offset + at));
        return [{ kind: 'villages', request, run, rows, offset, total }];
      }
      case 'village': {
        const displaced = Array.from({ length: some(20) }, (_, row) => ({
          quota: 'posts',
          label: said,
          id: `run${run}`,
          row,
          a: 'served' as const,
          b: 'unserved' as const,
          reason: '',
        }));
        const found = { line: village(asked.row), facts: [], duties: [[], []] as const, displaced };
        return [{ kind: 'village', request, run, village: found }];
      }
      case 'save':
        return [{ kind: 'saved', request, path: `${asked.path}/policy.yaml`, text: '' }];
      case 'export':
        return [{ kind: 'exported', request, path: asked.path, rows: some(9) }];
    }
  }

  function fails({ request, kind }: Request): Reply {
    const exists = (kind === 'save' || kind === 'export') && random() < 0.5;
    const at = random() < 0.5 ? { start: some(3), end: 3 + some(40) } : null;
    return { kind: 'failed', request, texts: [said], at, suggestion: null, ...(exists ? { exists } : {}) };
  }

  return {
    answers(request) {
      if (random() < failures) return [fails(request)];
      return answer(request);
    },
  };
}
