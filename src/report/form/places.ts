import type { ClaimPlace } from '../../analysis/form/places.ts';
import type { Lang, Words } from '../../language/label.ts';
import { spanText } from '../figures.ts';
import { fillWords } from './words.ts';

/** Words about what quotas and limited funds make of a benefit, by what it depends on. */
const placeWords = {
  ahead: {
    seats: { zh: '看名额', en: 'depends on places' },
    fund: { zh: '看资金', en: 'depends on the fund' },
    both: { zh: '看名额和资金', en: 'depends on places and the fund' },
  },
  open: {
    seats: { zh: '还不能排名', en: 'cannot be ranked yet' },
    fund: { zh: '还不能排名', en: 'cannot be ranked yet' },
    both: { zh: '还不能排名', en: 'cannot be ranked yet' },
  },
  none: {
    seats: { zh: '没有名额', en: 'no place' },
    fund: { zh: '没有得到资金', en: 'nothing from the fund' },
    both: { zh: '没有名额或资金', en: 'no place, or nothing from the fund' },
  },
  all: {
    seats: { zh: '得到名额', en: 'has a place' },
    fund: { zh: '全部得到', en: 'in full' },
    both: { zh: '得到名额和资金', en: 'has a place and the money' },
  },
} as const satisfies Record<string, Record<ClaimPlace['on'], Words>>;

const some: Words = { zh: '{of} 人中 {served} 人得到名额', en: '{served} of {of} have a place' };
const money: Words = { zh: '实得 {amount}', en: 'gets {amount}' };

/** `没有名额`, `实得 150 元`: what is left of a benefit, in a few words. */
export function placeText({ on, state, seats, left }: ClaimPlace, lang: Lang): string {
  if (state !== 'part') return placeWords[state][on][lang];
  const told = [
    ...(seats !== null && seats.served < seats.of
      ? [fillWords(some, { served: seats.served, of: seats.of })[lang]]
      : []),
    ...(left === null
      ? []
      : [
          fillWords(money, {
            amount: spanText(
              String(left.low),
              left.high === null ? null : String(left.high),
              { money: 1 },
              lang,
            ),
          })[lang],
        ]),
  ];
  return told.join(lang === 'zh' ? '，' : ', ');
}

export interface PlaceJson {
  readonly place: ClaimPlace['state'];
  /** Yuan per period; `high` null: unbounded. */
  readonly served?: { readonly low: number; readonly high: number | null };
}

/** By benefit; nothing where none of them depends on places or funds. */
export function placesJson(
  ids: readonly string[],
  places: ReadonlyMap<string, ClaimPlace>,
): { readonly places?: Readonly<Record<string, PlaceJson>> } {
  const found = ids.flatMap((id): [string, PlaceJson][] => {
    const place = places.get(id);
    if (place === undefined) return [];
    const { state, left } = place;
    const served = left && { low: left.low / 100, high: left.high === null ? null : left.high / 100 };
    return [[id, { place: state, ...(served === null ? {} : { served }) }]];
  });
  return found.length === 0 ? {} : { places: Object.fromEntries(found) };
}
