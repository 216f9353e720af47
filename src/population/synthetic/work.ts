/** Schooling, ability to work, work. */
import type { People } from './ages.ts';
import { chooseByWeight } from './choose.ts';
import { countOf, type Health } from './health.ts';
import { whole } from './random.ts';
import { byHousehold, stream, type World, weights } from './world.ts';

export const SCHOOLING = ['none', 'preschool', 'compulsory', 'senior', 'vocational', 'higher'] as const;
const [NO_SCHOOL, PRESCHOOL, COMPULSORY, SENIOR, VOCATIONAL, HIGHER] = [0, 1, 2, 3, 4, 5];
export const LABOUR = ['full', 'weak', 'lost', 'none'] as const;
export const FULL = 0;
export const WEAK = 1;
const LOST = 2;
const UNABLE = 3;

/** Schooling by age; who of the children of compulsory age is out of school is settled with the registration. */
export function makeSchooling(world: World, { age }: People, health: Health): Uint8Array {
  const random = stream(world, 'schooling');
  const share = {
    preschool: world.figures.share('preschool'),
    senior: world.figures.share('senior-school'),
    vocational: world.figures.share('vocational-school'),
    higher: world.figures.share('higher-education'),
  };
  const schooling = new Uint8Array(world.members);
  for (let m = 0; m < world.members; m++) {
    const years = Math.floor(age[m]!);
    const luck = random();
    const hindered = health.grade[m] === 1 || health.grade[m] === 2;
    if (years >= 6 && years <= 15) schooling[m] = COMPULSORY;
    else if (years >= 3 && years < 6) schooling[m] = luck < share.preschool ? PRESCHOOL : NO_SCHOOL;
    else if (years >= 16 && years < 19 && !hindered)
      schooling[m] =
        luck < share.senior ? SENIOR : luck < share.senior + share.vocational ? VOCATIONAL : NO_SCHOOL;
    else if (years >= 19 && years < 23 && !hindered) schooling[m] = luck < share.higher ? HIGHER : NO_SCHOOL;
  }
  return schooling;
}

export function isOfSchoolAge(age: number): boolean {
  return age >= 6 && age < 16;
}

/** Takes the wanted shares of children of compulsory age out of school, oftener the disabled and severely ill. */
export function takeOutOfSchool(
  world: World,
  people: People,
  health: Health,
  schooling: Uint8Array,
  registered: Uint8Array,
): void {
  const random = stream(world, 'out-of-school');
  for (const [list, figure] of [
    [1, 'school-registered'],
    [0, 'school-other'],
  ] as const) {
    const odds = weights(world.members, m => {
      if (registered[world.home[m]!] !== list || !isOfSchoolAge(people.age[m]!)) return 0;
      return (health.grade[m] ? 12 : 1) * (health.severe[m] ? 6 : 1) * (people.age[m]! > 13 ? 3 : 1);
    });
    const children = countOf(world.members, m => odds[m]! > 0);
    const out = chooseByWeight(odds, children * (1 - world.figures.share(figure)), random);
    for (let m = 0; m < world.members; m++) if (out[m]) schooling[m] = NO_SCHOOL;
  }
}

/**
 * Ability to work by age and health, in the registry's words: students, children and the very old are without; the severely
 * disabled and many severely ill of working age have lost it; and of the workers exactly the wanted share is weak.
 */
export function makeLabour(world: World, people: People, health: Health, schooling: Uint8Array): Uint8Array {
  const random = stream(world, 'labour');
  const { figures, members } = world;
  const [severeLost, oldAble] = [figures.share('severe-illness-lost'), figures.share('sixties-able')];
  const labour = new Uint8Array(members).fill(UNABLE);
  const odds = new Float64Array(members);
  for (let m = 0; m < members; m++) {
    const age = people.age[m]!;
    const grade = health.grade[m]!;
    const luck = random();
    if (age < 16 || age >= 70 || schooling[m] !== NO_SCHOOL) continue;
    const lost = grade === 1 || grade === 2 || (health.severe[m] === 1 && luck < severeLost);
    if (age >= 60) {
      if (lost || luck >= oldAble * (grade ? 0.4 : 1)) continue;
      labour[m] = FULL;
      odds[m] = 60;
      continue;
    }
    labour[m] = lost ? LOST : FULL;
    if (!lost)
      odds[m] =
        (grade ? 12 : 1) *
        (health.severe[m] ? 10 : 1) *
        (health.chronic[m] ? 3 : 1) *
        agedOdds(age, people.male[m]!);
  }
  const workers = countOf(members, m => labour[m] === FULL);
  const weak = chooseByWeight(odds, workers * figures.share('weak-workers'), random);
  for (let m = 0; m < members; m++) if (weak[m]) labour[m] = WEAK;
  return labour;
}

/** The statistical half labour: under 18, and from 51 (men) or 46 (women). */
function agedOdds(age: number, male: number): number {
  if (age < 18) return 3;
  return age >= (male ? 51 : 46) ? 2.5 : 0.4;
}

export interface Work {
  readonly employed: Uint8Array;
  readonly monthsAway: Uint8Array;
  readonly wantsTraining: Uint8Array;
}

export function makeWork(world: World, people: People, labour: Uint8Array): Work {
  const random = stream(world, 'work');
  const { figures, members } = world;
  const [full, weak, away, training] = [
    figures.share('employed-full'),
    figures.share('employed-weak'),
    figures.share('away'),
    figures.share('wants-training'),
  ];
  const children = byHousehold(world, m => (people.age[m]! < 6 ? 1 : 0));
  const work = {
    employed: new Uint8Array(members),
    monthsAway: new Uint8Array(members),
    wantsTraining: new Uint8Array(members),
  };
  for (let m = 0; m < members; m++) {
    const [one, two, three] = [random(), random(), random()];
    if (labour[m] !== FULL && labour[m] !== WEAK) continue;
    work.employed[m] = one < (labour[m] === FULL ? full : weak) ? 1 : 0;
    work.wantsTraining[m] = three < training * (people.age[m]! < 50 ? 1.4 : 0.6) ? 1 : 0;
    const tied = !people.male[m] && children[world.home[m]!]! > 0 ? 0.6 : 1;
    const young = people.age[m]! < 40 ? 1.35 : people.age[m]! < 50 ? 1 : 0.5;
    if (work.employed[m] && labour[m] === FULL && two < away * tied * young)
      work.monthsAway[m] = whole(random, 3, 12);
  }
  return work;
}
