/** The two worries, three guarantees and water: what follows from other facts follows, the rest is drawn. */
import type { People } from './ages.ts';
import { chooseByWeight } from './choose.ts';
import { countOf } from './health.ts';
import type { Homes } from './listing.ts';
import type { Housing } from './living.ts';
import { isOfSchoolAge } from './work.ts';
import { byHousehold, marks, stream, sum, weights } from './world.ts';

export interface Security {
  readonly food: Uint8Array;
  readonly clothing: Uint8Array;
  readonly schooling: Uint8Array;
  readonly medical: Uint8Array;
  readonly housing: Uint8Array;
  readonly water: Uint8Array;
  /** By member. */
  readonly insured: Uint8Array;
}

export function makeSecurity(
  homes: Homes,
  people: People,
  schooling: Uint8Array,
  housing: Housing,
  registered: Uint8Array,
  exited: Uint8Array,
): Security {
  const { world, standing } = homes;
  const { figures, households } = world;
  const insured = insurance(homes, registered);
  const listed = sum(registered);
  // Those who have left the list have all of it: that is what leaving took.
  const need = weights(households, h => (exited[h] ? 0 : Math.exp(-6 * standing.rank[h]!)));
  const lacking = (name: string, list: number | null, share: number): Uint8Array => {
    const odds =
      list === null
        ? need
        : weights(households, h => (registered[h] === list ? need[h]! + (list === 1 ? 0.001 : 0) : 0));
    const of = list === null ? households : list === 1 ? listed : households - listed;
    return chooseByWeight(odds, of * (1 - share), stream(world, name));
  };
  const dry = lacking('water of the registered', 1, figures.share('water-registered'));
  const dryElsewhere = lacking('water elsewhere', 0, figures.share('water-other'));
  const food = lacking('food', null, figures.share('food-secure'));
  const clothing = lacking('clothing', null, figures.share('clothing-secure'));
  const absent = byHousehold(world, m => (isOfSchoolAge(people.age[m]!) && schooling[m] === 0 ? 1 : 0));
  const uninsured = byHousehold(world, m => 1 - insured[m]!);
  return {
    insured,
    food: marks(households, h => food[h] === 0),
    clothing: marks(households, h => clothing[h] === 0),
    schooling: marks(households, h => absent[h] === 0),
    medical: marks(households, h => uninsured[h] === 0),
    housing: marks(households, h => housing.grade[h]! < 2),
    water: marks(households, h => dry[h] === 0 && dryElsewhere[h] === 0),
  };
}

/** Whole households stay out of the insurance more often than single members do. */
function insurance({ world, standing }: Homes, registered: Uint8Array): Uint8Array {
  const insured = new Uint8Array(world.members).fill(1);
  const random = stream(world, 'insurance');
  const leaning = weights(world.households, () => (random() < 0.1 ? 12 : 1));
  for (const [list, figure] of [
    [1, 'insured-registered'],
    [0, 'insured-other'],
  ] as const) {
    const odds = weights(world.members, m => {
      const h = world.home[m]!;
      return registered[h] === list ? leaning[h]! * (1.3 - standing.rank[h]!) : 0;
    });
    const of = countOf(world.members, m => odds[m]! > 0);
    const out = chooseByWeight(odds, of * (1 - world.figures.share(figure)), random);
    for (let m = 0; m < world.members; m++) if (out[m]) insured[m] = 0;
  }
  return insured;
}
