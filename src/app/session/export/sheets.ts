/** What each view shows, as a table. */
import type { Lang, Words } from '../../../language/label.ts';
import { inert } from '../../../report/inert.ts';
import type {
  ExportView,
  Money,
  OutcomeKey,
  ParameterInfo,
  PolicyInfo,
  SettledText,
  SideFigures,
  Span,
  TreeNode,
  VillageLine,
} from '../../protocol.ts';
import { detailOf } from '../open.ts';
import { linesOf } from '../page.ts';
import { lineKey } from '../parameters.ts';
import { rowsOf } from '../rows.ts';
import { fileOf } from '../run.ts';
import { villagesInOrder } from '../villages.ts';
import type { Live, World } from '../world.ts';
import type { Cell, Sheet } from './sheet.ts';
import { words } from './words.ts';

interface Ground {
  readonly world: World;
  readonly live: Live;
  readonly policies: readonly [PolicyInfo, PolicyInfo];
  readonly lang: Lang;
}

export function sheetOf(world: World, live: Live, view: ExportView, lang: Lang): Sheet {
  const policies = [fileOf(world, 0).info, fileOf(world, live.b).info] as const;
  const ground: Ground = { world, live, policies, lang };
  const sheets: Readonly<Record<ExportView['view'], () => Sheet>> = {
    overview: () => overview(ground),
    transitions: () => transitions(ground),
    parameters: () => parameters(ground),
    households: () => households(ground, view),
    household: () => household(ground, view),
    villages: () => villages(ground, view),
  };
  return sheets[view.view]();
}

const say = (word: keyof typeof words, { lang }: Ground): string => words[word][lang];
const column = (key: string, head: string) => ({ key, head });
/** Empty: without bound. */
const yuan = (fen: number | null): number | null =>
  fen === null || !Number.isFinite(fen) ? null : fen / 100;
const ends = ({ low, high }: Span): Cell[] => [yuan(low), yuan(high)];
const nameOf = (label: Words | undefined, { lang }: Ground, fallback: string): string =>
  label?.[lang] || fallback;

function outcomeName(ground: Ground, side: 0 | 1, key: OutcomeKey): string {
  const found = ground.policies[side].outcomes.find(outcome => outcome.key === key);
  return nameOf(found?.label, ground, key);
}

function title(ground: Ground, word: keyof typeof words): string {
  const [a, b] = ground.policies;
  return `${say(word, ground)}: ${a.label[ground.lang]} → ${b.label[ground.lang]}`;
}

/** A: first columns, B: last ones. */
function sided(ground: Ground, keys: readonly (keyof typeof words)[]): Sheet['columns'] {
  return (['a', 'b'] as const).flatMap(side =>
    keys.map(key => column(`${side}_${key}`, `${side.toUpperCase()} ${say(key, ground)}`)),
  );
}

function overview(ground: Ground): Sheet {
  const { live, policies } = ground;
  const [a, b] = live.figures.sides;
  const counts = (side: SideFigures, key: OutcomeKey): Cell[] => {
    const found = side.outcomes.find(outcome => outcome.key === key);
    return found ? [found.households, found.people, ...ends(found.money.due)] : [null, null, null, null];
  };
  const money = (found: Money | undefined): Cell[] =>
    found ? [found.households, null, ...ends(found.due)] : [null, null, null, null];
  const both = <T>(pick: (side: SideFigures, at: 0 | 1) => T): [T, T] => [pick(a, 0), pick(b, 1)];
  function* rows(): Generator<readonly Cell[]> {
    const keys = new Set(policies.flatMap(({ outcomes }) => outcomes.map(({ key }) => key)));
    for (const key of keys) {
      const at = policies[0].outcomes.some(outcome => outcome.key === key) ? 0 : 1;
      yield [say('outcome', ground), outcomeName(ground, at, key), ...both(side => counts(side, key)).flat()];
    }
    const parts = [
      ['fund', 'funds'],
      ['benefit', 'benefits'],
    ] as const;
    for (const [word, part] of parts) {
      const named = new Map(
        policies.flatMap(policy => policy[part].map(({ id, label }) => [id, label] as const)),
      );
      for (const [id, label] of named) {
        const name = id === '' ? say('noFund', ground) : nameOf(label, ground, id);
        const found = both(side => money(side[part].find(each => each.id === id)));
        yield [say(word, ground), name, ...found.flat()];
      }
    }
    yield [say('total', ground), '', ...both(side => money(side.total)).flat()];
  }
  return {
    title: title(ground, 'overview'),
    columns: [
      column('kind', say('kind', ground)),
      column('name', say('name', ground)),
      ...sided(ground, ['households', 'people', 'low', 'high']),
    ],
    rows,
    json: {
      policies: policies.map(({ id, version, on }) => ({ id, version, on })),
      unit: 'fen',
      ...live.figures,
    },
  };
}

function transitions(ground: Ground): Sheet {
  const { matrix } = ground.live.figures;
  return {
    title: title(ground, 'transitions'),
    columns: [
      column('from', say('from', ground)),
      column('to', say('to', ground)),
      column('households', say('households', ground)),
      column('people', say('people', ground)),
      column('gain_low', say('gainLow', ground)),
      column('gain_high', say('gainHigh', ground)),
    ],
    rows: () =>
      matrix.map(({ from, to, households, people, gain }) => [
        outcomeName(ground, 0, from),
        outcomeName(ground, 1, to),
        households,
        people,
        ...ends(gain),
      ]),
  };
}

