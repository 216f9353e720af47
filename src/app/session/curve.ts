/** How a figure runs over a parameter's range: one run for each place, the outline first. */
import { pairOf } from '../../analysis/live/pair.ts';
import { jumpsOf, outlineFirst, placesAlong } from '../../analysis/sweep/places.ts';
import type { Change, Curve, CurvePoint, Reply, Request } from '../protocol.ts';
import type { Memory } from './answer.ts';
import { fault, SessionFault } from './fault.ts';
import { figureOf } from './figure.ts';
import { lineKey } from './parameters.ts';
import { changedSide, dropSide, fileOf, plainSide, povertyAt } from './run.ts';
import type { World } from './world.ts';

/** A curve that is being drawn. */
export interface CurveWork {
  readonly request: number;
  /** One more place; true: that was the last. Where `check` throws the place is left for the next time. */
  readonly step: (check: () => void) => boolean;
}

type Sweep = Request & { kind: 'sweep' };

export function startCurve(memory: Memory, sweep: Sweep, post: (reply: Reply) => void): CurveWork {
  const { world } = memory;
  if (!world) throw fault('session-not-loaded');
  const { parameter, cell, figure } = sweep;
  const key = lineKey(parameter, cell);
  const line = fileOf(world, sweep.b).info.parameters.find(each => each.key === key);
  if (!line) throw fault('session-no-parameter', { name: parameter });
  const others = sweep.changes.filter(change => lineKey(change.parameter, change.cell) !== key);
  const own = sweep.changes.find(change => lineKey(change.parameter, change.cell) === key);
  const here = numberIn(own === undefined ? line.value : own.value);
  const numeric = line.kind === 'number';
  const stretch = { from: Number(line.from), to: Number(line.to), step: Number(line.step) };
  const texts = numeric ? placesAlong(stretch, here).map(plainText) : line.choices.map(({ id }) => id);
  const order = numeric ? outlineFirst(texts.map(Number)).map(plainText) : texts;
  const found = new Map<string, CurvePoint>();
  let at = 0;
  const curve = (done: boolean): Curve => {
    const points = texts.flatMap(text => found.get(text) ?? []);
    const jumps =
      numeric && done ? jumpsOf(points.map(({ value, low }) => ({ value: Number(value), figure: low }))) : [];
    return {
      parameter,
      cell,
      figure,
      from: texts[0] ?? line.from,
      to: texts.at(-1) ?? line.to,
      points,
      jumps: jumps.map(({ before, after }) => ({ before: plainText(before), after: plainText(after) })),
      done,
    };
  };
  const show = (done: boolean) =>
    post({
      kind: 'curve',
      request: sweep.request,
      run: memory.live?.run ?? 0,
      curve: curve(done),
    });
  return {
    request: sweep.request,
    step(check) {
      const value = order[at];
      if (value !== undefined) {
        const changes = [...others, { parameter, cell, value }];
        const { point, slow } = placeAt(world, sweep, changes, value, check);
        if (point) found.set(value, point);
        if (slow) at = order.length;
      }
      at++;
      const done = at >= order.length;
      // The outline as soon as there is one, then now and then.
      if (done || at === 3 || at % 8 === 0) show(done);
      return done;
    },
  };
}

interface Place {
  /** Null where the parameter may not have this value, or there is no such figure. */
  readonly point: CurvePoint | null;
  /** Columns could not do it: each further place would take its time. */
  readonly slow: boolean;
}

function placeAt(
  world: World,
  sweep: Sweep,
  changes: readonly Change[],
  value: string,
  check: () => void,
): Place {
  try {
    const side = changedSide(world, sweep.b, changes, check);
    const figure = figureOf(sweep.figure, {
      side,
      changed: () => pairOf(world.population, plainSide(world, 0), side).all.changed.households,
      poverty: of => povertyAt(world, sweep.b, side)[of],
    });
    dropSide(world, side);
    const slow = side.run.engine === 'reference' && side.rows.length > QUICK;
    return { point: figure === null ? null : { value, ...figure }, slow };
  } catch (error) {
    if (error instanceof SessionFault) return { point: null, slow: false };
    throw error;
  }
}

/** So many households are decided one by one in a moment. */
const QUICK = 2000;

/** Of a range its upper end. */
function numberIn(value: Change['value']): number | null {
  const text = value === null ? null : typeof value === 'string' ? value : value[1];
  return text === null || text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
}

function plainText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}
