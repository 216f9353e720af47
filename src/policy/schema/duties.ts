import * as keys from '../../language/keys-duties.ts';
import { actionWords, countedWords } from '../../language/words-duties.ts';
import { closed, named, oneOrList, ref, type Schema, text, textOr, word } from './build.ts';
import { ruleForms } from './common.ts';

const value = ref('value');
const concerned = { for: ref('names'), when: value, except: ref('except') };

/** Parts of roles, duties, procedure, reviews, samples and transitions. */
export const dutyParts: Readonly<Record<string, Schema>> = {
  role: closed(keys.roleKeys, { ...ruleForms, level: ref('name') }),
  duty: closed(keys.dutyKeys, {
    ...ruleForms,
    ...concerned,
    by: ref('name'),
    do: word(actionWords),
    often: textOr(ref('often')),
    within: text,
    after: ref('name'),
  }),
  often: closed(keys.oftenKeys, { at_least: text, per: text }),
  review: closed(keys.reviewKeys, {
    ...ruleForms,
    ...concerned,
    by: ref('name'),
    every: text,
    within: text,
    after: ref('name'),
  }),
  stage: closed(keys.stageKeys, {
    ...ruleForms,
    by: ref('name'),
    from: text,
    to: text,
    after: ref('name'),
    within: text,
    notice: textOr(ref('notice')),
    every: text,
    parallel: ref('yes'),
  }),
  notice: closed(
    keys.noticeKeys,
    { lasts: text, first: word(countedWords), last: word(countedWords) },
    { required: ['lasts'] },
  ),
  sample: closed(keys.sampleKeys, {
    ...ruleForms,
    for: ref('names'),
    share: text,
    strata: oneOrList(text),
    team: text,
    role: ref('name'),
    stage: ref('name'),
  }),
  transition: closed(keys.transitionKeys, {
    ...ruleForms,
    lasts: text,
    from: value,
    benefits: ref('names'),
  }),
};

/** Their sections. */
export const dutyForms: Readonly<Record<string, Schema>> = {
  roles: named(textOr(ref('role'))),
  duties: named(ref('duty')),
  procedure: named(ref('stage')),
  reviews: named(ref('review')),
  samples: named(ref('sample')),
  transitions: named(ref('transition')),
};
