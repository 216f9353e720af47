/** Disability and illness, together within households. */

import type { People } from './ages.ts';
import { chooseByWeight } from './choose.ts';
import { byHousehold, stream, sum, type World, weights } from './world.ts';

export interface Health {
  /** 0: none; 1 (gravest) to 4. */
  readonly grade: Uint8Array;
  readonly chronic: Uint8Array;
  readonly severe: Uint8Array;
}

/** How much likelier people of an age are disabled. */
function frailty(age: number): number {
  return age < 15 ? 0.4 : age < 45 ? 0.6 : age < 60 ? 1.1 : age < 70 ? 2.1 : 4;
}

export function makeHealth(world: World, people: People): Health {
  const grade = disabled(world, people);
  const chronic = chronicIllness(world, people, grade);
  const severe = severeIllness(world, people, grade, chronic);
  setGrades(world, grade, severe);
  return { grade, chronic, severe };
}

/**
 * First the households with a disabled member, then those of them with several, then who it is: so the published shares of
 * people, of households, and of households with several all hold. Marks 1 for each disabled person.
 */
function disabled(world: World, { age }: People): Uint8Array {
  const random = stream(world, 'disability');
  const { figures, households, members } = world;
  const frail = byHousehold(world, m => frailty(age[m]!));
  const touched = chooseByWeight(frail, households * figures.share('disability-households'), random);
  const severalWeights = weights(households, h =>
    touched[h] && world.size[h]! > 1 ? frail[h]! * world.size[h]! : 0,
  );
  const several = chooseByWeight(severalWeights, sum(touched) * figures.share('disability-several'), random);
  const counts = Uint8Array.from(touched, (mark, h) => mark + several[h]!);
  let left = Math.round(members * figures.share('disability')) - sum(counts);
  while (left > 0) {
    const room = weights(households, h =>
      several[h] && counts[h]! < world.size[h]! ? world.size[h]! - counts[h]! : 0,
    );
    const more = chooseByWeight(room, Math.min(left, sum(several) / 2), random);
    const added = sum(more);
    if (added === 0) break;
    for (let h = 0; h < households; h++) counts[h]! += more[h]!;
    left -= added;
  }
  const mark = new Uint8Array(members);
  for (let h = 0; h < households; h++) {
    for (let k = 0; k < counts[h]!; k++) {
      let total = 0;
      for (let m = world.first[h]!; m < world.first[h + 1]!; m++) if (!mark[m]) total += frailty(age[m]!);
      let at = random() * total;
      for (let m = world.first[h]!; m < world.first[h + 1]!; m++) {
        if (mark[m]) continue;
        at -= frailty(age[m]!);
        if (at <= 0 || m === lastFree(mark, world.first[h]!, world.first[h + 1]!)) {
          mark[m] = 1;
          break;
        }
      }
    }
  }
  return mark;
}

function lastFree(mark: Uint8Array, from: number, to: number): number {
  let last = to - 1;
  while (last > from && mark[last]) last--;
  return last;
}

/** Exact shares of the people 65 and over, and of women and men of 15 and over. */
function chronicIllness(world: World, { age, male }: People, grade: Uint8Array): Uint8Array {
  const random = stream(world, 'chronic');
  const { figures, members } = world;
  const chronic = new Uint8Array(members);
  for (const sex of [0, 1]) {
    const grown = countOf(members, m => male[m] === sex && age[m]! >= 15);
    const old = countOf(members, m => male[m] === sex && age[m]! >= 65);
    const all = grown * figures.share(sex === 1 ? 'chronic-men' : 'chronic-women');
    const ofOld = old * figures.share('chronic-65');
    const odds = (from: number, to: number): Float64Array =>
      weights(members, m => {
        if (male[m] !== sex || age[m]! < from || age[m]! >= to) return 0;
        return (grade[m] ? 2 : 1) * (age[m]! < 35 ? 0.25 : age[m]! < 50 ? 0.8 : 1.6);
      });
    for (const chosen of [
      chooseByWeight(odds(65, 200), ofOld, random),
      chooseByWeight(odds(15, 65), all - ofOld, random),
    ])
      for (let m = 0; m < members; m++) if (chosen[m]) chronic[m] = 1;
  }
  return chronic;
}

export function countOf(rows: number, test: (row: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < rows; i++) if (test(i)) count++;
  return count;
}

/** Severe illness: mostly where there is chronic illness already, and more often where somebody else of the house is ill. */
function severeIllness(world: World, { age }: People, grade: Uint8Array, chronic: Uint8Array): Uint8Array {
  const ill = byHousehold(world, m => chronic[m]! + grade[m]!);
  const odds = weights(world.members, m => {
    const own = age[m]! < 15 ? 0.3 : age[m]! < 45 ? 0.6 : age[m]! < 65 ? 1.4 : 2;
    return (
      own *
      (chronic[m] ? 4 : 1) *
      (grade[m] ? 1.8 : 1) *
      (1 + 0.2 * (ill[world.home[m]!]! - chronic[m]! - grade[m]!))
    );
  });
  return chooseByWeight(odds, world.members * world.figures.share('severe-illness'), stream(world, 'severe'));
}

/** Grades 1 to 4: exactly the wanted share is severe (1 and 2), oftener where the person is also severely ill. */
function setGrades(world: World, grade: Uint8Array, severe: Uint8Array): void {
  const random = stream(world, 'grades');
  const { figures, members } = world;
  const odds = weights(members, m => (grade[m] ? (severe[m] ? 1.6 : 1) : 0));
  const grave = chooseByWeight(odds, sum(grade) * figures.share('disability-severe'), random);
  const [first, third] = [
    figures.share('disability-first-of-severe'),
    figures.share('disability-third-of-mild'),
  ];
  for (let m = 0; m < members; m++)
    if (grade[m]) grade[m] = grave[m] ? (random() < first ? 1 : 2) : random() < third ? 3 : 4;
}
