import type { Blank } from '../../analysis/blanks/blanks.ts';
import { holdsEverybody, type Touched } from '../../analysis/blanks/touched.ts';
import { type Lang, wordOf } from '../../language/label.ts';
import type { Policy } from '../../policy/policy.ts';
import { OTHERWISE } from '../../policy/with-parameters.ts';
import { writeValue } from '../../policy/written-value.ts';
import { count } from '../amount.ts';
import { inert } from '../inert.ts';
import { judgedCount } from '../judged.ts';
import { parameterName, policyName, valueName, versionText } from '../names.ts';
import type { Look } from '../overview-view.ts';
import { rulesOf } from '../rules-of.ts';
import { foldLines, padEnd } from '../table.ts';
import { writtenUnit } from '../units.ts';
import { width } from '../width.ts';
import { kindWords, say, usagesText } from './words.ts';

const COLUMNS = 80;

/** What a blank is called: the parameter, and the cell of it. */
export function blankName({ policy, parameter, cell, usages }: Blank, lang: Lang): string {
  const name = parameterName(policy, parameter.id, lang);
  // What a quota or a fund leaves open has a name of its own: its total, the seats of an area.
  const ofPlaces = usages.some(({ section }) => section === 'quota' || section === 'fund');
  const whole = parameter.implicit && !ofPlaces ? say('itself', lang, { name }) : name;
  if (cell === null) return whole;
  const dot = lang === 'zh' ? '·' : ' · ';
  if (cell === OTHERWISE) return `${whole}${dot}${say('others', lang)}`;
  const keys = cell.split('|').map((id, at) => valueName(policy, parameter.by[at] ?? '', id, lang));
  return `${whole}${dot}${keys.join(lang === 'zh' ? '、' : ', ')}`;
}

/** `1.2 至 1.5 倍`; the unit in the reader's language. */
function rangeText(blank: Blank, lang: Lang): string {
  const { parameter, policy, value } = blank;
  return writeValue(value, { ...parameter, unit: unitIn(blank, lang) }, policy.vocabulary, lang);
}

/** Its state, with the bounds of a range: `待定 元/人年`, `1.2 至 1.5 倍`. */
export function blankState(blank: Blank, lang: Lang): string {
  const { kind, parameter } = blank;
  if (kind === 'range') return inert(rangeText(blank, lang));
  if (kind === 'not-yet') return say('from', lang, { day: parameter.first ?? '' });
  return kindWords[kind][lang];
}

/** The unit that the parameter is written in, in the reader's language. */
export function unitIn({ parameter, policy }: Blank, lang: Lang): string {
  return writtenUnit(parameter.unit, policy)?.label[lang] ?? parameter.unit;
}

/** Every blank for people; `touched` where a population was read. */
export function blankLines(
  policy: Policy,
  blanks: readonly Blank[],
  touched: readonly Touched[] | null,
  look: Look,
): string[] {
  const { lang, paint } = look;
  const head = `${paint.strong(policyName(policy, lang))}${versionText(policy, lang)}  ${paint.faint(rulesOf(policy, lang))}`;
  if (blanks.length === 0) return [head, '', say('none', lang)];
  const lines = blanks.flatMap((blank, index) => {
    const first = blanks.findIndex(({ policy: of }) => of === blank.policy) === index;
    const title =
      first && blank.uses.length > 0
        ? [paint.strong(say('ofUse', lang, { policy: policyName(blank.policy, lang) })), '']
        : [];
    return [...title, ...linesOf(blank, touched?.[index] ?? null, look), ''];
  });
  const ranges = blanks.filter(({ kind }) => kind === 'range').length;
  const counts = { all: blanks.length, open: blanks.length - ranges, range: ranges };
  const params = Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, count(value)]));
  return [head, '', ...lines, say('count', lang, params)];
}

function linesOf(blank: Blank, touched: Touched | null, { lang, paint }: Look): string[] {
  const { kind, parameter, clauses, usages, policy } = blank;
  const facts = [
    paint.warning(blankState(blank, lang)),
    ...(kind === 'range' || parameter.unit === '' ? [] : [inert(unitIn(blank, lang))]),
    ...(clauses.length > 0 ? [clauses.map(inert).join(' ')] : []),
    ...(parameter.cite === '' ? [] : [paint.faint(inert(parameter.cite))]),
  ];
  const note = inert(wordOf(parameter.note, lang, ''));
  const lead = Math.max(width(say('usedBy', lang)), width(say('touches', lang)));
  const field = (title: string, text: string) =>
    foldLines(text, COLUMNS - lead - 4).map(
      (line, at) => `  ${paint.faint(padEnd(at === 0 ? title : '', lead))}  ${line}`,
    );
  const name = blankName(blank, lang);
  const fits = width(name) + facts.reduce((sum, fact) => sum + 2 + width(fact), 0) <= COLUMNS;
  return [
    ...(fits
      ? [`${paint.strong(name)}  ${facts.join('  ')}`]
      : [paint.strong(name), `  ${facts.join('  ')}`]),
    ...(note === '' || parameter.implicit ? [] : foldLines(note, COLUMNS - 2).map(line => `  ${line}`)),
    ...field(say('usedBy', lang), usages.length === 0 ? say('unused', lang) : usagesText(usages, lang)),
    ...(touched === null ? [] : field(say('touches', lang), touchedText(touched, blank, policy, lang))),
  ];
}

function touchedText({ benefits, cards }: Touched, blank: Blank, policy: Policy, lang: Lang): string {
  const parts = [
    ...(holdsEverybody(blank) ? [say('touchesClaims', lang)] : []),
    ...(benefits > 0 ? [say('touchesBenefits', lang, { counted: judgedCount(policy, benefits, lang) })] : []),
    ...(cards > 0 ? [say('touchesCards', lang, { counted: judgedCount(policy, cards, lang) })] : []),
  ];
  return parts.length === 0 ? say('touchesNobody', lang) : parts.join(lang === 'zh' ? '，' : ', ');
}
