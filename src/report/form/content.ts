import type { Filled, FilledBox, FilledHeading } from '../../analysis/form/filled.ts';
import type { ClaimPlace } from '../../analysis/form/places.ts';
import type { BenefitAnswer, Value } from '../../engine/answer.ts';
import type { Label, Lang, Words } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { valueText } from '../explain/value.ts';
import { bracketed, kindWords, periodWords, say } from '../explain/words.ts';
import { spanText } from '../figures.ts';
import { benefitName } from '../names.ts';
import { unitsOf } from '../units.ts';
import { placeText } from './places.ts';
import type { BoxView, Content, DueView } from './sheet.ts';
import { formWords, inBoth, wordsOf } from './words.ts';

const NOTHING: Words = { zh: '', en: '' };

export const labelWords = (label: Label): Words => wordsOf(label) ?? NOTHING;

const isUnknown = (value: Value): boolean => {
  if (value.kind === 'inapplicable') return false;
  return value.kind === 'number' ? value.low === null && value.high === null : value.value === null;
};

/** Left so by the policy alone: nobody can find it out on the spot. */
const isOpen = (value: Value): boolean =>
  value.kind !== 'inapplicable' &&
  value.causes.length > 0 &&
  value.causes.every(({ kind }) => kind === 'open');

const isDoubtful = (value: Value): boolean =>
  value.kind === 'number' && value.low !== value.high && !isOpen(value);

/** A bound on one side alone, such as not below zero, is nothing to print. */
const saysNothing = (value: Value): boolean =>
  isUnknown(value) ||
  (isDoubtful(value) && value.kind === 'number' && (value.low === null || value.high === null));

/** What fills a field, in words: what is not known stays empty, and is never a zero. */
export function contentOf(filled: Filled, policy: Policy): Content {
  switch (filled.kind) {
    case 'blank':
      return filled;
    case 'boxes': {
      const { value } = filled;
      const boxes = filled.boxes.map(boxView);
      if (value === null) return { kind: 'boxes', boxes, remark: null };
      const remark = value.kind === 'inapplicable' ? 'inapplicable' : isUnknown(value) ? 'unknown' : null;
      return { kind: 'boxes', boxes, remark };
    }
    case 'value': {
      const { value, type, unit } = filled;
      if (saysNothing(value) && !isOpen(value)) return { kind: 'unknown' };
      const style = { unit, units: unitsOf(policy) };
      const text = inBoth(lang => valueText(value, type, style, policy, lang));
      return { kind: 'text', text, unsure: isDoubtful(value) };
    }
  }
}

function boxView({ label, tick, boxes }: FilledBox): BoxView {
  return { label: labelWords(label), tick, boxes: boxes.map(boxView) };
}

/** `修缮补助 6,000 元（一次）`, or what kind of help it is; without the name where the heading is the same. */
function claimText(
  claim: BenefitAnswer,
  heading: Words,
  policy: Policy,
  place: ClaimPlace | undefined,
  lang: Lang,
): string {
  const own = benefitName(policy, claim.id, lang);
  const name = own === heading[lang] ? '' : `${own} `;
  const benefit = policy.benefits.find(({ id }) => id === claim.id);
  if (benefit === undefined) return own;
  const comma = lang === 'zh' ? '，' : ', ';
  const notes = [
    ...(benefit.amounts.length === 0
      ? [benefit.kind === 'cash' ? say('withoutMoney', lang) : kindWords[benefit.kind][lang]]
      : []),
    ...(benefit.amounts.length > 0 ? [periodWords[benefit.period][lang]] : []),
    ...(benefit.amounts.length > 0 && benefit.periods !== null
      ? [say('periods', lang, { n: benefit.periods })]
      : []),
    ...(claim.state === 'unset' ? [formWords.unset[lang]] : []),
    ...(claim.state === 'undetermined' ? [formWords.verify[lang]] : []),
    ...(place === undefined ? [] : [placeText(place, lang)]),
  ].join(comma);
  const { state, low, high } = claim;
  if (benefit.amounts.length === 0 || state === 'unset' || (state === 'undetermined' && high === null))
    return name === '' ? notes : own + bracketed(notes, lang);
  // That it may also come to nothing is what is to be verified.
  const least = state === 'undetermined' && low === 0 ? null : String(low);
  const figure = spanText(least, high === null ? null : String(high), { money: 1 }, lang);
  return `${name}${figure}${bracketed(notes, lang)}`;
}

/** A claim whose card is open is not certain either, whatever its amount. */
export function dueView(
  { label, tick, benefits }: FilledHeading,
  policy: Policy,
  places: ReadonlyMap<string, ClaimPlace>,
): DueView {
  const own = wordsOf(label) ?? formWords.others;
  return {
    label: own,
    tick,
    claims: benefits.map(claim => inBoth(lang => claimText(claim, own, policy, places.get(claim.id), lang))),
  };
}
