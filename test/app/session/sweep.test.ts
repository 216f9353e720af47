import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Curve, FigureChoice, Figures, Span } from '../../../src/app/protocol.ts';
import { type Driven, figures, loaded } from './drive.ts';

let driven: Driven;
beforeAll(async () => {
  driven = await loaded();
});
beforeEach(() => {
  driven.replies.length = 0;
});

async function curve(figure: FigureChoice, parameter = 'warning_line'): Promise<Curve> {
  const changes = [{ parameter: 'temporary-relief', cell: null, value: '2000' }];
  return (await driven.ask('sweep', { b: 1, changes, parameter, cell: null, figure })).curve;
}

function of(figure: FigureChoice, { sides: [, side], changed }: Figures): Span {
  const exactly = (value: number | null) => ({ low: value!, high: value! });
  switch (figure.kind) {
    case 'households':
    case 'people':
      return exactly(side.outcomes.find(({ key }) => key === figure.outcome)![figure.kind]);
    case 'money': {
      if (figure.benefit !== undefined) return side.benefits.find(({ id }) => id === figure.benefit)!.due;
      if (figure.fund !== undefined) return side.funds.find(({ id }) => id === figure.fund)!.due;
      return side.total.due;
    }
    case 'changed':
      return exactly(changed.households);
    case 'poverty':
      return exactly(side.poverty.after[figure.of]);
  }
}

test.each<FigureChoice>([
  { kind: 'households', outcome: 'card:yellow' },
  { kind: 'people', outcome: 'none' },
  { kind: 'money' },
  { kind: 'money', fund: 'relief' },
  { kind: 'money', benefit: 'temporary-relief' },
  { kind: 'changed' },
  { kind: 'poverty', of: 'gap' },
  { kind: 'poverty', of: 'gini' },
])('a curve is what single runs give: %o', async figure => {
  const found = await curve(figure);
  expect(found.done).toBe(true);
  expect(found.points.length).toBeGreaterThan(20);
  const values = found.points.map(({ value }) => Number(value));
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  for (const { value, low, high } of found.points.filter((_, k) => k % 10 === 0)) {
    const single = await figures(driven, {
      changes: [
        { parameter: 'temporary-relief', cell: null, value: '2000' },
        { parameter: 'warning_line', cell: null, value },
      ],
    });
    expect({ low, high }).toEqual(of(figure, single));
  }
});

test('it grows while it is drawn, and always holds the same points', async () => {
  await curve({ kind: 'changed' });
  const seen = driven.replies.flatMap(reply => (reply.kind === 'curve' ? [reply.curve] : []));
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.map(({ done }) => done)).toEqual(seen.map((_, k) => k === seen.length - 1));
  const last = new Map(seen.at(-1)!.points.map(point => [point.value, point]));
  for (const { points } of seen) for (const point of points) expect(last.get(point.value)).toEqual(point);
});

test('what takes a moment is answered between the points of a curve', async () => {
  await figures(driven);
  driven.replies.length = 0;
  driven.send('sweep', {
    b: 1,
    changes: [],
    parameter: 'warning_line',
    cell: null,
    figure: { kind: 'changed' },
  });
  await new Promise(resolve => setTimeout(resolve, 30));
  const page = driven.send('page', {
    filter: {},
    sort: { by: 'id', descending: false },
    offset: 0,
    limit: 1,
    lang: 'zh',
  });
  await driven.session.idle();
  const kinds = driven.replies.map(({ kind, request }) => (request === page ? 'page' : kind));
  expect(kinds.indexOf('page')).toBeLessThan(kinds.lastIndexOf('curve'));
  expect(driven.replies.at(-1)).toMatchObject({ kind: 'curve', curve: { done: true } });
});

test('no such parameter', async () => {
  const failed = await driven.fail('sweep', {
    b: 1,
    changes: [],
    parameter: 'x',
    cell: null,
    figure: { kind: 'changed' },
  });
  expect(failed.texts[0]!.zh).toContain('x');
});
