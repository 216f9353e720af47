/** Which households there are, and who lives in them. */
import { apportion } from './choose.ts';
import type { Figures } from './figures.ts';
import { type Places, villagesOf } from './places.ts';
import { type Random, randomStream, shuffled } from './random.ts';
import { CHILD, ELDER, KIN, KINDS, type Kind, PARENT, RELATIONS, type World } from './world.ts';

/** Households by kind and size: the seed table of the figures, raked until both margins are those of the figures. */
function rakedTable(figures: Figures): { kind: Kind; size: number; share: number }[] {
  const sizes = figures.shares('household-size');
  const kinds = figures.shares('household-type');
  const table = KINDS.flatMap(kind =>
    Object.entries(figures.table('household-type-by-size')[kind] ?? {}).map(([size, share]) => ({
      kind,
      size,
      share,
    })),
  );
  const rest = 1 - Object.values(kinds).reduce((a, b) => a + b, 0);
  const margins: [(cell: (typeof table)[number]) => string, (key: string) => number][] = [
    [cell => (cell.kind in kinds ? cell.kind : ''), key => (key === '' ? rest : kinds[key]!)],
    [cell => cell.size, key => sizes[key] ?? 0],
  ];
  for (let round = 0; round < 200; round++) {
    for (const [keyOf, wanted] of margins) {
      const sums = new Map<string, number>();
      for (const cell of table) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.share);
      for (const cell of table) {
        const sum = sums.get(keyOf(cell))!;
        cell.share *= sum === 0 ? 0 : wanted(keyOf(cell)) / sum;
      }
    }
  }
  return table.map(({ kind, size, share }) => ({ kind, size: Number(size), share }));
}

interface Composition {
  readonly elders: number;
  readonly parents: number;
  readonly kin: number;
  readonly children: number;
  /** Generation of the head. */
  readonly head: number;
}

function compose(kind: Kind, size: number, random: Random): Composition {
  const none = { elders: 0, parents: 0, kin: 0, children: 0 };
  const luck = random();
  switch (kind) {
    case 'single':
    case 'couple':
      return { ...none, elders: size, head: ELDER };
    case 'nuclear':
      return { ...none, parents: 2, children: size - 2, head: PARENT };
    case 'single_parent':
      return { ...none, parents: 1, children: size - 1, head: PARENT };
    case 'skip_generation': {
      const elders = size > 2 && luck < 0.75 ? 2 : 1;
      return { ...none, elders, children: size - elders, head: ELDER };
    }
    case 'three_generation': {
      const head = random() < 0.55 ? ELDER : PARENT;
      if (size === 3) return { ...none, elders: 1, parents: 1, children: 1, head };
      if (size === 4) {
        const elders = luck < 0.2 ? 2 : 1;
        const parents = luck < 0.2 ? 1 : luck < 0.8 ? 2 : 1;
        return { ...none, elders, parents, children: 4 - elders - parents, head };
      }
      const elders = luck < (size === 5 ? 0.5 : 0.8) ? 2 : 1;
      return { ...none, elders, parents: 2, children: size - elders - 2, head };
    }
    case 'other':
      if (size < 3) return { ...none, kin: size, head: KIN };
      return { ...none, elders: 1, parents: 1, kin: size - 2, head: PARENT };
  }
}

const relationTo = (name: (typeof RELATIONS)[number]): number => RELATIONS.indexOf(name);
const [HEAD, SPOUSE, CHILD_OF, IN_LAW, PARENT_OF, GRANDCHILD, OTHER] = [
  'head',
  'spouse',
  'child',
  'child_in_law',
  'parent',
  'grandchild',
  'other',
].map(name => relationTo(name as (typeof RELATIONS)[number])) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

function relationOf(generation: number, nth: number, head: number): number {
  if (generation === head) return nth === 0 ? HEAD : generation === KIN ? OTHER : SPOUSE;
  if (generation === KIN) return OTHER;
  if (head === ELDER) return generation === CHILD ? GRANDCHILD : nth === 0 ? CHILD_OF : IN_LAW;
  return generation === ELDER ? PARENT_OF : CHILD_OF;
}

/** Settles households and members; ages and everything else come later. */
export function makeWorld(figures: Figures, seed: number, households: number, places: Places): World {
  const cells = rakedTable(figures);
  const counts = apportion(
    cells.map(cell => cell.share),
    households,
  );
  const open = Math.max(...Object.keys(figures.shares('household-size')).map(Number));
  const sizesOfLargest = figures.shares('largest-households');
  const drawn = new Uint8Array(households);
  const drawnSize = new Uint8Array(households);
  let at = 0;
  cells.forEach((cell, i) => {
    const sizes = cell.size === open ? Object.keys(sizesOfLargest).map(Number) : [cell.size];
    const split = apportion(cell.size === open ? Object.values(sizesOfLargest) : [1], counts[i]!);
    split.forEach((count, k) => {
      drawn.fill(KINDS.indexOf(cell.kind), at, at + count);
      drawnSize.fill(sizes[k]!, at, at + count);
      at += count;
    });
  });
  const order = shuffled(households, randomStream(seed, 'households'));
  const kind = new Uint8Array(households);
  const size = new Uint8Array(households);
  const first = new Int32Array(households + 1);
  for (let h = 0; h < households; h++) {
    kind[h] = drawn[order[h]!]!;
    size[h] = drawnSize[order[h]!]!;
    first[h + 1] = first[h]! + size[h]!;
  }
  const members = first[households]!;
  const world: World = {
    figures,
    seed,
    households,
    members,
    kind,
    size,
    first,
    village: villagesOf(places, households),
    home: new Int32Array(members),
    generation: new Uint8Array(members),
    pair: new Uint8Array(members),
    relation: new Uint8Array(members),
  };
  settle(world, randomStream(seed, 'composition'));
  return world;
}

function settle(world: World, random: Random): void {
  for (let h = 0; h < world.households; h++) {
    const who = compose(KINDS[world.kind[h]!]!, world.size[h]!, random);
    const counts = [who.children, who.parents, who.elders, who.kin];
    let member = world.first[h]!;
    for (const generation of [who.head, ...[PARENT, ELDER, KIN, CHILD].filter(each => each !== who.head)]) {
      const count = counts[generation]!;
      const paired = count === 2 && (generation === PARENT || generation === ELDER);
      for (let nth = 0; nth < count; nth++, member++) {
        world.home[member] = h;
        world.generation[member] = generation;
        world.pair[member] = paired ? nth + 1 : 0;
        world.relation[member] = relationOf(generation, nth, who.head);
      }
    }
  }
}
