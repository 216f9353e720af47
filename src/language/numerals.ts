const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10000 };

export const numeralCharacters: ReadonlySet<string> = new Set([
  ...Object.keys(DIGITS),
  ...Object.keys(SCALES),
  ...'半分之',
]);

/**
 * The number that a Chinese numeral below 100 million writes (`两`, `十二`, `五千`, `一半`, `百分之五十`), as decimal or
 * fraction text; null where it writes none.
 */
export function readNumeral(text: string): string | null {
  if (text === '半' || text === '一半') return '0.5';
  if (text === '' || text.length > 12) return null;
  const [bottom, top, more] = text.split('分之');
  if (top === undefined) return readWhole(text);
  const [below, above] = [readScale(bottom!), readWhole(top)];
  return more !== undefined || below === null || above === null || below === '0' ? null : `${above}/${below}`;
}

/** 百 and 千 alone are 100 and 1000 below the line: 百分之五. */
function readScale(text: string): string | null {
  return Object.hasOwn(SCALES, text) ? String(SCALES[text]) : readWhole(text);
}

function readWhole(text: string): string | null {
  if (text === '' || [...text].some(character => '半分之'.includes(character))) return null;
  if ([...text].every(character => Object.hasOwn(DIGITS, character)))
    return text.length > 1 && text.length < 4
      ? null
      : BigInt([...text].map(c => DIGITS[c]).join('')).toString();
  const [high, low, extra] = text.split('万');
  if (extra !== undefined) return null;
  const upper = low === undefined ? 0 : section(high!);
  const lower = section(low === undefined ? high! : low);
  if (upper === null || lower === null || (low !== undefined && high === '')) return null;
  return String(upper * 10000 + lower);
}

/** 三千二百一十 → 3210; every scale smaller than the one before. */
function section(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let last = 10000;
  for (const character of text) {
    if (Object.hasOwn(DIGITS, character)) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[character]!;
      continue;
    }
    const scale = SCALES[character]!;
    if (scale >= last || (digit === null && scale !== 10)) return null;
    total += (digit ?? 1) * scale;
    digit = null;
    last = scale;
  }
  return total + (digit ?? 0);
}
