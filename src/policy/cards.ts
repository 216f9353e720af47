import type { Expr } from '../language/expr.ts';
import { bandKeys } from '../language/keys.ts';
import { BOOL } from '../language/types.ts';
import { meaningWords, noWords, yesWords } from '../language/words.ts';
import { allOf, noneOfThese, ruledTree } from './conditions.ts';
import type { Draft } from './definitions.ts';
import { check, type Desk } from './desk.ts';
import { scalarsOf, wordOf } from './fields.ts';
import { idsOf } from './lookup.ts';
import { isEmpty, type YNode } from './node.ts';
import type { Card, Exclusion, Meaning } from './policy.ts';
import { called, type RawRule, ruleOf } from './rule.ts';

const cardKey = (id: string) => `card.${id}`;

/** The cards of whose conditions this one is the complement: those named, or with `true` all that are no complement. */
function complementOf(desk: Desk, raw: RawRule, all: readonly RawRule[]): string[] {
  const node = raw.fields.get('otherwise')?.value;
  if (node === undefined || isEmpty(node)) return [];
  const [word, ...more] = scalarsOf(node).map(({ text }) => text);
  if (more.length === 0 && word !== undefined && yesWords.includes(word))
    return all.filter(one => one !== raw && !isComplement(one)).map(({ id }) => id);
  if (more.length === 0 && word !== undefined && noWords.includes(word)) return [];
  return idsOf(desk, 'card', node).filter(id => {
    if (id === raw.id)
      desk.report({
        code: 'card-its-own-rest',
        severity: 'error',
        params: { card: called(raw) },
        span: node.span,
      });
    return id !== raw.id;
  });
}

function isComplement(raw: RawRule): boolean {
  const node: YNode | undefined = raw.fields.get('otherwise')?.value;
  return node !== undefined && !isEmpty(node) && !scalarsOf(node).every(({ text }) => noWords.includes(text));
}

/** The condition of each card: what it says, without its exceptions, outside the cards whose rest it is. */
export function draftCards(desk: Desk, raws: readonly RawRule[], entity: string): Draft[] {
  return raws.map(raw => {
    const field = (key: string) => raw.fields.get(key)?.value;
    const rest = complementOf(desk, raw, raws);
    const tree = ruledTree(desk, field('when'), field('except'), field('when')?.span ?? raw.span);
    if (field('when') === undefined && rest.length === 0 && !isComplement(raw)) {
      const params = {
        key: { zh: `当”或“${bandKeys.otherwise.zh[0]}`, en: 'when or otherwise' },
        of: called(raw),
      };
      desk.report({ code: 'missing-key', severity: 'error', params, span: raw.at });
    }
    const span = field('otherwise')?.span ?? raw.span;
    const compile = (): Expr | null => {
      const condition = tree === null ? null : check(desk, tree, entity, BOOL);
      if (tree !== null && condition === null) return null;
      const others = rest.map(
        (id): Expr => ({ op: 'definition', type: BOOL, entity, id: cardKey(id), span }),
      );
      const parts = [
        ...(condition === null ? [] : [condition]),
        ...(others.length > 0 ? [noneOfThese(others, span)] : []),
      ];
      // The rest of nothing is everybody.
      if (parts.length === 0 && isComplement(raw)) return { op: 'bool', type: BOOL, value: true, span };
      return allOf(parts, raw.span);
    };
    return {
      kind: 'card',
      entity,
      id: cardKey(raw.id),
      raw,
      trees: tree === null ? [] : [tree],
      needs: rest.map(id => `${entity}.${cardKey(id)}`),
      compile,
    };
  });
}

/** The cards in the order tried. */
export function makeCards(raws: readonly RawRule[], entity: string): Card[] {
  return raws.map(raw => ({
    ...ruleOf(raw),
    meaning: wordOf(scalarsOf(raw.fields.get('meaning')?.value)[0], meaningWords) as Meaning | null,
    condition: `${entity}.${cardKey(raw.id)}`,
    colour: scalarsOf(raw.fields.get('colour')?.value)[0]?.text ?? null,
  }));
}

export function makeExclusions(desk: Desk, raws: readonly RawRule[], entity: string): Exclusion[] {
  return raws.flatMap((raw): Exclusion[] => {
    const field = (key: string) => raw.fields.get(key)?.value;
    for (const key of [
      { zh: '不得评为', en: 'bars' },
      { zh: '当', en: 'when' },
    ])
      if (field(key.en) === undefined)
        desk.report({
          code: 'missing-key',
          severity: 'error',
          params: { key, of: called(raw) },
          span: raw.at,
        });
    const cards = idsOf(desk, 'card', field('bars'));
    const tree = ruledTree(desk, field('when'), field('except'), raw.span);
    const when = tree === null ? null : check(desk, tree, entity, BOOL);
    return when === null ? [] : [{ ...ruleOf(raw), cards, when }];
  });
}
