/** Values of parameters as they are read. */
import type { Lang } from '../../../language/label.ts';
import type { ParameterInfo, SettledText } from '../../protocol.ts';
import { parameterWords as w } from '../../words/parameters.ts';
import { say } from '../../words.ts';

/** With thousands separators, as it was written otherwise. */
export function separated(decimal: string): string {
  const [, sign = '', whole = decimal, rest = ''] = /^([-+]?)(\d+)(\.\d+)?$/.exec(decimal) ?? [];
  return `${sign === '-' ? '−' : sign}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${rest}`;
}

function single(value: string, { kind, choices }: ParameterInfo, lang: Lang): string {
  if (kind === 'number') return separated(value);
  const chosen = choices.find(({ id }) => id === value);
  if (chosen) return chosen.label[lang];
  if (kind === 'bool') return say(value === 'true' ? w.yes : w.no, lang);
  return value;
}

/** `end`: the end of a range that the arrow keys move, in brackets. */
export function valueText(
  value: SettledText | null,
  info: ParameterInfo,
  lang: Lang,
  end: 0 | 1 | null = null,
): string {
  if (value === null) return say(w.open, lang);
  if (typeof value === 'string') return single(value, info, lang);
  const [from, to] = value.map((each, at) => {
    const said = single(each, info, lang);
    return at === end ? `[${said}]` : said;
  }) as [string, string];
  return say(w.range, lang, { from, to });
}

/** With the unit behind it; none behind an open one. */
export function withUnit(said: string, value: SettledText | null, info: ParameterInfo, lang: Lang): string {
  const unit = info.unit[lang];
  if (value === null || unit === '') return said;
  return unit === '%' ? `${said}%` : `${said} ${unit}`;
}

export function nameOf({ label, cellLabel }: ParameterInfo, lang: Lang): string {
  return cellLabel ? `${label[lang]} · ${cellLabel[lang]}` : label[lang];
}
