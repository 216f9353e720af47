/** Runs both sides and works out all figures of them: what follows each key of the panel of parameters. */
import { visitThrough } from '../../analysis/conditions.ts';
import { SHIFT } from '../../analysis/gain.ts';
import { afterCash, incomePerHead, incomesOf, lineOf, povertyLine } from '../../analysis/live/income.ts';
import { type Pair, pairOf } from '../../analysis/live/pair.ts';
import { type Side, sideOf } from '../../analysis/live/side.ts';
import { ascending, type Incomes, type Indices, indicesOf } from '../../analysis/poverty.ts';
import { run } from '../../engine/run.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Change, Figures, MatrixCell, PovertyFigures, PovertyIndices } from '../protocol.ts';
import { changed } from './changes.ts';
import { fault } from './fault.ts';
import { outcomeKey } from './outcome-keys.ts';
import { sideFigures } from './side-figures.ts';
import type { Live, LoadedFile, World } from './world.ts';

export interface RunRequest {
  readonly request: number;
  readonly b: number;
  readonly changes: readonly Change[];
}

type Tell = (done: number, rows: number) => void;

export function fileOf(world: World, index: number): LoadedFile {
  const found = world.policies[index];
  if (!found) throw fault('session-no-policy');
  return found;
}

/** A policy over the population. Those that it builds on run just once, whatever is changed in it. */
function ranSide(world: World, policy: Policy, onProgress?: Tell): Side {
  const { population, kept } = world;
  const spent = kept.spent.pop();
  const made = run(policy, population, { known: kept.runs, spent, ...(onProgress ? { onProgress } : {}) });
  kept.runs.delete(policy);
  return sideOf(policy, population, made);
}

/** A policy as it stands. */
export function plainSide(world: World, index: number, onProgress?: Tell): Side {
  const known = world.kept.sides.get(index);
  if (known) return known;
  const side = ranSide(world, fileOf(world, index).policy, onProgress);
  world.kept.sides.set(index, side);
  return side;
}

/** Its columns may be filled anew by the next run: nobody looks at it any more. */
export function dropSide({ kept }: World, side: Side): void {
  if (![...kept.sides.values()].includes(side)) kept.spent.push(side.run.results);
}

/** A policy with changes. */
export function changedSide(
  world: World,
  index: number,
  changes: readonly Change[],
  onProgress?: Tell,
): Side {
  if (changes.length === 0) return plainSide(world, index, onProgress);
  return ranSide(world, changed(fileOf(world, index).policy, changes), onProgress);
}

export function runLive(world: World, request: RunRequest, now: () => number, onProgress?: Tell): Live {
  const began = now();
  const { b, changes } = request;
  const left = plainSide(world, 0, onProgress);
  const right = changedSide(world, b, changes, onProgress);
  const pair = pairOf(world.population, left, right);
  const poverty = [
    povertyOf(world, 0, left, true),
    povertyOf(world, b, right, changes.length === 0),
  ] as const;
  const figures: Figures = {
    run: request.request,
    changes,
    sides: [
      sideFigures(0, left, world.population, poverty[0]),
      sideFigures(b, right, world.population, poverty[1]),
    ],
    ...pairFigures(left, right, pair),
    milliseconds: now() - began,
  };
  return { run: request.request, b, changes, sides: [left, right], pair, figures };
}

type PairFigures = Pick<Figures, 'matrix' | 'changed' | 'gains' | 'losses' | 'either' | 'equal' | 'unknown'>;

function pairFigures(a: Side, b: Side, pair: Pair): PairFigures {
  const { shifts } = pair;
  return {
    matrix: pair.cells.map(
      ({ from, to, same, households, people, gain }): MatrixCell => ({
        from: outcomeKey(a.outcomes[from]!),
        to: outcomeKey(b.outcomes[to]!),
        same,
        households,
        people,
        gain,
      }),
    ),
    changed: pair.all.changed,
    gains: { ...shifts[SHIFT.gain]!, money: pair.gains },
    losses: { ...shifts[SHIFT.loss]!, money: pair.losses },
    either: shifts[SHIFT.either]!,
    equal: shifts[SHIFT.equal]!,
    unknown: shifts[SHIFT.unknown]!,
  };
}

/** The line of the first policy measures both sides, so that what is compared is what they do, not how they count. */
function yardstick(world: World): { readonly line: number | null; readonly parameter: string | null } {
  for (const { policy } of world.policies) {
    const parameter = povertyLine(policy);
    const line = parameter === null ? null : lineOf(parameter);
    if (parameter !== null && line !== null) return { line, parameter: parameter.id };
  }
  return { line: null, parameter: null };
}

/** What was worked out of one policy's incomes for one line. */
interface Before {
  readonly incomes: Incomes;
  readonly indices: Indices;
}

function beforeOf(
  world: World,
  index: number,
  side: Side,
  plain: boolean,
  line: number | null,
): Before | null {
  const fixed = plain || !dependsOnParameters(side.policy);
  const key = `${index} ${line}`;
  if (fixed && world.kept.before.has(key)) return world.kept.before.get(key) ?? null;
  const incomes = incomesOf(side.policy, world.population, side.run);
  const before = incomes === null ? null : { incomes, indices: indicesOf(incomes, ascending(incomes), line) };
  if (fixed) world.kept.before.set(key, before);
  return before;
}

/** Whether what counts as income follows a parameter, so that it has to be worked out again. */
function dependsOnParameters(policy: Policy): boolean {
  const definition = incomePerHead(policy);
  let depends = false;
  if (definition)
    visitThrough(policy, definition.expr, ({ op }) => {
      depends ||= op === 'parameter' || op === 'used' || op === 'served';
    });
  return depends;
}

const NOBODY: PovertyIndices = {
  headcount: null,
  gap: null,
  severity: null,
  gini: null,
  people: 0,
  unknown: 0,
};

function povertyOf(world: World, index: number, side: Side, plain: boolean): PovertyFigures {
  const { line, parameter } = yardstick(world);
  const before = beforeOf(world, index, side, plain, line);
  if (before === null) return { line, parameter, before: NOBODY, after: NOBODY };
  const after = plain
    ? keptAfter(world, index, side, before, line)
    : afterCash(before.incomes, side.cash, line);
  return { line, parameter, before: before.indices, after };
}

function keptAfter(world: World, index: number, side: Side, before: Before, line: number | null): Indices {
  const known = world.kept.after.get(`${index} ${line}`);
  if (known) return known;
  const made = afterCash(before.incomes, side.cash, line);
  world.kept.after.set(`${index} ${line}`, made);
  return made;
}

/** The measures after benefits, of a side that is not shown itself. */
export function povertyAt(world: World, index: number, side: Side): Indices {
  const { line } = yardstick(world);
  const before = beforeOf(world, index, side, false, line);
  return before === null ? NOBODY : afterCash(before.incomes, side.cash, line);
}
