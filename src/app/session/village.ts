/** One village: its facts, the duties in it, who gained and who lost a seat. */
import type { Side } from '../../analysis/live/side.ts';
import { factsOf } from '../../engine/facts.ts';
import { OWED } from '../../engine/results.ts';
import { areaOf as instanceOfArea } from '../../population/instance-of.ts';
import type { DutyFigures, Request, VillageDetail } from '../protocol.ts';
import { seatChanges } from './displaced.ts';
import { factLines } from './facts.ts';
import { fault } from './fault.ts';
import { areaOf } from './rows.ts';
import { dutyFigures } from './side-figures.ts';
import { villageEntity, villageLines } from './villages.ts';
import type { Live, World } from './world.ts';

export function villageOf(
  world: World,
  live: Live,
  { row, lang }: Request & { kind: 'village' },
): VillageDetail {
  const line = villageLines(world, live).find(each => each.row === row);
  const entity = villageEntity(world, live);
  if (!line || entity === null) throw fault('session-no-village');
  const { population, vocabulary } = world;
  const [a, b] = live.sides;
  const village = row < 0 ? null : instanceOfArea(population, vocabulary, entity, row);
  const read = new Set([a, b].flatMap(({ policy }) => [...factsOf(policy)]));
  return {
    line,
    facts: village === null ? [] : factLines(village, undefined, read, a.policy, vocabulary, lang),
    duties: [dutiesIn(world, live, a, row), dutiesIn(world, live, b, row)],
    displaced: seatChanges(world, live, entity, row, lang),
  };
}

function dutiesIn(world: World, live: Live, { policy, run }: Side, village: number): DutyFigures[] {
  const area = areaOf(world, live, villageEntity(world, live));
  return policy.duties.map((duty, index) => {
    const owed = run.results.duties[index];
    let households = 0;
    let perhaps = 0;
    for (let row = 0; row < area.length; row++) {
      if (area[row] !== village) continue;
      if (owed?.[row] === OWED.yes) households++;
      else if (owed?.[row] === OWED.perhaps) perhaps++;
    }
    return dutyFigures(duty, households, perhaps);
  });
}
