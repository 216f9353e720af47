/** Which unit's official is paired with a household. */
import { apportion, chooseByWeight } from './choose.ts';
import { PAIRED } from './names.ts';
import { stream, sum, type World, weights } from './world.ts';

/** Registered and monitored households are paired, by level as many as the figures say; the others are not. */
export function makePairing(world: World, registered: Uint8Array, monitored: Uint8Array): Uint8Array {
  const random = stream(world, 'pairing');
  const level = new Uint8Array(world.households);
  const open = weights(world.households, h => (registered[h]! > 0 || monitored[h]! > 0 ? 1 : 0));
  const levels = PAIRED.slice(1);
  const shares = world.figures.shares('paired-units');
  const counts = apportion(
    levels.map(each => shares[each]!),
    sum(open),
  );
  counts.forEach((count, k) => {
    const chosen = chooseByWeight(open, count, random);
    for (let h = 0; h < world.households; h++) {
      if (!chosen[h]) continue;
      level[h] = k + 1;
      open[h] = 0;
    }
  });
  return level;
}
