import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Results, STATUS } from '../../src/engine/results.ts';
import { run } from '../../src/engine/run.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Population } from '../../src/population/columns.ts';
import { readPopulation } from '../../src/population/read.ts';
import { areaSchemes, pathOf, projectRoot, schemes, shipped } from './shipped.ts';

let county: Population;
beforeAll(async () => {
  const { population, diagnostics } = await readPopulation(
    `${projectRoot}examples/small-county`,
    shipped('county-four-cards').vocabulary,
  );
  expect(diagnostics).toEqual([]);
  county = population as Population;
});

/** As plain data, so that two runs can be compared whatever arrays they are kept in. */
function plain(results: Results): unknown {
  return {
    status: [...results.status],
    card: [...results.card],
    possible: [...results.possible],
    barred: results.barred.map(column => (column === null ? null : [...column])),
    duties: results.duties.map(column => [...column]),
    claims: results.claims.map(column => [...column]),
    benefits: results.benefits.map(({ id, state, low, high }) => ({
      id,
      state: [...state],
      low: [...low],
      high: [...high],
    })),
  };
}

const areas = new Set<string>(areaSchemes);

describe.each(schemes)('%s over the small county', scheme => {
  test('is decided in columns, and the same by the reference', () => {
    const policy = shipped(scheme);
    const fast = run(policy, county);
    expect([fast.engine, fast.refused]).toEqual(['columnar', null]);
    expect(plain(fast.results)).toEqual(plain(run(policy, county, { engine: 'reference' }).results));
  });

  test.skipIf(areas.has(scheme))('leaves some households in doubt and gives most of its cards', () => {
    const { status, card } = run(shipped(scheme), county).results;
    expect([...status].filter(one => one === STATUS.undetermined).length).toBeGreaterThan(0);
    expect(new Set([...card].filter(one => one >= 0)).size).toBeGreaterThanOrEqual(3);
  });
});

describe('a draft', () => {
  const root = mkdtempSync(join(tmpdir(), 'mingbai-draft-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('that changes nothing changes nothing, to the last fen', () => {
    // Beside the base, since files may not leave the project.
    const base = shipped('county-four-cards');
    const files = loadPolicy(pathOf('county-four-cards')).sources;
    writeFileSync(join(root, 'mingbai.yaml'), '');
    for (const [file, text] of files) {
      const place = join(root, file.slice(file.indexOf('policies/')));
      mkdirSync(join(place, '..'), { recursive: true });
      writeFileSync(place, text);
    }
    mkdirSync(join(root, 'policies/empty'));
    writeFileSync(
      join(root, 'policies/empty/policy.yaml'),
      '政策: 空稿\n扩展: ../county-four-cards/policy.yaml\n',
    );
    const { policy, diagnostics } = loadPolicy(join(root, 'policies/empty'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(plain(run(policy!, county).results)).toEqual(plain(run(base, county).results));
  });

  test('says of each rule whether it changed it', () => {
    const { parameters, exclusions, benefits, cards } = shipped('county-four-cards/drafts/line-6000');
    const changed = [...Object.values(parameters), ...exclusions, ...benefits, ...cards]
      .filter(({ origin }) => origin.change !== 'original')
      .map(({ id, origin }) => [id, origin.change, origin.policy]);
    expect(changed).toEqual([
      ['warning_line', 'replaced', 'four-cards-line-6000'],
      ['consumer-car', 'replaced', 'four-cards-line-6000'],
      ['house-repair', 'replaced', 'four-cards-line-6000'],
    ]);
  });
});
