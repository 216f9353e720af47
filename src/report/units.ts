import { type Lexicon, makeLexicon } from '../language/lexicon.ts';
import { parseExpression } from '../language/parse.ts';
import { unitText } from '../language/print-number.ts';
import { excerpt } from '../language/source.ts';
import { measureOf, type UnitTable } from '../language/units.ts';
import type { Policy } from '../policy/policy.ts';
import type { Vocabulary } from '../policy/vocabulary.ts';
import type { FigureUnit } from './figures.ts';

const lexicons = new WeakMap<Vocabulary, Lexicon>();

function lexiconOf({ vocabulary }: Policy): Lexicon {
  const known = lexicons.get(vocabulary);
  if (known !== undefined) return known;
  const made = makeLexicon([], vocabulary.units);
  lexicons.set(vocabulary, made);
  return made;
}

/** The units in which figures of a policy are shown: the standard ones and those its vocabulary declares. */
export const unitsOf = (policy: Policy): UnitTable => lexiconOf(policy).units;

const HAN = /\p{Script=Han}/u;

/** A unit as a drafter wrote it (`元/月`), with its words in both languages; null for none. */
export function writtenUnit(text: string, policy: Policy): FigureUnit | null {
  if (text === '') return null;
  const { tree } = parseExpression(excerpt('', `1 ${text}`), lexiconOf(policy));
  const phrase = tree?.kind === 'number' ? tree.unit : null;
  const units = unitsOf(policy);
  const measure = phrase ? measureOf(phrase, units) : null;
  if (!phrase || measure === null) return null;
  const found = (names: readonly string[]) =>
    names.flatMap(name => units.byName.get(name) ?? units.byName.get(name.toLowerCase()) ?? []);
  const way = { above: found(phrase.up), below: found(phrase.down) };
  const own = HAN.test(text) ? 'zh' : 'en';
  const label = { zh: unitText(way, 'zh', false), en: unitText(way, 'en', false), [own]: text };
  return { label, perUnit: measure.factor };
}
