/** Values of parameters as they are typed. */
import type { Lang, Words } from '../../language/label.ts';
import type { ParameterInfo, SettledText } from '../protocol.ts';
import { canonical, compare, isDecimal, shifted } from './decimal.ts';
import { valueProblems } from './messages.ts';

export type Reading = { readonly value: SettledText | null } | { readonly problem: Words };

const OPEN = new Set(['待定', 'open']);

/** `6000`, `1.2 至 1.5`, `2020-01-01`, `是`; a value left open is typed anew. */
export function typeable(value: SettledText | null, info: ParameterInfo, lang: Lang): string {
  if (value === null) return '';
  if (typeof value !== 'string') return value.join(lang === 'zh' ? ' 至 ' : ' to ');
  return info.choices.find(({ id }) => id === value)?.label[lang] ?? value;
}

/** What was typed: in the parameter's unit, which may be written behind it; in 万 too; two figures are a range. */
export function readTyped(text: string, info: ParameterInfo): Reading {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { problem: valueProblems.empty };
  if (OPEN.has(plain.toLowerCase())) return { value: null };
  switch (info.kind) {
    case 'number':
      return readNumber(plain, info);
    case 'date':
      return isDate(plain) ? { value: plain } : { problem: valueProblems.date(plain) };
    case 'text':
      return { value: plain };
    default: {
      const chosen = info.choices.find(
        ({ id, label }) =>
          id === plain || label.zh === plain || label.en.toLowerCase() === plain.toLowerCase(),
      );
      return chosen ? { value: chosen.id } : { problem: valueProblems.choice(plain, info.choices) };
    }
  }
}

const BETWEEN = /\s*(?:至|到|~|～|–|—|\.\.+|…|\bto\b)\s*/i;

function readNumber(text: string, info: ParameterInfo): Reading {
  const parts = text.split(BETWEEN);
  const ends = parts.map(part => figureOf(part, info));
  const [low, high] = ends;
  if (ends.length > 2 || low == null || high === null)
    return { problem: valueProblems.number(text, info.unit) };
  for (const end of high === undefined ? [low] : [low, high]) {
    const problem = outside(end, info);
    if (problem) return { problem };
  }
  if (high === undefined || low === high) return { value: low };
  return compare(low, high) > 0 ? { problem: valueProblems.crossed(low, high) } : { value: [low, high] };
}

function outside(figure: string, { least, most }: ParameterInfo): Words | null {
  const low = least !== null && compare(figure, least) < 0;
  const high = most !== null && compare(figure, most) > 0;
  return low || high ? valueProblems.outside(figure, least, most) : null;
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function figureOf(text: string, { unit }: ParameterInfo): string | null {
  let rest = squeezed(text).replace(/−/g, '-');
  const units = [unit.zh, unit.en].flatMap(each => {
    const whole = squeezed(each);
    // 6000 元 for 元/人年: the denominators go without saying.
    const money = whole.split(/[/每]/)[0]!;
    return [whole, money];
  });
  const written = units.filter(each => each !== '').sort((a, b) => b.length - a.length);
  const said = written.find(each => rest.endsWith(each));
  if (said) rest = rest.slice(0, -said.length);
  const power = rest.endsWith('万') ? 4 : rest.endsWith('亿') ? 8 : 0;
  if (power > 0) rest = rest.slice(0, -1);
  rest = rest
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(/^([-+]?)\./, '$10.')
    .replace(/\.$/, '');
  return isDecimal(rest) && rest.length <= LONGEST ? canonical(shifted(rest, power)) : null;
}

/** Digits of a figure at most: more cannot be shown without clipping. */
const LONGEST = 16;

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