const valueText = (value: SettledText | null, ground: Ground): string =>
  value === null ? say('open', ground) : typeof value === 'string' ? value : value.join(' – ');

function parameters(ground: Ground): Sheet {
  const { live, policies } = ground;
  const changed = new Map(live.changes.map(change => [lineKey(change.parameter, change.cell), change.value]));
  const row = (info: ParameterInfo): Cell[] => [
    info.parameter,
    nameOf(info.label, ground, info.parameter),
    info.cellLabel === null ? '' : info.cellLabel[ground.lang],
    valueText(info.value, ground),
    changed.has(info.key) ? inert(valueText(changed.get(info.key)!, ground)) : '',
    info.unit[ground.lang],
    info.cite,
  ];
  return {
    title: title(ground, 'parameters'),
    columns: [
      column('parameter', say('id', ground)),
      column('label', say('name', ground)),
      column('cell', say('cell', ground)),
      column('value', say('value', ground)),
      column('changed', say('changed', ground)),
      column('unit', say('unit', ground)),
      column('cite', say('cite', ground)),
    ],
    rows: () => policies[1].parameters.map(row),
  };
}

/** Rows that are turned into lines at a time. */
const AT_ONCE = 2000;

function households(
  ground: Ground,
  { filter = {}, sort = { by: 'id', descending: false } }: ExportView,
): Sheet {
  const { world, live, lang } = ground;
  const { rows, key } = rowsOf(world, live, filter, sort);
  function* lines(): Generator<readonly Cell[]> {
    for (let at = 0; at < rows.length; at += AT_ONCE)
      for (const line of linesOf(world, live, rows.subarray(at, at + AT_ONCE), key, lang))
        yield [
          line.id,
          line.township,
          line.village,
          line.people,
          outcomeName(ground, 0, line.a),
          outcomeName(ground, 1, line.b),
          ...(line.gain === null ? [null, null] : ends(line.gain)),
          ...(key === null ? [] : [line.value]),
        ];
  }
  return {
    title: title(ground, 'households'),
    columns: [
      column('id', say('id', ground)),
      column('township', say('township', ground)),
      column('village', say('village', ground)),
      column('people', say('people', ground)),
      column('a', `A ${say('outcome', ground)}`),
      column('b', `B ${say('outcome', ground)}`),
      column('gain_low', say('gainLow', ground)),
      column('gain_high', say('gainHigh', ground)),
      ...(key === null ? [] : [column('value', inert(sort.expression ?? ''))]),
    ],
    rows: lines,
  };
}

function household(ground: Ground, { row = -1, edits = [] }: ExportView): Sheet {
  const { world, live, lang } = ground;
  const detail = detailOf(world, live, { row, edits, lang });
  function* nodes(tree: readonly TreeNode[]): Generator<TreeNode> {
    for (const node of tree) {
      yield node;
      yield* nodes(node.children);
    }
  }
  function* rows(): Generator<readonly Cell[]> {
    for (const { entityLabel, id, facts } of detail.instances)
      for (const fact of facts)
        yield [`${entityLabel} ${id}`, fact.label, fact.text, '', fact.edited ? '*' : ''];
    for (const [at, side] of detail.sides.entries())
      for (const { depth, text, value, cite, differs } of nodes(side.tree))
        yield [
          `${'AB'[at]} ${say('reasons', ground)}`,
          '　'.repeat(depth) + text,
          value,
          cite,
          differs ? '*' : '',
        ];
  }
  return {
    title: `${say('household', ground)} ${detail.id}`,
    columns: [
      column('kind', say('kind', ground)),
      column('name', say('name', ground)),
      column('value', say('value', ground)),
      column('cite', say('cite', ground)),
      column('differs', say('differs', ground)),
    ],
    rows,
    json: { unit: 'fen', ...detail },
  };
}

function villages(ground: Ground, { villageSort = { by: 'id', descending: false } }: ExportView): Sheet {
  const { world, live, policies } = ground;
  const quotas = (['a', 'b'] as const).flatMap((side, at) =>
    policies[at as 0 | 1].quotas.flatMap(({ id, label }) =>
      (['seats', 'served', 'unserved'] as const).map(key =>
        column(
          `${side}_${id}_${key}`,
          `${side.toUpperCase()} ${nameOf(label, ground, id)} ${say(key, ground)}`,
        ),
      ),
    ),
  );
  const row = (line: VillageLine): Cell[] => [
    line.id === '' ? say('noVillage', ground) : line.id,
    line.township,
    line.households,
    line.people,
    line.changed,
    ...ends(line.gain),
    ...line.work.map(times => Math.round(times * 10) / 10),
    line.displaced,
    ...line.quotas.flatMap(each => each.flatMap(({ seats, served, unserved }) => [seats, served, unserved])),
  ];
  return {
    title: title(ground, 'villages'),
    columns: [
      column('id', say('id', ground)),
      column('township', say('township', ground)),
      column('households', say('households', ground)),
      column('people', say('people', ground)),
      column('changed', say('changedHouseholds', ground)),
      column('gain_low', say('gainLow', ground)),
      column('gain_high', say('gainHigh', ground)),
      column('a_work', `A ${say('work', ground)}`),
      column('b_work', `B ${say('work', ground)}`),
      column('displaced', say('displaced', ground)),
      ...quotas,
    ],
    rows: () => villagesInOrder(world, live, villageSort).map(row),
  };
}
